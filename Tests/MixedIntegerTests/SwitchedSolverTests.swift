// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearProgram
import RevisedSimplex
import Testing

@testable import MixedInteger

@Suite("Programs with switches")
struct SwitchedSolverTests {
    /// Random numbers that are the same on every machine (SplitMix64, Steele et al. 2014).
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// A transport of a few supplies to a few demands that may also be bought, with every kind of switch, small enough to try all settings.
    static func sample(_ seed: Int) -> SwitchedProgram {
        var numbers = Numbers(state: UInt64(seed))
        func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &numbers).rounded() }
        var flow = LinearProgram()
        let supplies = (0..<3).map { _ in number(20...60) }, demands = (0..<3).map { _ in number(20...60) }
        let supplyRows = supplies.map { flow.addRow(upper: $0) }, demandRows = demands.map { flow.addRow(lower: $0, upper: $0) }
        for row in demandRows {
            _ = flow.addColumn(cost: number(40...80))
            flow.addEntry(row, 1)
        }
        var members: [[Switch.Member]] = []
        for i in 0..<3 {
            members.append([])
            for j in 0..<3 {
                let column = flow.addColumn(cost: number(1...30))
                flow.addEntry(supplyRows[i], 1)
                flow.addEntry(demandRows[j], 1)
                members[i].append(Switch.Member(column, most: min(supplies[i], demands[j])))
            }
        }
        var switches: [Switch] = []
        for i in 0..<3 { switches.append(Switch(charge: number(100...900), members: members[i], most: supplies[i])) }
        for i in 0..<2 {
            for j in 0..<2 {
                let member = members[i][j]
                switches.append(Switch(charge: number(0...1) * 50, members: [member], most: member.most, least: number(5...30)))
            }
        }
        // A link with a capacity of its own.
        switches.append(Switch(charge: number(10...200), members: [members[2][0], members[1][2]], most: number(15...30)))
        var budgets: [Budget] = []
        if seed.isMultiple(of: 2) { budgets.append(Budget(switches: [3, 4, 5, 6], most: 2)) }
        return SwitchedProgram(flow: flow, switches: switches, budgets: budgets)
    }

    /// The best over all settings of the switches, each solved as a linear program.
    private func best(_ program: SwitchedProgram) throws -> Double {
        var best = Double.infinity
        for mask in 0..<(1 << program.switches.count) {
            let isOn = program.switches.indices.map { mask >> $0 & 1 == 1 }
            guard program.budgets.allSatisfy({ budget in budget.switches.filter { isOn[$0] }.count <= budget.most }) else { continue }
            let held = program.held(isOn)
            guard held.defect() == nil else { continue }
            let solution = try GLPKSolver().solve(held, options: SolveOptions())
            if solution.primal == .optimal { best = min(best, solution.objective) }
        }
        return best
    }

    @Test("The optimum is the best of all settings of the switches, and no bound is above it", arguments: 1...16)
    func allSettings(_ seed: Int) throws {
        let program = Self.sample(seed), expected = try best(program)
        let found = try SwitchedSolver(GLPKSolver()).solve(program, options: SolveOptions())
        #expect(found.primal == .optimal)
        #expect(abs(found.objective - expected) <= 1e-7 * expected, "\(found.objective) for \(expected)")
        #expect(found.bound <= expected * (1 + 1e-9))
        #expect(found.relaxationBound <= expected * (1 + 1e-9))
        let whole = program.expanded
        let certificate = Certificate(of: whole, columnValues: program.expandedValues(found.values, found.isOn), rowDuals: [])
        #expect(certificate.holds && certificate.primalResidual < 1e-9)
        // The whole program, written out and given to branch and cut as it is, has the same optimum.
        let plain = try GLPKSolver().solve(whole, options: SolveOptions())
        #expect(abs(plain.objective - expected) <= 1e-6 * expected)
    }

    /// Runs out of time at every program in which more columns than `most` may carry something, as in a relaxation.
    private struct Hasty: Solver {
        let most: Int
        var name: String { "hasty" }

        func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
            guard program.upper.all.count(where: { $0 > 0 }) > most else { return try GLPKSolver().solve(program, options: options) }
            return Solution(
                termination: .timeLimit, primal: .unknown, dual: .unknown, objective: .infinity, bound: -.infinity, columnValues: [],
                rowDuals: [], iterations: 0)
        }
    }

    @Test("Where time runs out before the first bound, nothing on is the plan, and nothing is said to be proved")
    func noTime() throws {
        let program = Self.partners(1)
        let found = try SwitchedSolver(Hasty(most: program.flow.columnCount - program.switches.count)).solve(
            program, options: SolveOptions())
        #expect(found.primal == .feasible)
        #expect(found.termination == .timeLimit)
        #expect(found.isOn.allSatisfy { !$0 })
        #expect(found.bound == -.infinity)
        let nothing = try GLPKSolver().solve(program.held(found.isOn), options: SolveOptions())
        #expect(abs(found.objective - nothing.objective) <= 1e-9 * nothing.objective)
    }

    /// Runs out of time at every relaxation that has columns for switches, and at nothing else.
    private struct Late: Solver {
        let columns: Int
        var name: String { "late" }

        func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
            guard program.columnCount > columns, !program.isInteger.isUnusual else {
                return try GLPKSolver().solve(program, options: options)
            }
            return Solution(
                termination: .timeLimit, primal: .unknown, dual: .unknown, objective: .infinity, bound: -.infinity, columnValues: [],
                rowDuals: [], iterations: 0)
        }
    }

    /// Five givers and takers of two resources each, who need a link between them that costs as much as a few units are worth.
    private static func links(_ seed: Int) -> SwitchedProgram {
        var numbers = Numbers(state: UInt64(seed))
        func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &numbers).rounded() }
        var flow = LinearProgram()
        let supplies = (0..<10).map { _ in flow.addRow(upper: 10) }, demands = (0..<10).map { _ in flow.addRow(lower: 8, upper: 8) }
        for row in demands {
            _ = flow.addColumn(cost: 40)
            flow.addEntry(row, 1)
        }
        var switches: [Switch] = []
        for i in 0..<5 {
            for j in 0..<5 {
                let members = (0..<2).map { resource in
                    let column = flow.addColumn(cost: number(1...20))
                    flow.addEntry(supplies[2 * i + resource], 1)
                    flow.addEntry(demands[2 * j + resource], 1)
                    return Switch.Member(column, most: 8)
                }
                switches.append(Switch(charge: 60, members: members, most: 16, isMostImplied: true))
            }
        }
        return SwitchedProgram(flow: flow, switches: switches)
    }

    @Test(
        "Where time runs out while the relaxation is sharpened, its last point is read with the rows that it was solved with",
        arguments: 1...4)
    func noTimeToSharpen(_ seed: Int) throws {
        let program = Self.links(seed)
        var relaxation = Relaxation(program)
        let point = try GLPKSolver().solve(relaxation.program, options: SolveOptions())
        #expect(relaxation.separate(point.columnValues) > 0, "there is something to sharpen")
        let found = try SwitchedSolver(Late(columns: program.flow.columnCount)).solve(program, options: SolveOptions())
        let best = try GLPKSolver().solve(program.expanded, options: SolveOptions())
        #expect(found.primal == .optimal)
        #expect(abs(found.objective - best.objective) <= 1e-7 * best.objective)
        // Nothing but the plain relaxation was solved, and no more than that is said of it.
        #expect(abs(found.relaxationBound - point.objective) <= 1e-7 * point.objective)
    }

    /// Twenty givers and takers of whom none may have more than two partners.
    private static func partners(_ seed: Int) -> SwitchedProgram {
        var numbers = Numbers(state: UInt64(seed))
        func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &numbers).rounded() }
        var flow = LinearProgram()
        let count = 20, supplies = (0..<count).map { _ in number(20...200) }, demands = (0..<count).map { _ in number(20...200) }
        let supplyRows = supplies.map { flow.addRow(upper: $0) }, demandRows = demands.map { flow.addRow(lower: $0, upper: $0) }
        for row in demandRows {
            _ = flow.addColumn(cost: number(60...90))
            flow.addEntry(row, 1)
        }
        var switches: [Switch] = []
        for i in 0..<count {
            for j in 0..<count {
                let column = flow.addColumn(cost: number(1...40)), most = min(supplies[i], demands[j])
                flow.addEntry(supplyRows[i], 1)
                flow.addEntry(demandRows[j], 1)
                switches.append(Switch(charge: 0, members: [Switch.Member(column, most: most)], most: most))
            }
        }
        let rows = (0..<count).map { i in Budget(switches: (0..<count).map { count * i + $0 }, most: 2) }
        let columns = (0..<count).map { j in Budget(switches: (0..<count).map { count * $0 + j }, most: 2) }
        return SwitchedProgram(flow: flow, switches: switches, budgets: rows + columns)
    }

    @Test("Where partners are counted, the first plans come near the bound before any tree is searched", arguments: 1...4)
    func countedPartners(_ seed: Int) throws {
        let program = Self.partners(seed)
        var search = Search(program, RevisedSimplexSolver(GLPKSolver()), SearchClock(SolveOptions()), tolerance: 1e-9, start: nil)
        // All budgets are rows of the relaxation here, as they come to be in a search.
        let relaxed = try GLPKSolver().solve(program.expanded.relaxed, options: SolveOptions())
        try search.takeNothing()
        let nothing = try #require(search.best)
        let rounded = try #require(try search.rounding.plan(from: relaxed.columnValues, share: 0.5, start: nil))
        let relaxation = try GLPKSolver().solve(Relaxation(program).program, options: SolveOptions())
        try search.searchNeighbourhoods(from: relaxation, share: 1)
        let best = try #require(search.best)
        #expect(program.keepsBudgets(best.isOn))
        #expect(abs(program.objective(best.x, best.isOn) - best.objective) <= 1e-9 * best.objective)
        // Of what lies between nothing and the relaxation at most a tenth is missed, and less than by rounding alone.
        let missed = (best.objective - relaxed.objective) / (nothing.objective - relaxed.objective)
        #expect(missed < 0.1, "\(missed)")
        #expect(best.objective < rounded.objective)
    }

    @Test("Plans are bettered around a few budgets, each keeps every rule, and the parts that stand still are counted", arguments: 2...4)
    func neighbourhoods(_ seed: Int) throws {
        let program = Self.partners(seed), solver = RevisedSimplexSolver(GLPKSolver())
        var search = Search(program, solver, SearchClock(SolveOptions()), tolerance: 1e-9, start: nil)
        try search.takeNothing()
        var around = Neighbourhoods(
            program, solver, SearchClock(SolveOptions()), worth: search.worth,
            isOff: [Bool](repeating: false, count: program.switches.count))
        try #require(try around.begin(with: program.switches.map { _ in true }, from: search.nothing))
        let first = try #require(try around.mended())
        var best = first
        for _ in 0..<60 {
            guard let next = try around.better(than: best, size: 3) else { continue }
            #expect(next.objective < best.objective)
            best = next
            #expect(program.keepsBudgets(best.isOn))
            let point = program.expandedValues(best.x, best.isOn)
            #expect(Certificate(of: program.expanded, columnValues: point, rowDuals: []).holds)
            #expect(abs(program.objective(best.x, best.isOn) - best.objective) <= 1e-9 * best.objective)
        }
        // The flows solved again with the same switches are no better: what stood still was in its place.
        let again = try GLPKSolver().solve(program.held(best.isOn), options: SolveOptions())
        #expect(abs(again.objective - best.objective) <= 1e-7 * best.objective)
        #expect(best.objective <= first.objective)
    }

    @Test("Swaps better a plan, keep every rule, and are the same in every run", arguments: 1...3, [0.0, 6.0])
    func swaps(_ seed: Int, _ least: Double) throws {
        var program = Self.partners(seed)
        for s in program.switches.indices { program.switches[s].least = min(least, program.switches[s].most) }
        let solver = RevisedSimplexSolver(GLPKSolver()), isOff = [Bool](repeating: false, count: program.switches.count)
        var search = Search(program, solver, SearchClock(SolveOptions()), tolerance: 1e-9, start: nil)
        try search.takeNothing()
        let nothing = try #require(search.best)
        let runs = try (0..<2).map { _ in
            var around = Neighbourhoods(program, solver, SearchClock(SolveOptions()), worth: search.worth, isOff: isOff)
            return try #require(try around.planned(until: .infinity))
        }
        let plan = runs[0]
        #expect(plan.objective == runs[1].objective && plan.x == runs[1].x)
        #expect(plan.objective < nothing.objective)
        #expect(program.keepsBudgets(plan.isOn) && program.keepsLeasts(plan.x))
        #expect(abs(program.objective(plan.x, plan.isOn) - plan.objective) <= 1e-9 * plan.objective)
        #expect(
            Certificate(of: program.expanded, columnValues: program.expandedValues(plan.x, plan.isOn), rowDuals: []).holds)
        // Branch and cut on the whole program finds nothing that is better by more than a tenth of what partners bring.
        let optimum = try GLPKSolver().solve(program.expanded, options: SolveOptions(timeLimit: 1))
        #expect(plan.objective >= optimum.bound - 1e-7 * plan.objective)
        #expect(plan.objective - optimum.bound < 0.15 * (nothing.objective - optimum.bound))
    }

    @Test("A dive chooses what budgets have room for; one without time is given up from until they have", arguments: 1...6)
    func dives(_ seed: Int) throws {
        let program = Self.partners(seed), solver = RevisedSimplexSolver(GLPKSolver()), clock = SearchClock(SolveOptions())
        let isOff = [Bool](repeating: false, count: program.switches.count)
        var search = Search(program, solver, clock, tolerance: 1e-9, start: nil)
        try search.takeNothing()
        let lists = SwitchLists(program)
        var plans: [Choice] = []
        for end in [Double.infinity, -1] {
            var dive = try #require(try Dive(program, lists, isOff: isOff, worth: search.worth, solver, clock, until: .infinity))
            let isOn = try dive.run(solver, clock, until: end)
            #expect(program.keepsBudgets(isOn) == (end > 0))
            var around = Neighbourhoods(program, solver, clock, worth: search.worth, isOff: isOff)
            try #require(try around.begin(with: isOn, from: search.nothing))
            let plan = try #require(try around.mended())
            #expect(program.keepsBudgets(plan.isOn))
            #expect(
                Certificate(of: program.expanded, columnValues: program.expandedValues(plan.x, plan.isOn), rowDuals: []).holds)
            plans.append(plan)
        }
        // What the dive settles is worth more than what is left after giving up.
        #expect(plans[0].objective <= plans[1].objective)
    }

    @Test("What is planned anew around some budgets keeps every rule of the whole", arguments: 1...6)
    func regions(_ seed: Int) throws {
        let program = Self.partners(seed), solver = RevisedSimplexSolver(GLPKSolver())
        var search = Search(program, solver, SearchClock(SolveOptions()), tolerance: 1e-9, start: nil)
        try search.takeNothing()
        let nothing = try #require(search.best)
        for size in [5, 8, 12] {
            let before = try #require(search.best).objective
            let isBetter = try (0..<2).map { try search.searchRegions(size: size, round: $0, until: .infinity) }
            let best = try #require(search.best)
            #expect(isBetter.contains(true) ? best.objective < before : best.objective == before)
            #expect(program.keepsBudgets(best.isOn))
            let point = program.expandedValues(best.x, best.isOn)
            #expect(Certificate(of: program.expanded, columnValues: point, rowDuals: []).holds)
            #expect(abs(program.objective(best.x, best.isOn) - best.objective) <= 1e-9 * best.objective)
        }
        #expect(try #require(search.best).objective < nothing.objective)
    }

    @Test("The changes that switch off give the program that is held with less on", arguments: 1...16)
    func switchingOff(_ seed: Int) throws {
        let program = Self.sample(seed)
        let found = try SwitchedSolver(GLPKSolver()).solve(program, options: SolveOptions())
        let whole = program.held(found.isOn)
        for s in program.switches.indices where found.isOn[s] {
            var changed = whole, rest = found.isOn
            for change in program.switchingOff([s], from: found.isOn) { changed.apply(change) }
            rest[s] = false
            let (one, other) = (
                try GLPKSolver().solve(changed, options: SolveOptions()),
                try GLPKSolver().solve(program.held(rest), options: SolveOptions())
            )
            #expect(one.primal == other.primal)
            guard one.primal == .optimal else { continue }
            #expect(abs(one.objective - program.switches[s].charge - other.objective) <= 1e-9 * max(1, abs(other.objective)))
        }
    }
}

extension LinearProgram {
    /// The program with no number whole.
    fileprivate var relaxed: LinearProgram {
        var program = LinearProgram()
        for i in 0..<rowCount { _ = program.addRow(lower: rowLower[i], upper: rowUpper[i]) }
        for j in 0..<columnCount {
            _ = program.addColumn(cost: cost[j], lower: lower[j], upper: upper[j])
            for k in entries(of: ColumnIndex(j)) { program.addEntry(RowIndex(Int(rows[k])), values[k]) }
        }
        program.offset = offset
        return program
    }
}
