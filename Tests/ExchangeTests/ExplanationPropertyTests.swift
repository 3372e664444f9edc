// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearProgram
import Scenario
import Testing

@testable import Exchange

@Suite("Explanations of every random scenario:") struct ExplanationPropertyTests {
    /// A candidate that carries nothing and the price at which it is told to pay.
    private func sample(_ explanation: Explanation, _ count: Int) -> [Int] {
        let planner = explanation.planner
        let unused = planner.candidates.indices.filter {
            !explanation.isUsed($0) && planner.formulation.mostDispatched(planner.candidates[$0]) > 0
        }
        let step = max(1, unused.count / count)
        return unused.enumerated().filter { $0.offset.isMultiple(of: step) }.map(\.element)
    }

    @Test("the parts of each candidate add up to its reduced cost", arguments: PropertyTests.seeds)
    func parts(seed: UInt64) throws {
        let explanation = try RandomScenario(seed: seed).text.planner().explanation()
        #expect(explanation.hasPrices)
        for index in explanation.planner.candidates.indices {
            let split = explanation.split(index, at: explanation.duals)
            let price = explanation.solved.held.price(of: explanation.column(index), explanation.duals)
            #expect(abs(split.terms.reduce(0) { $0 + $1.amount } - price.value) <= 1e-9 * max(1, price.scale))
            #expect(abs(split.reducedCost - price.value) <= 1e-9 * max(1, price.scale))
            if explanation.isUsed(index) { #expect(abs(price.value) <= 1e-7 * max(1, price.scale)) }
        }
    }

    /// A random scenario; with round quantities, which make many plans tie.
    private func scenario(_ seed: UInt64, isRound: Bool) -> RandomScenario {
        var random = RandomScenario(seed: seed)
        guard isRound else { return random }
        for table in ["outputs", "needs"] {
            for row in random.tables[table, default: []].indices {
                let quantity = Double(random.tables[table]?[row]["quantity"] ?? "") ?? 0
                random.tables[table]?[row]["quantity"] = "\((quantity / 50).rounded(.up) * 50)"
            }
        }
        return random
    }

    @Test(
        "a cost lower by less than the first unit lacks changes nothing, by more it changes the plan", arguments: UInt64(1)...12,
        [false, true])
    func threshold(seed: UInt64, isRound: Bool) throws {
        let explanation = try scenario(seed, isRound: isRound).text.planner().explanation()
        let program = explanation.planner.formulation.program
        let optimum = try #require(explanation.outcome.objectiveValue), near = try #require(try NearPlans(explanation))
        func solved(_ index: Int, lower less: Double) throws -> Double {
            var changed = program
            let column = explanation.column(index)
            changed.setCost(program.cost[column] - less, of: ColumnIndex(column))
            let solution = try GLPKSolver().solve(changed, options: SolveOptions())
            #expect(solution.primal == .optimal)
            return solution.objective
        }
        let indices = sample(explanation, 5)
        let exact = try explanation.exactCosts(indices, explanation.face)
        for (position, index) in indices.enumerated() {
            guard let unit = try near.firstUnit(of: index) else {
                #expect(exact[position] == .infinity)
                continue
            }
            let reduced = unit.split.reducedCost, noise = 1e-9 * max(1, abs(optimum))
            #expect(abs(unit.split.terms.reduce(0) { $0 + $1.amount } - reduced) <= 1e-9 * max(1, reduced))
            #expect(abs(exact[position] - reduced) <= 1e-5 * max(1, reduced), "\(exact[position]) for \(reduced)")
            if reduced > 0 { #expect(abs(try solved(index, lower: 0.99 * reduced) - optimum) <= noise) }
            #expect(try solved(index, lower: 1.01 * reduced + 1) < optimum - noise, "\(seed) \(index) \(reduced)")
        }
    }

    @Test(
        "at the disposal cost and the price that are told, and a little beyond, the plan is no longer the best", arguments: UInt64(1)...12)
    func prices(seed: UInt64) throws {
        let explanation = try RandomScenario(seed: seed).text.planner().explanation()
        let network = explanation.network, formulation = explanation.planner.formulation
        let near = try #require(try NearPlans(explanation)), weight = ObjectiveWeights(explanation.planner.objective).cost
        for index in sample(explanation, 5) {
            guard let unit = try near.firstUnit(of: index) else { continue }
            let candidate = explanation.planner.candidates[index], supply = Int(candidate.supply)
            for remedy in unit.remedies {
                var program = formulation.program
                func raise(_ column: Int, by amount: Double) {
                    program.setCost(program.cost[column] + weight * amount, of: ColumnIndex(column))
                }
                switch remedy {
                case .cost, .distance: continue
                case .disposalCost(let least, let now):
                    let more = 1.01 * (least - now)
                    raise(formulation.disposal[supply], by: more)
                    for (other, given) in explanation.planner.candidates.enumerated() where given.supply == candidate.supply {
                        let loss = network.isEnergy(network.supplies[supply].resource) ? 0 : network.terms(of: given).loss
                        raise(explanation.column(other), by: loss * more)
                    }
                case .virginPrice(let least, let now): raise(formulation.purchase[Int(candidate.demand)], by: 1.01 * (least - now))
                }
                let kept = program.offset + zip(program.cost, explanation.values).reduce(0) { $0 + $1.0 * $1.1 }
                let solution = try GLPKSolver().solve(program, options: SolveOptions())
                #expect(solution.objective < kept - 1e-9 * abs(kept), "\(seed) \(index) \(remedy)")
            }
        }
    }

    @Test("what changes with the first unit costs what it lacks", arguments: UInt64(1)...8)
    func changes(seed: UInt64) throws {
        let explanation = try RandomScenario(seed: seed).text.planner().explanation()
        let formulation = explanation.planner.formulation, network = explanation.network
        let near = try #require(try NearPlans(explanation))
        for index in sample(explanation, 3) {
            guard let unit = try near.firstUnit(of: index) else { continue }
            var cost = formulation.program.cost[explanation.column(index)]
            for change in unit.changes {
                let column: Int? =
                    switch change.shift {
                    case .disposal(let party, let resource, _):
                        network.supplies.firstIndex { $0.party == party && $0.resource == resource }.map { formulation.disposal[$0] }
                    case .purchase(let party, let resource):
                        network.demands.firstIndex { $0.party == party && $0.resource == resource }.map { formulation.purchase[$0] }
                    case .activity(let process): formulation.activityColumn(process, 0)
                    case .exchange(let from, let to, let resource, let asResource, let mode):
                        explanation.planner.candidates.firstIndex {
                            let (supply, demand) = (network.supplies[Int($0.supply)], network.demands[Int($0.demand)])
                            return supply.party == from && demand.party == to && supply.resource == resource
                                && demand.resource == asResource
                                && $0.mode == mode
                        }.map(explanation.column)
                    case .held: nil
                    }
                cost += formulation.program.cost[try #require(column)] * change.amount
            }
            // Changes below a thousandth of a unit are left out of the list.
            #expect(abs(cost - unit.split.reducedCost) <= 0.02 * max(10, abs(unit.split.reducedCost)), "\(cost), \(unit.split.reducedCost)")
        }
    }

    @Test("each pair is a candidate or has one first rule, and its open modes are those of its candidates", arguments: PropertyTests.seeds)
    func rules(seed: UInt64) throws {
        let planner = try RandomScenario(seed: seed).text.planner(), network = planner.network
        let judge = PairJudge(network), finder = CandidateFinder(network)
        var modes: [[Int]: Set<String>] = [:], excluded = 0
        for candidate in planner.candidates {
            let mode = network.scenario.tables.id(of: candidate.mode)
            modes[[Int(candidate.supply), Int(candidate.demand)], default: []].insert(mode)
        }
        for supply in network.supplies.indices {
            for demand in network.demands.indices {
                let judgement = judge.judge(supply, demand), open = modes[[supply, demand]]
                #expect((judgement.obstacle == nil) == (open != nil), "\(supply) \(demand): \(judgement)")
                let told = Set(judgement.ways.filter { $0.obstacle == nil }.map { network.scenario.tables.id(of: $0.mode) })
                #expect(told == open ?? [])
                guard judge.isMatch(supply, demand), let obstacle = judgement.obstacle else { continue }
                excluded += 1
                // Which of several modes came furthest is told differently; that a rule which does not ask for the way speaks first is not.
                let rule = try #require(finder.exclusion(supply, demand))
                if judgement.ways.isEmpty { #expect(obstacle.code == rule.rawValue) }
            }
        }
        #expect(excluded > 0)
    }
}
