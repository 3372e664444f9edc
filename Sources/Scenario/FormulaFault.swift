// SPDX-License-Identifier: GPL-3.0-or-later

/// What a formula's value can be.
public enum FormulaType: String, Hashable, Sendable, CaseIterable { case number, truth, text }

/// What may stand at a place of a formula.
public enum FormulaExpectation: String, Hashable, Sendable, CaseIterable {
    /// A value: a number, a name, a parenthesis.
    case value
    /// An operator, or the end.
    case operation
    /// A closing mark: `)`, `]`, a quotation mark.
    case closingParenthesis, closingBracket, closingQuote
    /// A collection: `firms` or `links`.
    case collection
    /// An opening parenthesis behind the name of a function.
    case openingParenthesis
    /// A comma before the next argument.
    case comma
    /// The end of the formula.
    case end
}

/// What a name of a formula may name, for telling where it was looked for.
public enum FormulaScope: String, Hashable, Sendable, CaseIterable {
    /// A measure of the subject or a declared one; a function; a field of a firm or of a link; a criterion in brackets.
    case measure, function, firm, link, criterion
}

/// What is wrong with a formula of a criteria set.
public enum FormulaFault: Hashable, Sendable {
    /// Something else stands where `expected` should; nil: the formula ends there.
    case unexpected(found: String?, expected: FormulaExpectation)
    /// Nothing has this name.
    case unknownName(String, FormulaScope, nearest: String?)
    /// A value of one type where another is wanted.
    case wrongType(found: FormulaType, expected: FormulaType)
    /// A function is given too many or too few values.
    case wrongCount(function: String, found: Int, least: Int, most: Int)
    /// Two comparisons in a row, such as `a < b < c`.
    case chainedComparison
    /// The formula is longer or deeper than the reader takes.
    case tooLong(limit: Int), tooDeep(limit: Int)
    /// Criteria whose formulas lead back to this one.
    case circle([String])
}
