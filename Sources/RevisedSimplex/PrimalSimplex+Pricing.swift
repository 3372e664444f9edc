// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension PrimalSimplex {
    /// A variable from the list enters while it is at least this share as good as the best one when the list was filled.
    private static let keep = 0.3, keepScarce = 0.05
    private static let listLength = 64, sectionLength = 250

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
    @inline(__always) private func counts(_ variable: Int, _ merit: Double) -> Bool {
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
        list.cut(to: kept)
        if best >= 0, bestMerit > (list.isScarce ? PrimalSimplex.keepScarce : PrimalSimplex.keep) * list.bestAtFill { return best }
        return fill()
    }

    /// Looks through the program for good variables, from where the last search ended, until there are enough or all was seen.
    private mutating func fill() -> Int? {
        // The dearer the steps, the more of the program is looked at for a good one.
        let count = program.columns + program.rows, section = max(PrimalSimplex.sectionLength, program.rows / 4)
        list.beginFilling()
        var seen = 0, best = -1, bestMerit = 0.0
        for place in list.variables.indices {
            let merit = merit(Int(list.variables[place]))
            list.merits[place] = merit
            if merit > bestMerit { (best, bestMerit) = (Int(list.variables[place]), merit) }
        }
        while seen < count, seen < section || list.variables.count < PrimalSimplex.listLength {
            let variable = list.next
            list.next = variable + 1 == count ? 0 : variable + 1
            seen += 1
            let merit = merit(variable)
            guard merit > 0, counts(variable, merit), !list.banned.contains(Int32(truncatingIfNeeded: variable)) else { continue }
            list.add(variable, merit)
            if merit > bestMerit { (best, bestMerit) = (variable, merit) }
        }
        list.bestAtFill = bestMerit
        list.isScarce = seen > 4 * section
        list.trim(to: PrimalSimplex.listLength)
        return best < 0 ? nil : best
    }
}
