// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension FigureChecks {
    private func provenance(_ obligation: Obligation) -> Provenance { tables.contracts[obligation.contract].provenance }

    /// What contracts oblige a giver to, against what it has.
    mutating func checkContractsOfGivers() {
        for (supply, group) in grouped(by: { $0.supply }) {
            let promised = group.reduce(0) { $0 + $1.least }, given = most(ofSupply: supply)
            guard exceeds(promised, given), let last = crossing(group, given, { $0.least }) else { continue }
            let (party, resource) = (network.supplies[supply].party, tables.resources[network.supplies[supply].resource])
            report(
                .contractsAboveSupply(giver: id(of: party), resource: resource.id, promised: promised, given: given, unit: resource.unit),
                .contracts, provenance(last), "min")
        }
    }

    /// What contracts oblige a taker to, against what it may take for the need that they serve.
    mutating func checkContractsOfTakers() {
        for (demand, group) in grouped(by: { onlyDemand($0) }) {
            let takable = network.demands[demand].maximumShare * most(ofDemand: demand)
            if checkTaker(demand, group, takable) { continue }
            var bySubstitution: [Reference<Substitution>: [Obligation]] = [:]
            for obligation in group {
                if let row = obligation.ways.first.flatMap({ candidates[$0].substitution }) {
                    bySubstitution[row, default: []].append(obligation)
                }
            }
            for (row, part) in bySubstitution.sorted(by: { $0.key.position < $1.key.position }) {
                if checkTaker(demand, part, tables.substitutions[row].maximumShare * most(ofDemand: demand)) { break }
            }
        }
        for obligation in obligations where onlyDemand(obligation) == nil && !obligation.ways.isEmpty { checkTakerOfMany(obligation) }
    }

    private mutating func checkTaker(_ demand: Int, _ group: [Obligation], _ takable: Double) -> Bool {
        let promised = group.reduce(0) { $0 + leastDelivered($1) }
        guard exceeds(promised, takable), let last = crossing(group, takable, leastDelivered) else { return false }
        let resource = resource(ofDemand: demand)
        report(
            .contractsAboveNeed(
                taker: id(of: network.demands[demand].party), resource: resource.id, promised: promised, takable: takable,
                unit: resource.unit),
            .contracts, provenance(last), "min")
        return true
    }

    /// A contract that may serve several needs of its taker, against all of them.
    private mutating func checkTakerOfMany(_ obligation: Obligation) {
        var takable: [Int32: Double] = [:]
        for way in obligation.ways {
            let index = Int(candidates[way].demand), share = candidates[way].substitution.map { tables.substitutions[$0].maximumShare } ?? 1
            let most = min(share, network.demands[index].maximumShare) * most(ofDemand: index) / terms[way].delivered
            takable[candidates[way].demand] = max(takable[candidates[way].demand] ?? 0, most)
        }
        let contract = tables.contracts[obligation.contract], resource = tables.resources[contract.resource]
        let sum = takable.keys.sorted().reduce(0) { $0 + (takable[$1] ?? 0) }
        guard exceeds(obligation.least, sum) else { return }
        report(
            .contractsAboveNeed(
                taker: id(of: contract.to), resource: resource.id, promised: obligation.least, takable: sum, unit: resource.unit),
            .contracts,
            contract.provenance, "min")
    }

    /// Contracts whose parties cannot exchange at all.
    mutating func checkContractsWithoutWay() {
        let lost = obligations.filter(\.ways.isEmpty)
        guard !lost.isEmpty else { return }
        let finder = CandidateFinder(network), givers = finder.givers
        for obligation in lost {
            let contract = tables.contracts[obligation.contract]
            var why = UnmetFault.ContractObstacle.notGiven
            if let supply = obligation.supply {
                why = .notNeeded
                for (index, demand) in network.demands.enumerated() where demand.party == contract.to {
                    guard givers[Int(demand.resource.position)].contains(supply), let rule = finder.exclusion(supply, index) else {
                        continue
                    }
                    why = .excluded(rule)
                    break
                }
            }
            report(
                .contractWithoutWay(
                    from: id(of: contract.from), to: id(of: contract.to), resource: tables.resources[contract.resource].id, why: why),
                .contracts, contract.provenance, "min")
        }
    }

    /// The activity that contracts oblige a process to, against what its inputs allow.
    mutating func checkContractsOfProcesses() {
        guard !obligations.isEmpty else { return }
        for process in network.processes {
            guard let (activity, last) = obligedActivity(of: process) else { continue }
            for (index, demand) in network.demands.enumerated()
            where demand.isOfProcess && demand.party == .process(process) && demand.virginPrice == nil {
                let needed = demand.quantity * activity, within = reach(ofDemand: index, quantity: needed)
                guard exceeds(needed, within) else { continue }
                let resource = resource(ofDemand: index)
                report(
                    .contractsStarveProcess(
                        process: tables.processes[process].id, activity: activity, resource: resource.id, needed: needed, within: within,
                        unit: resource.unit), .contracts, provenance(last), "min")
            }
        }
    }

    /// The least activity at which a process can keep its contracts, and the contract that asks for most; nil where none asks for any.
    private func obligedActivity(of process: Reference<ConversionProcess>) -> (activity: Double, last: Obligation)? {
        var most: (activity: Double, last: Obligation)?
        func note(_ amount: Double, _ perActivity: Double, _ last: Obligation) {
            guard perActivity > 0, amount / perActivity > most?.activity ?? 0 else { return }
            most = (amount / perActivity, last)
        }
        for (supply, group) in grouped(by: { $0.supply }) where network.supplies[supply].party == .process(process) {
            if let last = group.last { note(group.reduce(0) { $0 + $1.least }, network.supplies[supply].quantity, last) }
        }
        for (demand, group) in grouped(by: { onlyDemand($0) }) where network.demands[demand].party == .process(process) {
            if let last = group.last { note(group.reduce(0) { $0 + leastDelivered($1) }, network.demands[demand].quantity, last) }
        }
        return most
    }

    /// The one demand that a contract can serve; nil where there are several or none.
    func onlyDemand(_ obligation: Obligation) -> Int? {
        guard let first = obligation.ways.first, obligation.ways.allSatisfy({ candidates[$0].demand == candidates[first].demand }) else {
            return nil
        }
        return Int(candidates[first].demand)
    }

    /// What a contract's least amount comes to at its taker, in the unit of the need, by the way that loses most.
    func leastDelivered(_ obligation: Obligation) -> Double {
        obligation.least * (obligation.ways.map { terms[$0].delivered }.min() ?? 0)
    }

    /// The obligations of each key, in the order of the keys.
    func grouped(by key: (Obligation) -> Int?) -> [(key: Int, group: [Obligation])] {
        var groups: [Int: [Obligation]] = [:]
        for obligation in obligations { if let key = key(obligation) { groups[key, default: []].append(obligation) } }
        return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The contract with which the sum of all up to it is too much.
    private func crossing(_ group: [Obligation], _ possible: Double, _ amount: (Obligation) -> Double) -> Obligation? {
        var sum = 0.0
        for obligation in group {
            sum += amount(obligation)
            if exceeds(sum, possible) { return obligation }
        }
        return group.last
    }
}
