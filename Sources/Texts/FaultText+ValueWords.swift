// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension ValueFault {
    /// Units, dates and words.
    var wordText: FaultText {
        switch self {
        case .unknownUnit(let found, let nearest):
            FaultText(
                en: "“\(found)” is not a unit of the format.", vi: "“\(found)” không phải đơn vị của định dạng.",
                mend: nearest.map { "Did you mean \($0)?" } ?? "Use \(Unit.list).",
                nearest.map { "Có phải ý bạn là \($0)?" } ?? "Dùng \(Unit.list).")
        case .wrongDimension(let found, let expected): Self.dimension(found, expected)
        case .notADate(let found, let mended):
            FaultText(
                en: "“\(found)” is not a date of the form YYYY-MM-DD.",
                vi: "“\(found)” không phải ngày theo dạng YYYY-MM-DD (năm-tháng-ngày).",
                mend: mended.map { "Did you mean \($0)?" } ?? "Write it like 2030-12-31.",
                mended.map { "Có phải ý bạn là \($0)?" } ?? "Viết như 2030-12-31.")
        case .noSuchDay(let found):
            FaultText(
                en: "The calendar has no \(found).", vi: "Lịch không có ngày \(found).",
                mend: "Check month and day.", "Kiểm tra lại tháng và ngày.")
        case .notYesOrNo(let found):
            FaultText(
                en: "“\(found)” is neither yes nor no.", vi: "“\(found)” không phải có hay không.",
                mend: "Write true or false.", "Viết true hoặc false (hay có, không).")
        case .unknownWord(let found, let allowed, let nearest):
            FaultText(
                en: "“\(found)” is not a word of this column: \(allowed.joined(separator: ", ")).",
                vi: "“\(found)” không phải từ của cột này: \(allowed.joined(separator: ", ")).",
                mend: nearest.map { "Did you mean \($0)?" } ?? "Use one of these words.",
                nearest.map { "Có phải ý bạn là \($0)?" } ?? "Dùng một trong các từ này.")
        case .unknownCurrency(let found, let nearest):
            FaultText(
                en: "“\(found)” is not a currency code of ISO 4217.", vi: "“\(found)” không phải mã tiền tệ theo ISO 4217.",
                mend: nearest.map { "Did you mean \($0)?" } ?? "Write the three letters, such as VND.",
                nearest.map { "Có phải ý bạn là \($0)?" } ?? "Viết mã ba chữ cái, chẳng hạn VND.")
        case .controlCharacter(let code):
            FaultText(
                en: "The text holds \(Self.name(of: code).english), which cannot be shown in a name.",
                vi: "Nội dung có \(Self.name(of: code).vietnamese), không thể hiển thị trong tên.",
                mend: "Write the text on one line.", "Viết nội dung trên một dòng.")
        case .clearsNothing:
            FaultText(
                en: "“-” clears a cell of the base, and here the base has none.",
                vi: "“-” dùng để xóa ô của kịch bản gốc, nhưng ở đây kịch bản gốc không có ô nào.",
                mend: "Leave the cell blank.", "Để trống ô này.")
        case .swappedAxes(let northing, let easting, let system):
            FaultText(
                en:
                    "The northing \(plain(northing)) and the easting \(plain(easting)) lie outside \(system); the other way round they fit.",
                vi: "Tọa độ bắc \(plain(northing)) và tọa độ đông \(plain(easting)) nằm ngoài \(system); đổi chỗ cho nhau thì đúng.",
                mend: "Swap the two cells: latitude holds the northing.",
                "Đổi chỗ hai ô: latitude chứa tọa độ bắc (X), longitude chứa tọa độ đông (Y).")
        case .outsideSystem(let northing, let easting, let system):
            FaultText(
                en: "The northing \(plain(northing)) and the easting \(plain(easting)) lie far outside the area of \(system).",
                vi: "Tọa độ bắc \(plain(northing)) và tọa độ đông \(plain(easting)) nằm xa ngoài phạm vi của \(system).",
                mend: "Check the figures, and the zone in distance.crs.", "Kiểm tra lại số liệu và múi chiếu trong distance.crs.")
        case .unknownSystem(let found):
            FaultText(
                en: "PROJ knows no coordinate reference system “\(found)” that leads to degrees.",
                vi: "PROJ không biết hệ tọa độ “\(found)” nào chuyển được sang độ.",
                mend: "Write a code such as EPSG:5899 (VN-2000, Da Nang and Quang Nam).",
                "Viết mã chẳng hạn EPSG:5899 (VN-2000, Đà Nẵng và Quảng Nam).")
        default:
            FaultText(
                en: "A value is required here and none is given.", vi: "Ở đây bắt buộc phải có giá trị nhưng đang để trống.",
                mend: "Give the value.", "Điền giá trị.")
        }
    }

    private static func dimension(_ found: Unit, _ expected: Unit) -> FaultText {
        let (measured, wanted) = (found.dimension.phrase, expected.dimension.phrase)
        return FaultText(
            en:
                "\(found.rawValue) measures \(measured.english), but the resource is counted in \(expected.rawValue), by \(wanted.english).",
            vi:
                "\(found.rawValue) đo \(measured.vietnamese), nhưng tài nguyên được tính bằng \(expected.rawValue), theo \(wanted.vietnamese).",
            mend: "Convert the figure to \(expected.rawValue) yourself; dimensions never convert.",
            "Tự quy đổi số liệu sang \(expected.rawValue); các đại lượng khác loại không tự quy đổi.")
    }

    /// A coordinate as it is written in a table.
    private func plain(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func name(of code: UInt8) -> Phrase {
        switch code {
        case 0x0A, 0x0D: Phrase(en: "a line break", vi: "ký tự xuống dòng")
        case 0x09: Phrase(en: "a tab", vi: "ký tự tab")
        default: Phrase(en: "the control character \(code)", vi: "ký tự điều khiển \(code)")
        }
    }
}

extension Unit {
    /// All units as they are written in tables.
    fileprivate static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Dimension {
    fileprivate var phrase: Phrase {
        switch self {
        case .mass: Phrase(en: "mass", vi: "khối lượng")
        case .volume: Phrase(en: "volume", vi: "thể tích")
        case .energy: Phrase(en: "energy", vi: "năng lượng")
        case .pieces: Phrase(en: "pieces", vi: "số chiếc")
        }
    }
}
