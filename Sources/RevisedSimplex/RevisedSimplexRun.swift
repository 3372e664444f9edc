// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// One solve of ``RevisedSimplexSolver``.
struct RevisedSimplexRun {
    private let program: LinearProgram, options: SolveOptions, other: any Solver
    private let clock = ContinuousClock(), began: ContinuousClock.Instant
    /// The last basis of the simplex, where it came to an end that the other solver has to judge.
    private var end: SimplexBasis?

    init(_ program: LinearProgram, _ options: SolveOptions, _ other: any Solver) {
        (self.program, self.options, self.other, began) = (program, options, other, clock.now)
    }

    /// The options for what is left to do: less time, and a start.
    var remaining: SolveOptions {
        var options = options
        options.timeLimit = options.timeLimit.map { max($0 - seconds, 1e-3) }
        options.start = end ?? options.start
        return options
    }

    private var seconds: Double {
        let passed = (clock.now - began).components
        return Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
    }

    private var isOver: Bool { options.timeLimit.map { seconds >= $0 } ?? false || options.isCancelled?() ?? false }

    /// Nil where the other solver has to decide.
    mutating func solution() throws(SolverFailure) -> Solution? {
        let isFit = options.start.map { $0.columns.count == program.columnCount && $0.rows.count == program.rowCount } ?? false
        let basis = isFit ? options.start ?? program.slackBasis : program.slackBasis
        var found = run(from: basis, Guide(program, basis), isProvedElsewhere: !options.isCheckedByCaller)
        if case .end(let last) = found {
            if let solution = try proved(last) { return solution }
            // Old factors may have led astray: once more from where they led, to an end with new ones.
            found = run(from: last.basis, nil, isProvedElsewhere: false)
        }
        switch found {
        case .solution(let solution): return solution
        case .end(let last): return try proved(last)
        case .undecided: return nil
        }
    }

    /// What a run of the simplex comes to. The simplex is gone by then: the other solver has its memory.
    private enum Found { case solution(Solution), end(SimplexEnd), undecided }

    private mutating func run(from basis: SimplexBasis, _ guide: Guide?, isProvedElsewhere: Bool) -> Found {
        var simplex = PrimalSimplex(program, basis: basis, guide: guide)
        guard simplex.start() else { return .undecided }
        // A bound costs a pass over the program: telling may take a twentieth of the time.
        var next = 0.5
        let outcome = simplex.run(isProvedElsewhere: isProvedElsewhere) { [self] simplex in
            let now = seconds
            if options.progress != nil, now > next {
                tell(simplex)
                next = seconds + max(0.5, 20 * (seconds - now))
            }
            return isOver
        }
        switch outcome {
        case .optimal:
            end = simplex.basis
            return options.isCheckedByCaller ? .solution(simplex.solution) : .end(SimplexEnd(simplex))
        case .stopped: return stopped(&simplex).map { .solution($0) } ?? .undecided
        case .infeasible, .unbounded:
            end = simplex.basis
            return .undecided
        // Where this one got lost helps nobody: the other solver begins at the start.
        case .trouble: return .undecided
        }
    }

    private func tell(_ simplex: borrowing PrimalSimplex) {
        let objective = simplex.isPhaseOne ? nil : simplex.program.originalObjective(simplex.objective) + program.offset
        let bound = simplex.isPhaseOne ? nil : proof(simplex)?.bound
        options.progress?(SolveProgress(iterations: simplex.iterations, objective: objective, bound: bound))
    }

    /// The plan so far with what its duals prove, where it keeps all rules.
    private func stopped(_ simplex: inout PrimalSimplex) -> Solution? {
        guard simplex.isFeasible() else { return nil }
        var solution = simplex.solution
        solution.termination = options.isCancelled?() ?? false ? .cancelled : .timeLimit
        (solution.primal, solution.dual) = (.feasible, .infeasible)
        let proof = proof(simplex)
        solution.bound = proof?.bound ?? -.infinity
        if let proof { solution.rowDuals = proof.duals }
        return solution
    }

    /// The duals at hand that prove the most, and the bound that they prove; nil where none proves anything.
    ///
    /// Late in a search the simplex' own are the best, early those that guided its start; on the way means of both, as what duals prove is concave.
    private func proof(_ simplex: borrowing PrimalSimplex) -> (duals: [Double], bound: Double)? {
        let own = simplex.rowDuals
        var choices = [own]
        if let guide = simplex.guide {
            for share in [0.5, 0.85, 1] { choices.append(zip(own, guide.duals).map { (1 - share) * $0 + share * $1 }) }
        }
        return program.bestProof(of: choices)
    }

    // MARK: The last word

    /// The other solver on the columns of the basis, from that basis; then all columns priced by its duals. Nil where something pays after all.
    private func proved(_ found: SimplexEnd) throws(SolverFailure) -> Solution? {
        let basis = found.basis, scaled = found.program, used = found.used
        var part = LinearProgram()
        part.reserve(columns: used.count, rows: scaled.rows, nonzeros: used.count * 3)
        for row in 0..<scaled.rows { _ = part.addRow(lower: scaled.bounds[row].lower, upper: scaled.bounds[row].upper) }
        for variable in used {
            _ = part.addColumn(
                cost: scaled.figures[variable].cost, lower: scaled.bounds[variable].lower, upper: scaled.bounds[variable].upper)
            for place in scaled.places(variable) { part.addEntry(RowIndex(Int(scaled.entries[place].row)), scaled.entries[place].value) }
        }
        var next = remaining
        next.start = SimplexBasis(columns: used.map { basis.columns[Int(scaled.columnOf[$0 - scaled.rows])] }, rows: basis.rows)
        next.isScaled = true
        let last = try other.solve(part, options: next)
        guard last.primal == .optimal, last.rowDuals.count == program.rowCount, let lastBasis = last.basis else { return nil }
        var values = [Double](repeating: 0, count: program.columnCount), statuses = basis.columns
        for (position, variable) in used.enumerated() {
            let column = Int(scaled.columnOf[variable - scaled.rows])
            values[column] = scaled.original(last.columnValues[position], of: variable)
            statuses[column] = lastBasis.columns[position]
        }
        let duals = last.rowDuals.indices.map { scaled.originalDual(last.rowDuals[$0], ofRow: $0) }
        for j in 0..<program.columnCount where statuses[j] != .basic {
            guard !program.pays(j, statuses[j], duals) else { return nil }
        }
        let objective = program.objective(values)
        return Solution(
            termination: .finished, primal: .optimal, dual: .feasible, objective: objective, bound: objective, columnValues: values,
            rowDuals: duals, basis: SimplexBasis(columns: statuses, rows: lastBasis.rows),
            iterations: found.iterations + last.iterations)
    }
}

/// What is kept of a simplex that came to its end.
private struct SimplexEnd {
    let program: ScaledProgram, basis: SimplexBasis, iterations: Int
    /// The variables of columns that are basic or rest away from zero.
    let used: [Int]

    init(_ simplex: borrowing PrimalSimplex) {
        (program, basis, iterations) = (simplex.program, simplex.basis, simplex.iterations)
        used = (program.rows..<program.variableCount).filter { simplex.status[$0] == .basic || simplex.variables[$0].value != 0 }
    }
}

extension LinearProgram {
    /// A basis of the activities of all rows.
    var slackBasis: SimplexBasis {
        SimplexBasis(
            columns: [BasisStatus](repeating: .atLower, count: columnCount), rows: [BasisStatus](repeating: .basic, count: rowCount))
    }

    /// The objective of a point.
    func objective(_ values: [Double]) -> Double {
        var sum = offset
        for j in 0..<columnCount where values[j] != 0 { sum += cost[j] * values[j] }
        return sum
    }

    /// Whether moving column `j` from where it stands would make the objective better, beyond the rounding of the terms.
    func pays(_ j: Int, _ status: BasisStatus, _ duals: [Double]) -> Bool {
        guard lower[j] < upper[j] else { return false }
        let reduced = reducedCost(of: j, duals)
        // Most need no look at what rounding may do.
        if status == .atLower && reduced >= 0 || status == .atUpper && reduced <= 0 { return false }
        return abs(reduced) > 1e-9 * price(of: j, duals).scale
    }
}
