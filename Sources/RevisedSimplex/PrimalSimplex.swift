// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// The primal simplex on a scaled program, from any basis: phase 1 makes the sum of what breaks bounds small, phase 2 the objective.
///
/// Each iteration works on the few entries that it touches: the column that enters is solved for by ``BasisFactor``, duals change by one
/// sparse row of the inverse, and columns are priced from a short list of good ones that is filled again from the next stretch of the program.
struct PrimalSimplex {
    let program: ScaledProgram
    /// Per variable: bounds that hold in this run, value, status.
    var lower: [Double], upper: [Double]
    var value: [Double]
    var status: [BasisStatus]
    /// Per row: the variable that is basic there.
    var head: [Int32]
    /// Per row: the dual.
    var dual: [Double]
    var factor: BasisFactor
    /// Work: the column that enters, before and after U; a row of the inverse; room for an exchange.
    var spike: SparseVector, direction: SparseVector, inverseRow: SparseVector, scratch: SparseVector
    /// Per row: −1 where the basic variable is below its bounds, 1 where above; and how many there are.
    var breach: [Int8], breaches = 0
    var isPhaseOne: Bool { breaches > 0 }
    var list: CandidateList
    var iterations = 0, degenerateRun = 0
    var isPerturbed = false

    /// A bound may be missed by this, relative to 1 + |bound|; a reduced cost of the wrong sign counts above this share of its terms.
    static let feasibility = 1e-9, optimality = 1e-10
    /// An entry of a direction below this is none.
    static let smallestEntry = 1e-9
    private static let mostUpdates = 4000, fewUpdates = 40

    enum End { case optimal, infeasible, unbounded, stopped, trouble }

    init(_ program: ScaledProgram, basis: SimplexBasis) {
        self.program = program
        (lower, upper) = (program.lower, program.upper)
        let count = program.columns + program.rows
        value = [Double](repeating: 0, count: count)
        status = basis.columns + basis.rows
        head = []
        dual = [Double](repeating: 0, count: program.rows)
        factor = BasisFactor(count: program.rows)
        list = CandidateList(count: count)
        spike = SparseVector(count: program.rows)
        (direction, inverseRow, scratch) = (spike, spike, spike)
        breach = [Int8](repeating: 0, count: program.rows)
        var basic: [Int32] = []
        for variable in 0..<count {
            if status[variable] == .basic { basic.append(Int32(truncatingIfNeeded: variable)) } else { rest(variable) }
        }
        head = basic
    }

    /// Puts a variable that is not basic on a bound that it has.
    mutating func rest(_ variable: Int) {
        let low = lower[variable], high = upper[variable]
        if low == high {
            status[variable] = .fixed
        } else if low == -.infinity && high == .infinity {
            status[variable] = .free
        } else {
            let isAtUpper = status[variable] == .atUpper && high < .infinity || low == -.infinity
            status[variable] = isAtUpper ? .atUpper : .atLower
        }
        value[variable] = status[variable] == .free ? 0 : status[variable] == .atUpper ? high : low
    }

    /// Starts from the basis as it is: factors, values and duals; then what can be had without factors. False where the numbers are bad.
    mutating func start() -> Bool {
        guard refactor() else { return false }
        let before = iterations
        enterGreedily()
        return iterations == before || refactor()
    }

    /// Runs to the end; `shouldStop` is asked now and then.
    mutating func run(_ shouldStop: (borrowing PrimalSimplex) -> Bool) -> End {
        var isFresh = factor.updates <= PrimalSimplex.fewUpdates
        let most = iterations + 10_000 + 50 * (program.rows + program.columns)
        while iterations < most {
            if iterations & 63 == 0, shouldStop(self) { return .stopped }
            if factor.updates >= PrimalSimplex.mostUpdates || factor.etaWork > 16 * program.rows {
                guard refactor() else { return .trouble }
                isFresh = true
            }
            guard let entering = chooseEntering() else {
                if !isFresh, factor.updates > PrimalSimplex.fewUpdates {
                    // Old factors carry rounding: what looks like the end is looked at once more.
                    guard refactor() else { return .trouble }
                    isFresh = true
                    continue
                }
                if isPerturbed {
                    removePerturbation()
                    guard refactor() else { return .trouble }
                    continue
                }
                guard list.hasNoBans else { return .trouble }
                return isPhaseOne ? .infeasible : .optimal
            }
            switch step(entering) {
            case .done: isFresh = false
            case .unbounded: return isPhaseOne ? .trouble : .unbounded
            case .perturbed:
                guard refactor() else { return .trouble }
                isFresh = true
            case .refactor:
                if isFresh { list.ban(entering) }
                guard refactor() else { return .trouble }
                isFresh = true
            }
            iterations += 1
        }
        return .trouble
    }

    // MARK: Factors, values and duals afresh

    /// Factors the basis and computes values and duals from it; false where that cannot be done.
    mutating func refactor() -> Bool {
        let made = factor.make(head, of: program)
        for variable in made.dropped { rest(Int(variable)) }
        head = made.head
        for variable in head { status[Int(variable)] = .basic }
        computeValues()
        guard value.allSatisfy(\.isFinite) else { return false }
        computeDuals()
        return true
    }

    /// The values of basic variables from those of the others: B x_B = −N x_N.
    private mutating func computeValues() {
        direction.clear()
        for variable in value.indices where status[variable] != .basic && value[variable] != 0 {
            program.load(variable, times: -value[variable], into: &direction)
        }
        factor.passLower(&direction)
        factor.solveUpper(&direction)
        for row in 0..<program.rows { value[Int(head[row])] = direction.values[row] }
        direction.clear()
        findBreaches()
    }

    /// Which basic variables are outside their bounds.
    mutating func findBreaches() {
        breaches = 0
        for row in 0..<program.rows {
            breach[row] = side(of: Int(head[row]))
            if breach[row] != 0 { breaches += 1 }
        }
    }

    /// The duals of the present phase: Bᵀ y = c_B.
    mutating func computeDuals() {
        inverseRow.clear()
        for row in 0..<program.rows {
            let cost = isPhaseOne ? Double(breach[row]) : program.cost[Int(head[row])]
            if cost != 0 { inverseRow.add(cost, at: row) }
        }
        factor.solveTransposed(&inverseRow)
        for row in 0..<program.rows { dual[row] = inverseRow.values[row] }
        inverseRow.clear()
        list.forget()
    }

    /// Where a variable stands: below its bounds, above, or within.
    func side(of variable: Int) -> Int8 {
        let x = value[variable], low = lower[variable], high = upper[variable]
        if x < low - PrimalSimplex.feasibility * (1 + abs(low)) { return -1 }
        if x > high + PrimalSimplex.feasibility * (1 + abs(high)) { return 1 }
        return 0
    }

    // MARK: Perturbation

    /// Opens every bound a little, each by another amount, so that steps are not all of length zero.
    ///
    /// The amounts come from the variable's number alone, so that every run is the same.
    mutating func perturb() {
        isPerturbed = true
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for variable in lower.indices {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let random = Double(state >> 11) / 9_007_199_254_740_992
            let low = lower[variable], high = upper[variable]
            guard low < high else { continue }
            if low > -.infinity { lower[variable] = low - (1 + random) * 5e-7 * (1 + abs(low)) }
            if high < .infinity { upper[variable] = high + (1 + random) * 5e-7 * (1 + abs(high)) }
            if status[variable] != .basic { rest(variable) }
        }
    }

    mutating func removePerturbation() {
        isPerturbed = false
        (lower, upper) = (program.lower, program.upper)
        for variable in lower.indices where status[variable] != .basic { rest(variable) }
    }

    /// The objective at the present point.
    var objective: Double {
        var sum = 0.0
        for variable in 0..<program.columns where value[variable] != 0 { sum += program.cost[variable] * value[variable] }
        return sum
    }
}
