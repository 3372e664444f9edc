// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearProgram
import RevisedSimplex
import Testing

@testable import MixedInteger

@Suite("Work side by side")
struct SideBySideTests {
    @Test("Answers come in the order of the jobs, whatever the threads", arguments: [1, 2, 3, nil])
    func order(_ threads: Int?) throws {
        let answers = try SideBySide.map(Array(0..<20), threads: threads) { job throws(SolverFailure) in job * job }
        #expect(answers == (0..<20).map { $0 * $0 })
        let none = try SideBySide.map([Int](), threads: threads) { job throws(SolverFailure) in job }
        #expect(none.isEmpty)
    }

    @Test("Of several failures the first job's is told", arguments: [1, 2, nil])
    func failure(_ threads: Int?) {
        #expect(throws: SolverFailure.library(doing: "solve", message: "3")) {
            try SideBySide.map(Array(0..<8), threads: threads) { job throws(SolverFailure) in
                if job >= 3 { throw .library(doing: "solve", message: "\(job)") }
                return job
            }
        }
    }

    /// Givers and takers along a road, each near to seven of the others, none with more than two partners.
    private static func road(_ count: Int) -> SwitchedProgram {
        var flow = LinearProgram()
        // Amounts and costs that repeat nowhere in step.
        let supplyRows = (0..<count).map { flow.addRow(upper: Double(20 + $0 * 37 % 91)) }
        let demands = (0..<count).map { Double(20 + $0 * 53 % 83) }, demandRows = demands.map { flow.addRow(lower: $0, upper: $0) }
        for (j, row) in demandRows.enumerated() {
            _ = flow.addColumn(cost: Double(60 + j * 29 % 31))
            flow.addEntry(row, 1)
        }
        var switches: [Switch] = [], ofGiver = [[Int]](repeating: [], count: count), ofTaker = ofGiver
        for i in 0..<count {
            for j in max(0, i - 3)...min(count - 1, i + 3) {
                let column = flow.addColumn(cost: Double(1 + (i * 17 + j * 41) % 37)), most = min(Double(20 + i * 37 % 91), demands[j])
                flow.addEntry(supplyRows[i], 1)
                flow.addEntry(demandRows[j], 1)
                ofGiver[i].append(switches.count)
                ofTaker[j].append(switches.count)
                switches.append(Switch(charge: 0, members: [Switch.Member(column, most: most)], most: most))
            }
        }
        return SwitchedProgram(flow: flow, switches: switches, budgets: (ofGiver + ofTaker).map { Budget(switches: $0, most: 2) })
    }

    @Test("Regions that lie apart can be planned at once, regions that overlap have to wait")
    func holds() throws {
        let program = Self.road(40), lists = SwitchLists(program)
        let isOff = [Bool](repeating: false, count: program.switches.count), x = [Double](repeating: 0, count: program.flow.columnCount)
        let regions = try [0, 3, 30].map { try #require(Region(program, lists, lists.grown($0, 12), isOff: isOff, x: x)) }
        var holds = Holds(program)
        let taken = regions.map { holds.take($0) }, again = holds.take(regions[2])
        #expect(taken == [true, false, true] && !again)
        // What was refused took hold of nothing.
        holds = Holds(program)
        let isFree = holds.take(regions[1])
        #expect(isFree)
    }

    @Test("A search finds the same plan, bit for bit, on one thread and on several")
    func threads() throws {
        let program = Self.road(36), solver = RevisedSimplexSolver(GLPKSolver())
        let plans = try [1, 3].map { threads in
            var search = Search(program, solver, SearchClock(SolveOptions(threads: threads)), tolerance: 1e-9, start: nil)
            try search.takeNothing()
            let nothing = try #require(search.best)
            _ = try search.searchRegions(size: 8, round: 0, until: .infinity)
            let best = try #require(search.best)
            #expect(best.objective < nothing.objective)
            #expect(program.keepsBudgets(best.isOn))
            #expect(
                Certificate(of: program.expanded, columnValues: program.expandedValues(best.x, best.isOn), rowDuals: []).holds)
            return best
        }
        #expect(plans.allSatisfy { $0.x == plans[0].x && $0.objective == plans[0].objective })
        let small = Self.road(12)
        let whole = try [1, 2].map { try SwitchedSolver(solver).solve(small, options: SolveOptions(threads: $0)) }
        #expect(whole[0].values == whole[1].values && whole[0].bound == whole[1].bound && whole[0].iterations == whole[1].iterations)
        #expect(whole[0].primal == .optimal)
    }
}
