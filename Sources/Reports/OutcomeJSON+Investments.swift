// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

extension OutcomeJSON {
    /// Only what is built: the links that could be are as many as the pairs that they could join.
    func links(_ writer: inout JSONWriter) {
        writer.member("links", objects: outcome.links) { object, link in
            object.member("from", tables.id(link.from))
            object.member("to", tables.id(link.to))
            object.member("mode", tables.modes[link.mode].id)
            object.member("km", link.kilometres)
            object.member("built", true)
            object.member("load", link.load)
            object.member("capacity", link.capacity)
            object.member("charge", link.charge)
        }
    }

    func storages(_ writer: inout JSONWriter) {
        let gains = outcome.storages.largest(\.gain)
        writer.member("storages", objects: outcome.storages) { object, planned in
            let storage = tables.storages[planned.storage]
            object.member("place", tables.id(storage.party))
            object.member("resource", tables.resources[storage.resource].id)
            object.member("period", period(planned.period))
            object.member("held", planned.held.cut(storage.capacity))
            object.member("capacity", storage.capacity)
            object.member("gain", planned.gain.cut(gains))
        }
    }

    func investments(_ writer: inout JSONWriter) {
        writer.member("investments", objects: outcome.investments) { object, investment in
            switch investment.subject {
            case .process(let process):
                object.member("process", tables.processes[process].id)
                object.member("from", nil as String?)
                object.member("to", nil as String?)
                object.member("mode", nil as String?)
            case .link(let from, let to, let mode):
                object.member("process", nil as String?)
                object.member("from", tables.id(from))
                object.member("to", tables.id(to))
                object.member("mode", tables.modes[mode].id)
            }
            figures(&object, investment.figures)
            object.member("largest_supplier", investment.largestSupplier.map { tables.id($0) })
            object.member("yearly_gain_without_supplier", investment.yearlyGainWithoutSupplier)
            object.member("without_supplier_worked_out", investment.isSupplierWorkedOut)
        }
    }

    /// Candidate plants that are not built, and what each would earn beside what is.
    func notBuilt(_ writer: inout JSONWriter) {
        writer.member("not_built", objects: outcome.notBuilt) { object, plant in
            object.member("process", tables.processes[plant.process].id)
            object.member("capex", plant.capex)
            object.member("capital_charge", plant.capitalCharge)
            object.member("yearly_gain", plant.yearlyGain)
            object.member("break_even_capex", plant.breakEvenCapex)
        }
    }

    func investmentTotal(_ writer: inout JSONWriter) {
        guard let total = outcome.investmentTotal else { return writer.text(nil) }
        writer.object { figures(&$0, total) }
    }

    private func figures(_ object: inout JSONWriter, _ figures: InvestmentFigures) {
        object.member("capex", figures.capex)
        object.member("lifetime_years", figures.lifetimeYears)
        object.member("capital_charge", figures.capitalCharge)
        object.member("yearly_gain", figures.yearlyGain)
        object.member("worked_out", figures.isWorkedOut)
        object.member("payback_years", figures.paybackYears)
        object.member("npv", figures.netPresentValue)
        object.member("irr", figures.internalRate)
    }
}
