// SPDX-License-Identifier: GPL-3.0-or-later

/// Activities that feed each other, and what they leave over of one resource, in its dimension's main unit.
struct Surplus {
    var activities: [(process: Int, activity: Double)]
    var resource: Int
    var amount: Double
}

extension Rules {
    /// A surplus below this share of what goes round is taken for rounding of the figures.
    private static let leastSurplus = 1e-6

    /// The surplus of the first of `sets` that has one.
    func surplus(ofFirstIn sets: [[Int]], _ flows: LoopFlows) -> Surplus? {
        for members in sets {
            if let found = surplus(of: members, flows) { return found }
        }
        return nil
    }

    /// Activities of some of `members` that leave something over, with as few of them as it takes; nil where there are none.
    func surplus(of members: [Int], _ flows: LoopFlows) -> Surplus? {
        let network = LoopNetwork(members, flows) { resource, process in self.mayReceive(Reference(resource), Reference(process)) }
        var program = network.program
        let best = program.maximise(stoppingAbove: Self.leastSurplus)
        guard best.value > Self.leastSurplus else { return nil }
        return network.surplus(best.variables)
    }
}

/// The transfers that are possible among some processes, pooled: all that give off (take in) a resource under the same rules are one
/// supply (one demand), which changes nothing, for a common mixture can always be shared out in proportion.
private struct LoopNetwork {
    /// A pool of outputs or inputs of one resource; `owner` is the process that needs a pool of its own, or −1.
    struct Pool: Hashable { var resource: Int, owner: Int }
    struct Transfer { var supply: Int, demand: Int, ratio: Double, maximumShare: Double }

    private let members: [Int]
    /// Per member, the largest of its flows: activities are counted in units of it, so that the program's figures are near 1.
    private let size: [Double]
    private var supplies: [Pool] = [], demands: [Pool] = []
    /// Per pool, the members in it and what they give off or take in per unit of activity.
    private var given: [[(member: Int, amount: Double)]] = [], taken: [[(member: Int, amount: Double)]] = []
    private var transfers: [Transfer] = []

    init(_ members: [Int], _ flows: LoopFlows, mayReceive: (Int, Int) -> Bool) {
        self.members = members
        size = members.map { process in (flows.inputs[process] + flows.outputs[process]).reduce(0) { max($0, $1.amount) } }
        var supplyIndex: [Pool: Int] = [:], demandIndex: [Pool: Int] = [:]
        for (member, process) in members.enumerated() {
            for flow in flows.outputs[process] {
                let feedsItself = flows.inputs[process].contains { flows.targets[flow.resource].contains($0.resource) }
                let pool = Pool(resource: flow.resource, owner: feedsItself ? process : -1)
                let index = Self.index(of: pool, in: &supplyIndex, &supplies, &given)
                given[index].append((member, flow.amount / size[member]))
            }
            for flow in flows.inputs[process] {
                let links = flows.links[flow.resource]
                let isOwn = links.contains { link in
                    flows.outputs[process].contains { $0.resource == link.from } || !mayReceive(link.from, process)
                }
                let pool = Pool(resource: flow.resource, owner: isOwn ? process : -1)
                let index = Self.index(of: pool, in: &demandIndex, &demands, &taken)
                taken[index].append((member, flow.amount / size[member]))
            }
        }
        let bySource = Dictionary(grouping: supplies.indices) { supplies[$0].resource }
        for (demand, pool) in demands.enumerated() {
            for link in flows.links[pool.resource] where pool.owner < 0 || mayReceive(link.from, pool.owner) {
                for supply in bySource[link.from] ?? [] where supplies[supply].owner < 0 || supplies[supply].owner != pool.owner {
                    transfers.append(Transfer(supply: supply, demand: demand, ratio: link.ratio, maximumShare: link.maximumShare))
                }
            }
        }
    }

    private static func index(
        of pool: Pool, in index: inout [Pool: Int], _ pools: inout [Pool], _ flows: inout [[(member: Int, amount: Double)]]
    ) -> Int {
        if let known = index[pool] { return known }
        index[pool] = pools.count
        pools.append(pool)
        flows.append([])
        return pools.count - 1
    }

    /// The program of ``Rules/checkLoops(_:)``: columns are the members' activities, then the transfers.
    var program: ConeProgram {
        var rows: [[(column: Int, coefficient: Double)]] = []
        var objective = [Double](repeating: 0, count: members.count + transfers.count)
        let norm = objective.indices.map { $0 < members.count ? 1.0 : 0.0 }
        for pool in supplies.indices {
            for flow in given[pool] { objective[flow.member] += flow.amount }
            rows.append(given[pool].map { ($0.member, -$0.amount) })
        }
        let firstDemand = rows.count
        for pool in demands.indices { rows.append(taken[pool].map { ($0.member, $0.amount) }) }
        for (index, transfer) in transfers.enumerated() {
            // A transfer is counted in the larger of its two amounts, for the same reason as activities.
            let unit = 1 / max(1, transfer.ratio), column = members.count + index
            objective[column] = -unit
            rows[transfer.supply].append((column, unit))
            rows[firstDemand + transfer.demand].append((column, -transfer.ratio * unit))
        }
        return ConeProgram(rows: rows + shareRows(), objective: objective, norm: norm)
    }

    /// Of each link into each demand whose share is limited: what comes by it ≤ share · what is taken in.
    private func shareRows() -> [[(column: Int, coefficient: Double)]] {
        struct Link: Hashable { var from: Int, demand: Int }
        var rows: [[(column: Int, coefficient: Double)]] = [], known: [Link: Int] = [:]
        for (index, transfer) in transfers.enumerated() where transfer.maximumShare < 1 {
            let link = Link(from: supplies[transfer.supply].resource, demand: transfer.demand)
            if known[link] == nil {
                known[link] = rows.count
                rows.append(taken[transfer.demand].map { ($0.member, -transfer.maximumShare * $0.amount) })
            }
            guard let row = known[link] else { continue }
            rows[row].append((members.count + index, transfer.ratio / max(1, transfer.ratio)))
        }
        return rows
    }

    /// The running processes and the largest leftover of a solution.
    func surplus(_ variables: [Double]) -> Surplus? {
        let activities = members.indices.filter { variables[$0] > 1e-9 }.map { (process: members[$0], activity: variables[$0] / size[$0]) }
        var leftover = supplies.indices.map { given[$0].reduce(0.0) { $0 + $1.amount * variables[$1.member] } }
        for (index, transfer) in transfers.enumerated() {
            leftover[transfer.supply] -= variables[members.count + index] / max(1, transfer.ratio)
        }
        guard let most = leftover.indices.max(by: { leftover[$0] < leftover[$1] }), !activities.isEmpty else { return nil }
        return Surplus(activities: activities, resource: supplies[most].resource, amount: leftover[most])
    }
}
