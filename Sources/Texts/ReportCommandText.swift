// SPDX-License-Identifier: GPL-3.0-or-later

/// What the help screen says of `report`, and what the command tells.
public enum ReportCommandText {
    /// `report`.
    public static let report = Phrase(
        en: "Solve a scenario and write the report of its plan.", vi: "Giải một kịch bản và lập báo cáo về phương án.")
    /// An example of `report`.
    public static let example = Phrase(
        en: """
            Examples:
              symbio report Scenarios/chu-lai -o chu-lai.html --lang both
              symbio report Scenarios/chu-lai -o for-others --anonymise
            """,
        vi: """
            Ví dụ:
              symbio report Scenarios/chu-lai -o chu-lai.html --lang both
              symbio report Scenarios/chu-lai -o gui-ben-ngoai --anonymise --lang vi
            """)
    /// `-o`.
    public static let out = Phrase(
        en: "What to write: .html, .xlsx, .pdf or .geojson by the ending, else a folder of all, with a page for each firm.",
        vi:
            "Nơi ghi: .html, .xlsx, .pdf hoặc .geojson theo đuôi tệp, nếu không là một thư mục gồm tất cả, kèm trang riêng cho từng doanh nghiệp."
    )
    /// `--lang`.
    public static let languages = Phrase(
        en: "The language of the report, or both; by default the environment's (LC_ALL, LC_MESSAGES, LANG).",
        vi: "Ngôn ngữ của báo cáo, hoặc cả hai; mặc định theo môi trường (LC_ALL, LC_MESSAGES, LANG).")
    /// `--firm`.
    public static let firm = Phrase(
        en: "Write the page of this firm alone: its own position, nobody else's.",
        vi: "Chỉ lập trang của doanh nghiệp này: vị trí của riêng doanh nghiệp, không nêu của nơi khác.")
    /// `--anonymise`.
    public static let anonymise = Phrase(
        en: "Put codes for firms, plants and projects, and leave out remarks and what could name them.",
        vi: "Thay doanh nghiệp, cơ sở và dự án bằng mã, bỏ ghi chú và những gì có thể nêu tên.")
    /// `--code-key`.
    public static let codeKey = Phrase(
        en: "A secret word that the codes are made from: the same word gives the same codes in every copy.",
        vi: "Từ bí mật dùng để tạo mã: cùng một từ cho cùng một mã trong mọi bản.")
    /// `--date`.
    public static let date = Phrase(
        en: "The day that the report bears, as YYYY-MM-DD; none by default.",
        vi: "Ngày ghi trên báo cáo, dạng YYYY-MM-DD; mặc định không ghi.")
    /// What stands for an id.
    public static let idName = Phrase(en: "id", vi: "mã")
    /// What stands for a word.
    public static let wordName = Phrase(en: "word", vi: "từ")
    /// What stands for a day.
    public static let dayName = Phrase(en: "day", vi: "ngày")
}

extension ReportCommandText {
    /// There is no browser to print with.
    public static let noBrowser = Phrase(
        en:
            "A PDF needs Chromium, which is not installed; on Debian: apt-get install chromium. The .html file prints to PDF from any browser.",
        vi:
            "Cần có Chromium để tạo PDF nhưng máy chưa cài; trên Debian: apt-get install chromium. Tệp .html in được ra PDF từ mọi trình duyệt."
    )

    /// Why the PDF could not be made.
    public static func notPrinted(_ reason: Phrase) -> Phrase {
        Phrase(en: "The PDF was not made: \(reason.english).", vi: "Chưa tạo được PDF: \(reason.vietnamese).")
    }

    /// What the workbook library says.
    public static func noWorkbook(_ reason: String) -> Phrase {
        Phrase(en: "The Excel workbook was not made: \(reason).", vi: "Chưa tạo được tệp Excel: \(reason).")
    }

    /// The projects could not be ranked.
    public static let noScreening = Phrase(
        en: "The projects are not ranked in the report: screening them did not come to an end. See symbio screen.",
        vi: "Báo cáo không xếp hạng dự án vì chưa sàng lọc xong. Xem symbio screen.")

    /// `--firm` names nobody.
    public static func unknownFirm(_ id: String, known: [String]) -> Phrase {
        let nearest = known.sorted().prefix(12).joined(separator: ", ")
        let more = known.count > 12 ? ", …" : ""
        return Phrase(
            en: "There is no firm \(id). The firms are \(nearest)\(more).",
            vi: "Không có doanh nghiệp \(id). Các doanh nghiệp gồm \(nearest)\(more).")
    }

    /// A firm's page in a form that it has not.
    public static let firmForm = Phrase(
        en: "The page of one firm is written as .html or .pdf.", vi: "Trang của một doanh nghiệp chỉ ghi được dạng .html hoặc .pdf.")

    /// An ending that means no form of a report.
    public static func unknownForm(_ path: String) -> Phrase {
        Phrase(
            en: "\(path) has an ending that no report has. Known: .html, .xlsx, .pdf, .geojson; a folder has no ending.",
            vi: "\(path) có đuôi tệp không thuộc dạng báo cáo nào. Các dạng: .html, .xlsx, .pdf, .geojson; thư mục thì không có đuôi.")
    }

    /// A file is asked for where a folder stands.
    public static func isFolder(_ path: String) -> Phrase {
        Phrase(en: "\(path) is a folder; name a file.", vi: "\(path) là một thư mục; hãy nêu tên tệp.")
    }

    /// `--date` is no day.
    public static func notDay(_ text: String) -> Phrase {
        Phrase(en: "\(text) is no day; write it as 2030-12-31.", vi: "\(text) không phải là ngày; hãy ghi dạng 2030-12-31.")
    }
}
