// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension PrimalSimplex {
    /// Gives columns and rows other bounds and moves the point along; the factors stay as they are.
    mutating func change(_ changes: [BoundChange]) {
        direction.clear()
        for change in changes {
            let variable: Int
            switch change.target {
            case .column(let column): variable = self.variable(of: column.position)
            case .row(let row): variable = row.position
            }
            let (low, high) = program.scaled(change.lower, change.upper, of: variable)
            setBounds(low, high, of: variable)
            if low < high, !prices.contains(variable) {
                prices.add(variable, status[variable], program)
                vicinity?.note(late: variable)
            }
            guard status[variable] != .basic else { continue }
            let before = variables[variable].value
            rest(variable)
            if variables[variable].value != before { program.load(variable, times: before - variables[variable].value, into: &direction) }
        }
        factor.passLower(&direction)
        factor.solveUpper(&direction)
        for place in direction.places { variables[Int(head[Int(place)])].value += direction[Int(place)] }
        direction.clear()
        findBreaches()
        // Other bounds leave the duals of phase 2 as they were.
        if isPhaseOne { computeDuals() }
    }
}
