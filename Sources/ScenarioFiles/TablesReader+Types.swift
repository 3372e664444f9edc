// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension TablesReader {
    /// Reads `types`, and puts typical streams behind the declared ones. The library is read only where a row asks for it.
    mutating func readTypes() {
        guard var cells = cells(of: .types) else { return }
        guard let library = FirmTypeLibrary.embedded.library else {
            faults += FirmTypeLibrary.embedded.faults
            return
        }
        let firm = cells.column("firm"), type = cells.column("type"), capacity = cells.column("capacity"), unit = cells.column("unit")
        let provenance = cells.provenanceColumns(), matching = ResourceMatching(library, tables)
        var typical = TypicalStreams(tables, matching)
        while cells.next() {
            let who = cells.reference(firm, in: identifiers.firms, to: Firm.self)
            let found = cells.optionalText(type), kind = found.flatMap(library.type)
            if let found, kind == nil {
                let nearest = Nearest.word(to: found, among: library.types.map(\.id))
                cells.report(.library(.unknownType(found: found, nearest: nearest)), type)
            }
            var size = cells.optionalNumber(capacity, .notNegative)
            if let written = cells.optionalText(unit), let kind, written != kind.unit {
                // A tonne may be written in kilograms; a vehicle in nothing else.
                if let given = Unit(rawValue: written), let own = Unit(rawValue: kind.unit), let factor = given.convert(1, to: own) {
                    size = size.map { $0 * factor }
                } else {
                    cells.report(.library(.wrongUnit(found: written, expected: kind.unit)), unit)
                }
            }
            let origin = cells.provenance(provenance)
            guard cells.isSound, let who, let kind, let size else { continue }
            if size > 0, size < kind.leastCapacity || size > kind.mostCapacity {
                let fault = LibraryFault.unusualCapacity(
                    type: kind.id, capacity: size, least: kind.leastCapacity, most: kind.mostCapacity, unit: kind.unit)
                cells.report(.library(fault), capacity)
            }
            let row = TypedFirm(firm: who, type: kind.id, capacity: size, provenance: origin)
            tables.types.append(row)
            for fault in typical.add(row, kind) { cells.report(.library(fault), type) }
        }
        let firstOutput = grids[.outputs]?.rowCount ?? 0, firstNeed = grids[.needs]?.rowCount ?? 0
        for (index, output) in typical.outputs.enumerated() { tables.outputs.append(output.placed(at: firstOutput + index)) }
        for (index, need) in typical.needs.enumerated() { tables.needs.append(need.placed(at: firstNeed + index)) }
        estimatedRows = [.outputs: typical.outputs.map { Int($0.provenance.row) }, .needs: typical.needs.map { Int($0.provenance.row) }]
        finish(cells)
    }
}

extension Output {
    /// The output at another row: its own is that of `types` until all declared rows are known.
    fileprivate func placed(at row: Int) -> Output {
        var output = self
        output.provenance.row = Int32(truncatingIfNeeded: row)
        return output
    }
}

extension Need {
    fileprivate func placed(at row: Int) -> Need {
        var need = self
        need.provenance.row = Int32(truncatingIfNeeded: row)
        return need
    }
}
