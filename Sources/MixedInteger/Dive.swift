// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// A first choice where budgets count switches: the relaxation, in which ever more is settled.
///
/// Of the switches in use those whose flows are worth most are on for good, a share of them each round, as far as their budgets have room; a budget
/// that has none left closes its others. The relaxation is solved again from the last basis, sharpened once by what its point violates, until every
/// budget has room for all that is in use.
struct Dive {
    private let whole: SwitchedProgram, lists: SwitchLists
    /// What a unit of each column is worth where nothing is on.
    private let worth: [Double]
    private var relaxation: Relaxation, point: Solution
    /// How many more switches of each budget may be settled.
    private var left: [Int]
    private(set) var iterations = 0
    /// The share of what is in use that is settled in a round; more of it where a round takes long.
    private static let share = 0.1, shareOfMany = 0.3, manyBudgets = 200

    /// - Parameter point: the optimum of the relaxation.
    init(_ whole: SwitchedProgram, _ lists: SwitchLists, _ relaxation: Relaxation, at point: Solution, worth: [Double]) {
        (self.whole, self.lists, self.relaxation, self.point, self.worth) = (whole, lists, relaxation, point, worth)
        left = whole.budgets.map(\.most)
    }

    /// The same, of a program whose relaxation is still to be solved; nil where it cannot be in time.
    init?(
        _ whole: SwitchedProgram, _ lists: SwitchLists, isOff: [Bool], worth: [Double], _ solver: any Solver, _ clock: SearchClock,
        until end: Double
    ) throws(SolverFailure) {
        var relaxation = Relaxation(whole)
        for s in isOff.indices where isOff[s] { relaxation.switchOff(s) }
        let point = try solver.solve(relaxation.program, options: clock.unproved(until: end))
        guard point.primal == .optimal else { return nil }
        self.init(whole, lists, relaxation, at: point, worth: worth)
        guard try sharpen(solver, clock, until: end) else { return nil }
    }

    /// Settles to the end, or until time is up; whether each switch is in use then. Of what time did not suffice for, more may be in use than budgets have room for.
    mutating func run(_ solver: any Solver, _ clock: SearchClock, until end: Double) throws(SolverFailure) -> [Bool] {
        while !clock.isOver, clock.seconds < end, settle() {
            guard try solve(solver, clock, until: end), try sharpen(solver, clock, until: end) else { break }
        }
        return whole.switches.indices.map { !relaxation.isOff[$0] && whole.carries($0, point.columnValues, lists) }
    }

    /// False where the relaxation has no optimum, or not in time; the point is the last one then.
    private mutating func solve(_ solver: any Solver, _ clock: SearchClock, until end: Double) throws(SolverFailure) -> Bool {
        let next = try solver.solve(relaxation.program, options: clock.unproved(start: relaxation.extended(point.basis), until: end))
        iterations += next.iterations
        guard next.primal == .optimal else { return false }
        point = next
        return true
    }

    private mutating func sharpen(_ solver: any Solver, _ clock: SearchClock, until end: Double) throws(SolverFailure) -> Bool {
        guard relaxation.separate(point.columnValues) > 0 else { return true }
        return try solve(solver, clock, until: end)
    }

    /// Settles some of what is in use; false where all of it has room.
    private mutating func settle() -> Bool {
        var ranked: [(s: Int, value: Double)] = [], open = [Int](repeating: 0, count: whole.budgets.count)
        for s in lists.counted where !relaxation.isOff[s] && !relaxation.isFixedOn[s] && whole.carries(s, point.columnValues, lists) {
            for budget in lists.budgets(s) { open[Int(budget)] += 1 }
            ranked.append((s, lists.worth(s, point.columnValues, worth)))
        }
        guard zip(open, left).contains(where: { $0 > $1 }) else { return false }
        ranked.sort { ($1.value, $0.s) < ($0.value, $1.s) }
        let share = whole.budgets.count > Dive.manyBudgets ? Dive.shareOfMany : Dive.share
        var rest = max(1, Int(share * Double(ranked.count)))
        for (s, _) in ranked where rest > 0 && lists.budgets(s).allSatisfy({ left[Int($0)] > 0 }) {
            relaxation.switchOn(s)
            rest -= 1
            for budget in lists.budgets(s) {
                left[Int(budget)] -= 1
                guard left[Int(budget)] == 0 else { continue }
                for other in lists.switches(ofBudget: Int(budget)) where !relaxation.isFixedOn[other] { relaxation.switchOff(other) }
            }
        }
        return true
    }
}

extension SwitchLists {
    /// What the flows of a switch are worth.
    func worth(_ s: Int, _ x: [Double], _ worth: [Double]) -> Double {
        members(s).reduce(0) { $0 + worth[Int($1.column)] * x[Int($1.column)] }
    }
}
