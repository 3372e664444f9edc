// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension ExplainJSON {
    func streams(_ writer: inout JSONWriter, _ party: Party, _ streams: [ExplainedStream]) {
        writer.member("from", tables.id(party))
        writer.member("streams", objects: streams) { object, stream in
            object.member("role", stream.isSupply ? "output" : "need")
            object.member("at", tables.id(stream.party))
            object.member("resource", tables.resources[stream.resource].id)
            object.member("period", period(stream.period))
            object.member("quantity", stream.quantity)
            object.member("exchanged", stream.exchanged.cut(stream.quantity))
            object.member("rest", stream.rest.cut(stream.quantity))
            if stream.isSupply {
                object.member("stored", stream.stored.cut(max(stream.quantity, stream.exchanged)))
                object.member("sold", stream.isSold)
            }
            object.member("resource_unit", unit(stream.resource))
            object.member("reason") { reason(&$0, stream.reason, isSupply: stream.isSupply) }
            object.member("exchanges", objects: stream.exchanges) { entry, exchange in
                ends(&entry, exchange.from, exchange.to, exchange.resource, exchange.asResource, exchange.period)
                entry.member("mode", tables.id(exchange.mode))
                entry.member("km", exchange.kilometres)
                entry.member("quantity", exchange.quantity)
                entry.member("delivered", exchange.delivered)
                entry.member("gain", exchange.gain)
            }
            object.member("alternatives", objects: stream.alternatives) { alternative(&$0, $1) }
            object.member("excluded", objects: stream.excluded) { entry, excluded in
                entry.member("rule", excluded.code)
                entry.member("pairs", excluded.pairs)
            }
        }
    }

    func plan(_ writer: inout JSONWriter, _ plan: ExplainedPlan) {
        writer.member("rests", objects: plan.rests) { object, rest in
            object.member("resource", tables.resources[rest.resource].id)
            object.member("role", rest.isSupply ? "output" : "need")
            object.member("quantity", rest.quantity)
            object.member("exchanged", rest.exchanged.cut(rest.quantity))
            object.member("rest", rest.rest.cut(rest.quantity))
            if rest.isSupply {
                object.member("stored", rest.stored.cut(rest.quantity))
                object.member("sold", rest.isSold)
            }
            object.member("resource_unit", unit(rest.resource))
            object.member("reasons", objects: rest.reasons) { entry, reason in
                entry.member("reason") { self.reason(&$0, reason.reason, isSupply: rest.isSupply) }
                entry.member("streams", reason.streams)
                entry.member("quantity", reason.quantity)
            }
        }
        writer.member("unused", plan.unused)
        writer.member("ties", plan.ties)
        writer.member("nearest", objects: plan.nearest) { alternative(&$0, $1) }
        writer.member("limits", objects: plan.limits) { object, limit in
            object.member("kind", limit.subject.code)
            object.member("period", period(limit.period))
            object.member("change", limit.change)
            object.member("weight", limit.weight)
            object.member("text", words.limit(limit)[language])
        }
    }

    private func alternative(_ object: inout JSONWriter, _ alternative: Alternative) {
        ends(&object, alternative.from, alternative.to, alternative.resource, alternative.asResource, alternative.period)
        object.member("mode", tables.id(alternative.mode))
        object.member("km", alternative.kilometres)
        object.member("reduced_cost", alternative.reducedCost)
        object.member("why", alternative.shortfall.code)
        object.member("text", terms.shortfall(alternative.shortfall)[language])
    }

    private func reason(_ writer: inout JSONWriter, _ reason: RestReason?, isSupply: Bool) {
        guard let reason else { return writer.text(nil) }
        writer.object { object in
            switch reason {
            case .nobody: object.member("code", "nobody")
            case .excluded(let rule):
                object.member("code", "excluded")
                object.member("rule", rule.rawValue)
            case .short(let shortfall): object.member("code", shortfall.code)
            }
            object.member("text", terms.reason(reason, isSupply: isSupply)[language])
        }
    }
}

extension Shortfall {
    /// As other programs read it: of something scarce the part of the reduced cost.
    fileprivate var code: String {
        switch self {
        case .tie: "tie"
        case .itself: "itself"
        case .scarce(let kind): kind.code
        case .displaces: "displaces"
        case .leftOff: "left-off"
        case .noRoom: "no-room"
        }
    }
}

extension BindingLimit.Subject {
    fileprivate var code: String {
        switch self {
        case .process: "process"
        case .route: "route"
        case .link: "link"
        case .contract: "contract"
        case .secondaryShare: "secondary-share"
        case .substitutionShare: "substitution-share"
        case .quality(_, isMaximum: true): "quality-maximum"
        case .quality(_, isMaximum: false): "quality-minimum"
        case .storage: "storage"
        }
    }
}
