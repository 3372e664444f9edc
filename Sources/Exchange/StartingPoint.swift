// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// Where a solve ended, told by what its columns and rows stand for, so that the solve of a slightly different scenario can begin there.
///
/// A program with a project has columns and rows that the one without it lacks, and the other way round; what both have keeps its standing,
/// what is new stands as in the baseline. References are positions in the tables: between the two scenarios rows may be added behind the
/// others or have other figures, but none may move.
public struct StartingPoint: Sendable {
    /// A column; the number is that of the period.
    enum Column: Hashable {
        case disposal(Supply.Origin, Int), purchase(Demand.Origin, Int), activity(Reference<ConversionProcess>, Int)
        case held(Reference<Storage>, Int)
        case dispatch(Supply.Origin, Demand.Origin, Int, mode: Int32, substitution: Int32)
    }

    /// A row, likewise.
    enum Row: Hashable {
        case supply(Supply.Origin, Int), demand(Demand.Origin, Int), share(Demand.Origin, Int)
        case substitution(Demand.Origin, Int, Reference<Substitution>)
        case quality(Demand.Origin, Int, Reference<Quality>, isMaximum: Bool)
        case route(Reference<Route>, Int), contract(Reference<Contract>)
    }

    /// The columns that are basic or at their upper bound; every other stood at its lower one.
    fileprivate var columns: [Column: BasisStatus] = [:]
    /// The standing of every row.
    fileprivate var rows: [Row: BasisStatus] = [:]
}

extension Formulation {
    /// What each column stands for; nil for a column of another family.
    private var columnKeys: [StartingPoint.Column?] {
        var keys = [StartingPoint.Column?](repeating: nil, count: program.columnCount)
        for (index, supply) in network.supplies.enumerated() { keys[disposal[index]] = .disposal(supply.origin, supply.period) }
        for (index, demand) in network.demands.enumerated() where purchase[index] >= 0 {
            keys[purchase[index]] = .purchase(demand.origin, demand.period)
        }
        for period in network.periods.indices {
            for process in network.processes { keys[activityColumn(process, period)] = .activity(process, period) }
            for (index, store) in network.stores.enumerated() { keys[held[index][period]] = .held(store.storage, period) }
        }
        for (index, candidate) in candidates.enumerated() {
            keys[firstCandidate + index] = .dispatch(
                network.supplies[Int(candidate.supply)].origin, network.demands[Int(candidate.demand)].origin,
                network.supplies[Int(candidate.supply)].period,
                mode: candidate.mode?.position ?? -1, substitution: candidate.substitution?.position ?? -1)
        }
        return keys
    }

    /// What each row stands for; nil for a row of another family.
    var rowKeys: [StartingPoint.Row?] {
        var keys = [StartingPoint.Row?](repeating: nil, count: program.rowCount)
        for (index, supply) in network.supplies.enumerated() {
            keys[supplyRows[index]] = .supply(supply.origin, supply.period)
        }
        for (index, demand) in network.demands.enumerated() {
            keys[demandRows[index]] = .demand(demand.origin, demand.period)
            if shareRows[index] >= 0 { keys[shareRows[index]] = .share(demand.origin, demand.period) }
        }
        for entry in substitutionRows {
            let demand = network.demands[entry.demand]
            keys[entry.row] = .substitution(demand.origin, demand.period, entry.substitution)
        }
        for entry in qualityRows {
            let demand = network.demands[entry.demand]
            keys[entry.row] = .quality(demand.origin, demand.period, entry.quality, isMaximum: entry.isMaximum)
        }
        for (index, row) in routeRows.enumerated() where row >= 0 {
            let (period, position) = index.quotientAndRemainder(dividingBy: network.scenario.tables.routes.count)
            keys[row] = .route(Reference(position), period)
        }
        for (index, row) in contractRows.enumerated() where row >= 0 { keys[row] = .contract(Reference(index)) }
        return keys
    }

    /// The starting point that `basis` is.
    func startingPoint(_ basis: SimplexBasis) -> StartingPoint {
        var point = StartingPoint()
        for (key, status) in zip(columnKeys, basis.columns) {
            if let key, status == .basic || status == .atUpper { point.columns[key] = status }
        }
        for (key, status) in zip(rowKeys, basis.rows) { if let key { point.rows[key] = status } }
        return point
    }

    /// `point` as a basis of this program; nil where what is missing leaves none.
    func basis(from point: StartingPoint) -> SimplexBasis? {
        var basis = baselineBasis
        for (column, key) in columnKeys.enumerated() {
            guard let key, isKnown(key, point) else { continue }
            basis.columns[column] = point.columns[key] ?? .atLower
        }
        for (row, key) in rowKeys.enumerated() { if let key, let status = point.rows[key] { basis.rows[row] = status } }
        return repaired(basis)
    }

    /// Whether the column stood in the program that `point` is of: a balance that is new brings its own slack, as in the baseline.
    private func isKnown(_ key: StartingPoint.Column, _ point: StartingPoint) -> Bool {
        switch key {
        case .disposal(let origin, let period): point.rows[.supply(origin, period)] != nil
        case .purchase(let origin, let period): point.rows[.demand(origin, period)] != nil
        case .activity, .held, .dispatch: true
        }
    }

    /// A basis needs as many basic columns and rows as there are rows. Where some went with what was taken out, balances get their slack back.
    private func repaired(_ basis: SimplexBasis) -> SimplexBasis? {
        var basis = basis
        var missing = program.rowCount - basis.columns.count { $0 == .basic } - basis.rows.count { $0 == .basic }
        for column in disposal + purchase where missing > 0 && column >= 0 && basis.columns[column] != .basic {
            basis.columns[column] = .basic
            missing -= 1
        }
        return missing == 0 ? basis : nil
    }
}
