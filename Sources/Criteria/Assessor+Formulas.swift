// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension Formula {
    /// Whether the formula divides, or compares with the baseline: what a plan can come nearer to in percent.
    var isShare: Bool {
        switch self {
        case .arithmetic(_, .divided, _), .change: true
        case .arithmetic(let left, _, let right): left.isShare || right.isShare
        case .negative(let inner), .moment(_, let inner): inner.isShare
        default: false
        }
    }
}

extension Assessor {
    /// The measures that a formula names, those of criteria that it refers to among them.
    func measures(in formula: Formula, depth: Int = 0) -> Set<Measure> {
        guard depth < 32 else { return [] }
        func inside(_ formulas: Formula?...) -> Set<Measure> {
            formulas.compactMap { $0 }.reduce(into: []) { $0.formUnion(measures(in: $1, depth: depth + 1)) }
        }
        switch formula {
        case .measure(let measure): return [measure]
        case .criterion(let id): return inside(criterion(id)?.measured)
        case .negative(let inner), .not(let inner), .moment(_, let inner), .change(let inner): return inside(inner)
        case .arithmetic(let left, _, let right), .comparison(let left, _, let right), .both(let left, let right),
            .either(let left, let right), .given(let left, let right):
            return inside(left, right)
        case .function(_, let arguments): return arguments.reduce(into: []) { $0.formUnion(measures(in: $1, depth: depth + 1)) }
        case .aggregate(let aggregate, _, let condition, let among):
            if case .sum(let summed) = aggregate { return inside(summed, condition, among) }
            return inside(condition, among)
        case .number, .truth, .text, .declared, .ownDeclaration, .link, .metShare: return []
        }
    }

    /// Whether a formula has the same value in every plan.
    func isSettled(_ formula: Formula, depth: Int = 0) -> Bool {
        guard depth < 32 else { return false }
        func are(_ formulas: Formula?...) -> Bool { formulas.allSatisfy { $0.map { isSettled($0, depth: depth + 1) } ?? true } }
        switch formula {
        case .number, .truth, .text, .declared, .ownDeclaration: return true
        case .measure(let measure): return measure.isOfSubject
        case .moment(let moment, let inner): return moment != .plan || are(inner)
        case .criterion(let id): return criterion(id).map { are($0.measured) } ?? false
        case .negative(let inner), .not(let inner), .change(let inner): return are(inner)
        case .arithmetic(let left, _, let right), .comparison(let left, _, let right), .both(let left, let right),
            .either(let left, let right), .given(let left, let right):
            return are(left, right)
        case .function(_, let arguments): return arguments.allSatisfy { isSettled($0, depth: depth + 1) }
        case .aggregate(let aggregate, .firms, let condition, let among):
            if case .sum(let summed) = aggregate { return are(summed, condition, among) }
            return are(condition, among)
        case .aggregate, .link, .metShare: return false
        }
    }
}
