// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension FormulaFault {
    /// The fault in words, with the formula and the character at which it is wrong.
    func text(formula: String, character: Int) -> FaultText {
        let place = Phrase(
            en: "In the formula “\(formula)”, character \(character):", vi: "Trong công thức “\(formula)”, ký tự thứ \(character):")
        return FaultText(problem: place + problem, mend: mend)
    }

    private var problem: Phrase {
        switch self {
        case .unexpected(let found?, let expected):
            Phrase(
                en: "“\(found)” stands where \(expected.words.english) should.",
                vi: "gặp “\(found)” ở chỗ cần \(expected.words.vietnamese).")
        case .unexpected(nil, let expected):
            Phrase(
                en: "it ends where \(expected.words.english) should stand.",
                vi: "công thức kết thúc ở chỗ cần \(expected.words.vietnamese).")
        case .unknownName(let name, let scope, _):
            Phrase(en: "“\(name)” is no \(scope.words.english).", vi: "“\(name)” không phải \(scope.words.vietnamese).")
        case .wrongType(let found, let expected):
            Phrase(
                en: "this is \(found.words.english); \(expected.words.english) is wanted.",
                vi: "đây là \(found.words.vietnamese); cần \(expected.words.vietnamese).")
        case .wrongCount(let function, let found, let least, let most):
            least == most
                ? Phrase(
                    en: "\(function) takes \(least) \(plural(least, "value", "values")), not \(found).",
                    vi: "\(function) nhận \(least) giá trị, không phải \(found).")
                : Phrase(
                    en: "\(function) takes \(least) to \(most) values, not \(found).",
                    vi: "\(function) nhận từ \(least) đến \(most) giá trị, không phải \(found).")
        case .chainedComparison:
            Phrase(en: "two comparisons stand in a row.", vi: "có hai phép so sánh liền nhau.")
        case .tooLong(let limit):
            Phrase(en: "it is longer than \(limit) characters.", vi: "công thức dài hơn \(limit) ký tự.")
        case .tooDeep(let limit):
            Phrase(en: "parentheses are nested more than \(limit) deep.", vi: "dấu ngoặc lồng nhau quá \(limit) cấp.")
        case .circle(let path):
            Phrase(
                en: "it leads back to itself: \(path.joined(separator: " → ")).",
                vi: "công thức dẫn ngược về chính nó: \(path.joined(separator: " → ")).")
        }
    }

    private var mend: Phrase {
        switch self {
        case .unknownName(_, _, let nearest):
            .meant(
                nearest,
                else: Phrase(
                    en: "Take a name of the list of measures, or declare it under declared.",
                    vi: "Dùng một tên trong danh mục chỉ tiêu, hoặc khai báo ở mục declared."))
        case .chainedComparison: Phrase(en: "Join them with “and”: a < b and b < c.", vi: "Nối bằng “and”: a < b and b < c.")
        case .wrongType(_, .truth): Phrase(en: "Compare it, such as “x > 0”.", vi: "So sánh nó, ví dụ “x > 0”.")
        case .wrongType: Phrase(en: "Use another value here.", vi: "Dùng giá trị khác ở đây.")
        case .circle: Phrase(en: "Take one of the references out.", vi: "Bỏ một trong các tham chiếu.")
        default: Phrase(en: "Correct the formula.", vi: "Sửa lại công thức.")
        }
    }
}

extension FormulaExpectation {
    fileprivate var words: Phrase {
        switch self {
        case .value: Phrase(en: "a value", vi: "một giá trị")
        case .operation: Phrase(en: "an operator or the end", vi: "một phép toán hoặc hết công thức")
        case .closingParenthesis: Phrase(en: "a closing parenthesis", vi: "dấu đóng ngoặc “)”")
        case .closingBracket: Phrase(en: "a closing bracket", vi: "dấu đóng ngoặc vuông “]”")
        case .closingQuote: Phrase(en: "a closing quotation mark", vi: "dấu đóng ngoặc kép")
        case .collection: Phrase(en: "“firms” or “links”", vi: "“firms” hoặc “links”")
        case .openingParenthesis: Phrase(en: "an opening parenthesis", vi: "dấu mở ngoặc “(”")
        case .comma: Phrase(en: "a comma", vi: "dấu phẩy")
        case .end: Phrase(en: "the end", vi: "hết công thức")
        }
    }
}

extension FormulaType {
    fileprivate var words: Phrase {
        switch self {
        case .number: Phrase(en: "a number", vi: "một số")
        case .truth: Phrase(en: "a condition", vi: "một điều kiện")
        case .text: Phrase(en: "a text", vi: "một chuỗi chữ")
        }
    }
}

extension FormulaScope {
    fileprivate var words: Phrase {
        switch self {
        case .measure: Phrase(en: "measure, computed or declared", vi: "chỉ tiêu được tính hoặc kê khai")
        case .function: Phrase(en: "function", vi: "hàm")
        case .firm: Phrase(en: "measure of a firm", vi: "chỉ tiêu của doanh nghiệp")
        case .link: Phrase(en: "field of a link", vi: "trường của liên kết trao đổi")
        case .criterion: Phrase(en: "criterion or set that is known", vi: "tiêu chí hay bộ tiêu chí đã biết")
        }
    }
}
