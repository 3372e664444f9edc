// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension ExplainJSON {
    func pair(_ writer: inout JSONWriter, _ pair: ExplainedPair) {
        writer.member("from", tables.id(pair.from))
        writer.member("to", tables.id(pair.to))
        writer.member("unmatched", texts: pair.unmatched.map { tables.resources[$0].id })
        writer.member("needs", texts: pair.needs.map { tables.resources[$0].id })
        writer.member("matches", objects: pair.matches) { object, match in
            ends(&object, match.from, match.to, match.resource, match.asResource, match.period)
            object.member("given", match.given)
            object.member("disposed", match.disposed.cut(match.given))
            object.member("sold", match.isSold)
            object.member("given_unit", unit(match.resource))
            object.member("needed", match.needed)
            object.member("bought", match.bought.cut(match.needed))
            object.member("needed_unit", unit(match.asResource))
            object.member("ratio", match.ratio)
            object.member("rule") { rule(&$0, match.obstacle, match) }
            object.member("ways", objects: match.ways) { way(&$0, $1, match) }
        }
    }

    private func rule(_ writer: inout JSONWriter, _ obstacle: Obstacle?, _ match: ExplainedMatch) {
        guard let obstacle else { return writer.text(nil) }
        let text = ObstacleText(names: names, from: match.from, to: match.to, resource: match.resource, asResource: match.asResource)
        writer.object { object in
            object.member("code", obstacle.code)
            object.member("text", text.reason(obstacle)[language])
            object.member("mend", text.mend(obstacle)?[language])
        }
    }

    private func way(_ object: inout JSONWriter, _ way: ExplainedWay, _ match: ExplainedMatch) {
        object.member("mode", tables.id(way.mode))
        object.member("km", way.kilometres)
        if case .obstacle(let obstacle) = way.state {
            object.member("state", "no-candidate")
            object.member("rule") { rule(&$0, obstacle, match) }
            return
        }
        switch way.state {
        case .obstacle: break
        case .used(let exchange, let worth):
            object.member("state", "used")
            object.member("quantity", exchange.quantity)
            object.member("delivered", exchange.delivered)
            object.member("gain", exchange.gain)
            object.member("cost_may_rise", worth?.room)
            object.member("objective_without", worth?.without)
            object.member("plan_without", worth.map { $0.without != nil } ?? true)
        case .noRoom: object.member("state", "no-room")
        case .unused(let unit):
            object.member("state", "unused")
            object.member("exact", unit != nil)
            object.member("remedies", objects: unit?.remedies ?? []) { remedy(&$0, $1, match) }
            object.member("changes", objects: unit?.changes ?? []) { change(&$0, $1, match) }
        case .leftOff(let choices):
            object.member("state", "left-off")
            object.member("left_off", objects: choices) { choice, left in
                choice.member("kind", left.code)
                choice.member("charge", left.charge)
                choice.member("text", words.leftOff(left, of: match)[language])
            }
        case .nothingToMove: object.member("state", "nothing-to-move")
        }
        guard let split = way.split else { return object.member("reduced_cost") { $0.number(nil) } }
        object.member("reduced_cost", split.reducedCost)
        object.member("by_itself", split.byItself)
        object.member("terms", objects: split.terms) { entry, term in
            entry.member("kind", term.kind.code)
            entry.member("amount", term.amount)
            entry.member("scarce", term.isScarcity)
            entry.member("text", terms.row(term, resource: match.resource, to: match.to)[language])
        }
    }

    private func remedy(_ object: inout JSONWriter, _ remedy: FirstUnit.Remedy, _ match: ExplainedMatch) {
        let (kind, key, figure, now): (String, String, Double, Double) =
            switch remedy {
            case .cost(let by, let now): ("cost", "less", by, now)
            case .distance(let most, let now): ("distance", "most", most, now)
            case .disposalCost(let least, let now): ("disposal-cost", "least", least, now)
            case .virginPrice(let least, let now): ("virgin-price", "least", least, now)
            }
        object.member("kind", kind)
        object.member(named: key) { $0.number(figure) }
        object.member("now", now)
        object.member("text", words.remedy(remedy, in: match)[language])
    }

    private func change(_ object: inout JSONWriter, _ change: FirstUnit.Change, _ match: ExplainedMatch) {
        switch change.shift {
        case .disposal(let party, let resource, let isSold):
            place(&object, "disposal", party, resource)
            object.member("sold", isSold)
        case .purchase(let party, let resource): place(&object, "purchase", party, resource)
        case .held(let party, let resource): place(&object, "held", party, resource)
        case .activity(let process):
            object.member("kind", "activity")
            object.member("at", tables.processes[process].id)
        case .exchange(let from, let to, let resource, let asResource, let mode):
            object.member("kind", "exchange")
            object.member("from", tables.id(from))
            object.member("to", tables.id(to))
            object.member("resource", tables.resources[resource].id)
            object.member("as", tables.resources[asResource].id)
            object.member("mode", tables.id(mode))
        }
        object.member("period", period(change.period))
        object.member("amount", change.amount)
        object.member("before", change.before)
        object.member("text", words.change(change, of: match)[language])
    }

    private func place(_ object: inout JSONWriter, _ kind: String, _ party: Party, _ resource: Reference<Resource>) {
        object.member("kind", kind)
        object.member("at", tables.id(party))
        object.member("resource", tables.resources[resource].id)
    }
}

extension ChoiceLeftOff {
    fileprivate var code: String {
        switch self {
        case .process: "process"
        case .link: "link"
        case .route: "route"
        case .leastQuantity: "min-quantity"
        case .partners: "max-partners"
        }
    }

    /// Money a year; nil of what costs nothing by itself.
    fileprivate var charge: Double? {
        switch self {
        case .process(_, let charge), .link(_, _, _, _, let charge), .route(_, let charge): charge
        case .leastQuantity, .partners: nil
        }
    }
}

extension CostTerm.Kind {
    /// The part as other programs read it.
    var code: String {
        switch self {
        case .disposal: "disposal"
        case .purchase: "purchase"
        case .supply: "supply"
        case .transport: "transport"
        case .treatment: "treatment"
        case .handling: "handling"
        case .loss: "loss"
        case .carbon: "carbon"
        case .worth: "worth"
        case .running: "running"
        case .plantOutputs: "plant-outputs"
        case .plantInputs: "plant-inputs"
        case .plantFull: "plant-full"
        case .plantNotBuilt: "plant-not-built"
        case .plantIdle: "plant-idle"
        case .givenElsewhere: "given-elsewhere"
        case .notMade: "not-made"
        case .needMet: "need-met"
        case .secondaryShare: "secondary-share"
        case .substitutionShare: "substitution-share"
        case .quality: "quality"
        case .route: "route"
        case .contract: "contract"
        case .choice: "choice"
        }
    }
}
