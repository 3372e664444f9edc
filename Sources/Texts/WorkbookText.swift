// SPDX-License-Identifier: GPL-3.0-or-later
public import Spreadsheet

extension FailureText {
    /// A workbook could not be made.
    public static func workbook(_ failure: WorkbookFailure, path: String) -> Phrase {
        switch failure {
        case .system(let number): cannotWrite(path, errorNumber: number)
        case .tooLong(let sheet, let cell):
            Phrase(
                en: "\(path) is not written: the text for the cell \(sheet)!\(cell) is longer than a workbook can hold.",
                vi: "Không ghi \(path): nội dung ô \(sheet)!\(cell) dài hơn mức tệp Excel chứa được.")
        case .notANumber(let sheet, let cell):
            Phrase(
                en: "\(path) is not written: the value for the cell \(sheet)!\(cell) is none that a workbook can hold.",
                vi: "Không ghi \(path): tệp Excel không chứa được giá trị của ô \(sheet)!\(cell).")
        case .outside(let sheet):
            Phrase(
                en: "\(path) is not written: the sheet \(sheet) has more rows or columns than a workbook can hold.",
                vi: "Không ghi \(path): trang tính \(sheet) có nhiều dòng hoặc cột hơn mức tệp Excel chứa được.")
        case .sheetName(let name):
            Phrase(
                en: "\(path) is not written: no sheet can be called “\(name)”, or two are.",
                vi: "Không ghi \(path): tên trang tính “\(name)” không hợp lệ hoặc bị trùng.")
        case .noLibrary(let library):
            Phrase(
                en: """
                    \(path) is not written: workbooks are made with \(library.rawValue), which is not installed. Install it \
                    (on Debian: apt-get install \(library.package)), or ask for another form.
                    """,
                vi: """
                    Không ghi \(path): chưa cài đặt \(library.rawValue), thư viện dùng để tạo tệp Excel. Hãy cài đặt \
                    (trên Debian: apt-get install \(library.package)), hoặc chọn định dạng khác.
                    """)
        case .noSheets, .library:
            Phrase(en: "\(path) is not written: the workbook could not be made.", vi: "Không ghi \(path): không tạo được tệp Excel.")
        }
    }
}

/// What is said of converting a scenario and of describing its tables.
public enum ConvertText {
    /// `convert`.
    public static let convert = Phrase(
        en: "Take a scenario from a folder to an Excel workbook or back.", vi: "Chuyển kịch bản giữa thư mục và tệp Excel, cả hai chiều.")
    /// An example of `convert`.
    public static let convertExample = Phrase(
        en: """
            Examples:
              symbio convert Scenarios/chu-lai chu-lai.xlsx
              symbio convert chu-lai.xlsx chu-lai
              symbio convert chu-lai.xlsx questionnaires --questionnaires

            Nothing is lost: every table, column, source, basis and note, the settings, and what a variant says of its base.
            """,
        vi: """
            Ví dụ:
              symbio convert Scenarios/chu-lai chu-lai.xlsx --lang vi
              symbio convert chu-lai.xlsx chu-lai
              symbio convert chu-lai.xlsx phieu-hoi --questionnaires

            Không mất gì: mọi bảng, cột, nguồn, cơ sở, ghi chú, thiết lập, và những gì biến thể thay đổi so với kịch bản gốc.
            """)
    /// `FROM`.
    public static let from = Phrase(en: "The scenario: a folder or a workbook.", vi: "Kịch bản: thư mục hoặc tệp Excel.")
    /// `TO`.
    public static let to = Phrase(
        en: "What to make, which must not exist yet: a workbook where it ends in .xlsx, else a folder.",
        vi: "Nơi ghi, chưa được tồn tại: tệp Excel nếu tên kết thúc bằng .xlsx, nếu không thì là thư mục.")
    /// What stands for a scenario to read and one to write.
    public static let fromName = Phrase(en: "from", vi: "từ")
    /// The place to write to.
    public static let toName = Phrase(en: "to", vi: "đến")
    /// `--questionnaires`.
    public static let questionnaires = Phrase(
        en: "Write a workbook for each firm to fill in, with its own rows only.",
        vi: "Ghi cho mỗi doanh nghiệp một tệp Excel để điền, chỉ gồm các dòng của doanh nghiệp đó.")
    /// `--firms`.
    public static let firms = Phrase(
        en: "Ids of the firms to ask, with commas between; without it every firm that exists.",
        vi: "Mã các doanh nghiệp cần hỏi, cách nhau bằng dấu phẩy; nếu không nêu thì hỏi mọi doanh nghiệp đang tồn tại.")
    /// `package`.
    public static let package = Phrase(
        en: "Describe the tables of a folder for other programs (Frictionless datapackage.json).",
        vi: "Mô tả các bảng trong thư mục cho phần mềm khác (datapackage.json của Frictionless).")
    /// An example of `package`.
    public static let packageExample = Phrase(
        en: "Example: symbio package Scenarios/chu-lai", vi: "Ví dụ: symbio package Scenarios/chu-lai --lang vi")

    /// A scenario is written in its other form.
    public static func written(_ path: String, tables: Int, rows: Int, left: [String]) -> Phrase {
        let (tableCount, rowCount) = (Phrase.count(tables), Phrase.count(rows))
        let done = Phrase(
            en:
                "\(path) is written: \(tableCount.english) \(plural(tables, "table", "tables")), \(rowCount.english) \(plural(rows, "row", "rows")).",
            vi: "Đã ghi \(path): \(tableCount.vietnamese) bảng, \(rowCount.vietnamese) dòng.")
        guard !left.isEmpty else { return done }
        let names = left.joined(separator: ", ")
        return done + Phrase(en: "Left behind, as no part of the format: \(names).", vi: "Không chuyển vì không thuộc định dạng: \(names).")
    }

    /// A descriptor is written.
    public static func described(_ path: String, tables: Int) -> Phrase {
        let count = Phrase.count(tables)
        return Phrase(
            en: "\(path) is written for \(count.english) \(plural(tables, "table", "tables")).",
            vi: "Đã ghi \(path) cho \(count.vietnamese) bảng.")
    }

    /// `package` is asked for a workbook.
    public static func noFolder(_ path: String) -> Phrase {
        Phrase(
            en: "\(path) is a workbook; a descriptor stands beside CSV tables. Make a folder of it first: symbio convert \(path) FOLDER.",
            vi: "\(path) là tệp Excel; tệp mô tả đi cùng các bảng CSV. Trước hết hãy chuyển thành thư mục: symbio convert \(path) THƯ-MỤC.")
    }

    /// Something is made already.
    public static func alreadyThere(_ path: String) -> Phrase {
        Phrase(
            en: "\(path) is there already; nothing was changed. Choose another name.",
            vi: "\(path) đã tồn tại; không có gì bị thay đổi. Hãy chọn tên khác.")
    }
}
