// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension PlaceFault {
    var text: FaultText {
        switch self {
        case .noCoordinates(let place, _):
            FaultText(
                problem: Phrase(en: "Nothing tells where “\(place)” is.", vi: "Không có gì cho biết “\(place)” nằm ở đâu."),
                mend: Phrase(en: "Give coordinates or a park that has them.", vi: "Cho tọa độ hoặc khu công nghiệp đã có tọa độ."))
        }
    }
}
