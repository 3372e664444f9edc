// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension ReferenceFault {
    var text: FaultText {
        switch self {
        case .unknown(let tables, let found, let nearest): Self.unknown(tables, found, nearest)
        case .badCharacters(let found, let mended):
            FaultText(
                en: "“\(found)” is no id: an id has only letters A–Z, digits, “.”, “_” and “-”.",
                vi: "“\(found)” không phải mã: mã chỉ gồm chữ cái A–Z không dấu, chữ số, “.”, “_” và “-”.",
                mend: mended.isEmpty ? "Make up an id such as F1." : "Write \(mended), wherever the id stands.",
                mended.isEmpty ? "Đặt một mã chẳng hạn F1." : "Viết \(mended) ở mọi nơi dùng mã này.")
        case .tooLong(let found):
            FaultText(
                en: "The id “\(found.prefix(20))…” has \(found.utf8.count) characters; at most 64 are allowed.",
                vi: "Mã “\(found.prefix(20))…” dài \(found.utf8.count) ký tự; tối đa là 64.",
                mend: "Shorten it, and put the full text in name.", "Rút ngắn mã, ghi đầy đủ ở cột name.")
        case .reserved(let id):
            FaultText(
                en: "The id \(id) is reserved for what moves within one firm.",
                vi: "Mã \(id) được dành riêng cho vận chuyển trong nội bộ một doanh nghiệp.",
                mend: "Choose another id.", "Chọn mã khác.")
        case .takenBy(let table, let found):
            FaultText(
                en: "“\(found)” is the id of a row of \(table.rawValue); parks, firms, processes and projects share their ids.",
                vi:
                    "“\(found)” đã là mã của một dòng trong \(table.rawValue); khu, doanh nghiệp, công đoạn và dự án dùng chung không gian mã.",
                mend: "Choose another id for one of the two.", "Chọn mã khác cho một trong hai.")
        case .wrongKind(let found, let table, let expected):
            FaultText(
                en: "“\(found)” is a row of \(table.rawValue); here a row of \(expected.words(.english)) is expected.",
                vi: "“\(found)” là một dòng của \(table.rawValue); ở đây cần một dòng của \(expected.words(.vietnamese)).",
                mend: "Name the right one, or use the column for \(table.rawValue).",
                "Ghi đúng mã, hoặc dùng cột dành cho \(table.rawValue).")
        case .nameInsteadOfID(let found, let id):
            FaultText(
                en: "“\(found)” is a name; its id is expected here.", vi: "“\(found)” là tên; ở đây cần mã của nó.",
                mend: "Write \(id).", "Viết \(id).")
        case .unknownSource(let found, let nearest):
            FaultText(
                en: "No entry of sources in scenario.yaml has the id “\(found)”.",
                vi: "Không có mục nào trong sources của scenario.yaml mang mã “\(found)”.",
                mend: .meant(
                    nearest,
                    else: Phrase(en: "Add the source, or move the text to note.", vi: "Thêm nguồn này, hoặc chuyển nội dung sang note.")))
        case .unknownLicence(let found, let nearest):
            FaultText(
                en: "“\(found)” is neither a resource nor a resource's waste code; the licence opens nothing.",
                vi: "“\(found)” không phải tài nguyên cũng không phải mã chất thải của tài nguyên nào; giấy phép này không có tác dụng.",
                mend: .meant(
                    nearest,
                    else: Phrase(
                        en: "Check the code; if it is for other waste, nothing needs to be done.",
                        vi: "Kiểm tra lại mã; nếu là cho chất thải khác thì không cần sửa.")))
        case .unknownCargo(let found, let nearest):
            FaultText(
                en: "“\(found)” is neither a resource nor a kind of resource.",
                vi: "“\(found)” không phải tài nguyên cũng không phải loại tài nguyên.",
                mend: .meant(
                    nearest,
                    else: Phrase(
                        en: "Write ids or kinds (material, water, energy, product) with “;” between.",
                        vi: "Viết mã hoặc loại (material, water, energy, product), cách nhau bằng “;”.")))
        case .wrongListMark(let found, let mended):
            FaultText(
                en: "“\(found)” has another mark between its entries than “;”.", vi: "“\(found)” dùng dấu khác “;” giữa các mục.",
                mend: "Write \(mended).", "Viết \(mended).")
        case .differInCapitals(let id, let other):
            FaultText(
                en: "The ids \(id) and \(other) differ in capitals only, and are two different things.",
                vi: "Mã \(id) và \(other) chỉ khác nhau ở chữ hoa, nhưng là hai đối tượng khác nhau.",
                mend: "Rename one of them if they are meant to differ, else merge the rows.",
                "Đổi tên một mã nếu đúng là hai đối tượng, nếu không thì gộp hai dòng.")
        case .noSuchStream(let party, let resource, let kind): Self.noStream(party, resource, kind)
        case .sameEnds(let id):
            FaultText(
                en: "The row leads from \(id) to itself.", vi: "Dòng này nối \(id) với chính nó.",
                mend: "Name the other end, or remove the row.", "Ghi đầu còn lại, hoặc bỏ dòng này.")
        case .removesNothing(let key):
            FaultText(
                en: "The base has no row “\(key)” to take out.", vi: "Kịch bản gốc không có dòng “\(key)” để bỏ.",
                mend: "Correct the key, or remove the row.", "Sửa lại khóa, hoặc bỏ dòng này.")
        case .noRows(let table, let found, let cells, let isMissing): Self.noRows(table, found, cells, isMissing)
        }
    }

    private static func unknown(_ tables: [Table], _ found: String, _ nearest: String?) -> FaultText {
        FaultText(
            en: "No row of \(tables.words(.english)) has the id “\(found)”.",
            vi: "Không có dòng nào trong \(tables.words(.vietnamese)) mang mã “\(found)”.",
            mend: .meant(nearest, else: Phrase(en: "Correct the id, or add the row.", vi: "Sửa lại mã, hoặc thêm dòng còn thiếu.")))
    }

    private static func noRows(_ table: Table, _ found: String, _ cells: Int, _ isMissing: Bool) -> FaultText {
        let (count, name) = (Phrase.count(cells), table.rawValue)
        let lack =
            isMissing
            ? Phrase(en: "The table \(name) is missing", vi: "Thiếu bảng \(name)")
            : Phrase(en: "The table \(name) has no rows", vi: "Bảng \(name) không có dòng nào")
        let add = isMissing ? Phrase(en: "Add the table", vi: "Thêm bảng này") : Phrase(en: "Add the rows", vi: "Thêm các dòng")
        return FaultText(
            en: "\(lack.english), and \(count.english) cells name rows of it, the first “\(found)”.",
            vi: "\(lack.vietnamese), trong khi \(count.vietnamese) ô tham chiếu tới các dòng của bảng này, ô đầu tiên ghi “\(found)”.",
            mend: "\(add.english), or take the ids out of the cells.", "\(add.vietnamese), hoặc bỏ các mã ấy khỏi những ô đó.")
    }

    private static func noStream(_ party: String, _ resource: String, _ kind: StreamKind) -> FaultText {
        let problem =
            switch kind {
            case .output: Phrase(en: "\(party) has no output of \(resource).", vi: "\(party) không có đầu ra \(resource).")
            case .need: Phrase(en: "\(party) has no need of \(resource).", vi: "\(party) không có nhu cầu \(resource).")
            case .flow: Phrase(en: "\(party) has no flow of \(resource).", vi: "\(party) không có dòng vật chất \(resource).")
            case .supply: Phrase(en: "\(party) gives off no \(resource).", vi: "\(party) không thải ra \(resource).")
            }
        return FaultText(
            problem: problem + Phrase(en: "The row has no effect.", vi: "Dòng này không có tác dụng."),
            mend: Phrase(
                en: "Correct firm or resource, or add the row that it speaks of.",
                vi: "Sửa doanh nghiệp hoặc tài nguyên, hoặc thêm dòng được nói tới."))
    }
}

extension [Table] {
    /// The tables by their file names: `firms or parks`.
    fileprivate func words(_ language: Language) -> String {
        let names = map(\.rawValue)
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + (language == .english ? " or " : " hoặc ") + last
    }
}
