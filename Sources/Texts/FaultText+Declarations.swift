// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

extension CriteriaFault {
    /// What is wrong with a row of `declarations`.
    var declarationText: FaultText {
        switch self {
        case .unknownCriterion(let found, let nearest):
            FaultText(
                en: "No criterion and no declared measure has the id “\(found)”.",
                vi: "Không có tiêu chí hay chỉ tiêu kê khai nào mang mã “\(found)”.",
                mend: .meant(
                    nearest,
                    else: Phrase(
                        en: "Name the set that has it under criteria in scenario.yaml, or correct the id.",
                        vi: "Nêu bộ tiêu chí chứa mã này ở criteria trong scenario.yaml, hoặc sửa lại mã.")))
        case .computed(let criterion):
            FaultText(
                en: "\(criterion) is computed or only background; nothing is declared for it.",
                vi: "\(criterion) được tính hoặc chỉ là thông tin nền, không cần kê khai.",
                mend: "Remove the row, or declare what its formula names.", "Bỏ dòng này, hoặc kê khai chỉ tiêu mà công thức của nó dùng.")
        case .wrongDeclaredType(let criterion, let found, let expected):
            FaultText(
                problem: Phrase(
                    en: "\(criterion) asks for \(expected.words.english); here stands \(found.words.english).",
                    vi: "\(criterion) cần \(expected.words.vietnamese); ở đây lại là \(found.words.vietnamese)."), mend: expected.mend)
        case .wrongSubject(let criterion, let found, let expected):
            FaultText(
                problem: Phrase(
                    en: "\(criterion) is declared of \(expected.words.english), not of \(found.words.english).",
                    vi: "\(criterion) được kê khai cho \(expected.words.vietnamese), không phải cho \(found.words.vietnamese)."),
                mend: Phrase(en: "Name the right subject, or another criterion.", vi: "Ghi đúng đối tượng, hoặc tiêu chí khác."))
        case .wrongDeclaredUnit(let found, let expected): Self.wrongUnit(found, expected)
        case .percentOutOfRange(let found):
            FaultText(
                problem: Phrase.composed(.number(found), Phrase(same: "")) { number, _ in
                    ("\(number) % is no share.", "\(number) % không phải là một tỷ lệ.")
                }, mend: Phrase(en: "Write a percentage from 0 to 100.", vi: "Ghi tỷ lệ phần trăm từ 0 đến 100."))
        case .belowZero(let criterion, let found):
            FaultText(
                problem: Phrase.composed(.number(found), Phrase(same: "")) { number, _ in
                    ("\(number) is below zero, which \(criterion) cannot be.", "\(number) nhỏ hơn 0, \(criterion) không thể như vậy.")
                },
                mend: Phrase(
                    en: "Write 0 or more; leave the row out where the figure is not known.",
                    vi: "Ghi số từ 0 trở lên; chưa có số liệu thì bỏ dòng này."))
        case .partsAboveWhole(let parts, let sum, let whole, let amount, let unit):
            FaultText(
                problem: Self.partsAboveWhole(parts, .amount(sum, unit), whole, .amount(amount, unit)),
                mend: Phrase(
                    en: "Correct the part or the whole.", vi: "Sửa lại phần hoặc tổng."))
        case .endsBeforeItBegins(let from, let until):
            FaultText(
                problem: Phrase(
                    en: "The end, \(until.text.english), lies before the beginning, \(from.text.english).",
                    vi: "Ngày kết thúc \(until.text.vietnamese) trước ngày bắt đầu \(from.text.vietnamese)."),
                mend: Phrase(en: "Correct one of the two dates.", vi: "Sửa một trong hai ngày."))
        case .expired(let until, let day):
            FaultText(
                problem: Phrase(
                    en:
                        "The declaration ran out on \(until.text.english) and does not count on \(day.text.english), the day of the assessment.",
                    vi: "Kê khai hết hạn ngày \(until.text.vietnamese), không được tính vào ngày đánh giá \(day.text.vietnamese)."),
                mend: Phrase(en: "Ask for a new one.", vi: "Yêu cầu kê khai mới."))
        case .notYet(let year, let scenarioYear):
            FaultText(
                en: "The declaration is of \(year), after \(scenarioYear), the scenario's year, and does not count.",
                vi: "Kê khai thuộc năm \(year), sau năm \(scenarioYear) của kịch bản, nên không được tính.",
                mend: "Correct the year, or assess a later scenario.", "Sửa lại năm, hoặc đánh giá kịch bản của năm sau.")
        case .beforeForce(let criterion, let year, let from, let until):
            FaultText(
                problem: Phrase.composed(.days(from, until), Phrase(same: "")) { days, _ in
                    (
                        "\(criterion) is in force \(days), not in \(year).", "\(criterion) có hiệu lực \(days), không gồm năm \(year)."
                    )
                }, mend: Phrase(en: "Check the year.", vi: "Kiểm tra lại năm."))
        default:
            FaultText(problem: Phrase(same: ""), mend: Phrase(same: ""))
        }
    }

    private static func partsAboveWhole(_ parts: [String], _ sum: Phrase, _ whole: String, _ amount: Phrase) -> Phrase {
        let list = Phrase(en: parts.joined(separator: " + "), vi: parts.joined(separator: " + "))
        return Phrase(
            en: "\(list.english) = \(sum.english), more than the whole, \(whole) = \(amount.english).",
            vi: "\(list.vietnamese) = \(sum.vietnamese), lớn hơn tổng \(whole) = \(amount.vietnamese).")
    }

    private static func wrongUnit(_ found: String, _ expected: String?) -> FaultText {
        guard let expected else {
            return FaultText(
                en: "“\(found)” stands as the unit of what has none.", vi: "“\(found)” được ghi làm đơn vị cho chỉ tiêu không có đơn vị.",
                mend: "Clear the cell.", "Xóa ô này.")
        }
        return FaultText(
            en: "The unit is \(expected), not “\(found)”.", vi: "Đơn vị là \(expected), không phải “\(found)”.",
            mend: "Convert the value, and write \(expected) or nothing.", "Quy đổi giá trị, rồi ghi \(expected) hoặc để trống.")
    }
}

extension Phrase {
    /// A number with the unit that was written for it.
    fileprivate static func amount(_ value: Double, _ unit: String?) -> Phrase {
        let number = Phrase.number(value)
        return unit.map { Phrase(en: "\(number.english) \($0)", vi: "\(number.vietnamese) \($0)") } ?? number
    }
}

extension DeclaredType {
    /// What is asked for, in a sentence.
    public var words: Phrase {
        switch self {
        case .number: Phrase(en: "a number", vi: "một con số")
        case .truth: Phrase(en: "yes or no", vi: "có hoặc không")
        case .text: Phrase(en: "text", vi: "nội dung chữ")
        case .day: Phrase(en: "a date", vi: "một ngày")
        }
    }

    fileprivate var mend: Phrase {
        switch self {
        case .number: Phrase(en: "Write the number alone, its unit in unit.", vi: "Chỉ ghi con số, đơn vị ghi ở cột unit.")
        case .truth: Phrase(en: "Write yes or no.", vi: "Ghi có hoặc không.")
        case .text: Phrase(en: "Write what shows it, such as the number of a document.", vi: "Ghi minh chứng, ví dụ số văn bản.")
        case .day: Phrase(en: "Write YYYY-MM-DD.", vi: "Ghi theo dạng YYYY-MM-DD.")
        }
    }
}

extension SubjectKind {
    /// What the kind is called, in a sentence.
    public var words: Phrase {
        switch self {
        case .park: Phrase(en: "a park", vi: "khu công nghiệp")
        case .firm: Phrase(en: "a firm", vi: "doanh nghiệp")
        case .project: Phrase(en: "a project", vi: "dự án")
        }
    }
}

extension [SubjectKind] {
    fileprivate var words: Phrase {
        let phrases = map(\.words)
        return Phrase(
            en: phrases.map(\.english).joined(separator: " or "), vi: phrases.map(\.vietnamese).joined(separator: " hoặc "))
    }
}
