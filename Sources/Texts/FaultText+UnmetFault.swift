// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension UnmetFault {
    var text: FaultText {
        switch self {
        case .needWithoutSupplier(let firm, _, _, _):
            FaultText(
                problem: Phrase(en: "The need of “\(firm)” cannot be met.", vi: "Không thể đáp ứng nhu cầu của “\(firm)”."),
                mend: Phrase(en: "Give a virgin price or a supplier.", vi: "Cho giá nguyên sinh hoặc nguồn cung."))
        }
    }
}
