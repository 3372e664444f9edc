// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// The primal simplex on a scaled program, from any basis: phase 1 makes the sum of what breaks bounds small, phase 2 the objective.
///
/// Each iteration works on the few entries that it touches: the column that enters is solved for by ``BasisFactor``, duals change by one
/// sparse row of the inverse, and columns are priced from a short list of good ones that is filled again from the next stretch of the program.
///
/// It is never copied behind the scenes, which would cost more than some steps do; ``init(copying:)`` says so where it is meant.
struct PrimalSimplex: ~Copyable {
    /// The program that is solved, and the part of it that is built; per column of the program its variable there, or −1.
    let source: LinearProgram
    private(set) var program: ScaledProgram
    private var variableOf: [Int32]
    /// What rests unbuilt stands so in the basis.
    let given: SimplexBasis
    /// Per variable: value and the bounds that hold in this run, which are read together; status.
    struct Variable { var value: Double, lower: Double, upper: Double }
    var variables: [Variable]
    private(set) var status: [BasisStatus]
    /// Variables that rest, or once rested, away from zero without being basic.
    private(set) var anchored: [Int32] = []
    private var isAnchored: [Bool]
    /// Per row: what the variables that are not basic bring to it; kept up to date by steps, and worked out anew after anything else.
    private var resting: [Double] = []
    private var isRestingKnown = false, restingAge = 0
    /// Factors after which `resting` is worked out anew, so that rounding does not pile up.
    private static let restingLife = 50
    /// Per row: the variable that is basic there.
    var head: [Int32]
    /// Per row: the dual; and the same in 24 bits, which a look reads.
    private(set) var dual: [Double], shortDual: [Float]
    var factor: BasisFactor
    /// Work: the column that enters, before and after U; a row of the inverse; room for an exchange.
    var spike: SparseVector, direction: SparseVector, inverseRow: SparseVector, scratch: SparseVector
    /// Per row: −1 where the basic variable is below its bounds, 1 where above; and how many there are.
    var breach: [Int8], breaches = 0
    var isPhaseOne: Bool { breaches > 0 }
    var prices: PriceTable, list: CandidateList
    /// What the start is guided by.
    var guide: Guide?
    /// What a what-if begins with.
    var vicinity: Vicinity?
    var iterations = 0, degenerateRun = 0
    var isPerturbed = false

    /// A bound may be missed by this, relative to 1 + |bound|; a reduced cost of the wrong sign counts above this share of its terms.
    static let feasibility = 1e-9, optimality = 1e-10
    /// An entry of a direction below this is none.
    static let smallestEntry = 1e-9
    private static let mostUpdates = 10_000, fewUpdates = 40

    enum End { case optimal, infeasible, unbounded, stopped, trouble }

    /// Builds all columns, or those that `guide` holds likely.
    init(_ source: LinearProgram, basis: SimplexBasis, guide: Guide? = nil) {
        let columns = guide?.columns ?? Array(0..<Int32(truncatingIfNeeded: source.columnCount))
        let program = ScaledProgram(source, columns: columns)
        (self.source, self.program, self.guide, given) = (source, program, guide, basis)
        variableOf = [Int32](repeating: -1, count: source.columnCount)
        for (place, column) in columns.enumerated() { variableOf[Int(column)] = Int32(truncatingIfNeeded: program.rows + place) }
        let count = program.variableCount
        variables = []
        variables.reserveCapacity(ScaledProgram.room(for: count))
        for variable in 0..<count {
            variables.append(Variable(value: 0, lower: program.bounds[variable].lower, upper: program.bounds[variable].upper))
        }
        status = basis.rows
        status.reserveCapacity(ScaledProgram.room(for: count))
        for column in columns { status.append(basis.columns[Int(column)]) }
        isAnchored = [Bool](repeating: false, count: count)
        head = []
        dual = [Double](repeating: 0, count: program.rows)
        shortDual = [Float](repeating: 0, count: program.rows)
        factor = BasisFactor(count: program.rows)
        prices = PriceTable(count: count)
        list = CandidateList(count: count)
        spike = SparseVector(count: program.rows)
        direction = spike
        inverseRow = spike
        scratch = spike
        breach = [Int8](repeating: 0, count: program.rows)
        var basic: [Int32] = []
        for variable in 0..<count {
            if status[variable] == .basic { basic.append(Int32(truncatingIfNeeded: variable)) } else { rest(variable) }
        }
        head = basic
    }

    /// Another one at the same point, to go on from there.
    init(copying other: borrowing PrimalSimplex) {
        (source, program, variableOf, given) = (other.source, other.program, other.variableOf, other.given)
        variables = other.variables
        status = other.status
        (anchored, isAnchored) = (other.anchored, other.isAnchored)
        (resting, isRestingKnown, restingAge) = (other.resting, other.isRestingKnown, other.restingAge)
        head = other.head
        (dual, shortDual) = (other.dual, other.shortDual)
        factor = other.factor
        spike = other.spike
        direction = other.direction
        inverseRow = other.inverseRow
        scratch = other.scratch
        breach = other.breach
        breaches = other.breaches
        (prices, list) = (other.prices, other.list)
        iterations = other.iterations
        degenerateRun = other.degenerateRun
        isPerturbed = other.isPerturbed
        guide = other.guide
        vicinity = other.vicinity
    }

    /// Says where a variable stands from now on.
    @inline(__always) mutating func setStatus(_ status: BasisStatus, of variable: Int) {
        self.status[variable] = status
        prices.note(variable, status)
        vicinity?.note(moved: variable)
    }

    /// Puts a variable that is not basic where it rests from now on.
    mutating func rest(_ variable: Int, at value: Double) {
        isRestingKnown = false
        anchor(variable, at: value)
    }

    /// The same in a step, in which the variable brought `before` to its rows until now without being basic.
    mutating func settle(_ variable: Int, from before: Double, at value: Double) {
        anchor(variable, at: value)
        if isRestingKnown, value != before { program.load(variable, times: value - before, into: &resting) }
    }

    /// In a step: a variable that is basic from now on brought `before` to its rows without being so.
    mutating func release(_ variable: Int, from before: Double) {
        if isRestingKnown, before != 0 { program.load(variable, times: -before, into: &resting) }
    }

    private mutating func anchor(_ variable: Int, at value: Double) {
        variables[variable].value = value
        guard value != 0, !isAnchored[variable] else { return }
        isAnchored[variable] = true
        anchored.append(Int32(truncatingIfNeeded: variable))
    }

    /// Puts a variable that is not basic on a bound that it has.
    mutating func rest(_ variable: Int) {
        let low = variables[variable].lower, high = variables[variable].upper
        if low == high {
            setStatus(.fixed, of: variable)
        } else if low == -.infinity && high == .infinity {
            setStatus(.free, of: variable)
        } else {
            let isAtUpper = status[variable] == .atUpper && high < .infinity || low == -.infinity
            setStatus(isAtUpper ? .atUpper : .atLower, of: variable)
        }
        rest(variable, at: status[variable] == .free ? 0 : status[variable] == .atUpper ? high : low)
    }

    /// The variable of a column of the program, which is built where it was not.
    mutating func variable(of column: Int) -> Int {
        if variableOf[column] < 0 { build(column) }
        return Int(variableOf[column])
    }

    /// Whether a column of the program is built.
    func isBuilt(_ column: Int) -> Bool { variableOf[column] >= 0 }

    /// Builds a column, which rests at zero until now.
    mutating func build(_ column: Int) {
        let variable = program.variableCount
        program.build(column, of: source)
        variableOf[column] = Int32(truncatingIfNeeded: variable)
        variables.append(Variable(value: 0, lower: program.bounds[variable].lower, upper: program.bounds[variable].upper))
        status.append(given.columns[column])
        isAnchored.append(false)
        list.makeRoom()
        prices.makeRoom()
        if status[variable] != .fixed { prices.add(variable, status[variable], program) }
    }

    /// Starts from the basis as it is: factors, values and duals; then what can be had without factors. False where the numbers are bad.
    mutating func start() -> Bool {
        guard refactor() else { return false }
        let before = iterations
        enterGreedily()
        return iterations == before || refactor()
    }

    /// Gives a variable other bounds, for good: a perturbation that is taken away leaves these.
    mutating func setBounds(_ low: Double, _ high: Double, of variable: Int) {
        (variables[variable].lower, variables[variable].upper) = (low, high)
        (program.bounds[variable].lower, program.bounds[variable].upper) = (low, high)
    }

    /// Runs to the end; `shouldStop` is asked now and then.
    ///
    /// - Parameter isProvedElsewhere: whether the caller sees to it that the end is one, so that old factors may tell it.
    mutating func run(isProvedElsewhere: Bool = false, _ shouldStop: (borrowing PrimalSimplex) -> Bool) -> End {
        var isFresh = factor.updates <= PrimalSimplex.fewUpdates
        let most = iterations + 10_000 + 50 * (source.rowCount + source.columnCount)
        while iterations < most {
            if iterations & 63 == 0, shouldStop(self) { return .stopped }
            if factor.updates >= PrimalSimplex.mostUpdates || factor.etaWork > 32 * program.rows {
                guard refactor() else { return .trouble }
                isFresh = true
            }
            guard let entering = chooseEntering() else {
                let isDone = isProvedElsewhere && !isPhaseOne && !isPerturbed
                if !isFresh, !isDone, factor.updates > PrimalSimplex.fewUpdates {
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
        for variable in head where status[Int(variable)] != .basic { setStatus(.basic, of: Int(variable)) }
        guard computeValues() else { return false }
        computeDuals()
        return true
    }

    /// The values of basic variables from those of the others: B x_B = −N x_N. False where one is no number.
    private mutating func computeValues() -> Bool {
        if !isRestingKnown || restingAge >= PrimalSimplex.restingLife { sumResting() }
        restingAge += 1
        var right = resting.map { -$0 }
        factor.solveAll(&right)
        for row in 0..<program.rows { variables[Int(head[row])].value = right[row] }
        findBreaches()
        return right.allSatisfy(\.isFinite)
    }

    private mutating func sumResting() {
        resting = [Double](repeating: 0, count: program.rows)
        for variable in anchored {
            let variable = Int(variable)
            guard status[variable] != .basic, variables[variable].value != 0 else { continue }
            program.load(variable, times: variables[variable].value, into: &resting)
        }
        (isRestingKnown, restingAge) = (true, 0)
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
        for row in 0..<program.rows { dual[row] = isPhaseOne ? Double(breach[row]) : program.figures[Int(head[row])].cost }
        factor.solveAllTransposed(&dual)
        for row in 0..<program.rows { shortDual[row] = Float(dual[row]) }
        list.forget()
    }

    /// Changes the duals by a vector, multiplied.
    @inline(__always) mutating func addToDuals(_ vector: borrowing SparseVector, times factor: Double) {
        for place in vector.places {
            let row = Int(place), sum = dual[row] + factor * vector[row]
            (dual[row], shortDual[row]) = (sum, Float(sum))
        }
    }

    /// Where a variable stands: below its bounds, above, or within.
    func side(of variable: Int) -> Int8 {
        let x = variables[variable].value, low = variables[variable].lower, high = variables[variable].upper
        if x < low - PrimalSimplex.feasibility * (1 + abs(low)) { return -1 }
        if x > high + PrimalSimplex.feasibility * (1 + abs(high)) { return 1 }
        return 0
    }

    // MARK: Perturbation

    /// Opens every bound a little, each by another amount, so that steps are not all of length zero. What is not basic stays where it rests: to move a
    /// million columns by next to nothing would cost a look at each of them whenever the basis is factored anew.
    ///
    /// The amounts come from the variable's number alone, so that every run is the same.
    mutating func perturb() {
        isPerturbed = true
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for variable in variables.indices {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let random = Double(state >> 11) / 9_007_199_254_740_992
            let low = variables[variable].lower, high = variables[variable].upper
            guard low < high else { continue }
            if low > -.infinity { variables[variable].lower = low - (1 + random) * 5e-7 * (1 + abs(low)) }
            if high < .infinity { variables[variable].upper = high + (1 + random) * 5e-7 * (1 + abs(high)) }
        }
    }

    mutating func removePerturbation() {
        isPerturbed = false
        for variable in variables.indices {
            (variables[variable].lower, variables[variable].upper) = (program.bounds[variable].lower, program.bounds[variable].upper)
        }
        for variable in variables.indices where status[variable] != .basic { rest(variable) }
    }

    /// The objective at the present point.
    var objective: Double {
        var sum = 0.0
        for variable in program.rows..<program.variableCount where variables[variable].value != 0 {
            sum += program.figures[variable].cost * variables[variable].value
        }
        return sum
    }
}
