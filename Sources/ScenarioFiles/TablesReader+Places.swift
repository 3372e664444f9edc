// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension TablesReader {
    mutating func readParks() {
        guard var cells = cells(of: .parks) else { return }
        let id = cells.column("id"), name = cells.column("name"), vietnamese = cells.column("name_vi")
        let latitude = cells.column("latitude"), longitude = cells.column("longitude")
        let area = cells.column("area_ha"), type = cells.vocabulary("type", of: ParkType.self)
        let provenance = cells.provenanceColumns()
        while cells.next() {
            tables.parks.append(
                Park(
                    id: cells.optionalText(id) ?? "", name: cells.label(name, vietnamese),
                    coordinates: coordinates(latitude, longitude, &cells), areaHectares: cells.optionalNumber(area, .notNegative),
                    type: cells.word(type), provenance: cells.provenance(provenance)))
        }
        finish(cells)
    }

    mutating func readFirms() {
        guard var cells = cells(of: .firms) else { return }
        let id = cells.column("id"), name = cells.column("name"), vietnamese = cells.column("name_vi"), park = cells.column("park")
        let latitude = cells.column("latitude"), longitude = cells.column("longitude"), sector = cells.column("sector")
        let employees = cells.column("employees"), turnover = cells.column("turnover"), licences = cells.column("licences")
        let confidential = cells.column("confidential"), project = cells.column("project")
        let provenance = cells.provenanceColumns()
        tables.firms.reserveCapacity(cells.grid.rowCount)
        while cells.next() {
            tables.firms.append(
                Firm(
                    id: cells.optionalText(id) ?? "", name: cells.label(name, vietnamese),
                    park: cells.reference(park, in: identifiers.parks, to: Park.self),
                    coordinates: coordinates(latitude, longitude, &cells), sector: cells.optionalText(sector),
                    employees: cells.optionalNumber(employees, .notNegative), turnover: cells.optionalNumber(turnover, .notNegative),
                    licences: self.licences(licences, &cells), confidential: cells.truth(confidential, default: false),
                    project: cells.reference(project, in: identifiers.projects, to: Project.self),
                    provenance: cells.provenance(provenance)))
        }
        finish(cells)
    }

    mutating func readProjects() {
        guard var cells = cells(of: .projects) else { return }
        let id = cells.column("id"), name = cells.column("name"), vietnamese = cells.column("name_vi")
        let investor = cells.column("investor"), capex = cells.column("capex"), land = cells.column("land_ha")
        let jobs = cells.column("jobs"), sector = cells.column("sector"), status = cells.vocabulary("status", of: ProjectStatus.self)
        let provenance = cells.provenanceColumns()
        while cells.next() {
            tables.projects.append(
                Project(
                    id: cells.optionalText(id) ?? "", name: cells.label(name, vietnamese), investor: cells.optionalText(investor),
                    capex: cells.optionalNumber(capex, .notNegative), landHectares: cells.optionalNumber(land, .notNegative),
                    jobs: cells.optionalNumber(jobs, .notNegative), sector: cells.optionalText(sector), status: cells.word(status),
                    provenance: cells.provenance(provenance)))
        }
        finish(cells)
    }

    mutating func readRoutes() {
        guard var cells = cells(of: .routes) else { return }
        let from = cells.column("from"), to = cells.column("to"), kilometres = cells.column("km"), mode = cells.column("mode")
        let capacity = cells.column("capacity"), fixed = cells.column("fixed_cost")
        let open = cells.column("open"), oneWay = cells.column("one_way")
        let provenance = cells.provenanceColumns()
        while cells.next() {
            let ends = routeEnds(from, to, &cells)
            let length = cells.optionalNumber(kilometres, .notNegative)
            let vehicle = cells.reference(mode, in: identifiers.modes, to: Mode.self)
            let limit = cells.optionalNumber(capacity, .notNegative)
            if limit != nil, cells.isBlank(mode) { cells.report(.needs(column: "mode"), capacity) }
            let charge = cells.number(fixed, default: 0)
            let (isOpen, isOneWay) = (cells.truth(open, default: true), cells.truth(oneWay, default: false))
            let origin = cells.provenance(provenance)
            guard cells.isSound, let ends, let length else { continue }
            tables.routes.append(
                Route(
                    ends: ends, kilometres: length, mode: vehicle, capacity: limit, fixedCost: charge, isOpen: isOpen, isOneWay: isOneWay,
                    provenance: origin))
        }
        finish(cells)
    }

    /// The two ends of a route, both firms or both parks.
    private func routeEnds(_ from: Column, _ to: Column, _ cells: inout CellReader) -> RouteEnds? {
        let (start, end) = (cells.given(from), cells.given(to))
        guard let start, let end else { return nil }
        defer { if isSame(start, end, cells.grid) { cells.report(.sameEnds(cells.text(end)), to) } }
        let firms = (cells.position(of: start, in: identifiers.firms), cells.position(of: end, in: identifiers.firms))
        if let first = firms.0, let second = firms.1 { return .firms(from: Reference(first), to: Reference(second)) }
        let parks = (cells.position(of: start, in: identifiers.parks), cells.position(of: end, in: identifiers.parks))
        if let first = parks.0, let second = parks.1 { return .parks(from: Reference(first), to: Reference(second)) }
        if firms.0 == nil, parks.0 == nil { cells.report(cells.unknown(cells.text(start), expected: [.firms, .parks]), from) }
        if firms.1 == nil, parks.1 == nil { cells.report(cells.unknown(cells.text(end), expected: [.firms, .parks]), to) }
        // One end is a firm and the other a park: the second is told to be what the first is.
        if firms.0 != nil, parks.1 != nil {
            cells.report(.wrongKind(found: cells.text(end), table: .parks, expected: [.firms]), to)
        } else if parks.0 != nil, firms.1 != nil {
            cells.report(.wrongKind(found: cells.text(end), table: .firms, expected: [.parks]), to)
        }
        return nil
    }

    private func isSame(_ left: CellRange, _ right: CellRange, _ grid: Grid) -> Bool {
        left.count == right.count && grid.bytes[left.bounds].elementsEqual(grid.bytes[right.bounds])
    }

    /// Resource ids and waste codes that a firm or process may receive.
    func licences(_ column: Column, _ cells: inout CellReader) -> [String] {
        guard !cells.isBlank(column) else { return [] }
        return cells.list(column).map { range in
            if let row = cells.position(of: range, in: identifiers.resources) { return tables.resources[row].id }
            let entry = cells.text(range)
            if identifiers.wasteCodes.position(of: entry) != nil { return entry }
            if let parts = ListMark.parts(entry), parts.contains(where: { identifiers.resources.row(of: $0) != nil }) {
                cells.report(.wrongListMark(found: entry, mended: parts.joined(separator: ";")), column)
            } else {
                let nearest = identifiers.words.id(near: entry, in: [.resources])
                cells.report(.unknownLicence(found: entry, nearest: nearest), column)
            }
            return entry
        }
    }

    /// The point that two cells give; nil where both are blank.
    func coordinates(_ latitude: Column, _ longitude: Column, _ cells: inout CellReader) -> Coordinates? {
        if latitude.field < 0, longitude.field < 0 { return nil }
        let first = cells.optionalNumber(latitude), second = cells.optionalNumber(longitude)
        switch (cells.isBlank(latitude), cells.isBlank(longitude)) {
        case (true, true): return nil
        case (true, false): cells.report(.halfCoordinates(missing: "latitude"), latitude)
        case (false, true): cells.report(.halfCoordinates(missing: "longitude"), longitude)
        case (false, false): break
        }
        guard let first, let second else { return nil }
        guard projection.fault == nil else { return nil }
        switch projection.outcome(latitude: first, longitude: second) {
        case .point(let point): return point
        case .fault(let fault):
            cells.report(fault, latitude)
            return nil
        }
    }
}
