// SPDX-License-Identifier: GPL-3.0-or-later

/// What the help screens and messages say of assessments and comparisons.
public enum AssessText {
    /// `assess`.
    public static let assess = Phrase(
        en: "Judge parks, firms and the plan by criteria sets.", vi: "Đánh giá khu, doanh nghiệp và phương án theo các bộ tiêu chí.")
    /// An example of `assess`.
    public static let assessExample = Phrase(
        en: """
            Examples:
              symbio assess Scenarios/chu-lai                     by the sets that the scenario names
              symbio assess Scenarios/chu-lai --subject P06       one park, verdict by verdict
              symbio assess my-park --criteria decree-2027.yaml   with a set of your own
            """,
        vi: """
            Ví dụ:
              symbio assess Scenarios/chu-lai --lang vi           theo các bộ tiêu chí nêu trong kịch bản
              symbio assess Scenarios/chu-lai --subject P06       từng kết luận của một khu
              symbio assess khu-cua-toi --criteria nghi-dinh.yaml thêm một bộ tiêu chí riêng
            """)
    /// `--criteria`.
    public static let criteria = Phrase(
        en: "Add a criteria set: a file, or the id of one that comes with the program; may be repeated.",
        vi: "Thêm một bộ tiêu chí: một tệp, hoặc mã của bộ có sẵn; có thể lặp lại.")
    /// `--subject`.
    public static let subject = Phrase(
        en: "Judge one park, firm or project, every verdict in full.",
        vi: "Đánh giá riêng một khu, doanh nghiệp hoặc dự án, đầy đủ từng kết luận.")
    /// `--out`.
    public static let out = Phrase(
        en: "Write to this folder the verdicts, the declarations to ask for, and forms A.4, A.5, B.4 and B.5 as far as the data go.",
        vi: "Ghi vào thư mục này các kết luận, danh sách cần kê khai, và các mẫu A.4, A.5, B.4, B.5 trong phạm vi dữ liệu có.")
    /// `--allocation`.
    public static let allocation = Phrase(
        en: "How the gas that an exchange avoids is split: cut-off, giver, half, circular-footprint or price.",
        vi: "Cách chia lượng phát thải tránh được của một trao đổi: cut-off, giver, half, circular-footprint hoặc price.")
    /// `--circular-factor`.
    public static let circularFactor = Phrase(
        en: "The taker's share A in circular-footprint, 0 to 1; 0.5 unless told otherwise.",
        vi: "Phần A của bên tiếp nhận trong circular-footprint, từ 0 đến 1; mặc định 0.5.")
    /// `--list`.
    public static let list = Phrase(
        en: "List the criteria sets that come with the program.", vi: "Liệt kê các bộ tiêu chí có sẵn trong chương trình.")
    /// What stands for an id, and for a rule.
    public static let idName = Phrase(en: "id", vi: "mã")
    /// A project is to be judged that does not count.
    public static func projectNotCounted(_ id: String) -> Phrase {
        Phrase(
            en: "The project \(id.printable) is not committed; count it in with --with \(id.printable).",
            vi: "Dự án \(id.printable) chưa cam kết; hãy tính dự án này bằng --with \(id.printable).")
    }
    /// A factor that is none.
    public static let notFactor = Phrase(
        en: "--circular-factor must be a number from 0 to 1.", vi: "--circular-factor phải là số từ 0 đến 1.")
    /// What stands for a rule of allocation.
    public static let ruleName = Phrase(en: "rule", vi: "quy-tắc")
    /// No scenario was named.
    public static let noScenario = Phrase(
        en: "Name a scenario, or ask for --list.", vi: "Cần nêu một kịch bản, hoặc dùng --list.")
    /// No set was named.
    public static let noSets = Phrase(
        en: "The scenario names no criteria set. Write criteria in scenario.yaml, or give --criteria.",
        vi: "Kịch bản chưa nêu bộ tiêu chí nào. Ghi mục criteria trong scenario.yaml, hoặc dùng --criteria.")
    /// There is no plan to judge.
    public static let noPlan = Phrase(
        en: "There is no plan to judge; what is told is of the baseline and of today. symbio solve says why.",
        vi: "Không có phương án để đánh giá; chỉ đánh giá mức cơ sở và hiện trạng. symbio solve cho biết lý do.")

    /// No park, firm or project that counts has the id.
    public static func unknownSubject(_ id: String) -> Phrase {
        Phrase(
            en: "No park with firms, no firm and no project that counts has the id “\(id)”.",
            vi: "Không có khu (có doanh nghiệp), doanh nghiệp hay dự án đang tính nào mang mã “\(id)”.")
    }
}
