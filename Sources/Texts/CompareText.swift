// SPDX-License-Identifier: GPL-3.0-or-later

/// What the help screen and messages say of comparisons.
public enum CompareText {
    /// `compare`.
    public static let compare = Phrase(
        en: "Put scenarios or years side by side, with the path of each criterion.",
        vi: "Đặt các kịch bản hoặc các năm cạnh nhau, kèm diễn biến của từng tiêu chí.")
    /// An example of `compare`.
    public static let compareExample = Phrase(
        en: "Example: symbio compare Scenarios/chu-lai Scenarios/chu-lai-landfill-closed",
        vi: "Ví dụ: symbio compare Scenarios/chu-lai Scenarios/chu-lai-landfill-closed --lang vi")
    /// `A B …`.
    public static let scenarios = Phrase(
        en: "Two scenarios or more, folders or workbooks.", vi: "Hai kịch bản trở lên, thư mục hoặc tệp Excel.")
    /// One scenario cannot be compared.
    public static let oneScenario = Phrase(en: "Name two scenarios or more.", vi: "Cần nêu từ hai kịch bản trở lên.")
}
