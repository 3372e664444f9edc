// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Reads the merged cells of all tables as records.
struct TablesReader {
    let grids: [Table: Grid]
    let identifiers: Identifiers
    var tables: Tables
    var faults: [LocatedFault] = []
    /// For each table whether each row could be read whole.
    var soundRows: [Table: [Bool]] = [:]
    /// For each stream that the library gave, behind the declared rows of its table, the row of `types` that asked for it.
    var estimatedRows: [Table: [Int]] = [:]
    let projection: Projection

    init(_ grids: [Table: Grid], _ identifiers: Identifiers, settings: Settings, projection: Projection) {
        (self.grids, self.identifiers, self.projection) = (grids, identifiers, projection)
        tables = Tables(settings: settings)
    }

    /// Reads every table. Those that others refer to come first.
    mutating func readAll() {
        readResources()
        readParks()
        readFirms()
        readProjects()
        readOutputs()
        readNeeds()
        readQualities()
        readSubstitutions()
        readModes()
        readRoutes()
        readProcesses()
        readProcessFlows()
        readContracts()
        readPeriods()
        readStorages()
        readDeclarations()
        readTypes()
    }

    /// Starts reading `table`; nil where it has no rows.
    func cells(of table: Table) -> CellReader? {
        guard let grid = grids[table], grid.rowCount > 0 else { return nil }
        return CellReader(grid, identifiers)
    }

    /// Keeps what was found in a table that has been read.
    mutating func finish(_ cells: CellReader) {
        faults += cells.faults
        soundRows[cells.grid.table] = cells.soundRows
    }
}
