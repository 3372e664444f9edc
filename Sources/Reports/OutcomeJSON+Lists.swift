// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

extension OutcomeJSON {
    func exchanges(_ writer: inout JSONWriter) {
        let moneyScale = outcome.exchanges.largest { max($0.gain.magnitude, $0.cost.magnitude) }
        let gasScale = outcome.exchanges.largest(\.ghg)
        writer.member("exchanges", objects: outcome.exchanges) { object, exchange in
            object.member("from", tables.id(exchange.from))
            object.member("to", tables.id(exchange.to))
            object.member("resource", tables.resources[exchange.resource].id)
            object.member("as", tables.resources[exchange.asResource].id)
            object.member("mode", tables.id(exchange.mode))
            object.member("period", period(exchange.period))
            object.member("quantity", exchange.quantity)
            object.member("delivered", exchange.delivered)
            object.member("km", exchange.kilometres)
            object.member("cost", exchange.cost.cut(moneyScale))
            object.member("ghg", exchange.ghg.cut(gasScale))
            object.member("gain", exchange.gain.cut(moneyScale))
            object.member("use", exchange.use?.rawValue)
        }
    }

    func outputs(_ writer: inout JSONWriter) {
        let scale = outcome.outputs.largest(\.marginal)
        writer.member("outputs", objects: outcome.outputs) { object, planned in
            let output = tables.outputs[planned.output]
            object.member("firm", tables.firms[output.firm].id)
            object.member("resource", tables.resources[output.resource].id)
            object.member("period", period(planned.period))
            object.member("quantity", planned.quantity)
            object.member("exchanged", planned.exchanged.cut(planned.quantity))
            object.member("lost", planned.lost.cut(planned.quantity))
            object.member("disposed", planned.disposed.cut(planned.quantity))
            object.member("stored", planned.stored.cut(planned.quantity))
            object.member("marginal", planned.marginal?.cut(scale))
            object.estimate(output.provenance)
        }
    }

    func needs(_ writer: inout JSONWriter) {
        let scale = outcome.needs.largest(\.marginal)
        writer.member("needs", objects: outcome.needs) { object, planned in
            let need = tables.needs[planned.need]
            object.member("firm", tables.firms[need.firm].id)
            object.member("resource", tables.resources[need.resource].id)
            object.member("period", period(planned.period))
            object.member("quantity", planned.quantity)
            object.member("secondary", planned.secondary.cut(planned.quantity))
            object.member("virgin", planned.virgin.cut(planned.quantity))
            object.member("marginal", planned.marginal?.cut(scale))
            object.estimate(need.provenance)
        }
    }

    func processes(_ writer: inout JSONWriter) {
        let (scale, gains) = (outcome.processes.largest(\.marginal), outcome.processes.largest(\.gain))
        writer.member("processes", objects: outcome.processes) { object, planned in
            object.member("id", tables.processes[planned.process].id)
            object.member("period", period(planned.period))
            object.member("activity", planned.activity.cut(planned.capacity))
            object.member("capacity", planned.capacity)
            object.member("built", planned.built)
            object.member("charge", planned.charge)
            object.member("gain", planned.gain.cut(gains))
            object.member("marginal", planned.marginal?.cut(scale))
        }
    }

    func processFlows(_ writer: inout JSONWriter) {
        let scale = outcome.processFlows.largest(\.marginal)
        writer.member("process_flows", objects: outcome.processFlows) { object, planned in
            let flow = tables.processFlows[planned.flow]
            object.member("process", tables.processes[flow.process].id)
            object.member("resource", tables.resources[flow.resource].id)
            object.member("role", flow.role.rawValue)
            object.member("period", period(planned.period))
            object.member("quantity", planned.quantity)
            object.member("exchanged", planned.exchanged.cut(planned.quantity))
            object.member("outside", planned.outside.cut(planned.quantity))
            object.member("stored", planned.stored.cut(planned.quantity))
            object.member("marginal", planned.marginal?.cut(scale))
        }
    }

    func routes(_ writer: inout JSONWriter) {
        let scale = outcome.routes.largest(\.marginal)
        writer.member("routes", objects: outcome.routes) { object, planned in
            let route = tables.routes[planned.route]
            let (from, to) = tables.ids(route.ends)
            object.member("from", from)
            object.member("to", to)
            object.member("mode", route.mode.map { tables.modes[$0].id })
            object.member("used", planned.used)
            object.member("load", planned.load)
            object.member("capacity", route.capacity)
            object.member("charge", planned.charge)
            object.member("marginal", planned.marginal?.cut(scale))
        }
    }

    func contracts(_ writer: inout JSONWriter) {
        let scale = outcome.contracts.largest(\.marginal)
        writer.member("contracts", objects: outcome.contracts) { object, planned in
            let contract = tables.contracts[planned.contract]
            object.member("from", tables.id(contract.from))
            object.member("to", tables.id(contract.to))
            object.member("resource", tables.resources[contract.resource].id)
            object.member("quantity", planned.quantity)
            object.member("marginal", planned.marginal?.cut(scale))
        }
    }
}
