// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// A part of a program whose other columns stand still: all columns that may carry something, or those around what was opened.
struct PartOfFlows {
    private(set) var program = LinearProgram()
    /// The switches that hold its columns down: those that budgets count, and those that ask for a least.
    private(set) var counted: [Int] = [], asking: [Int] = []
    /// The columns and rows in the whole program, and back; −1 for those that are left out.
    let columns: [Int]
    private let rows: [Int]
    private var local: [Int32]
    /// What stands still.
    private let x: [Double], basis: SimplexBasis

    /// - Parameters:
    ///   - x: the values of what stands still.
    ///   - basis: a basis of the whole program.
    ///   - opened: columns around which the part lies; nil for all that may carry something.
    init(
        _ whole: LinearProgram, _ lists: SwitchLists, _ doors: Doors, x: [Double], basis: SimplexBasis, around opened: [Int]? = nil,
        and more: [Int] = []
    ) {
        (self.x, self.basis) = (x, basis)
        var isWanted = [Bool](repeating: false, count: whole.columnCount)
        for j in more { isWanted[j] = true }
        let open = (0..<whole.columnCount).filter { doors.isOpen($0) || isWanted[$0] || whole.lower[$0] != 0 }
        columns = opened.map { PartOfFlows.near($0 + more, whole, lists, doors, open, isWanted) } ?? open
        var isIn = [Bool](repeating: opened == nil, count: whole.rowCount)
        for j in columns { for k in whole.entries(of: ColumnIndex(j)) { isIn[Int(whole.rows[k])] = true } }
        rows = (0..<whole.rowCount).filter { isIn[$0] }
        local = [Int32](repeating: -1, count: whole.columnCount)
        for (position, j) in columns.enumerated() { local[j] = Int32(truncatingIfNeeded: position) }
        var still = [Double](repeating: 0, count: whole.rowCount), place = [Int32](repeating: -1, count: whole.rowCount)
        for j in open where local[j] < 0 && x[j] != 0 {
            for k in whole.entries(of: ColumnIndex(j)) { still[Int(whole.rows[k])] += whole.values[k] * x[j] }
        }
        program.reserve(columns: columns.count, rows: rows.count, nonzeros: columns.count * 4)
        for (position, i) in rows.enumerated() {
            place[i] = Int32(truncatingIfNeeded: position)
            _ = program.addRow(lower: whole.rowLower[i] - still[i], upper: whole.rowUpper[i] - still[i])
        }
        var isSeen = [Bool](repeating: false, count: lists.switchCount)
        for j in columns {
            let (low, high) = doors.bounds(j)
            _ = program.addColumn(cost: whole.cost[j], lower: low, upper: high)
            for k in whole.entries(of: ColumnIndex(j)) { program.addEntry(RowIndex(Int(place[Int(whole.rows[k])])), whole.values[k]) }
            for holder in lists.holders(j) where !isSeen[Int(holder)] {
                let s = Int(holder)
                isSeen[s] = true
                if !lists.budgets(s).isEmpty { counted.append(s) }
                if lists.hasLeast[s] { asking.append(s) }
            }
        }
        counted.sort()
        asking.sort()
    }

    /// The columns that were opened, all that budgets count together with them, and every other open column that shares a row with these.
    private static func near(
        _ opened: [Int], _ whole: LinearProgram, _ lists: SwitchLists, _ doors: Doors, _ open: [Int], _ isWanted: [Bool]
    ) -> [Int] {
        var isIn = [Bool](repeating: false, count: whole.columnCount), isTouched = [Bool](repeating: false, count: whole.rowCount)
        var budgets = Set<Int>()
        func take(_ j: Int) {
            guard doors.isOpen(j) || isWanted[j], !isIn[j] else { return }
            isIn[j] = true
            for k in whole.entries(of: ColumnIndex(j)) { isTouched[Int(whole.rows[k])] = true }
        }
        for j in opened where doors.isOpen(j) || isWanted[j] {
            take(j)
            for s in lists.holders(j) { for budget in lists.budgets(Int(s)) { budgets.insert(Int(budget)) } }
        }
        for budget in budgets.sorted() {
            for s in lists.switches(ofBudget: budget) where doors.isAllowed[s] {
                for member in lists.members(s) { take(Int(member.column)) }
            }
        }
        return open.filter { j in isIn[j] || whole.entries(of: ColumnIndex(j)).contains { isTouched[Int(whole.rows[$0])] } }
    }

    /// Where a column of the whole stands here; nil where it is left out.
    func place(_ column: Int) -> Int? { local[column] < 0 ? nil : Int(local[column]) }

    /// The switches that hold its columns down.
    func holders(_ lists: SwitchLists) -> [Int] { Set(columns.flatMap { lists.holders($0).map { Int($0) } }).sorted() }

    /// The switches with a least that hold some of its columns down.
    func asking(_ lists: SwitchLists, where isMeant: (Int) -> Bool) -> [Int] {
        var found = Set<Int>()
        for (position, column) in columns.enumerated() where isMeant(position) {
            for holder in lists.holders(column) where lists.hasLeast[Int(holder)] { found.insert(Int(holder)) }
        }
        return found.sorted()
    }

    /// The basis as one of this part; columns that stand still may be missing from it, which the simplex makes up for.
    var start: SimplexBasis { SimplexBasis(columns: columns.map { basis.columns[$0] }, rows: rows.map { basis.rows[$0] }) }

    /// A basis of this part in that of the whole.
    func spread(_ part: SimplexBasis) -> SimplexBasis {
        var whole = basis
        for (position, column) in columns.enumerated() { whole.columns[column] = part.columns[position] }
        for (position, row) in rows.enumerated() { whole.rows[row] = part.rows[position] }
        return whole
    }

    /// Values of this part with those of what stands still.
    func spread(_ values: [Double]) -> [Double] {
        var whole = x
        for (position, column) in columns.enumerated() { whole[column] = values[position] }
        return whole
    }

    /// Changes of the whole program's columns as changes here. Nil where one is of a column that carries something and is not here.
    func moved(_ changes: [BoundChange]) -> [BoundChange]? {
        var moved: [BoundChange] = []
        for change in changes {
            guard case .column(let column) = change.target else { continue }
            let position = local[column.position]
            guard position >= 0 else {
                guard x[column.position] <= change.upper, x[column.position] >= change.lower else { return nil }
                continue
            }
            moved.append(BoundChange(.column(ColumnIndex(Int(position))), lower: change.lower, upper: change.upper))
        }
        return moved
    }
}
