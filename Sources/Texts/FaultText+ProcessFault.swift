// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension ProcessFault {
    var text: FaultText {
        switch self {
        case .somethingOfNothing(let loop):
            FaultText(
                problem: Phrase(
                    en: "The processes \(loop.joined(separator: " → ")) make something of nothing.",
                    vi: "Các công đoạn \(loop.joined(separator: " → ")) tạo ra vật chất từ hư không."),
                mend: Phrase(en: "Check per_activity of the loop.", vi: "Kiểm tra per_activity của vòng lặp."))
        }
    }
}
