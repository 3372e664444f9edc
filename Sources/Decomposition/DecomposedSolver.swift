// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram

/// Solves large sparse programs by parts with another solver, and small ones or those that it is not sure of by that solver alone.
///
/// 1. Slacks are put in terms of the rest (``Reduction``), so that a plan in which nothing flows is at hand and every other column says by its
///    own reduced cost whether it pays.
/// 2. Blocks: the rows that columns of the basis tie together are one atom. The columns that promise most join atoms up to a number of rows; each
///    block is solved with the rest held, warm and on several threads; then everything is priced again.
/// 3. One program of all rows, with the columns of the basis and those that still pay; what pays by its duals is added until nothing does.
///    Its duals prove the plan the best of the whole program.
public struct DecomposedSolver: Solver {
    private let inner: any Solver
    private let threads: Int

    /// - Parameters:
    ///   - inner: solves the parts.
    ///   - threads: how many parts at once.
    public init(_ inner: any Solver, threads: Int) { (self.inner, self.threads) = (inner, max(threads, 1)) }

    /// The name of the solver of the parts.
    public var name: String { inner.name }

    /// Programs of fewer rows are solved in one piece.
    private static let fewestRows = 400

    /// Solves `program`; a start that is near the best plan spares the blocks.
    public func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
        if let defect = program.defect() { throw .unfit(defect) }
        let start = options.start.flatMap { $0.columns.count == program.columnCount && $0.rows.count == program.rowCount ? $0 : nil }
        guard program.rowCount >= Self.fewestRows, let reduction = Reduction(program, keeping: start) else {
            return try inner.solve(program, options: options)
        }
        var run = DecomposedRun(reduction, start, options, inner, threads)
        if let solution = try run.solution() { return solution }
        return try inner.solve(program, options: options)
    }
}
