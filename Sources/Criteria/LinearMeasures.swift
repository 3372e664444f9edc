// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

/// A number that is linear in what a plan moves: constant + Σ weight · column of the flows' program.
struct LinearForm {
    var constant: Double, weights: [Double]

    static func + (left: LinearForm, right: LinearForm) -> LinearForm {
        LinearForm(constant: left.constant + right.constant, weights: zip(left.weights, right.weights).map { $0.0 + $0.1 })
    }

    static func * (factor: Double, form: LinearForm) -> LinearForm {
        LinearForm(constant: factor * form.constant, weights: form.weights.map { factor * $0 })
    }

    /// Whether the plan has no part in it.
    var isConstant: Bool { weights.allSatisfy { $0 == 0 } }

    /// The value in a plan with these columns.
    func value(_ columns: [Double]) -> Double { constant + zip(weights, columns).reduce(0) { $0 + $1.0 * $1.1 } }
}

/// A measure between two linear forms, which are the same where it is linear itself.
struct LinearRange {
    var low: LinearForm, high: LinearForm
}

/// What the measures of some subjects are as functions of a plan, where they are linear in it.
///
/// Each column's weight is what one unit of it adds to the ledger, so that a measure and its form cannot come apart. What has no known
/// figure (a route or a use that is not given) has no form.
struct LinearMeasures {
    private struct Key: Hashable { var subject: AssessedSubject, measure: Measure }

    private var forms: [Key: LinearRange] = [:]
    /// The weights of a constant.
    let noWeights: [Double]

    /// Works out `wanted` of the plans of `planner`.
    init(_ planner: Planner, _ assessor: Assessor, _ wanted: [AssessedSubject: Set<Measure>]) {
        let network = planner.network, parties = Parties(network)
        let pairs = wanted.flatMap { entry in entry.value.map { Key(subject: entry.key, measure: $0) } }
        let members = Dictionary(uniqueKeysWithValues: wanted.keys.map { ($0, Set(assessor.members(of: $0))) })
        let zero = [Double](repeating: 0, count: planner.flowColumnCount)
        noWeights = zero
        var open: [Key: LinearForm] = [:], holders: [Int: [Key]] = [:]
        for key in pairs where key.measure != .wastewaterReused {
            open[key] = LinearForm(constant: 0, weights: zero)
            for member in members[key.subject] ?? [] { holders[member, default: []].append(key) }
        }
        var builder = LedgerBuilder(network, parties, Flows(), circularFactor: assessor.circularFactor)
        var unknown: Set<Key> = []
        /// Takes what the ledger holds of some parties, and sets it back.
        func take(_ touched: Set<Int>, _ column: Int?) {
            for party in touched {
                for key in holders[party] ?? [] {
                    let figure = builder.ledger[assessor.ledgerMeasure(key.measure), party]
                    guard let amount = figure.exact else {
                        unknown.insert(key)
                        continue
                    }
                    guard amount != 0 else { continue }
                    if let column { open[key]?.weights[column] += amount } else { open[key]?.constant += amount }
                }
                builder.ledger.clear(party)
            }
        }
        builder.addAll(planner.fixedFlows)
        take(Set(0..<parties.count), nil)
        planner.forEachUnitFlow { column, flows in
            builder.addAll(flows)
            take(parties.touched(by: flows), column)
        }
        forms = open.filter { !unknown.contains($0.key) }.mapValues { LinearRange(low: $0, high: $0) }
        for key in pairs where key.measure == .wastewaterReused {
            forms[key] = WaterForm(planner, parties, members[key.subject] ?? []).map { LinearRange(low: $0.low, high: $0.high) }
        }
    }

    /// The measure of a subject, or its bound on one side; nil where it is not linear in the plan, or not known.
    func form(_ measure: Measure, _ subject: AssessedSubject, isHigh: Bool) -> LinearForm? {
        forms[Key(subject: subject, measure: measure)].map { isHigh ? $0.high : $0.low }
    }
}

extension Parties {
    /// Everybody whose row of the ledger some flows may change.
    fileprivate func touched(by flows: Flows) -> Set<Int> {
        var touched: Set<Int> = []
        for exchange in flows.exchanges { touched.formUnion([index(exchange.from), index(exchange.to)]) }
        for output in flows.outputs { touched.insert(Int(tables.outputs[output.output].firm.position)) }
        for need in flows.needs { touched.insert(Int(tables.needs[need.need].firm.position)) }
        for process in flows.processes { touched.insert(index(.process(process.process))) }
        for flow in flows.processFlows { touched.insert(index(.process(tables.processFlows[flow.flow].process))) }
        return touched
    }
}

extension Measure {
    /// Whether the measure is a sum of the ledger or the reuse of wastewater: what may be linear in a plan.
    var mayBeLinear: Bool { isOfLedger || self == .wastewaterReused }

    /// Whether the measure is a sum of the ledger that the plan changes.
    var isOfLedger: Bool {
        switch self {
        case .exchanges, .exchangesInPark, .exchangesBeyondPark, .networks, .networksInPark, .exchangingFirms, .partners, .meanKilometres,
            .netBenefit, .savingWastewater, .wastewaterReused, .wastewaterUnused, .streams:
            false
        default: !isOfSubject
        }
    }

    /// Whether the measure is the same in every plan: what is declared of firms, parks, projects and contracts.
    var isOfSubject: Bool {
        switch self {
        case .firms, .employees, .turnover, .areaHa, .ecoParks, .contractsRunning, .contractsSigned, .contractsAgreed, .projectsProposed,
            .projectsCommitted, .jobs, .investment:
            true
        default: false
        }
    }
}
