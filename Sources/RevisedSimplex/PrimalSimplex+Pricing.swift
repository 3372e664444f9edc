// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// A short list of variables that would make the objective better, and where the search for more goes on.
struct CandidateList {
    fileprivate var variables: [Int32] = [], merits: [Double] = []
    fileprivate var next = 0
    /// The best merit when the list was filled.
    fileprivate var bestAtFill = 0.0
    /// Variables that led to bad pivots even with new factors.
    fileprivate var banned: Set<Int32> = []
    private var isHeld: [Bool]

    init(count: Int) { isHeld = [Bool](repeating: false, count: count) }

    /// Forgets all variables: their merits are of other duals.
    mutating func forget() {
        variables.removeAll(keepingCapacity: true)
        merits.removeAll(keepingCapacity: true)
    }

    /// Whether no variable was left out.
    var hasNoBans: Bool { banned.isEmpty }

    mutating func ban(_ variable: Int) { banned.insert(Int32(truncatingIfNeeded: variable)) }

    fileprivate mutating func refill() {
        for variable in variables { isHeld[Int(variable)] = true }
    }

    fileprivate mutating func add(_ variable: Int, _ merit: Double) {
        guard !isHeld[variable] else { return }
        variables.append(Int32(truncatingIfNeeded: variable))
        merits.append(merit)
    }

    /// Keeps about the best `length`, by bisection of the merit that counts.
    fileprivate mutating func trim(to length: Int) {
        for variable in variables { isHeld[Int(variable)] = false }
        guard variables.count > length else { return }
        var low = 0.0, high = bestAtFill
        for _ in 0..<12 {
            let middle = (low + high) / 2, count = merits.reduce(0) { $0 + ($1 > middle ? 1 : 0) }
            if count > length { low = middle } else { high = middle }
        }
        var kept = 0
        for place in variables.indices where merits[place] > high {
            (variables[kept], merits[kept]) = (variables[place], merits[place])
            kept += 1
        }
        if kept == 0 {
            // All alike: any will do.
            kept = length
        }
        variables.removeLast(variables.count - kept)
        merits.removeLast(merits.count - kept)
    }

    /// Keeps the variables for which `isWanted`.
    fileprivate mutating func keep(_ kept: Int) {
        variables.removeLast(variables.count - kept)
        merits.removeLast(merits.count - kept)
    }
}

extension PrimalSimplex {
    /// A variable from the list enters while it is at least this share as good as the best one when the list was filled.
    private static let keep = 0.3
    private static let listLength = 64, sectionLength = 2000

    /// c_j − y·a_j in the present phase; the activity of row i has the dual of its row.
    @inline(__always) func reducedCost(_ variable: Int) -> Double {
        guard variable < program.columns else { return dual[variable - program.columns] }
        var reduced = isPhaseOne ? 0 : program.cost[variable]
        for k in program.places(variable) { reduced -= program.values[k] * dual[Int(program.rowOf[k])] }
        return reduced
    }

    /// How much better a variable makes the objective by one unit; 0 where it does not or cannot.
    @inline(__always) func merit(_ variable: Int) -> Double {
        let status = status[variable]
        guard status != .basic, status != .fixed else { return 0 }
        let reduced = reducedCost(variable)
        switch status {
        case .atLower: return max(0, -reduced)
        case .atUpper: return max(0, reduced)
        default: return abs(reduced)
        }
    }

    /// Whether a reduced cost is more than the rounding of its terms.
    private func counts(_ variable: Int, _ merit: Double) -> Bool {
        guard variable < program.columns else { return merit > PrimalSimplex.optimality }
        var scale = isPhaseOne ? 1 : abs(program.cost[variable])
        for k in program.places(variable) { scale += abs(program.values[k] * dual[Int(program.rowOf[k])]) }
        return merit > PrimalSimplex.optimality * scale
    }

    /// The variable that enters, or nil where none makes the objective better.
    mutating func chooseEntering() -> Int? {
        var best = -1, bestMerit = 0.0
        var kept = 0
        for place in list.variables.indices {
            let variable = list.variables[place], merit = merit(Int(variable))
            guard merit > 0, counts(Int(variable), merit) else { continue }
            list.variables[kept] = variable
            kept += 1
            if merit > bestMerit { (best, bestMerit) = (Int(variable), merit) }
        }
        list.keep(kept)
        if best >= 0, bestMerit > PrimalSimplex.keep * list.bestAtFill { return best }
        return fill()
    }

    /// Looks through the program for good variables, from where the last search ended, until there are enough or all was seen.
    private mutating func fill() -> Int? {
        let count = program.columns + program.rows
        list.refill()
        var seen = 0, best = -1, bestMerit = 0.0
        for place in list.variables.indices {
            let merit = merit(Int(list.variables[place]))
            list.merits[place] = merit
            if merit > bestMerit { (best, bestMerit) = (Int(list.variables[place]), merit) }
        }
        while seen < count, seen < PrimalSimplex.sectionLength || list.variables.count < PrimalSimplex.listLength {
            let variable = list.next
            list.next = variable + 1 == count ? 0 : variable + 1
            seen += 1
            let merit = merit(variable)
            guard merit > 0, counts(variable, merit), !list.banned.contains(Int32(truncatingIfNeeded: variable)) else { continue }
            list.add(variable, merit)
            if merit > bestMerit { (best, bestMerit) = (variable, merit) }
        }
        list.bestAtFill = bestMerit
        list.trim(to: PrimalSimplex.listLength)
        return best < 0 ? nil : best
    }
}
