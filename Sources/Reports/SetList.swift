// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Texts

/// The criteria sets that come with the program, in a table.
public enum SetList {
    /// The table, in UTF-8.
    public static func bytes(layout: ReportLayout) -> [UInt8] {
        var report = TextReport(layout)
        let rows = CriteriaCatalogue().sets.map { set in
            [
                set.id, report.tell(set.title.phrase), report.tell(set.document.phrase), report.tell(set.status.name),
                report.numbers.count(set.criteria.count),
            ]
        }
        report.table(
            [
                .ids(Phrase(en: "Set", vi: "Mã")), .words(Phrase(en: "Title", vi: "Tên")), .words(Phrase(en: "Document", vi: "Văn bản")),
                .words(Phrase(en: "Status", vi: "Tình trạng")), .numbers(Phrase(en: "Criteria", vi: "Số tiêu chí")),
            ], rows)
        return report.bytes
    }
}
