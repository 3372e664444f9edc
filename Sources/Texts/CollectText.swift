// SPDX-License-Identifier: GPL-3.0-or-later

/// What is said of questionnaires and of the answers on them.
public enum CollectText {
    /// `collect`.
    public static let collect = Phrase(
        en: "Gather the questionnaires that firms have sent back.", vi: "Thu thập các phiếu hỏi mà doanh nghiệp đã gửi lại.")
    /// An example of `collect`.
    public static let collectExample = Phrase(
        en: """
            Examples:
              symbio convert my-park questionnaires --questionnaires
              symbio collect my-park returned/*.xlsx --out my-park-answers

            Without --out it only lists what the answers say otherwise than the scenario. With --out they become a variant that extends it.
            Answers that contradict each other are listed, and nothing is written.
            """,
        vi: """
            Ví dụ:
              symbio convert khu-cua-toi phieu-hoi --questionnaires
              symbio collect khu-cua-toi phieu-tra-loi/*.xlsx --out khu-cua-toi-tra-loi

            Không có --out thì chỉ liệt kê những điểm khác với kịch bản. Có --out thì các câu trả lời thành một biến thể mở rộng kịch bản.
            Nếu các câu trả lời mâu thuẫn nhau thì liệt kê ra và không ghi gì.
            """)
    /// `FILES`.
    public static let files = Phrase(en: "The workbooks that came back.", vi: "Các tệp Excel đã gửi lại.")
    /// What stands for files.
    public static let filesName = Phrase(en: "files", vi: "các-tệp")
    /// `--out`.
    public static let out = Phrase(
        en: "Write the answers as a variant: a workbook where it ends in .xlsx, else a folder.",
        vi: "Ghi các câu trả lời thành một biến thể: tệp Excel nếu tên kết thúc bằng .xlsx, nếu không thì là thư mục.")

    /// How many questionnaires were written.
    public static func written(_ path: String, count: Int) -> Phrase {
        let number = Phrase.count(count)
        return Phrase(
            en: "\(path) is written: \(number.english) \(plural(count, "questionnaire", "questionnaires")).",
            vi: "Đã ghi \(path): \(number.vietnamese) phiếu hỏi.")
    }

    /// A firm that `--firms` names is not in the scenario.
    public static func unknownFirm(_ id: String) -> Phrase {
        Phrase(
            en: "--firms names “\(id)”, which is no firm of the scenario.", vi: "--firms nêu “\(id)”, không phải doanh nghiệp của kịch bản."
        )
    }

    /// `--firms` without `--questionnaires`.
    public static let firmsWithoutQuestionnaires = Phrase(
        en: "--firms says whom to ask; it needs --questionnaires.", vi: "--firms cho biết hỏi ai; cần đi cùng --questionnaires.")

    /// A row that the scenario does not have.
    public static func added(_ cell: String, _ subject: String) -> Phrase {
        Phrase(en: "\(cell) new: \(subject)", vi: "\(cell) mới: \(subject)")
    }

    /// A row that an answer takes out.
    public static func removed(_ cell: String, _ subject: String) -> Phrase {
        Phrase(en: "\(cell) taken out: \(subject)", vi: "\(cell) bỏ: \(subject)")
    }

    /// A value that an answer gives anew.
    public static func changed(_ cell: String, _ subject: String, old: Phrase?, new: Phrase?) -> Phrase {
        let (old, new) = (old ?? Phrase(same: "–"), new ?? Phrase(same: "–"))
        return Phrase(
            en: "\(cell) \(subject): \(old.english) → \(new.english)", vi: "\(cell) \(subject): \(old.vietnamese) → \(new.vietnamese)")
    }

    /// How many answered and how much is new.
    public static func summary(answers: Int, changes: Int, silent: [String]) -> Phrase {
        let (answerCount, changeCount) = (Phrase.count(answers), Phrase.count(changes))
        let first = Phrase(
            en:
                "\(answerCount.english) \(plural(answers, "answer", "answers")), \(changeCount.english) \(plural(changes, "change", "changes")).",
            vi: "\(answerCount.vietnamese) phiếu trả lời, \(changeCount.vietnamese) thay đổi.")
        guard !silent.isEmpty else { return first }
        let names = silent.prefix(12).joined(separator: ", ") + (silent.count > 12 ? " …" : "")
        let count = Phrase.count(silent.count)
        return first + Phrase(en: "No answer from \(count.english): \(names).", vi: "Chưa trả lời (\(count.vietnamese)): \(names).")
    }
}
