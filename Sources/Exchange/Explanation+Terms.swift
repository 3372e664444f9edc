// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// The reduced cost of a candidate in parts that can be read.
///
/// With the column's cost c_a and the prices y of the rows it is c_a − Σ_r a_ra y_r. Written against disposal and purchase,
///
/// c_a − c_d − e c_v + (c_d − y_i) + e (c_v − y_j − Σ_k a_vk y_k) − Σ_k (a_ak − e a_vk) y_k − Σ_other a_ra y_r,
///
/// where c_d and c_v are the costs of disposing of a unit and of buying one, i and j the rows of the supply and the demand, k those of qualities.
/// The first bracket is the reduced cost of disposal, the second that of purchase: 0 as long as anything is disposed of, or bought.
extension Explanation {
    /// The parts at some prices of the rows.
    func split(_ index: Int, at duals: [Double]) -> CostSplit { split(planner.candidates[index], column(index), at: duals) }

    /// The parts of a candidate that stands where `column` does; its way may be another, as long as it goes by the same rows.
    func split(_ candidate: Candidate, _ column: Int, at duals: [Double]) -> CostSplit {
        var sum = TermSum()
        let terms = network.terms(of: candidate), delivered = terms.delivered, held = solved.held
        let supply = Int(candidate.supply), demand = Int(candidate.demand)
        addOwn(&sum, candidate, terms)
        let disposal = held.reducedCost(of: formulation.disposal[supply], duals)
        sum.add(isStill(network.supplies[supply].party, network.supplies[supply].period) ? .notMade : .givenElsewhere, disposal)
        addTaker(&sum, demand, delivered, duals)
        addLimits(&sum, candidate, column, terms, duals)
        return sum.split
    }

    /// What the unit brings and costs by itself.
    private func addOwn(_ sum: inout TermSum, _ candidate: Candidate, _ terms: CandidateTerms) {
        let weights = ObjectiveWeights(planner.objective), parts = network.parts(of: candidate, terms)
        let carbon = weights.cost * tables.settings.carbonPrice / 1000
        func add(_ kind: CostTerm.Kind, _ part: Contribution, _ times: Double = 1) {
            sum.add(kind, times * part.price(weights, carbonPrice: 0))
            sum.add(.carbon, times * carbon * part.ghg)
        }
        add(.disposal, network.contribution(disposing: network.supplies[Int(candidate.supply)]), -1)
        if let purchase = network.contribution(buying: network.demands[Int(candidate.demand)]) {
            add(.purchase, purchase, -terms.delivered)
        }
        add(.supply, parts.supply)
        add(.transport, parts.transport)
        add(.treatment, parts.treatment)
        add(.handling, parts.handling)
        add(.loss, parts.loss)
    }

    /// What the taker would do with it: be met already, or, where it cannot buy, make something of it.
    private func addTaker(_ sum: inout TermSum, _ index: Int, _ delivered: Double, _ duals: [Double]) {
        let demand = network.demands[index], held = solved.held
        if formulation.purchase[index] >= 0 {
            return sum.add(.needMet, delivered * held.reducedCost(of: formulation.purchase[index], duals))
        }
        guard demand.isOfProcess, demand.quantity > 0, case .process(let process) = demand.party else {
            return sum.add(.worth, -delivered * duals[formulation.demandRows[index]])
        }
        // −y_j from the plant's column: per activity it costs c_y and takes in quantity units here.
        let column = formulation.activityColumn(process, demand.period), share = delivered / demand.quantity
        sum.add(.running, share * held.cost[column])
        var rest = held.cost[column], ownRow = 0.0
        for k in held.entries(of: ColumnIndex(column)) {
            let row = Int(held.rows[k]), part = -held.values[k] * duals[row]
            rest += part
            if row == formulation.demandRows[index] {
                ownRow += part
            } else if let kind = rowKinds[row] {
                sum.add(kind, share * part)
            } else {
                sum.add(isSupplyRow[row] ? .plantOutputs : .plantInputs, share * part)
            }
        }
        // `rest` is the reduced cost of running the plant; what of it is not in the parts above is the input's own price.
        let kind: CostTerm.Kind = held.upper[column] <= 0 ? .plantNotBuilt : rest < 0 ? .plantFull : .plantIdle
        sum.add(kind, -share * rest)
        sum.note(share * ownRow)
    }

    private func addLimits(
        _ sum: inout TermSum, _ candidate: Candidate, _ column: Int, _ terms: CandidateTerms, _ duals: [Double]
    ) {
        let demand = Int(candidate.demand), held = solved.held
        for k in held.entries(of: ColumnIndex(column)) {
            let row = Int(held.rows[k])
            guard let kind = rowKinds[row], duals[row] != 0 else { continue }
            sum.add(kind, -entry(kind, held.values[k], candidate, column, terms) * duals[row])
        }
        guard formulation.purchase[demand] >= 0 else { return }
        for k in held.entries(of: ColumnIndex(formulation.purchase[demand])) {
            let row = Int(held.rows[k])
            if let kind = rowKinds[row], case .quality = kind { sum.add(kind, terms.delivered * held.values[k] * duals[row]) }
        }
    }

    /// The entry of a row, which for a way of another length follows what arrives.
    private func entry(
        _ kind: CostTerm.Kind, _ value: Double, _ candidate: Candidate, _ column: Int, _ terms: CandidateTerms
    ) -> Double {
        let own = planner.candidates[column - formulation.firstCandidate]
        guard own.kilometres != candidate.kilometres else { return value }
        let before = network.terms(of: own)
        return switch kind {
        case .secondaryShare, .substitutionShare: value / before.delivered * terms.delivered
        case .quality: value / (1 - before.loss) * (1 - terms.loss)
        default: value
        }
    }

    /// Whether a party is a plant that does nothing in a period.
    func isStill(_ party: Party, _ period: Int) -> Bool {
        guard case .process(let process) = party, !values.isEmpty else { return false }
        return values[formulation.activityColumn(process, period)] <= 0
    }
}

/// Adds parts of one kind together, in the order in which they first come.
private struct TermSum {
    private var terms: [CostTerm] = []
    private var scale = 0.0

    mutating func add(_ kind: CostTerm.Kind, _ amount: Double) {
        guard amount != 0 else { return }
        note(amount)
        if let index = terms.firstIndex(where: { $0.kind == kind }) {
            terms[index].amount += amount
        } else {
            terms.append(CostTerm(kind: kind, amount: amount))
        }
    }

    /// Counts a figure that the parts are differences of.
    mutating func note(_ amount: Double) { scale = max(scale, abs(amount)) }

    /// What is only the rounding of the figures that it is made of is nothing.
    var split: CostSplit {
        let told = terms.filter { abs($0.amount) > 1e-9 * scale }
        let sum = told.reduce(0) { $0 + $1.amount }
        let ordered = told.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element)
        return CostSplit(terms: ordered, reducedCost: abs(sum) <= 1e-9 * scale ? 0 : sum)
    }
}
