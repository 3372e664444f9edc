// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension PrimalSimplex {
    /// From a basis in which every row stands alone, iterations that need no factors: the column that the guide holds in the highest regard
    /// enters first, as far as the first of its rows lets it, and closes that row to later ones. Without a guide it is the column that gains most per unit.
    ///
    /// Each such step is one of the simplex: rows that are still open have the duals of the start, and a column that enters touches open rows
    /// only, so that the basis stays triangular. It is the greedy way of filling a transport table, for columns with any number of entries.
    mutating func enterGreedily() {
        prices.reserve(ScaledProgram.room(for: status.count))
        for variable in status.indices where status[variable] != .fixed { prices.add(variable, status[variable], program) }
        guard breaches == 0 else {
            // Which columns make a plan possible nobody knows.
            for column in 0..<source.columnCount where !isBuilt(column) { build(column) }
            return
        }
        // Open: what is basic there stands in no other row, and nothing else that is basic stands here.
        var isOpen = head.indices.map { program.onlyRow(of: Int(head[$0])) == $0 }
        for variable in head where program.onlyRow(of: Int(variable)) == nil {
            for place in program.places(Int(variable)) { isOpen[Int(program.entries[place].row)] = false }
        }
        /// The entry of the variable that stands alone in each row.
        let own = head.map { program.isColumn(Int($0)) ? program.entries[program.places(Int($0)).lowerBound].value : -1 }
        // The best first, of equals the first: a merit above zero has the order of its bits.
        var order: [UInt64] = []
        for variable in program.rows..<program.variableCount where status[variable] == .atLower && program.places(variable).count > 1 {
            let reduced = reducedCost(variable)
            guard reduced < 0 else { continue }
            let merit = guide?.merits[variable - program.rows] ?? Float(-reduced)
            let above = merit - Guide.leastMerit
            if above > 0 { order.append(UInt64(~above.bitPattern) << 32 | UInt64(variable)) }
        }
        order.sort()
        for entry in order {
            let column = Int(entry & 0xFFFF_FFFF)
            let places = program.places(column)
            guard places.allSatisfy({ isOpen[Int(program.entries[$0].row)] }) else { continue }
            var length = variables[column].upper - variables[column].lower, row = -1, isAtUpper = false
            for place in places {
                let candidateRow = Int(program.entries[place].row), variable = Int(head[candidateRow])
                // The variable alone in the row changes by −entry / own a unit.
                let slope = -program.entries[place].value / own[candidateRow]
                let bound = slope < 0 ? variables[variable].lower : variables[variable].upper
                guard bound.isFinite else { continue }
                let room = (bound - variables[variable].value) / slope
                if room < length { (length, row, isAtUpper) = (room, candidateRow, slope > 0) }
            }
            guard row >= 0, length > 0, length.isFinite else { continue }
            variables[column].value += length
            for place in places {
                let touched = Int(program.entries[place].row)
                variables[Int(head[touched])].value -= program.entries[place].value / own[touched] * length
            }
            let leaving = Int(head[row])
            setStatus(variables[leaving].lower == variables[leaving].upper ? .fixed : isAtUpper ? .atUpper : .atLower, of: leaving)
            rest(leaving, at: isAtUpper ? variables[leaving].upper : variables[leaving].lower)
            head[row] = Int32(truncatingIfNeeded: column)
            setStatus(.basic, of: column)
            isOpen[row] = false
            iterations += 1
        }
    }
}
