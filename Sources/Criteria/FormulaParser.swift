// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
internal import ScenarioFiles

/// What the names of a formula can mean.
struct FormulaNames {
    /// Declared measures, by name.
    var declared: [String: DeclaredMeasure] = [:]
    /// The criteria and sets that a formula may refer to.
    var criteria: Set<String> = [], sets: Set<String> = []
}

/// Parses a formula by recursive descent, names and types checked on the way.
struct FormulaParser {
    private static let depthLimit = 40

    private let tokens: [FormulaToken]
    private let names: FormulaNames
    private let own: DeclaredMeasure?
    private var position = 0
    private var depth = 0
    /// The collection whose members `where` speaks of.
    private var collection: Formula.Collection?

    /// Parses `text`, whose value must be of `type` where one is given.
    static func parse(
        _ text: String, _ names: FormulaNames, own: DeclaredMeasure? = nil, expecting type: FormulaType? = nil
    ) throws(FormulaError) -> Formula {
        var parser = FormulaParser(tokens: try FormulaToken.all(of: text), names: names, own: own)
        let start = parser.token
        let formula = try parser.either()
        guard parser.token.kind == .end else { throw parser.unexpected(.operation) }
        if let type { try parser.require(formula, type, at: start) }
        return formula
    }

    private init(tokens: [FormulaToken], names: FormulaNames, own: DeclaredMeasure?) {
        (self.tokens, self.names, self.own) = (tokens, names, own)
    }

    // MARK: The pieces

    private var token: FormulaToken { tokens[min(position, tokens.count - 1)] }

    private func unexpected(_ expected: FormulaExpectation) -> FormulaError {
        FormulaError(fault: .unexpected(found: token.written, expected: expected), character: token.character)
    }

    /// Takes the next piece where it is `mark` or the word `mark`.
    private mutating func take(_ mark: String) -> Bool {
        guard token.kind == .mark(mark) || token.kind == .name(mark) else { return false }
        position += 1
        return true
    }

    private mutating func need(_ mark: String, _ expected: FormulaExpectation) throws(FormulaError) {
        guard take(mark) else { throw unexpected(expected) }
    }

    private func require(_ formula: Formula, _ type: FormulaType, at start: FormulaToken) throws(FormulaError) {
        guard formula.type == type else {
            throw FormulaError(fault: .wrongType(found: formula.type, expected: type), character: start.character)
        }
    }

    // MARK: The levels of the grammar, the loosest first

    private mutating func either() throws(FormulaError) -> Formula {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else {
            throw FormulaError(fault: .tooDeep(limit: Self.depthLimit), character: token.character)
        }
        let start = token
        var left = try both()
        while take("or") {
            try require(left, .truth, at: start)
            let next = token, right = try both()
            try require(right, .truth, at: next)
            left = .either(left, right)
        }
        return left
    }

    private mutating func both() throws(FormulaError) -> Formula {
        let start = token
        var left = try negation()
        while take("and") {
            try require(left, .truth, at: start)
            let next = token, right = try negation()
            try require(right, .truth, at: next)
            left = .both(left, right)
        }
        return left
    }

    private mutating func negation() throws(FormulaError) -> Formula {
        var isNegated = false
        while take("not") { isNegated.toggle() }
        let start = token, formula = try comparison()
        guard isNegated else { return formula }
        try require(formula, .truth, at: start)
        return .not(formula)
    }

    private mutating func comparison() throws(FormulaError) -> Formula {
        let start = token, left = try sum()
        guard let comparison = takeComparison() else { return left }
        let next = token, right = try sum()
        if left.type == .text || right.type == .text || left.type == .truth {
            // Texts and truths are the same or not; there is no order among them.
            guard comparison == .equal || comparison == .unequal else {
                try require(left, .number, at: start); try require(right, .number, at: next); return left
            }
            try require(right, left.type, at: next)
        } else {
            try require(left, .number, at: start)
            try require(right, .number, at: next)
        }
        if case .mark(let mark) = token.kind, Formula.Comparison(rawValue: mark) != nil {
            throw FormulaError(fault: .chainedComparison, character: token.character)
        }
        return .comparison(left, comparison, right)
    }

    private mutating func takeComparison() -> Formula.Comparison? {
        guard case .mark(let mark) = token.kind, let comparison = Formula.Comparison(rawValue: mark) else { return nil }
        position += 1
        return comparison
    }

    private mutating func sum() throws(FormulaError) -> Formula {
        let start = token
        var left = try product()
        while let operation = takeArithmetic([.plus, .minus]) {
            try require(left, .number, at: start)
            let next = token, right = try product()
            try require(right, .number, at: next)
            left = .arithmetic(left, operation, right)
        }
        return left
    }

    private mutating func product() throws(FormulaError) -> Formula {
        let start = token
        var left = try signed()
        while let operation = takeArithmetic([.times, .divided]) {
            try require(left, .number, at: start)
            let next = token, right = try signed()
            try require(right, .number, at: next)
            left = .arithmetic(left, operation, right)
        }
        return left
    }

    private mutating func takeArithmetic(_ allowed: [Formula.Arithmetic]) -> Formula.Arithmetic? {
        guard case .mark(let mark) = token.kind, let operation = Formula.Arithmetic(rawValue: mark), allowed.contains(operation) else {
            return nil
        }
        position += 1
        return operation
    }

    private mutating func signed() throws(FormulaError) -> Formula {
        var isNegative = false
        while take("-") { isNegative.toggle() }
        let start = token, formula = try atom()
        guard isNegative else { return formula }
        try require(formula, .number, at: start)
        return .negative(formula)
    }

    private mutating func atom() throws(FormulaError) -> Formula {
        let start = token
        switch start.kind {
        case .number(let value):
            position += 1
            return .number(value)
        case .text(let text):
            position += 1
            return .text(text)
        case .mark("("):
            position += 1
            let inner = try either()
            try need(")", .closingParenthesis)
            return inner
        case .mark(let mark) where mark.hasPrefix("["):
            position += 1
            let id = String(mark.dropFirst())
            guard names.criteria.contains(id) else { throw unknown(id, .criterion, names.criteria, at: start) }
            return .criterion(id)
        case .name(let name):
            position += 1
            return try named(name, at: start)
        default: throw unexpected(.value)
        }
    }

    // MARK: Names

    private func unknown(
        _ name: String, _ scope: FormulaScope, _ known: some Sequence<String>, at start: FormulaToken
    ) -> FormulaError {
        FormulaError(
            fault: .unknownName(name, scope, nearest: Nearest.word(to: name, among: known.sorted())), character: start.character)
    }

    private mutating func named(_ name: String, at start: FormulaToken) throws(FormulaError) -> Formula {
        switch name {
        case "true", "yes": return .truth(true)
        case "false", "no": return .truth(false)
        default: break
        }
        if token.kind == .mark("(") { return try call(name, at: start) }
        if collection == .links {
            if let field = Formula.LinkField(rawValue: name) { return .link(field) }
            throw unknown(name, .link, Formula.LinkField.allCases.map(\.rawValue), at: start)
        }
        if name == "declared", let own { return .ownDeclaration(own.type.formulaType) }
        if let measure = Measure(rawValue: name) { return .measure(measure) }
        if let declared = names.declared[name] { return .declared(name, declared.type.formulaType) }
        let known = Measure.allCases.map(\.rawValue) + names.declared.keys
        throw unknown(name, collection == .firms ? .firm : .measure, known, at: start)
    }

    private static let callable =
        Formula.Function.allCases.map(\.rawValue) + Formula.Moment.allCases.map(\.rawValue) + [
            "change", "given", "count", "share", "sum", "met",
        ]

    private mutating func call(_ name: String, at start: FormulaToken) throws(FormulaError) -> Formula {
        guard Self.callable.contains(name) else { throw unknown(name, .function, Self.callable, at: start) }
        try need("(", .openingParenthesis)
        if ["count", "share", "sum"].contains(name) { return try aggregate(name) }
        var values: [(formula: Formula, start: FormulaToken)] = []
        if token.kind != .mark(")") {
            repeat {
                let first = token
                values.append((try either(), first))
            } while take(",")
        }
        let (least, most) = ["min", "max"].contains(name) ? (2, 20) : name == "given" ? (2, 2) : (1, 1)
        guard (least...most).contains(values.count) else {
            throw FormulaError(
                fault: .wrongCount(function: name, found: values.count, least: least, most: most), character: start.character)
        }
        try need(")", .closingParenthesis)
        if name == "met" {
            try require(values[0].formula, .text, at: values[0].start)
            guard case .text(let set) = values[0].formula, names.sets.contains(set) else {
                throw unknown(values[0].start.written ?? "", .criterion, names.sets, at: values[0].start)
            }
            return .metShare(set)
        }
        if let moment = Formula.Moment(rawValue: name) { return .moment(moment, values[0].formula) }
        for value in values { try require(value.formula, .number, at: value.start) }
        if name == "change" { return .change(values[0].formula) }
        if name == "given" { return .given(values[0].formula, otherwise: values[1].formula) }
        guard let function = Formula.Function(rawValue: name) else { throw unexpected(.value) }
        return .function(function, values.map(\.formula))
    }

    /// `count(firms where …)`, `share(firms where … among …)`, `sum(links, tonnes where …)`, the opening parenthesis taken.
    private mutating func aggregate(_ name: String) throws(FormulaError) -> Formula {
        guard case .name(let word) = token.kind, let members = Formula.Collection(rawValue: word), collection == nil else {
            throw unexpected(.collection)
        }
        position += 1
        collection = members
        defer { collection = nil }
        var aggregate = name == "count" ? Formula.Aggregate.count : .share
        if name == "sum" {
            try need(",", .comma)
            aggregate = .sum(try part(.number))
        }
        let condition = take("where") ? try part(.truth) : nil
        let among = take("among") ? try part(.truth) : nil
        try need(")", .closingParenthesis)
        return .aggregate(aggregate, members, condition: condition, among: among)
    }

    private mutating func part(_ type: FormulaType) throws(FormulaError) -> Formula {
        let start = token, formula = try either()
        try require(formula, type, at: start)
        return formula
    }
}

extension DeclaredType {
    /// What a declaration of the type is in a formula; a day is a text that is there or not.
    var formulaType: FormulaType {
        switch self {
        case .number: .number
        case .truth: .truth
        case .text, .day: .text
        }
    }
}
