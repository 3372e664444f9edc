// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension PrimalSimplex {
    /// A variable from the list enters while it is at least this share as good as the best one when the list was filled.
    private static let keep = 0.4, keepScarce = 0.05
    private static let listLength = 64, leastSection = 250, mostSection = 2_000

    /// c_j − y·a_j in the present phase; the activity of row i has the dual of its row.
    @inline(__always) func reducedCost(_ variable: Int) -> Double {
        guard program.isColumn(variable) else { return dual[variable] }
        var reduced = isPhaseOne ? 0 : program.figures[variable].cost
        for k in program.places(variable) { reduced -= program.entries[k].value * dual[Int(program.entries[k].row)] }
        return reduced
    }

    /// How much better a variable makes the objective by one unit; 0 where it does not or cannot, or by no more than the rounding of its terms.
    @inline(__always) private func merit(_ variable: Int) -> Double {
        let status = status[variable]
        guard status != .basic, status != .fixed else { return 0 }
        var reduced = 0.0, scale = 1.0
        if program.isColumn(variable) {
            if !isPhaseOne { (reduced, scale) = (program.figures[variable].cost, abs(program.figures[variable].cost)) }
            for k in program.places(variable) {
                let term = program.entries[k].value * dual[Int(program.entries[k].row)]
                reduced -= term
                scale += abs(term)
            }
        } else {
            reduced = dual[variable]
        }
        let merit = status == .atLower ? -reduced : status == .atUpper ? reduced : abs(reduced)
        return merit > PrimalSimplex.optimality * scale ? merit : 0
    }

    /// The variable that enters, or nil where none makes the objective better.
    mutating func chooseEntering() -> Int? {
        var best = -1, bestMerit = 0.0, kept = 0
        for place in list.entries.indices {
            var entry = list.entries[place]
            entry.merit = merit(Int(entry.variable)) * entry.weight
            guard entry.merit > 0 else { continue }
            list.entries[kept] = entry
            kept += 1
            if entry.merit > bestMerit { (best, bestMerit) = (Int(entry.variable), entry.merit) }
        }
        list.cut(to: kept)
        if best >= 0, bestMerit > (list.isScarce ? PrimalSimplex.keepScarce : PrimalSimplex.keep) * list.bestAtFill { return best }
        switch lookNearby() {
        case .variable(let variable): return variable
        case .nothing: return nil
        case .unknown: return look() ?? (widen() ? look() : nil)
        }
    }

    /// What a look around finds; unknown where all has to be looked at.
    private enum Nearby { case variable(Int), nothing, unknown }

    /// Looks through the variables of the rows whose duals a what-if has changed, and those that it has moved.
    private mutating func lookNearby() -> Nearby {
        guard let vicinity else { return .unknown }
        let others = vicinity.others
        var rows: [Int] = []
        for row in dual.indices where isPhaseOne ? dual[row] != 0 : vicinity.isChanged(row, dual[row]) { rows.append(row) }
        guard rows.reduce(others.count, { $0 + vicinity.places($1).count }) < prices.groupCount else { return .unknown }
        list.beginFilling()
        var best = -1, bestMerit = 0.0
        func look(at variable: Int) {
            guard prices.contains(variable) else { return }
            let weight = Double(prices.weight(of: variable)), merit = merit(variable) * weight
            guard merit > 0, !list.banned.contains(Int32(truncatingIfNeeded: variable)) else { return }
            list.addOnce(variable, merit, weight)
            if merit > bestMerit { (best, bestMerit) = (variable, merit) }
        }
        for row in rows { for place in vicinity.places(row) { look(at: vicinity.variable(place)) } }
        for variable in others { look(at: Int(variable)) }
        (list.bestAtFill, list.isScarce) = (bestMerit, true)
        list.trim(to: PrimalSimplex.listLength)
        return best < 0 ? .nothing : .variable(best)
    }

    /// Looks through the table for good variables, from where the last look ended, until there are enough or all was seen.
    private mutating func look() -> Int? {
        // In groups of the table. The dearer the steps, the more of the table is looked at for a good one; but a look at much of a large one costs more than a step.
        let count = prices.groupCount, section = max(PrimalSimplex.leastSection, min(program.rows / 4, PrimalSimplex.mostSection)) / 4
        let isPhaseOne = isPhaseOne
        list.beginFilling()
        var seen = 0, best = -1, bestMerit = 0.0
        for entry in list.entries where entry.merit > bestMerit { (best, bestMerit) = (Int(entry.variable), entry.merit) }
        while seen < count, seen < section || list.entries.count < PrimalSimplex.listLength {
            let group = list.next < count ? list.next : 0
            list.next = group + 1
            seen += 1
            let (merits, certain) = prices.merits(group, shortDual, isPhaseOne: isPhaseOne)
            // A bit for each lane; written so that what is not a number is looked at.
            let isClosed = (merits .<= .zero) .& (merits * merits .>= certain)
            guard any(.!isClosed) else { continue }
            var open = SIMD4<Int32>(1, 2, 4, 8).replacing(with: 0, where: isClosed).wrappedSum()
            while open != 0 {
                let lane = open.trailingZeroBitCount
                open &= open - 1
                let variable = prices.variable(group, lane), weight = Double(prices.weight(group, lane))
                let isSure = merits[lane] > 0 && merits[lane] * merits[lane] > certain[lane]
                let merit = isSure ? Double(merits[lane]) : weight * self.merit(variable)
                guard merit > 0, !list.banned.contains(Int32(truncatingIfNeeded: variable)) else { continue }
                list.add(variable, merit, weight)
                if merit > bestMerit { (best, bestMerit) = (variable, merit) }
            }
        }
        list.bestAtFill = bestMerit
        list.isScarce = seen > 4 * section
        list.trim(to: PrimalSimplex.listLength)
        return best < 0 ? nil : best
    }

    /// Prices the columns that are not built where they stand in the program, and builds those that pay; false where none does.
    private mutating func widen() -> Bool {
        let before = program.variableCount, groups = prices.groupCount
        guard before < source.rowCount + source.columnCount else { return false }
        let duals = isPhaseOne ? dual.indices.map { program.originalDual(dual[$0], ofRow: $0) } : rowDuals
        for column in 0..<source.columnCount where !isBuilt(column) {
            let cost = isPhaseOne ? 0 : source.cost[column], places = source.entries(of: ColumnIndex(column))
            var reduced = cost
            for k in places { reduced -= source.values[k] * duals[Int(source.rows[k])] }
            guard reduced < 0, source.lower[column] < source.upper[column] else { continue }
            // Phase 1 has no costs: its own unit stands in for them.
            var scale = isPhaseOne ? program.originalObjective(1) : abs(cost)
            for k in places { scale += abs(source.values[k] * duals[Int(source.rows[k])]) }
            if reduced < -PrimalSimplex.optimality * scale { build(column) }
        }
        // Nothing of what was built before pays.
        list.next = groups
        return program.variableCount > before
    }
}
