// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram

/// What a search brings back.
public struct SwitchedSolution: Sendable {
    /// Why the search stopped.
    public var termination: Termination
    /// What is known of `values` and `isOn`.
    public var primal: PrimalStatus
    /// One value per column of the flows, and whether each switch is on; empty without a plan.
    public var values: [Double], isOn: [Bool]
    /// The objective of the plan, and a proved lower bound of every plan.
    public var objective: Double, bound: Double
    /// The bound that the duals of the relaxations prove, worked out apart from the solver; no tree has a part in it.
    public var relaxationBound: Double
    /// Simplex iterations.
    public var iterations: Int
}

/// Solves switched programs: block by block, each by relaxation, rounding, fixing and branch and cut.
public struct SwitchedSolver: Sendable {
    private let solver: any Solver
    /// A plan whose objective is within this share of the bound is proved to be the best.
    public static let tolerance = 1e-9

    /// - Parameter solver: solves linear programs, and those with integers.
    public init(_ solver: any Solver) { self.solver = solver }

    /// Solves `program`.
    ///
    /// - Parameter start: a plan to begin with: which switches are on.
    public func solve(_ program: SwitchedProgram, options: SolveOptions, start: [Bool]? = nil) throws(SolverFailure) -> SwitchedSolution {
        if let defect = program.flow.defect() { throw .unfit(defect) }
        let clock = SearchClock(options)
        var result = SwitchedSolution(
            termination: .finished, primal: .optimal, values: [Double](repeating: 0, count: program.flow.columnCount),
            isOn: [Bool](repeating: false, count: program.switches.count), objective: program.flow.offset, bound: program.flow.offset,
            relaxationBound: program.flow.offset, iterations: 0)
        // Nobody waits for large blocks before it is known whether the small ones can be met at all.
        let blocks = program.blocks().sorted {
            ($0.program.switches.count, $0.columns.first ?? 0) < ($1.program.switches.count, $1.columns.first ?? 0)
        }
        for block in blocks {
            var choice: Choice?
            if let start {
                choice = try Rounding(
                    whole: block.program, solver: solver, clock: clock, isOff: [Bool](repeating: false, count: block.switches.count),
                    worth: []
                ).settle(block.switches.map { start[$0] }, start: nil, isExact: true)
            }
            var search = Search(block.program, solver, clock, tolerance: Self.tolerance, start: choice)
            let (primal, termination) = try search.run()
            result.iterations += search.iterations
            result.bound += search.bound
            result.relaxationBound += search.rootBound
            if termination != .finished, result.termination == .finished { result.termination = termination }
            guard let best = search.best, primal == .optimal || primal == .feasible else {
                (result.primal, result.termination) = (primal == .optimal || primal == .feasible ? .unknown : primal, termination)
                (result.values, result.isOn, result.objective) = ([], [], .nan)
                return result
            }
            if primal == .feasible { result.primal = .feasible }
            result.objective += best.objective
            for (position, column) in block.columns.enumerated() { result.values[column] = best.x[position] }
            for (position, s) in block.switches.enumerated() { result.isOn[s] = best.isOn[position] }
        }
        return result
    }
}
