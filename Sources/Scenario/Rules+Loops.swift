// SPDX-License-Identifier: GPL-3.0-or-later

/// What the search for something of nothing works on: amounts per activity in the main unit of each dimension (t, m³, MWh, pieces).
struct LoopFlows {
    /// One flow of a process.
    struct Flow { var row: Int, resource: Int, amount: Double }
    /// Per process, its inputs and outputs.
    var inputs: [[Flow]], outputs: [[Flow]]
    /// Per resource, the links that lead to it and the resources that it leads to.
    var links: [[ResourceLink]], targets: [[Int]]
    /// Per resource, main units in one of its own.
    var scale: [Double]

    init(_ tables: Tables, _ sides: [ProcessSides], _ links: [[ResourceLink]]) {
        let scale = tables.resources.map { $0.unit.steps / $0.unit.dimension.mainSteps }
        func flows(_ rows: [Int]) -> [Flow] {
            rows.map { row in
                let resource = Int(tables.processFlows[row].resource.position)
                return Flow(row: row, resource: resource, amount: tables.processFlows[row].perActivity * scale[resource])
            }
        }
        inputs = sides.map { flows($0.inputs) }
        outputs = sides.map { flows($0.outputs) }
        self.links = links.map { row in
            row.map { link in
                var link = link
                link.ratio *= scale[link.to] / scale[link.from]
                return link
            }
        }
        var targets = [[Int]](repeating: [], count: links.count)
        for link in links.joined() { targets[link.from].append(link.to) }
        self.targets = targets
        self.scale = scale
    }
}

extension Dimension {
    /// The steps (see ``Unit/steps``) of the dimension's main unit.
    var mainSteps: Double {
        switch self {
        case .mass, .volume: 1000
        case .energy: 3_600_000
        case .pieces: 1
        }
    }
}

extension Rules {
    /// Processes that feed each other with a surplus and nothing from outside; returns those that take part.
    ///
    /// A set of processes makes something of nothing where activities y ≥ 0 and transfers x ≥ 0, not all zero, exist with
    ///
    /// - supply of resource r by process p: Σ x ≤ b_pr y_p,
    /// - every input of every running process, met by the processes alone: Σ ratio · x ≥ a_qr y_q,
    /// - of each substitution: ratio · x ≤ max_share · a_qr y_q,
    /// - Σ_p,r (b_pr y_p − Σ x) > 0, something left over.
    ///
    /// Transfers go by equal resources or one substitution, never from a process to itself and never of a hazardous resource to a
    /// process without the licence. A process without inputs is a source and takes no part. That an input could be bought as well does
    /// not matter: it need not be. Distances are left aside, for what a plant makes does not depend on where it stands.
    ///
    /// The search looks at one strongly connected component of the graph process → resource → process at a time. That loses nothing:
    /// of the components of a set as above, one that is fed by no other runs alone; either it has something left over, or it feeds
    /// another one, and what it sends there is left over once the other is shut.
    mutating func checkLoops(_ sides: [ProcessSides]) -> Set<Int> {
        let flows = LoopFlows(tables, sides, linksByTarget())
        var told: Set<Int> = []
        for members in components(flows) {
            var candidates = selfFed(members, flows)
            while !candidates.isEmpty {
                let prices = LoopPrices(candidates, flows)
                guard !prices.proveNoSurplus else { break }
                // A search among a ring is cheap, and a loop found there is a loop; only the search among all shows that there is none.
                guard let loop = surplus(ofFirstIn: prices.rings + [candidates], flows) else { break }
                report(loop, flows)
                told.formUnion(loop.activities.map(\.process))
                candidates = selfFed(candidates.filter { !told.contains($0) }, flows)
            }
        }
        return told
    }

    /// The processes of each strongly connected component that could hold a loop.
    private func components(_ flows: LoopFlows) -> [[Int]] {
        let processes = tables.processes.count, resources = tables.resources.count
        // Nodes: processes, then resources as given off, then resources as taken in.
        var edges = [[Int]](repeating: [], count: processes + 2 * resources)
        for process in 0..<processes where isPart(process, flows) {
            for flow in flows.outputs[process] { edges[process].append(processes + flow.resource) }
            for flow in flows.inputs[process] { edges[processes + resources + flow.resource].append(process) }
        }
        for (from, targets) in flows.targets.enumerated() {
            for target in targets { edges[processes + from].append(processes + resources + target) }
        }
        let graph = StrongComponents(edges)
        var members = [[Int]](repeating: [], count: graph.count)
        for process in 0..<processes where isPart(process, flows) { members[graph.component[process]].append(process) }
        return members.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    private func isPart(_ process: Int, _ flows: LoopFlows) -> Bool {
        tables.processes[process].capacity > 0 && !flows.inputs[process].isEmpty && !flows.outputs[process].isEmpty
    }

    /// The largest subset of `members` in which every input can be met by another one.
    private func selfFed(_ members: [Int], _ flows: LoopFlows) -> [Int] {
        var rest = members
        while true {
            var givers: [Int: (first: Int, isShared: Bool)] = [:]
            for process in rest {
                for flow in flows.outputs[process] {
                    let known = givers[flow.resource]
                    givers[flow.resource] = (known?.first ?? process, known.map { $0.isShared || $0.first != process } ?? false)
                }
            }
            let kept = rest.filter { process in
                flows.inputs[process].allSatisfy { input in
                    flows.links[input.resource].contains { link in givers[link.from].map { $0.isShared || $0.first != process } ?? false }
                }
            }
            if kept.count == rest.count { return rest }
            rest = kept
        }
    }

    private mutating func report(_ loop: Surplus, _ flows: LoopFlows) {
        guard let first = loop.activities.first, let input = flows.inputs[first.process].first else { return }
        let resource = tables.resources[loop.resource]
        report(
            .somethingOfNothing(
                loop: inFeedingOrder(loop.activities.map(\.process), flows).map { tables.processes[$0].id }, resource: resource.id,
                surplus: loop.amount / first.activity / flows.scale[loop.resource], unit: resource.unit), .processFlows,
            tables.processFlows[input.row].provenance, "per_activity")
    }

    /// Each process followed, where that can be, by one that it feeds; the first stays the first.
    private func inFeedingOrder(_ loop: [Int], _ flows: LoopFlows) -> [Int] {
        var order: [Int] = [], rest = loop
        while !rest.isEmpty {
            let fed = order.last.map { Set(flows.outputs[$0].flatMap { flows.targets[$0.resource] }) } ?? []
            let next = rest.firstIndex { flows.inputs[$0].contains { fed.contains($0.resource) } } ?? 0
            order.append(rest.remove(at: next))
        }
        return order
    }
}
