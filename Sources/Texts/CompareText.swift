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
    /// `--with`.
    public static let projects = Phrase(
        en: "Projects that count as built in every scenario, by id, commas between.",
        vi: "Mã các dự án được tính là đã có trong mọi kịch bản, cách nhau bằng dấu phẩy.")
    /// `--with` names a project that a scenario has not.
    public static func unknownProject(_ name: String, in scenario: String, known: [String]) -> Phrase {
        let list = known.sorted().map(\.printable).joined(separator: ", ")
        let (project, place) = (name.printable, scenario.printable)
        return known.isEmpty
            ? Phrase(
                en: "--with: the scenario \(place) has no project \(project); it has none at all.",
                vi: "--with: kịch bản \(place) không có dự án \(project); kịch bản này chưa có dự án nào.")
            : Phrase(
                en: "--with: the scenario \(place) has no project \(project). It has: \(list).",
                vi: "--with: kịch bản \(place) không có dự án \(project). Các dự án hiện có: \(list).")
    }
    /// One scenario cannot be compared.
    public static let oneScenario = Phrase(en: "Name two scenarios or more.", vi: "Cần nêu từ hai kịch bản trở lên.")
}
