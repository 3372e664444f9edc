// SPDX-License-Identifier: GPL-3.0-or-later

/// How a resource may be met: by itself or by what substitutes for it.
struct ResourceLink {
    var from: Int, to: Int
    /// Units of `to` met by one unit of `from`, each in the resource's own unit.
    var ratio: Double
    /// The largest share of a demand met this way.
    var maximumShare: Double
}

extension Rules {
    /// Per resource, the links that lead to it. A row from a resource to itself replaces the implicit one, and links do not chain.
    func linksByTarget() -> [[ResourceLink]] {
        var links = [[ResourceLink]](repeating: [], count: tables.resources.count)
        var hasOwn = [Bool](repeating: false, count: tables.resources.count)
        for substitution in tables.substitutions {
            let (from, to) = (Int(substitution.from.position), Int(substitution.to.position))
            if from == to { hasOwn[from] = true }
            guard substitution.maximumShare > 0 else { continue }
            links[to].append(ResourceLink(from: from, to: to, ratio: substitution.ratio, maximumShare: substitution.maximumShare))
        }
        for resource in links.indices where !hasOwn[resource] {
            links[resource].append(ResourceLink(from: resource, to: resource, ratio: 1, maximumShare: 1))
        }
        return links
    }

    /// Inputs that nobody can supply, and inputs with far less on offer than the process takes in.
    ///
    /// Distances, licences and projects are left aside: what is told here holds wherever anything stands.
    mutating func checkSuppliers(_ sides: [ProcessSides], running: Set<Int>) {
        let links = linksByTarget()
        let offers = Offers(tables, sides)
        let canRun = runnable(sides, links, offers, running: running)
        for (process, side) in sides.enumerated() {
            for input in side.inputs where tables.processFlows[input].virginPrice == nil {
                let sources = links[Int(tables.processFlows[input].resource.position)]
                let byFirms = sources.reduce(0.0) { $0 + offers.byFirms[$1.from] * $1.ratio }
                if byFirms > 0 || checkGivers(input, of: process, sources, offers, canRun) {
                    checkScale(input, of: process, side, sources, offers)
                }
            }
        }
    }

    /// Whether processes that can run give off what an input takes, where no firm does.
    private mutating func checkGivers(
        _ input: Int, of process: Int, _ sources: [ResourceLink], _ offers: Offers, _ canRun: [Bool]
    ) -> Bool {
        let givers = Set(sources.flatMap { offers.givers[$0.from] }).subtracting([process]).sorted()
        if givers.contains(where: { canRun[$0] }) { return true }
        let flow = tables.processFlows[input], (id, resource) = (tables.processes[process].id, tables.resources[flow.resource].id)
        let fault: ProcessFault =
            givers.isEmpty
            ? .noSupplier(process: id, resource: resource)
            : .suppliersCannotRun(process: id, resource: resource, suppliers: givers.map { tables.processes[$0].id })
        report(fault, .processFlows, flow.provenance, "resource")
        return false
    }

    /// All that firms, and the other processes at full capacity, give off of an input, against what the process takes in at capacity.
    private mutating func checkScale(
        _ input: Int, of process: Int, _ side: ProcessSides, _ sources: [ResourceLink], _ offers: Offers
    ) {
        let flow = tables.processFlows[input], capacity = tables.processes[process].capacity
        var offered = 0.0
        for link in sources {
            var amount = offers.byFirms[link.from] + offers.byProcesses[link.from]
            for own in side.outputs where Int(tables.processFlows[own].resource.position) == link.from {
                amount -= tables.processFlows[own].perActivity * capacity
            }
            offered += max(0, amount) * link.ratio
        }
        // The same factor as for figures far above the median of their resource: kg for t, or a day for a year, shows at 300.
        guard flow.perActivity * capacity > 300 * offered else { return }
        let resource = tables.resources[flow.resource]
        report(
            .capacityFarAboveSupply(
                process: tables.processes[process].id, resource: resource.id, atCapacity: flow.perActivity * capacity, offered: offered,
                unit: resource.unit), .processes, tables.processes[process].provenance, "capacity")
    }

    /// The processes that can do anything at all: those whose every input is bought, offered by a firm, or given off by one of them.
    private func runnable(_ sides: [ProcessSides], _ links: [[ResourceLink]], _ offers: Offers, running: Set<Int>) -> [Bool] {
        var isOffered = links.map { $0.contains { offers.byFirms[$0.from] > 0 } }
        var linksBySource = [[Int]](repeating: [], count: links.count)
        for link in links.joined() { linksBySource[link.from].append(link.to) }
        var canRun = [Bool](repeating: false, count: sides.count)
        var waiting = [[Int]](repeating: [], count: links.count), missing = [Int](repeating: 0, count: sides.count), ready: [Int] = []
        for (process, side) in sides.enumerated() where tables.processes[process].capacity > 0 {
            for input in side.inputs where tables.processFlows[input].virginPrice == nil {
                let resource = Int(tables.processFlows[input].resource.position)
                guard !isOffered[resource] else { continue }
                waiting[resource].append(process)
                missing[process] += 1
            }
            if missing[process] == 0 || running.contains(process) { ready.append(process) }
        }
        while let process = ready.popLast() {
            guard !canRun[process] else { continue }
            canRun[process] = true
            for output in sides[process].outputs {
                for resource in linksBySource[Int(tables.processFlows[output].resource.position)] where !isOffered[resource] {
                    isOffered[resource] = true
                    for other in waiting[resource] {
                        missing[other] -= 1
                        if missing[other] == 0 { ready.append(other) }
                    }
                }
            }
        }
        return canRun
    }
}

/// Who gives off each resource, and how much in a year, in the resource's own unit.
private struct Offers {
    /// Per resource, what firms give off, and what processes would at full capacity.
    var byFirms: [Double], byProcesses: [Double]
    /// Per resource, the processes that give it off.
    var givers: [[Int]]

    init(_ tables: Tables, _ sides: [ProcessSides]) {
        byFirms = [Double](repeating: 0, count: tables.resources.count)
        byProcesses = byFirms
        givers = [[Int]](repeating: [], count: tables.resources.count)
        for index in tables.outputs.indices { byFirms[Int(tables.outputs[index].resource.position)] += tables.outputs[index].quantity }
        for (process, side) in sides.enumerated() {
            for output in side.outputs {
                let resource = Int(tables.processFlows[output].resource.position)
                givers[resource].append(process)
                byProcesses[resource] += tables.processFlows[output].perActivity * tables.processes[process].capacity
            }
        }
    }
}
