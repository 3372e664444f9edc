// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import GLPKSolver
import LinearProgram
import Scenario
import Testing

@Suite("Of every random scenario:") struct PropertyTests {
    static let seeds = UInt64(1)...24

    /// A solved scenario, told by ids and in tonnes so that two of them compare.
    struct Answer {
        let scenario: Scenario
        let outcome: Outcome
        /// Dispatched by giver, taker, resource given, resource stood in for and mode; in t, m3 or MWh.
        var flows: [String: Double] = [:]

        init(_ random: RandomScenario) throws {
            let planner = try random.text.planner()
            scenario = planner.network.scenario
            outcome = try planner.plan()
            expectSound(outcome)
            for exchange in outcome.exchanges {
                let resource = scenario.tables.resources[exchange.resource],
                    mode = exchange.mode.map { scenario.tables.modes[$0].id } ?? "on-site"
                let unit: Unit = resource.unit == .kilogram ? .tonne : resource.unit
                let key =
                    "\(id(exchange.from)) \(id(exchange.to)) \(resource.id) \(scenario.tables.resources[exchange.asResource].id) \(mode)"
                flows[key, default: 0] += resource.unit.convert(exchange.quantity, to: unit) ?? .nan
            }
        }

        func id(_ party: Party) -> String {
            switch party {
            case .firm(let firm): scenario.tables.firms[firm].id
            case .process(let process): scenario.tables.processes[process].id
            }
        }
    }

    /// Whether two answers have the same flows to 1e-6 t.
    private func expectSameFlows(_ a: Answer, _ b: Answer, sourceLocation: SourceLocation = #_sourceLocation) {
        for key in Set(a.flows.keys).union(b.flows.keys).sorted() {
            let x = a.flows[key] ?? 0, y = b.flows[key] ?? 0
            #expect(abs(x - y) <= 1e-6 * max(1, x), "\(key): \(x) and \(y)", sourceLocation: sourceLocation)
        }
    }

    @Test("the plan moves something, so that the properties are not empty")
    func notEmpty() throws {
        let answers = try PropertyTests.seeds.map { try Answer(RandomScenario(seed: $0)) }
        #expect(answers.allSatisfy { $0.outcome.exchanges.count >= 5 })
        #expect(answers.contains { $0.outcome.processes.contains { $0.activity > 0 } })
        #expect(answers.contains { $0.flows.keys.contains { $0.hasSuffix("on-site") } })
        #expect(answers.contains { $0.outcome.exchanges.contains { $0.resource != $0.asResource } })
    }

    @Test("mass balances at every node", arguments: seeds)
    func massBalance(seed: UInt64) throws {
        let answer = try Answer(RandomScenario(seed: seed)), outcome = answer.outcome, tables = answer.scenario.tables
        // What leaves a party and what arrives at it, summed anew from the exchanges, losses worked out from the tables.
        struct Node: Hashable { var party: Party, resource: Reference<Resource> }
        var left: [Node: Double] = [:], arrived: [Node: Double] = [:], lost: [Node: Double] = [:]
        for exchange in outcome.exchanges {
            let loss = min(1, (exchange.mode.map { tables.modes[$0].lossPerKilometre } ?? 0) * exchange.kilometres)
            let row = tables.substitutions.first { $0.from == exchange.resource && $0.to == exchange.asResource }
            #expect(isClose(exchange.delivered, exchange.quantity * (1 - loss) * (row?.ratio ?? 1)))
            left[Node(party: exchange.from, resource: exchange.resource), default: 0] += exchange.quantity
            lost[Node(party: exchange.from, resource: exchange.resource), default: 0] += exchange.quantity * loss
            arrived[Node(party: exchange.to, resource: exchange.asResource), default: 0] += exchange.delivered
        }
        var waste = 0.0, virgin = 0.0
        func isMaterial(_ resource: Reference<Resource>) -> Bool { tables.resources[resource].kind == .material }
        for row in outcome.outputs {
            let output = tables.outputs[row.output], node = Node(party: .firm(output.firm), resource: output.resource)
            #expect(isClose(row.exchanged + row.disposed, output.quantity))
            #expect(isClose(left[node] ?? 0, row.exchanged))
            #expect(isClose(lost[node] ?? 0, row.lost))
            if isMaterial(output.resource) { waste += row.disposed }
        }
        for row in outcome.needs {
            let need = tables.needs[row.need]
            #expect(isClose(row.secondary + row.virgin, need.quantity))
            #expect(isClose(arrived[Node(party: .firm(need.firm), resource: need.resource)] ?? 0, row.secondary))
            #expect(row.secondary <= need.maximumSecondaryShare * need.quantity * (1 + 1e-9))
            if isMaterial(need.resource) { virgin += row.virgin }
        }
        for row in outcome.processFlows {
            let flow = tables.processFlows[row.flow], node = Node(party: .process(flow.process), resource: flow.resource)
            let activity = outcome.processes.first { $0.process == flow.process }?.activity ?? .nan
            #expect(isClose(row.quantity, flow.perActivity * activity))
            #expect(isClose(row.exchanged + row.outside, row.quantity))
            #expect(isClose((flow.role == .input ? arrived : left)[node] ?? 0, row.exchanged))
            if isMaterial(flow.resource) { if flow.role == .input { virgin += row.outside } else { waste += row.outside } }
        }
        for (node, amount) in lost where isMaterial(node.resource) { waste += amount }
        #expect(isClose(outcome.plan?.waste, waste))
        #expect(isClose(outcome.plan?.virgin, virgin))
    }

    @Test("the duals prove the value: strong duality to 1e-9", arguments: seeds)
    func strongDuality(seed: UInt64) throws {
        let outcome = try Answer(RandomScenario(seed: seed)).outcome
        let primal = try #require(outcome.objectiveValue), dual = try #require(outcome.certificate?.dualBound)
        #expect(abs(primal - dual) <= 1e-9 * max(1, abs(primal)), "primal \(primal), dual \(dual)")
    }

    @Test("rows and columns in another order give the same plan, to the last digit", arguments: seeds)
    func order(seed: UInt64) throws {
        let random = RandomScenario(seed: seed)
        var shuffled = random
        shuffled.shuffle()
        let a = try Answer(random), b = try Answer(shuffled)
        #expect(a.flows == b.flows)
        #expect(a.outcome.plan == b.outcome.plan)
        #expect(a.outcome.objectiveValue == b.outcome.objectiveValue)
        #expect(a.outcome.today == b.outcome.today)
        #expect(a.outcome.baseline == b.outcome.baseline)
        #expect(a.outcome.outputs.map(\.marginal) == b.outcome.outputs.map(\.marginal))
        #expect(a.outcome.needs.map(\.marginal) == b.outcome.needs.map(\.marginal))
        #expect(a.outcome.routes.map(\.marginal) == b.outcome.routes.map(\.marginal))
        #expect(a.outcome.contracts.map(\.marginal) == b.outcome.contracts.map(\.marginal))
        #expect(a.outcome.processes.map(\.marginal) == b.outcome.processes.map(\.marginal))
    }

    @Test("kg for t, in the rows and in the resources, gives the same plan", arguments: seeds)
    func kilogrammes(seed: UInt64) throws {
        let random = RandomScenario(seed: seed)
        var declared = random
        declared.declareInKilogrammes()
        // The ash of m1 is limited, and m3 stands in for it: a mixture is of one unit, then of two, each way.
        let measured: [RandomScenario] = ([["m1", "m3"], ["m1"], ["m3"]] as [Set]).map { resources in
            var copy = random
            copy.measureInKilogrammes(resources)
            return copy
        }
        let a = try Answer(random)
        for other in try ([declared] + measured).map({ try Answer($0) }) {
            expectSameFlows(a, other)
            #expect(isClose(other.outcome.objectiveValue, try #require(a.outcome.objectiveValue)))
            #expect(isClose(other.outcome.plan?.cost, try #require(a.outcome.plan?.cost)))
            #expect(isClose(other.outcome.plan?.waste, try #require(a.outcome.plan?.waste)))
        }
    }

    @Test("money times 1000 scales what is money and leaves the plan", arguments: seeds)
    func money(seed: UInt64) throws {
        let random = RandomScenario(seed: seed)
        var scaled = random
        scaled.scaleMoney(by: 1000)
        let a = try Answer(random), b = try Answer(scaled)
        expectSameFlows(a, b)
        let factor: Double = a.outcome.objective == .cost ? 1000 : 1
        #expect(isClose(b.outcome.objectiveValue, factor * (try #require(a.outcome.objectiveValue))))
        #expect(isClose(b.outcome.plan?.cost, 1000 * (try #require(a.outcome.plan?.cost))))
        #expect(isClose(b.outcome.baseline.cost, 1000 * a.outcome.baseline.cost))
        #expect(isClose(b.outcome.plan?.ghg, try #require(a.outcome.plan?.ghg)))
    }

    @Test("a useless firm changes nothing", arguments: seeds)
    func uselessFirm(seed: UInt64) throws {
        let random = RandomScenario(seed: seed)
        var more = random
        // What is free to throw away may still pay by gas or waste; only money calls the dear firm useless.
        more.settings["objective"] = "cost"
        let a = try Answer(more)
        more.addUselessFirms()
        let b = try Answer(more)
        expectSameFlows(a, b)
        #expect(b.outcome.candidates > a.outcome.candidates)
        #expect(isClose(b.outcome.objectiveValue, try #require(a.outcome.objectiveValue)))
    }

    @Test("a firm split in two leaves the optimum where within_firm holds", arguments: seeds, [("F0", 0.5), ("F6", 0.3)])
    func splitFirm(seed: UInt64, _ split: (firm: String, share: Double)) throws {
        let random = RandomScenario(seed: seed, withinFirm: true)
        var parted = random
        parted.split(split.firm, share: split.share)
        let a = try Answer(random).outcome, b = try Answer(parted).outcome
        #expect(isClose(b.objectiveValue, try #require(a.objectiveValue)))
        #expect(isClose(b.baseline.cost, a.baseline.cost))
    }
}
