// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension TablesReader {
    mutating func readQualities() {
        guard var cells = cells(of: .qualities) else { return }
        let columns = QualityColumns(cells)
        let provenance = cells.provenanceColumns()
        var properties = IdentifierIndex()
        tables.qualities.reserveCapacity(cells.grid.rowCount)
        while cells.next() {
            let scope = cells.word(columns.scope)
            let party = scope.flatMap { self.party(of: $0, columns, &cells) }
            let resource = cells.reference(columns.resource, in: identifiers.resources, to: Resource.self)
            let property = self.property(columns, &properties, &cells)
            let value = cells.optionalNumber(columns.value), minimum = cells.optionalNumber(columns.minimum)
            let maximum = cells.optionalNumber(columns.maximum)
            let origin = cells.provenance(provenance)
            if let scope { checkFigures(of: scope, columns, &cells) }
            if let minimum, let maximum, minimum > maximum {
                cells.report(.minimumAboveMaximum(minimum: minimum, maximum: maximum), columns.minimum)
            }
            guard cells.isSound, let scope, let resource, let property else { continue }
            tables.qualities.append(
                Quality(
                    scope: scope, party: party, resource: resource, property: property, value: value, minimum: minimum,
                    maximum: maximum, provenance: origin))
        }
        finish(cells)
    }

    private struct QualityColumns {
        let scope: Vocabulary<QualityScope>
        let firm: Column, process: Column, resource: Column, property: Column, unit: Column
        let value: Column, minimum: Column, maximum: Column

        init(_ cells: CellReader) {
            scope = cells.vocabulary("scope", of: QualityScope.self)
            (firm, process, resource) = (cells.column("firm"), cells.column("process"), cells.column("resource"))
            (property, unit) = (cells.column("property"), cells.column("unit"))
            (value, minimum, maximum) = (cells.column("value"), cells.column("min"), cells.column("max"))
        }
    }

    /// The firm of an output or a need, the process of a process; the virgin resource is nobody's.
    private func party(of scope: QualityScope, _ columns: QualityColumns, _ cells: inout CellReader) -> Party? {
        func refuse(_ column: Column) {
            if !cells.isBlank(column) { cells.report(.notForThisRow(column: "scope", word: scope.rawValue), column) }
        }
        switch scope {
        case .output, .need:
            refuse(columns.process)
            if cells.isBlank(columns.firm) { cells.report(.missing, columns.firm) }
            return cells.reference(columns.firm, in: identifiers.firms, to: Firm.self).map(Party.firm)
        case .process:
            refuse(columns.firm)
            if cells.isBlank(columns.process) { cells.report(.missing, columns.process) }
            return cells.reference(columns.process, in: identifiers.processes, to: ConversionProcess.self).map(Party.process)
        case .virgin:
            refuse(columns.firm)
            refuse(columns.process)
            return nil
        }
    }

    /// What is given off has a value, what is taken in has limits; a process has both sides.
    private func checkFigures(of scope: QualityScope, _ columns: QualityColumns, _ cells: inout CellReader) {
        let isGiven = (
            value: !cells.isBlank(columns.value), minimum: !cells.isBlank(columns.minimum), maximum: !cells.isBlank(columns.maximum)
        )
        let (takesValue, takesLimits) = (scope != .need, scope == .need || scope == .process)
        func refuse(_ column: Column) { cells.report(.notForThisRow(column: "scope", word: scope.rawValue), column) }
        if isGiven.value, !takesValue { refuse(columns.value) }
        if isGiven.minimum, !takesLimits { refuse(columns.minimum) }
        if isGiven.maximum, !takesLimits { refuse(columns.maximum) }
        if !isGiven.value, !isGiven.minimum, !isGiven.maximum { cells.report(.saysNothing, columns.value) }
    }

    /// The property of the row, and its unit, which the first row that gives one settles for all.
    private mutating func property(
        _ columns: QualityColumns, _ properties: inout IdentifierIndex, _ cells: inout CellReader
    ) -> Reference<Property>? {
        guard let cell = cells.given(columns.property) else { return nil }
        let (isNew, position) = properties.insert(cells.grid.bytes.span, cell.bounds)
        if isNew {
            if let fault = cells.identifierFault(of: cell) { cells.report(fault, columns.property) }
            tables.properties.append(Property(id: cells.text(cell), unit: nil))
        }
        if let unit = cells.optionalText(columns.unit) {
            if let other = tables.properties[position].unit, other != unit {
                cells.report(.twoUnits(property: tables.properties[position].id, unit: unit, other: other), columns.unit)
            }
            tables.properties[position].unit = tables.properties[position].unit ?? unit
        }
        return Reference(position)
    }
}
