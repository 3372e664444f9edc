// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension Fingerprint {
    mutating func put(_ party: Party) {
        switch party {
        case .firm(let firm):
            put("firm")
            put(firm)
        case .process(let process):
            put("process")
            put(process)
        }
    }

    private mutating func put(_ point: Coordinates) {
        put(point.latitude)
        put(point.longitude)
    }

    private mutating func put(_ point: Coordinates?) { put(point) { $0.put($1) } }

    private mutating func put(_ day: Day?) {
        put(day) { writer, day in
            for part in [day.year, day.month, day.day] { writer.put(part) }
        }
    }

    mutating func put(_ park: Park) {
        put(park.id)
        put(park.name)
        put(park.coordinates)
        put(park.areaHectares)
        put(park.type)
        put(park.provenance)
    }

    mutating func put(_ firm: Firm) {
        put(firm.id)
        put(firm.name)
        put(firm.park)
        put(firm.coordinates)
        put(firm.sector)
        put(firm.employees)
        put(firm.turnover)
        put(each: firm.licences) { $0.put($1) }
        put(firm.confidential)
        put(firm.project)
        put(firm.provenance)
    }

    mutating func put(_ route: Route) {
        switch route.ends {
        case .firms(let from, let to):
            put("firms")
            put(from)
            put(to)
        case .parks(let from, let to):
            put("parks")
            put(from)
            put(to)
        }
        put(route.kilometres)
        put(route.mode)
        put(route.capacity)
        put(route.fixedCost)
        put(route.isOpen)
        put(route.isOneWay)
        put(route.provenance)
    }

    mutating func put(_ process: ConversionProcess) {
        put(process.id)
        put(process.name)
        switch process.site {
        case .firm(let firm):
            put("firm")
            put(firm)
        case .park(let park):
            put("park")
            put(park)
        case .coordinates(let point):
            put("coordinates")
            put(point)
        }
        for number in [process.capacity, process.cost, process.ghg, process.capex, process.fixedCost] { put(number) }
        put(process.lifetimeYears)
        put(process.isCandidate)
        put(process.project)
        put(each: process.licences) { $0.put($1) }
        put(process.provenance)
    }

    mutating func put(_ flow: ProcessFlow) {
        put(flow.process)
        put(flow.resource)
        put(flow.role)
        put(flow.perActivity)
        put(flow.virginPrice)
        put(flow.disposalCost)
        put(flow.disposalRoute)
        put(flow.provenance)
    }

    mutating func put(_ contract: Contract) {
        put(contract.from)
        put(contract.to)
        put(contract.resource)
        put(contract.minimum)
        for number in [contract.maximum, contract.quantity, contract.price] { put(number) }
        put(contract.status)
        put(contract.signed)
        put(contract.provenance)
    }

    mutating func put(_ storage: Storage) {
        put(storage.party)
        put(storage.resource)
        for number in [storage.capacity, storage.cost, storage.lossShare] { put(number) }
        put(storage.provenance)
    }

    mutating func put(_ project: Project) {
        put(project.id)
        put(project.name)
        put(project.investor)
        for number in [project.capex, project.landHectares, project.jobs] { put(number) }
        put(project.sector)
        put(project.status)
        put(project.provenance)
    }

    mutating func put(_ declaration: Declaration) {
        switch declaration.subject {
        case .park(let park):
            put("park")
            put(park)
        case .firm(let firm):
            put("firm")
            put(firm)
        case .project(let project):
            put("project")
            put(project)
        }
        put(declaration.criterion)
        switch declaration.value {
        case .number(let number):
            put("number")
            put(number)
        case .truth(let truth):
            put("truth")
            put(truth)
        case .text(let text):
            put("text")
            put(text)
        }
        put(declaration.unit)
        put(declaration.year)
        put(declaration.validUntil)
        put(declaration.evidence)
        put(declaration.date)
        put(declaration.provenance)
    }
}
