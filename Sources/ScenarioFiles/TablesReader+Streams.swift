// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension TablesReader {
    mutating func readOutputs() {
        guard var cells = cells(of: .outputs) else { return }
        let columns = StreamColumns(cells)
        let cost = cells.column("disposal_cost"), ghg = cells.column("disposal_ghg")
        let route = cells.vocabulary("disposal_route", of: DisposalRoute.self), supply = cells.column("supply_cost")
        let provenance = cells.provenanceColumns()
        tables.outputs.reserveCapacity(cells.grid.rowCount)
        while cells.next() {
            let stream = stream(columns, &cells)
            let disposal = (cells.optionalNumber(cost), cells.optionalNumber(ghg), cells.word(route))
            let supply = cells.number(supply, default: 0)
            let origin = cells.provenance(provenance)
            guard cells.isSound, let stream else { continue }
            tables.outputs.append(
                Output(
                    firm: stream.firm, resource: stream.resource, quantity: stream.quantity, period: stream.period,
                    disposalCost: disposal.0, disposalGHG: disposal.1, disposalRoute: disposal.2, supplyCost: supply, provenance: origin))
        }
        finish(cells)
    }

    mutating func readNeeds() {
        guard var cells = cells(of: .needs) else { return }
        let columns = StreamColumns(cells)
        let price = cells.column("virgin_price"), ghg = cells.column("virgin_ghg"), share = cells.column("max_secondary_share")
        let handling = cells.column("handling_cost"), source = cells.vocabulary("origin", of: Origin.self)
        let provenance = cells.provenanceColumns()
        tables.needs.reserveCapacity(cells.grid.rowCount)
        while cells.next() {
            let stream = stream(columns, &cells)
            let virgin = (cells.optionalNumber(price), cells.optionalNumber(ghg), cells.word(source))
            let figures = (cells.number(share, .share, default: 1), cells.number(handling, default: 0))
            let origin = cells.provenance(provenance)
            guard cells.isSound, let stream else { continue }
            tables.needs.append(
                Need(
                    firm: stream.firm, resource: stream.resource, quantity: stream.quantity, period: stream.period,
                    virginPrice: virgin.0, virginGHG: virgin.1, maximumSecondaryShare: figures.0, handlingCost: figures.1,
                    origin: virgin.2, provenance: origin))
        }
        finish(cells)
    }

    /// The columns that outputs and needs have in common.
    private struct StreamColumns {
        let firm: Column, resource: Column, quantity: Column, unit: Vocabulary<Unit>, period: Column

        init(_ cells: CellReader) {
            (firm, resource, quantity) = (cells.column("firm"), cells.column("resource"), cells.column("quantity"))
            (unit, period) = (cells.vocabulary("unit", of: Unit.self), cells.column("period"))
        }
    }

    private struct Stream {
        let firm: Reference<Firm>, resource: Reference<Resource>, quantity: Double, period: Reference<Period>?
    }

    /// Firm, resource, quantity in the resource's own unit, and period.
    private func stream(_ columns: StreamColumns, _ cells: inout CellReader) -> Stream? {
        let firm = cells.reference(columns.firm, in: identifiers.firms, to: Firm.self)
        let resource = cells.reference(columns.resource, in: identifiers.resources, to: Resource.self)
        var quantity = cells.optionalNumber(columns.quantity, .notNegative)
        let unit = cells.unit(columns.unit)
        let period = cells.reference(columns.period, in: identifiers.periods, to: Period.self)
        if let unit, let resource, isSound(.resources, Int(resource.position)) {
            let own = tables.resources[resource].unit
            if let written = quantity { quantity = unit.convert(written, to: own) }
            if unit.dimension != own.dimension { cells.report(.wrongDimension(found: unit, expected: own), columns.unit.column) }
        }
        guard let firm, let resource, let quantity else { return nil }
        return Stream(firm: firm, resource: resource, quantity: quantity, period: period)
    }

    mutating func readContracts() {
        guard var cells = cells(of: .contracts) else { return }
        let from = cells.column("from"), to = cells.column("to"), resource = cells.column("resource")
        let minimum = cells.column("min"), maximum = cells.column("max"), quantity = cells.column("quantity"), price = cells.column("price")
        let status = cells.vocabulary("status", of: ContractStatus.self), signed = cells.column("signed")
        let provenance = cells.provenanceColumns()
        while cells.next() {
            let (giver, taker) = (cells.party(from), cells.party(to))
            let what = cells.reference(resource, in: identifiers.resources, to: Resource.self)
            let least = cells.number(minimum, .notNegative, default: 0), most = cells.optionalNumber(maximum, .notNegative)
            let today = cells.optionalNumber(quantity, .notNegative), price = cells.optionalNumber(price)
            let (status, day, origin) = (cells.word(status), cells.day(signed), cells.provenance(provenance))
            if let giver, giver == taker, !tables.settings.withinFirm { cells.report(.sameEnds(cells.text(cells.range(to))), to) }
            if let most, least > most { cells.report(.minimumAboveMaximum(minimum: least, maximum: most), minimum) }
            if let today, cells.isSound, today < least || today > most ?? .infinity {
                cells.report(.quantityOutsideContract(quantity: today, minimum: least, maximum: most), quantity)
            }
            guard cells.isSound, let giver, let taker, let what else { continue }
            tables.contracts.append(
                Contract(
                    from: giver, to: taker, resource: what, minimum: least, maximum: most, quantity: today, price: price, status: status,
                    signed: day, provenance: origin))
        }
        finish(cells)
    }

    mutating func readPeriods() {
        guard var cells = cells(of: .periods) else { return }
        let id = cells.column("id"), share = cells.column("share"), provenance = cells.provenanceColumns()
        while cells.next() {
            tables.periods.append(
                Period(
                    id: cells.optionalText(id) ?? "", share: cells.number(share, .positive, default: 0),
                    provenance: cells.provenance(provenance)))
        }
        finish(cells)
    }

    mutating func readStorages() {
        guard var cells = cells(of: .storages) else { return }
        let firm = cells.column("firm"), process = cells.column("process"), resource = cells.column("resource")
        let capacity = cells.column("capacity"), cost = cells.column("cost"), loss = cells.column("loss_share")
        let provenance = cells.provenanceColumns()
        while cells.next() {
            let party = eitherParty(firm, process, isRequired: true, &cells)
            let what = cells.reference(resource, in: identifiers.resources, to: Resource.self)
            let room = cells.optionalNumber(capacity, .notNegative)
            let figures = (cells.number(cost, default: 0), cells.number(loss, .share, default: 0))
            let origin = cells.provenance(provenance)
            guard cells.isSound, let party, let what, let room else { continue }
            tables.storages.append(
                Storage(party: party, resource: what, capacity: room, cost: figures.0, lossShare: figures.1, provenance: origin))
        }
        finish(cells)
    }

    /// The firm or the process that one of two columns names; both are one too many.
    func eitherParty(_ firm: Column, _ process: Column, isRequired: Bool, _ cells: inout CellReader) -> Party? {
        switch (cells.isBlank(firm), cells.isBlank(process)) {
        case (true, true):
            if isRequired { cells.report(.noneOf([firm.name, process.name]), firm) }
            return nil
        case (false, false):
            cells.report(.exclusive([firm.name, process.name]), process)
            return nil
        case (false, true): return cells.reference(firm, in: identifiers.firms, to: Firm.self).map(Party.firm)
        case (true, false): return cells.reference(process, in: identifiers.processes, to: ConversionProcess.self).map(Party.process)
        }
    }
}
