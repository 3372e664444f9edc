// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

extension Formulation {
    /// The first limit (share, quality, capacity of a route) that `values`, one per column, break; nil where all hold.
    ///
    /// Balances and contracts are not asked: who fixes flows by hand has seen to them.
    func limitBroken(by values: [Double]) -> BrokenRule? {
        let excess = excesses(values), tables = network.scenario.tables
        for (index, demand) in network.demands.enumerated() {
            guard case .need(let need) = demand.origin, shareRows[index] >= 0, excess[shareRows[index]] > 0 else { continue }
            return BrokenRule(
                kind: .share, subject: .need(need), amount: excess[shareRows[index]], required: demand.maximumShare * demand.quantity,
                unit: tables.resources[demand.resource].unit)
        }
        for entry in substitutionRows where excess[entry.row] > 0 {
            let demand = network.demands[entry.demand]
            let most =
                tables.substitutions[entry.substitution].maximumShare * quantity(of: demand, values)
            return BrokenRule(
                kind: .substitutionShare, subject: .substitution(entry.substitution, demand.party), amount: excess[entry.row],
                required: most,
                unit: tables.resources[demand.resource].unit)
        }
        for entry in qualityRows where excess[entry.row] > 0 {
            return BrokenRule(
                kind: entry.isMaximum ? .qualityMaximum : .qualityMinimum, subject: .quality(entry.quality), required: entry.limit)
        }
        for (index, row) in routeRows.enumerated() where row >= 0 && excess[row] > 0 {
            let position = index % tables.routes.count, route = tables.routes[position]
            return BrokenRule(
                kind: .route, subject: .route(Reference(position)), amount: excess[row], required: program.rowUpper[row],
                unit: route.mode.map { tables.modes[$0].unit })
        }
        return nil
    }

    /// By how much each row is missed, 0 where it is kept to within the certificate's tolerance.
    private func excesses(_ values: [Double]) -> [Double] {
        var activity = [Double](repeating: 0, count: program.rowCount), scale = activity
        for column in 0..<program.columnCount where values[column] != 0 {
            for k in program.entries(of: ColumnIndex(column)) {
                activity[Int(program.rows[k])] += program.values[k] * values[column]
                scale[Int(program.rows[k])] += abs(program.values[k] * values[column])
            }
        }
        return activity.indices.map { row in
            let below = program.rowLower[row] - activity[row], above = activity[row] - program.rowUpper[row]
            let excess = max(below, above)
            return excess > Certificate.tolerance * max(1, scale[row]) ? excess : 0
        }
    }
}
