// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension UnsupportedFeature {
    var text: FaultText {
        FaultText(
            problem: Phrase(en: "“\(rawValue)” is part of the format, but its model is not built yet.", vi: "“\(rawValue)” thuộc định dạng nhưng mô hình chưa được xây dựng."),
            mend: Phrase(en: "Leave it out for this version.", vi: "Tạm bỏ phần này với phiên bản hiện tại."))
    }
}
