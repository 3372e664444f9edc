// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// One solve of ``DecomposedSolver``.
struct DecomposedRun {
    private let reduction: Reduction, program: LinearProgram, pricing: Pricing
    private let options: SolveOptions, inner: any Solver, threads: Int
    private var plan: WorkingPlan
    private let isWarm: Bool
    private let clock = ContinuousClock(), began: ContinuousClock.Instant

    /// The rows of the first blocks, and how fast they grow.
    private static let firstRows = 150.0, growth = 1.2
    /// A pass whose violations are worth less than this share of the objective is the last.
    private static let lastGain = 1e-3
    private static let mostPasses = 30

    init(_ reduction: Reduction, _ start: SimplexBasis?, _ options: SolveOptions, _ inner: any Solver, _ threads: Int) {
        (self.reduction, program, pricing) = (reduction, reduction.program, Pricing(reduction.program))
        (self.options, self.inner, self.threads) = (options, inner, threads)
        began = clock.now
        let warm = start.map { WorkingPlan(reduction, from: $0) }
        // A start in which nothing flows tells nothing new.
        if let warm, warm.moves(reduction) { (plan, isWarm) = (warm, true) } else { (plan, isWarm) = (WorkingPlan(reduction), false) }
    }

    /// Nil where the plain way has to decide.
    mutating func solution() throws(SolverFailure) -> Solution? {
        if !isWarm { try improveByBlocks() }
        if isOver, !isWarm { return stopped() }
        return try finish() ? expanded(.optimal) : isOver ? stopped() : nil
    }

    /// The plan so far, which keeps all rules; nil where it leans on an artificial column.
    private func stopped() -> Solution? { isWithoutArtificials ? expanded(.feasible) : nil }

    /// What only a penalty makes up for is no plan; the plain way tells what is in conflict.
    private var isWithoutArtificials: Bool { plan.values[reduction.firstArtificial...].allSatisfy { $0 < 1e-7 } }

    // MARK: Blocks

    private mutating func improveByBlocks() throws(SolverFailure) {
        var limit = Self.firstRows
        for _ in 0..<Self.mostPasses {
            let violations = pricing.violations(plan, tolerance: 1e-7)
            guard !violations.isEmpty, !isOver else { return }
            let before = objective
            let blocks = joined(violations, limit: Int(limit))
            guard try solve(blocks) else { return }
            limit *= Self.growth
            if before - objective < Self.lastGain * abs(objective - program.offset) { return }
        }
    }

    /// Blocks of at most `limit` rows, each with a violation inside and all columns whose rows it holds.
    private func joined(_ violations: [Violation], limit: Int) -> [Block] {
        var partition = Partition(count: program.rowCount)
        for j in 0..<program.columnCount where plan.columnStatus[j] == .basic { partition.join(j, of: program) }
        var active = [Bool](repeating: false, count: program.rowCount)
        var inside: [Int32] = []
        for violation in violations where partition.join(Int(violation.column), of: program, limit: limit) {
            inside.append(violation.column)
        }
        for column in inside { if let home = partition.home(of: Int(column), in: program) { active[Int(home)] = true } }
        var blockOf = [Int32](repeating: -1, count: program.rowCount), blocks: [Block] = []
        for row in 0..<Int32(program.rowCount) {
            let home = Int(partition.root(row))
            guard active[home] else { continue }
            if blockOf[home] < 0 {
                blockOf[home] = Int32(blocks.count)
                blocks.append(Block())
            }
            blocks[Int(blockOf[home])].rows.append(row)
        }
        for j in 0..<program.columnCount {
            guard let home = partition.home(of: j, in: program), blockOf[Int(home)] >= 0 else { continue }
            blocks[Int(blockOf[Int(home)])].columns.append(Int32(j))
        }
        // The largest first, so that no thread is left with one at the end.
        return blocks.sorted { ($1.rows.count, $0.rows[0]) < ($0.rows.count, $1.rows[0]) }
    }

    /// Solves blocks that share no row; false where one could not be solved.
    private mutating func solve(_ blocks: [Block]) throws(SolverFailure) -> Bool {
        var local = [Int32](repeating: -1, count: program.rowCount), isInside = [Bool](repeating: false, count: program.columnCount)
        for block in blocks {
            for (position, row) in block.rows.enumerated() { local[Int(row)] = Int32(position) }
            for column in block.columns { isInside[Int(column)] = true }
        }
        var outside = [Double](repeating: 0, count: program.rowCount)
        for j in 0..<program.columnCount where plan.values[j] != 0 && !isInside[j] {
            for k in program.entries(of: ColumnIndex(j)) { outside[Int(program.rows[k])] += program.values[k] * plan.values[j] }
        }
        let (whole, current, inner, options) = (program, plan, inner, remaining)
        let held = outside, positions = local
        let results = inParallel(blocks.count, threads: threads) { index -> Result<Solution, SolverFailure> in
            let (part, basis) = blocks[index].program(of: whole, current, outside: held, local: positions)
            var options = options
            options.start = basis
            do throws(SolverFailure) { return .success(try inner.solve(part, options: options)) } catch { return .failure(error) }
        }
        var isSolved = true
        for (block, result) in zip(blocks, results) {
            let solution = try result.get()
            if solution.primal == .optimal { block.write(solution, into: &plan) } else { isSolved = false }
        }
        return isSolved
    }

    // MARK: The last program

    /// False where no plan was proved: out of time, or nothing to be sure of.
    private mutating func finish() throws(SolverFailure) -> Bool {
        var columns = (0..<Int32(program.columnCount)).filter { j in
            plan.columnStatus[Int(j)] == .basic || plan.values[Int(j)] != 0 || Int(j) >= reduction.firstArtificial
        }
        var isIn = [Bool](repeating: false, count: program.columnCount)
        for column in columns { isIn[Int(column)] = true }
        var fresh = isWarm ? [] : pricing.violations(plan, tolerance: 1e-9)
        while true {
            for violation in fresh where !isIn[Int(violation.column)] {
                isIn[Int(violation.column)] = true
                columns.append(violation.column)
            }
            columns.sort()
            let block = Block(rows: (0..<Int32(program.rowCount)).map(\.self), columns: columns)
            let (part, basis) = block.program(
                of: program, plan, outside: [Double](repeating: 0, count: program.rowCount), local: block.rows)
            var next = remaining
            next.start = basis
            let solution = try inner.solve(part, options: next)
            guard solution.primal == .optimal, solution.rowDuals.count == program.rowCount else {
                if solution.primal == .feasible { block.write(solution, into: &plan) }
                return false
            }
            block.write(solution, into: &plan)
            fresh = pricing.violations(plan, tolerance: 1e-9) { !isIn[$0] }
            if fresh.isEmpty { break }
            fresh = Array(fresh.prefix(max(500, program.rowCount)))
        }
        return isWithoutArtificials
    }

    private var objective: Double {
        var sum = program.offset
        for j in 0..<program.columnCount where plan.values[j] != 0 { sum += program.cost[j] * plan.values[j] }
        return sum
    }

    private var seconds: Double {
        let passed = (clock.now - began).components
        return Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
    }

    private var isOver: Bool { options.timeLimit.map { seconds >= $0 } ?? false || options.isCancelled?() ?? false }

    /// The options with what is left of the time.
    private var remaining: SolveOptions {
        var options = options
        options.timeLimit = options.timeLimit.map { max($0 - seconds, 1e-3) }
        return options
    }

    /// The solution in terms of the original program.
    private func expanded(_ primal: PrimalStatus) -> Solution {
        let original = reduction.original
        var values = original.lower,
            basis = SimplexBasis(
                columns: original.columnCount == 0 ? [] : [BasisStatus](repeating: .atLower, count: original.columnCount),
                rows: plan.rowStatus)
        for j in 0..<original.columnCount where original.lower[j] == original.upper[j] { basis.columns[j] = .fixed }
        for (j, column) in reduction.columns.enumerated() {
            if column >= 0 {
                values[Int(column)] = plan.values[j]
                basis.columns[Int(column)] = plan.columnStatus[j]
            } else if plan.columnStatus[j] == .basic {
                basis.rows[-1 - Int(column)] = .basic
            }
        }
        var activity = [Double](repeating: 0, count: original.rowCount)
        for s in reduction.slack where s >= 0 { values[Int(s)] = 0 }
        for j in 0..<original.columnCount where values[j] != 0 {
            for k in original.entries(of: ColumnIndex(j)) { activity[Int(original.rows[k])] += original.values[k] * values[j] }
        }
        var duals = plan.duals
        for i in 0..<original.rowCount where reduction.slack[i] >= 0 {
            let s = Int(reduction.slack[i])
            values[s] = max(0, (original.rowLower[i] - activity[i]) / reduction.slackEntry[i])
            basis.columns[s] = basis.rows[i] == .basic ? .basic : .atLower
            basis.rows[i] = .fixed
            var price = original.cost[s]
            for k in original.entries(of: ColumnIndex(s)) where Int(original.rows[k]) != i {
                price -= original.values[k] * plan.duals[Int(original.rows[k])]
            }
            duals[i] += price / reduction.slackEntry[i]
        }
        var objective = original.offset
        for j in 0..<original.columnCount { objective += original.cost[j] * values[j] }
        let isOptimal = primal == .optimal
        let termination: Termination = isOptimal ? .finished : options.isCancelled?() ?? false ? .cancelled : .timeLimit
        return Solution(
            termination: termination, primal: primal, dual: isOptimal ? .feasible : .unknown, objective: objective,
            bound: isOptimal ? objective : -.infinity, columnValues: values, rowDuals: isOptimal ? duals : [], basis: basis,
            iterations: plan.iterations)
    }

}
