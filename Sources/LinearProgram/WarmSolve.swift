// SPDX-License-Identifier: GPL-3.0-or-later

/// Other bounds for one column or one row.
public struct BoundChange: Hashable, Sendable {
    /// What gets other bounds.
    public enum Target: Hashable, Sendable {
        case column(ColumnIndex)
        case row(RowIndex)
    }
    /// What gets other bounds, and these.
    public var target: Target, lower: Double, upper: Double

    /// Makes a change.
    public init(_ target: Target, lower: Double, upper: Double) { (self.target, self.lower, self.upper) = (target, lower, upper) }
}

/// A solved program that is kept at hand, so that the same program with a few other bounds is solved in a fraction of the time.
///
/// ```swift
/// let solution = try solver.solve(program, options: SolveOptions())
/// let warm = solver.warmSolve(program, from: basis)
/// let without = try warm.solve(changing: [BoundChange(.row(row), lower: 0, upper: 0)], options: SolveOptions())
/// ```
public protocol WarmSolve: Sendable {
    /// Solves the program with `changes`, which hold for this call alone. Infeasible and unbounded are normal results.
    func solve(changing changes: [BoundChange], options: SolveOptions) throws(SolverFailure) -> Solution
    /// Solves the program with `changes`, which are kept: what comes of it is at hand in its turn. Nil where no best plan was found, whyever;
    /// nobody else is asked. For searches that try many changes one after the other and lose nothing where one comes to nothing.
    func keeping(_ changes: [BoundChange], options: SolveOptions) throws(SolverFailure) -> KeptSolve?
}

/// A solved program that was changed for good, and its solution.
public struct KeptSolve: Sendable {
    /// From where to go on.
    public var warm: any WarmSolve
    /// The best plan of the changed program.
    public var solution: Solution

    /// Makes one.
    public init(warm: any WarmSolve, solution: Solution) { (self.warm, self.solution) = (warm, solution) }
}

/// What-ifs by solving the changed program from a basis.
public struct RestartedSolve: WarmSolve {
    private let program: LinearProgram, basis: SimplexBasis, solver: any Solver

    /// Makes what-ifs on `program` that start from `basis`.
    public init(_ program: LinearProgram, from basis: SimplexBasis, _ solver: any Solver) {
        (self.program, self.basis, self.solver) = (program, basis, solver)
    }

    /// Solves the program with `changes`.
    public func solve(changing changes: [BoundChange], options: SolveOptions) throws(SolverFailure) -> Solution {
        var changed = program, options = options
        for change in changes { changed.apply(change) }
        options.start = basis
        return try solver.solve(changed, options: options)
    }

    /// Solves the program with `changes` and keeps them.
    public func keeping(_ changes: [BoundChange], options: SolveOptions) throws(SolverFailure) -> KeptSolve? {
        var changed = program, options = options
        for change in changes { changed.apply(change) }
        options.start = basis
        let solution = try solver.solve(changed, options: options)
        guard solution.primal == .optimal else { return nil }
        return KeptSolve(warm: RestartedSolve(changed, from: solution.basis ?? basis, solver), solution: solution)
    }
}

extension LinearProgram {
    /// Gives a column or a row the bounds of `change`.
    public mutating func apply(_ change: BoundChange) {
        switch change.target {
        case .column(let column): setBounds(change.lower, change.upper, of: column)
        case .row(let row): setBounds(change.lower, change.upper, of: row)
        }
    }
}
