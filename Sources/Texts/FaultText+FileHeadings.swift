// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension FileFault {
    /// Headings and the names of files.
    var headingText: FaultText? {
        switch self {
        case .noHeadings:
            FaultText(
                en: "The file is empty; the first row must hold the headings.", vi: "Tệp trống; dòng đầu phải là tiêu đề các cột.",
                mend: "Write the headings, even if there are no rows.", "Ghi dòng tiêu đề, kể cả khi chưa có dữ liệu.")
        case .missingHeading(let column, let nearest):
            FaultText(
                en: "The column \(column) is required and missing.", vi: "Thiếu cột bắt buộc \(column).",
                mend: nearest.map { "Rename the column “\($0)” to \(column), or add it." } ?? "Add the column.",
                nearest.map { "Đổi tên cột “\($0)” thành \(column), hoặc thêm cột này." } ?? "Thêm cột này.")
        case .duplicateHeading(let heading, let first):
            FaultText(
                en: "The heading \(heading) stands in column \(first) already.", vi: "Tiêu đề \(heading) đã có ở cột \(first).",
                mend: "Rename or remove one of the two.", "Đổi tên hoặc bỏ một trong hai cột.")
        case .unknownHeading(let heading, let nearest):
            FaultText(
                en: "The table has no column “\(heading)”; it is not read.", vi: "Bảng không có cột “\(heading)”; cột này không được đọc.",
                mend: nearest.map { "Did you mean \($0)?" } ?? "Remove the column, or move its text to note.",
                nearest.map { "Có phải ý bạn là \($0)?" } ?? "Bỏ cột này, hoặc chuyển nội dung sang cột note.")
        case .blankHeading(let found):
            FaultText(
                en: "“\(found)” stands in a column without a heading.", vi: "“\(found)” nằm trong cột không có tiêu đề.",
                mend: "Give the column its heading, or clear it.", "Đặt tiêu đề cho cột, hoặc xóa nội dung của cột.")
        case .noKnownHeading(let found, let meant, let sheetColumns):
            FaultText(
                problem: Phrase(en: "None of the headings is known: “\(found)”.", vi: "Không nhận ra tiêu đề nào: “\(found)”."),
                mend: Self.headings(meant, sheetColumns))
        case .unknownFile(let nearest):
            FaultText(
                en: "The file is no part of a scenario; it is not read.", vi: "Tệp không thuộc kịch bản; không được đọc.",
                mend: nearest.map { "Did you mean \($0)?" } ?? "Move it out of the folder.",
                nearest.map { "Có phải ý bạn là \($0)?" } ?? "Chuyển tệp ra khỏi thư mục.")
        default: nil
        }
    }

    /// `scenario.yaml`, and the scenario that it extends.
    var settingText: FaultText? {
        switch self {
        case .brokenYAML(let problem):
            FaultText(
                en: "The text breaks the rules of YAML here: \(problem).",
                vi: "Nội dung sai cú pháp YAML tại đây: \(YAMLProblem.vietnamese(problem)).",
                mend: "Check colons, indentation and quotes of this line and the one above.",
                "Kiểm tra dấu hai chấm, thụt lề và dấu ngoặc của dòng này và dòng trên.")
        case .unknownKey(let key, let nearest):
            FaultText(
                en: "No setting is called “\(key)”; it is not read.", vi: "Không có thiết lập nào tên “\(key)”; mục này không được đọc.",
                mend: nearest.map { "Did you mean \($0)?" } ?? "Remove it, or make it a comment (#).",
                nearest.map { "Có phải ý bạn là \($0)?" } ?? "Bỏ mục này, hoặc chuyển thành chú thích (#).")
        case .duplicateKey(let key):
            FaultText(
                en: "The key “\(key)” stands twice.", vi: "Khóa “\(key)” xuất hiện hai lần.",
                mend: "Keep one of the two.", "Chỉ giữ lại một.")
        case .wrongForm(let found, let expected):
            FaultText(
                en: "\(found.phrase.english) stands here where \(expected.phrase.english) is expected.",
                vi: "Ở đây là \(found.phrase.vietnamese) trong khi cần \(expected.phrase.vietnamese).",
                mend: "Write \(expected.example).", "Viết theo dạng \(expected.example).")
        case .unknownFormat(let found):
            FaultText(
                en: "The format is “\(found)”; this version reads format 1.", vi: "Định dạng là “\(found)”; phiên bản này đọc định dạng 1.",
                mend: "Write format: 1, or use a newer version.", "Ghi format: 1, hoặc dùng phiên bản mới hơn.")
        case .missingBase(let path, _):
            FaultText(
                en: "The scenario to be extended, \(path), is not there or cannot be read.",
                vi: "Kịch bản được mở rộng, \(path), không tồn tại hoặc không đọc được.",
                mend: "Write the path as seen from this folder, such as ../chu-lai.",
                "Viết đường dẫn tính từ thư mục này, chẳng hạn ../chu-lai.")
        case .extendsCycle(let paths):
            FaultText(
                en: "The variants extend each other in a circle: \(paths.joined(separator: " → ")).",
                vi: "Các biến thể mở rộng lẫn nhau thành vòng: \(paths.joined(separator: " → ")).",
                mend: "Take extends out of the one that is the base.", "Bỏ extends ở kịch bản gốc.")
        case .noProjectionLibrary(let system, let hasLibrary):
            FaultText(
                en: "Coordinates in \(system) need \(hasLibrary ? "the database of PROJ" : "PROJ"), which is not installed.",
                vi: "Tọa độ theo \(system) cần \(hasLibrary ? "cơ sở dữ liệu của PROJ" : "PROJ"), hiện chưa được cài đặt.",
                mend: "Run: apt-get install libproj-dev, or give degrees and crs EPSG:4326.",
                "Chạy: apt-get install libproj-dev, hoặc dùng độ với crs EPSG:4326.")
        default: nil
        }
    }
}

extension SettingForm {
    fileprivate var phrase: Phrase {
        switch self {
        case .value: Phrase(en: "a single value", vi: "một giá trị đơn")
        case .list: Phrase(en: "a list", vi: "một danh sách")
        case .mapping: Phrase(en: "a group of keys", vi: "một nhóm khóa")
        }
    }

    fileprivate var example: String {
        switch self {
        case .value: "key: value"
        case .list: "key: [a, b]"
        case .mapping: "key: {a: 1}"
        }
    }
}

extension FileFault {
    /// How headings of which none is known are mended: by their own names, where those can be told.
    private static func headings(_ meant: [HeadingName], _ sheetColumns: [String]?) -> Phrase {
        if !meant.isEmpty {
            // A long list would hide what to do; the others show once these are mended.
            let shown = meant.prefix(8)
            return Phrase(
                en: "Rename " + shown.map { "“\($0.found)” to \($0.column)" }.joined(separator: ", ") + ".",
                vi: "Đổi tên " + shown.map { "“\($0.found)” thành \($0.column)" }.joined(separator: ", ") + ".")
        }
        if let columns = sheetColumns?.joined(separator: ", ") {
            return Phrase(
                en: "Write the headings \(columns) in one row above the values.",
                vi: "Ghi các tiêu đề \(columns) vào một dòng phía trên các giá trị.")
        }
        return Phrase(
            en: "Put the headings in the first row, with commas, semicolons or tabs between.",
            vi: "Đặt tiêu đề ở dòng đầu, phân cách bằng dấu phẩy, chấm phẩy hoặc tab.")
    }
}
