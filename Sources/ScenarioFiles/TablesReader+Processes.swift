// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension TablesReader {
    mutating func readProcesses() {
        guard var cells = cells(of: .processes) else { return }
        let id = cells.column("id"), name = cells.column("name"), vietnamese = cells.column("name_vi")
        let site = SiteColumns(cells)
        let capacity = cells.column("capacity"), cost = cells.column("cost"), ghg = cells.column("ghg"), capex = cells.column("capex")
        let fixed = cells.column("fixed_cost"), lifetime = cells.column("lifetime_years"), candidate = cells.column("candidate")
        let project = cells.column("project"), licences = cells.column("licences")
        let provenance = cells.provenanceColumns()
        while cells.next() {
            // A stand-in keeps the positions of all processes where a row is faulty; such a scenario is never handed out.
            let place = self.site(site, &cells) ?? .coordinates(Coordinates(latitude: 0, longitude: 0))
            var process = ConversionProcess(
                id: cells.optionalText(id) ?? "", name: cells.label(name, vietnamese), site: place,
                capacity: cells.number(capacity, .notNegative, default: 0), provenance: cells.provenance(provenance))
            process.cost = cells.number(cost, default: 0)
            process.ghg = cells.number(ghg, default: 0)
            process.capex = cells.number(capex, default: 0)
            process.fixedCost = cells.number(fixed, default: 0)
            process.lifetimeYears = cells.optionalNumber(lifetime, .positive)
            process.isCandidate = cells.truth(candidate, default: false)
            process.project = cells.reference(project, in: identifiers.projects, to: Project.self)
            process.licences = self.licences(licences, &cells)
            if process.capex != 0, cells.isBlank(lifetime) { cells.report(.capexWithoutLifetime, lifetime) }
            tables.processes.append(process)
        }
        finish(cells)
    }

    private struct SiteColumns {
        let firm: Column, park: Column, latitude: Column, longitude: Column

        init(_ cells: CellReader) {
            (firm, park) = (cells.column("firm"), cells.column("park"))
            (latitude, longitude) = (cells.column("latitude"), cells.column("longitude"))
        }
    }

    /// Where the process stands: at a firm, in a park, or at coordinates, one of the three.
    private func site(_ columns: SiteColumns, _ cells: inout CellReader) -> ProcessSite? {
        let point = coordinates(columns.latitude, columns.longitude, &cells)
        var given = [columns.firm, columns.park].filter { !cells.isBlank($0) }
        if !cells.isBlank(columns.latitude) || !cells.isBlank(columns.longitude) { given.append(columns.latitude) }
        if given.count > 1 { cells.report(.exclusive(given.map(\.name)), given[1]) }
        if given.isEmpty { cells.report(.noneOf([columns.firm.name, columns.park.name, columns.latitude.name]), columns.firm) }
        let firm = cells.reference(columns.firm, in: identifiers.firms, to: Firm.self)
        let park = cells.reference(columns.park, in: identifiers.parks, to: Park.self)
        return firm.map(ProcessSite.firm) ?? park.map(ProcessSite.park) ?? point.map(ProcessSite.coordinates)
    }

    mutating func readProcessFlows() {
        guard var cells = cells(of: .processFlows) else { return }
        let process = cells.column("process"), resource = cells.column("resource"), role = cells.vocabulary("role", of: FlowRole.self)
        let perActivity = cells.column("per_activity"), price = cells.column("virgin_price"), disposal = cells.column("disposal_cost")
        let route = cells.vocabulary("disposal_route", of: DisposalRoute.self)
        let provenance = cells.provenanceColumns()
        while cells.next() {
            let plant = cells.reference(process, in: identifiers.processes, to: ConversionProcess.self)
            let what = cells.reference(resource, in: identifiers.resources, to: Resource.self)
            let side = cells.word(role)
            let quantity = cells.optionalNumber(perActivity, .notNegative)
            let figures = (cells.optionalNumber(price), cells.optionalNumber(disposal), cells.word(route))
            let origin = cells.provenance(provenance)
            if let side {
                for column in side == .input ? [disposal, route.column] : [price] where !cells.isBlank(column) {
                    cells.report(.notForThisRow(column: "role", word: side.rawValue), column)
                }
            }
            guard cells.isSound, let plant, let what, let side, let quantity else { continue }
            tables.processFlows.append(
                ProcessFlow(
                    process: plant, resource: what, role: side, perActivity: quantity, virginPrice: figures.0, disposalCost: figures.1,
                    disposalRoute: figures.2, provenance: origin))
        }
        finish(cells)
    }

    mutating func readDeclarations() {
        guard var cells = cells(of: .declarations) else { return }
        let subject = cells.column("subject"), criterion = cells.column("criterion"), value = cells.column("value")
        let unit = cells.column("unit"), year = cells.column("year"), validUntil = cells.column("valid_until")
        let evidence = cells.column("evidence"), date = cells.column("date"), provenance = cells.provenanceColumns()
        while cells.next() {
            let who = self.subject(subject, &cells)
            let what = cells.identifier(criterion)
            let declared = cells.declaredValue(value)
            let (unit, year, until) = (cells.optionalText(unit), cells.year(year), cells.day(validUntil))
            let (evidence, day, origin) = (cells.optionalText(evidence), cells.day(date), cells.provenance(provenance))
            guard cells.isSound, let who, let what, let declared else { continue }
            tables.declarations.append(
                Declaration(
                    subject: who, criterion: what, value: declared, unit: unit, year: year, validUntil: until, evidence: evidence,
                    date: day, provenance: origin))
        }
        finish(cells)
    }

    private func subject(_ column: Column, _ cells: inout CellReader) -> Subject? {
        guard let cell = cells.given(column) else { return nil }
        if let row = cells.position(of: cell, in: identifiers.parks) { return .park(Reference(row)) }
        if let row = cells.position(of: cell, in: identifiers.firms) { return .firm(Reference(row)) }
        if let row = cells.position(of: cell, in: identifiers.projects) { return .project(Reference(row)) }
        cells.report(cells.unknown(cells.text(cell), expected: [.parks, .firms, .projects]), column)
        return nil
    }
}

extension CellReader {
    /// Text of the form of an id, which names a row of no table of the scenario.
    mutating func identifier(_ column: Column) -> String? {
        guard let cell = given(column) else { return nil }
        guard let fault = Identifier.fault(of: grid.bytes.span, cell.bounds) else { return text(cell) }
        report(fault, column)
        return nil
    }

    /// A year from 1900 to 2200.
    mutating func year(_ column: Column) -> Int? {
        guard let number = optionalNumber(column) else { return nil }
        guard let year = Int(exactly: number) else {
            report(.notWhole(found: text(range(column))), column)
            return nil
        }
        guard (1900...2200).contains(year) else {
            report(.yearOutOfRange(found: text(range(column))), column)
            return nil
        }
        return year
    }

    /// A number, yes or no in words, or else text: the criterion settles later which of them it wants.
    mutating func declaredValue(_ column: Column) -> DeclaredValue? {
        guard let cell = given(column) else { return nil }
        let mark = grid.decimalMark(row, column.position)
        switch DecimalNumber.read(grid.bytes.span, cell.bounds, mark: mark) {
        case .number(let value): return .number(value)
        case .infinite:
            report(.notFinite(found: text(cell)), column)
            return nil
        case .malformed: return Truth.read(text(cell)).map(DeclaredValue.truth) ?? .text(text(cell))
        }
    }
}
