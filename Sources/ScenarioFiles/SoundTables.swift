// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Which tables and rows were read without an error, so that a rule's verdict on them means something.
struct SoundTables {
    private let brokenTables: Set<Table>
    private let soundRows: [Table: [Bool]]

    /// Gathers what the faults of reading tell. A file that could not be read, or was not there, makes its whole table unsound, as are all
    /// of `unread`.
    init(_ faults: [LocatedFault], _ soundRows: [Table: [Bool]], unread: Set<Table>) {
        brokenTables = unread.union(faults.lazy.filter { $0.kind.severity == .error }.compactMap { Table(file: $0.file) })
        self.soundRows = soundRows
    }

    /// Whether a rule had all that it judges by.
    func canJudge(_ fault: Fault) -> Bool {
        guard needed(for: fault).isDisjoint(with: brokenTables) else { return false }
        guard let table = fault.spot.table, let row = fault.spot.row, let rows = soundRows[table], row < rows.count else { return true }
        return rows[row]
    }

    /// The tables without whose every row the fault could be a consequence of another one.
    private func needed(for fault: Fault) -> Set<Table> {
        switch fault.kind {
        case .process(.somethingOfNothing), .process(.makesMass), .process(.makesEnergy), .process(.makesWater):
            [.resources, .processes, .processFlows]
        case .process: [.resources, .processes, .processFlows, .firms, .outputs, .substitutions]
        case .place(.outOfTheWorld), .place(.metresForDegrees), .place(.swapped), .place(.nullIsland), .place(.unlikelyDetour): []
        case .place: [.resources, .parks, .firms, .outputs, .needs, .modes, .routes, .processes]
        case .reference(.noSuchStream): [.firms, .resources, .processes, .outputs, .needs, .processFlows]
        case .combination(.sharesDoNotSum): [.periods]
        case .combination(.virginOutsideLimit), .value(.farAboveMedian), .value(.farBelowPrices): [.resources]
        case .combination(.quantityAboveSupply): [.resources, .firms, .outputs, .processes, .processFlows, .contracts]
        default: []
        }
    }
}
