// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension FileFault {
    /// What could not be checked because something else was not read.
    var uncheckedText: FaultText? {
        guard case .unchecked(let unread, let cells) = self else { return nil }
        let count = Phrase.count(cells)
        let (what, naming) = (unread.phrases, plural(cells, "cell that names", "cells that name"))
        return FaultText(
            en: "\(what.unread.english) not read in full, so \(count.english) \(naming) \(what.rows.english) could not be checked.",
            vi: "\(what.unread.vietnamese) chưa đọc được đầy đủ, nên \(count.vietnamese) ô tham chiếu tới \(what.rows.vietnamese) "
                + "chưa được kiểm tra.",
            mend: "Mend that first, then check again.", "Hãy khắc phục lỗi đó trước rồi kiểm tra lại.")
    }
}

extension Unread {
    /// What was not read, and what of it cells name.
    fileprivate var phrases: (unread: Phrase, rows: Phrase) {
        switch self {
        case .table(let table):
            (
                Phrase(en: "The table \(table.rawValue) was", vi: "Bảng \(table.rawValue)"),
                Phrase(en: "its rows", vi: "các dòng của bảng này")
            )
        case .sources:
            (
                Phrase(en: "The sources in scenario.yaml were", vi: "Mục sources trong scenario.yaml"),
                Phrase(en: "one of them", vi: "các nguồn ấy")
            )
        case .base:
            (
                Phrase(en: "The scenario to be extended was", vi: "Kịch bản được mở rộng"),
                Phrase(en: "what may stand there", vi: "những gì có thể nằm ở đó")
            )
        }
    }
}
