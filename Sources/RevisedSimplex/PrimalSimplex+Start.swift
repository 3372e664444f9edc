// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension PrimalSimplex {
    /// How often all rows are swept for duals to be guided by: more often in larger programs, whose steps grow in number and in price.
    private static func sweeps(_ rows: Int) -> Int { min(18 + rows / 8_000 + (rows / 66_000) * (rows / 66_000), 150) }
    /// Columns that the duals of the sweeps hold in less regard than this neither enter greedily nor are looked at while others pay.
    private static let leastMerit: Float = -4

    /// From a basis in which every row stands alone, iterations that need no factors: the column that ``RowSweeps`` hold in the highest regard
    /// enters first, as far as the first of its rows lets it, and closes that row to later ones. Without `original`, which the sweeps work on, it
    /// is the column that gains most per unit.
    ///
    /// Each such step is one of the simplex: rows that are still open have the duals of the start, and a column that enters touches open rows
    /// only, so that the basis stays triangular. It is the greedy way of filling a transport table, for columns with any number of entries.
    mutating func enterGreedily(_ original: LinearProgram?) {
        guard breaches == 0 else { return listPrices(nil) }
        // Open: what is basic there stands in no other row, and nothing else that is basic stands here.
        var isOpen = head.indices.map { program.onlyRow(of: Int(head[$0])) == $0 }
        for variable in head where program.onlyRow(of: Int(variable)) == nil {
            for place in program.places(Int(variable)) { isOpen[Int(program.rowOf[place])] = false }
        }
        /// The entry of the variable that stands alone in each row.
        let own = head.map { Int($0) < program.columns ? program.values[program.places(Int($0)).lowerBound] : -1 }
        var order: [(merit: Float, column: Int32)] = []
        // A start that knows the plan already needs no guide.
        let isCold = 2 * isOpen.count { $0 } > isOpen.count
        var sweeps = isCold ? original.flatMap(RowSweeps.init) : nil
        sweeps?.sweep(PrimalSimplex.sweeps(program.rows))
        guide = sweeps?.duals ?? []
        listPrices(sweeps)
        for column in 0..<program.columns where status[column] == .atLower && program.places(column).count > 1 {
            let reduced = reducedCost(column)
            guard reduced < 0 else { continue }
            let merit = sweeps?.merit(column) ?? Float(-reduced)
            if merit > PrimalSimplex.leastMerit { order.append((merit, Int32(truncatingIfNeeded: column))) }
        }
        order.sort { ($1.merit, $0.column) < ($0.merit, $1.column) }
        for (_, candidate) in order {
            let column = Int(candidate)
            let places = program.places(column)
            guard places.allSatisfy({ isOpen[Int(program.rowOf[$0])] }) else { continue }
            var length = variables[column].upper - variables[column].lower, row = -1, isAtUpper = false
            for place in places {
                let candidateRow = Int(program.rowOf[place]), variable = Int(head[candidateRow])
                // The variable alone in the row changes by −entry / own a unit.
                let slope = -program.values[place] / own[candidateRow]
                let bound = slope < 0 ? variables[variable].lower : variables[variable].upper
                guard bound.isFinite else { continue }
                let room = (bound - variables[variable].value) / slope
                if room < length { (length, row, isAtUpper) = (room, candidateRow, slope > 0) }
            }
            guard row >= 0, length > 0, length.isFinite else { continue }
            variables[column].value += length
            for place in places {
                let touched = Int(program.rowOf[place])
                variables[Int(head[touched])].value -= program.values[place] / own[touched] * length
            }
            let leaving = Int(head[row])
            status[leaving] = variables[leaving].lower == variables[leaving].upper ? .fixed : isAtUpper ? .atUpper : .atLower
            rest(leaving, at: isAtUpper ? variables[leaving].upper : variables[leaving].lower)
            head[row] = candidate
            status[column] = .basic
            isOpen[row] = false
            iterations += 1
        }
    }

    /// Puts into the table what is likely to be used, or all where nothing tells what that is: a start from elsewhere has few steps to go, and not to where sweeps from nothing lead.
    private mutating func listPrices(_ sweeps: RowSweeps?) {
        for variable in status.indices where status[variable] != .fixed {
            guard let sweeps, variable < program.columns, sweeps.merit(variable) <= PrimalSimplex.leastMerit else {
                prices.add(variable, program)
                continue
            }
        }
    }
}
