// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension ResultTables {
    func processes() -> [UInt8] {
        var table = CSVTable(
            [
                ResultHeading.processID, ResultHeading.process, ResultHeading.period,
                Phrase(en: "Activity a year", vi: "Mức hoạt động mỗi năm"), ResultHeading.capacity,
                Phrase(en: "Stands", vi: "Có xây dựng"), money(en: ResultHeading.charge.en, vi: ResultHeading.charge.vi),
                money(en: "Gain", vi: "Lợi ích"), marginalHeading,
            ], language: language)
        let (scale, gains) = (outcome.processes.largest(\.marginal), outcome.processes.largest(\.gain))
        for planned in outcome.processes {
            table.append([
                id(tables.processes[planned.process].id), text(names.process(planned.process)), period(planned.period),
                .number(planned.activity.cut(planned.capacity)), .number(planned.capacity), .truth(planned.built),
                .number(planned.charge), .number(planned.gain.cut(gains)), .number(planned.marginal?.cut(scale)),
            ])
        }
        return table.bytes
    }

    func processFlows() -> [UInt8] {
        var table = CSVTable(
            [
                ResultHeading.processID, ResultHeading.process, ResultHeading.resourceID, ResultHeading.resource,
                Phrase(en: "Role", vi: "Vai trò"), ResultHeading.period, ResultHeading.quantity, ResultHeading.exchanged,
                Phrase(en: "Bought new or thrown away", vi: "Mua mới hoặc thải bỏ"), ResultHeading.stored, ResultHeading.unit,
                marginalHeading,
            ], language: language)
        let scale = outcome.processFlows.largest(\.marginal)
        for planned in outcome.processFlows {
            let flow = tables.processFlows[planned.flow]
            table.append([
                id(tables.processes[flow.process].id), text(names.process(flow.process)), id(tables.resources[flow.resource].id),
                text(names.resource(flow.resource)), text(flow.role.name), period(planned.period), .number(planned.quantity),
                .number(planned.exchanged.cut(planned.quantity)), .number(planned.outside.cut(planned.quantity)),
                .number(planned.stored.cut(planned.quantity)), unit(flow.resource), .number(planned.marginal?.cut(scale)),
            ])
        }
        return table.bytes
    }

    func routes() -> [UInt8] {
        var table = CSVTable(
            [
                Phrase(en: "From (id)", vi: "Từ (mã)"), Phrase(en: "To (id)", vi: "Đến (mã)"), Phrase(en: "Route", vi: "Tuyến"),
                ResultHeading.mode, Phrase(en: "Used", vi: "Được sử dụng"), Phrase(en: "Load a year", vi: "Lượng chở mỗi năm"),
                ResultHeading.capacity, ResultHeading.unit, money(en: ResultHeading.charge.en, vi: ResultHeading.charge.vi),
                marginalHeading,
            ], language: language)
        let scale = outcome.routes.largest(\.marginal)
        for planned in outcome.routes {
            let route = tables.routes[planned.route]
            let (from, to) = tables.ids(route.ends)
            table.append([
                id(from), id(to), text(names.route(planned.route)), id(route.mode.map { tables.modes[$0].id }), .truth(planned.used),
                .number(planned.load), .number(route.capacity), id(route.mode.map { tables.modes[$0].unit.rawValue }),
                .number(planned.charge), .number(planned.marginal?.cut(scale)),
            ])
        }
        return table.bytes
    }

    func contracts() -> [UInt8] {
        var table = CSVTable(
            [
                ResultHeading.giverID, ResultHeading.giver, ResultHeading.takerID, ResultHeading.taker, ResultHeading.resourceID,
                ResultHeading.resource, Phrase(en: "Least", vi: "Tối thiểu"), Phrase(en: "Most", vi: "Tối đa"),
                Phrase(en: "Today", vi: "Hiện trạng"), Phrase(en: "Plan", vi: "Phương án"), ResultHeading.unit, marginalHeading,
            ], language: language)
        let scale = outcome.contracts.largest(\.marginal)
        for planned in outcome.contracts {
            let contract = tables.contracts[planned.contract]
            table.append([
                id(tables.id(contract.from)), text(names.party(contract.from)), id(tables.id(contract.to)), text(names.party(contract.to)),
                id(tables.resources[contract.resource].id), text(names.resource(contract.resource)), .number(contract.minimum),
                .number(contract.maximum), .number(contract.quantity), .number(planned.quantity), unit(contract.resource),
                .number(planned.marginal?.cut(scale)),
            ])
        }
        return table.bytes
    }

    /// Every marginal value that changes something, in words.
    func marginals() -> [UInt8] {
        var table = CSVTable(
            [Phrase(en: "Of", vi: "Của"), Phrase(en: "Meaning", vi: "Ý nghĩa"), marginalHeading], language: language,
            capacity: 150 * (outcome.outputs.count + outcome.needs.count))
        let words = MarginalText(names: names, objective: outcome.objective)
        func add(_ kind: Table, _ marginals: [(Double?, (Double) -> Phrase)]) {
            let scale = marginals.largest { $0.0 }
            for (marginal, sentence) in marginals {
                guard let marginal = marginal?.cut(scale), marginal != 0 else { continue }
                table.append([.text(kind.rawValue), text(sentence(marginal)), .number(marginal)])
            }
        }
        add(
            .outputs,
            outcome.outputs.map { planned in (planned.marginal, { names.within(planned.period, words.output(planned.output, $0)) }) })
        add(.needs, outcome.needs.map { planned in (planned.marginal, { names.within(planned.period, words.need(planned.need, $0)) }) })
        add(
            .processes,
            outcome.processes.map { planned in (planned.marginal, { words.process(planned.process, $0, in: planned.period) }) })
        add(
            .processFlows,
            outcome.processFlows.map { planned in (planned.marginal, { names.within(planned.period, words.processFlow(planned.flow, $0)) })
            })
        add(.routes, outcome.routes.map { planned in (planned.marginal, { words.route(planned.route, $0) }) })
        add(.contracts, outcome.contracts.map { planned in (planned.marginal, { words.contract(planned.contract, $0) }) })
        return table.bytes
    }

    /// Why there is no plan; only the headings where there is one.
    func infeasibility() -> [UInt8] {
        var table = CSVTable(
            [
                Phrase(en: "Rule or mend", vi: "Quy định hoặc cách khắc phục"), Phrase(en: "Subject", vi: "Đối tượng"),
                Phrase(en: "In words", vi: "Diễn giải"), Phrase(en: "Missing", vi: "Còn thiếu"), ResultHeading.unit,
                money(en: "Cost of the plan then", vi: "Chi phí của phương án khi đó"),
            ], language: language)
        let words = InfeasibilityText(names: names)
        for rule in outcome.infeasibility?.rules ?? [] {
            table.append([
                .text(rule.kind.rawValue), .text(SubjectKey(tables).key(rule.subject)), text(words.sentence(rule)), .number(rule.amount),
                id(rule.unit?.rawValue), .number(nil),
            ])
        }
        for mend in outcome.infeasibility?.mends ?? [] {
            table.append([
                text(Phrase(en: "mend", vi: "khắc phục")), .text(SubjectKey(tables).key(mend.rule.subject)), text(words.sentence(mend)),
                .number(nil), id(mend.rule.unit?.rawValue), .number(mend.cost),
            ])
        }
        return table.bytes
    }
}
