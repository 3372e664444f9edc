// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension CellReader {
    /// The row of `index` that the cell names; nil where the cell is blank or names none.
    mutating func row(_ column: Column, in index: RowIndex) -> Int? {
        guard let cell = given(column) else { return nil }
        if let row = index.row(of: grid.bytes.span, cell.bounds) { return row }
        report(unknown(text(cell), expected: [index.table]), column)
        return nil
    }

    /// The row that `cell` names in `index`, and no fault where it names none.
    func position(of cell: CellRange, in index: RowIndex) -> Int? { index.row(of: grid.bytes.span, cell.bounds) }

    /// What is wrong with `cell` as an id.
    func identifierFault(of cell: CellRange) -> ReferenceFault? { Identifier.fault(of: grid.bytes.span, cell.bounds) }

    /// A reference to the firm, resource … that the cell names.
    mutating func reference<Element>(_ column: Column, in index: RowIndex, to type: Element.Type) -> Reference<Element>? {
        row(column, in: index).map { Reference($0) }
    }

    /// The firm or process that the cell names.
    mutating func party(_ column: Column) -> Party? {
        guard let cell = given(column) else { return nil }
        if let row = identifiers.firms.row(of: grid.bytes.span, cell.bounds) { return .firm(Reference(row)) }
        if let row = identifiers.processes.row(of: grid.bytes.span, cell.bounds) { return .process(Reference(row)) }
        report(unknown(text(cell), expected: [.firms, .processes]), column)
        return nil
    }

    /// The fault of an id that none of the `expected` tables has.
    func unknown(_ found: String, expected: [Table]) -> ReferenceFault {
        for table in Identifiers.shared + [.resources, .modes] where !expected.contains(table) {
            if identifiers[table]?.row(of: found) != nil { return .wrongKind(found: found, table: table, expected: expected) }
        }
        if let id = identifiers.words.id(named: found, in: expected) { return .nameInsteadOfID(found: found, id: id) }
        return .unknown(expected, found: found, nearest: identifiers.words.id(near: found, in: expected))
    }

    /// Source, basis and note, which every table may carry.
    func provenanceColumns() -> ProvenanceColumns {
        ProvenanceColumns(source: column("source"), basis: vocabulary("basis", of: Basis.self), note: column("note"))
    }

    mutating func provenance(_ columns: ProvenanceColumns) -> Provenance {
        var provenance = Provenance(row: row)
        if columns.isAbsent { return provenance }
        if let cell = given(columns.source) {
            if let position = identifiers.sources.position(of: grid.bytes.span, cell.bounds) {
                provenance.source = Reference(position)
            } else {
                let nearest = Nearest.word(to: text(cell), among: identifiers.sources.keys)
                report(.unknownSource(found: text(cell), nearest: nearest), columns.source)
            }
        }
        provenance.basis = word(columns.basis)
        if let note = optionalText(columns.note) { provenance.note = note }
        return provenance
    }

    /// Name and Vietnamese name.
    mutating func label(_ name: Column, _ vietnamese: Column) -> Label {
        Label(english: plainText(name) ?? "", vietnamese: plainText(vietnamese))
    }

    /// Text without control characters: a line break in a name is a slip, and no table or map could show it.
    mutating func plainText(_ column: Column) -> String? {
        guard let cell = given(column) else { return nil }
        guard let control = grid.bytes[cell.bounds].first(where: { $0 < 0x20 || $0 == 0x7F }) else { return text(cell) }
        report(.controlCharacter(code: control), column)
        return nil
    }
}

/// The columns of ``Provenance``.
struct ProvenanceColumns: Sendable {
    let source: Column, basis: Vocabulary<Basis>, note: Column

    /// Whether the table has none of them.
    var isAbsent: Bool { source.field < 0 && basis.column.field < 0 && note.field < 0 }
}
