// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension CombinationFault {
    var text: FaultText {
        switch self {
        case .duplicate(let key, _):
            FaultText(
                problem: Phrase(en: "“\(key)” stands in an earlier row already.", vi: "“\(key)” đã có ở một dòng phía trên."),
                mend: Phrase(en: "Remove or merge one of the two rows.", vi: "Bỏ hoặc gộp một trong hai dòng."))
        }
    }
}
