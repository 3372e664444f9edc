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
        vi: "Nơi ghi: .html, .xlsx, .pdf hoặc .geojson theo đuôi tệp, nếu không là một thư mục gồm tất cả, kèm trang riêng cho từng doanh nghiệp.")
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
        en: "The day that the report bears, as YYYY-MM-DD; none by default.", vi: "Ngày ghi trên báo cáo, dạng YYYY-MM-DD; mặc định không ghi.")
    /// What stands for an id.
    public static let idName = Phrase(en: "id", vi: "mã")
    /// What stands for a word.
    public static let wordName = Phrase(en: "word", vi: "từ")
    /// What stands for a day.
    public static let dayName = Phrase(en: "day", vi: "ngày")
}
