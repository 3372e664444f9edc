// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension ResultTables {
    func measures() -> [UInt8] {
        var table = CSVTable(
            [
                Phrase(en: "Measure", vi: "Chỉ tiêu"), Phrase(en: "Baseline", vi: "Mức cơ sở"), Phrase(en: "Today", vi: "Hiện trạng"),
                Phrase(en: "Plan", vi: "Phương án"), Phrase(en: "Plan less baseline", vi: "Phương án trừ mức cơ sở"),
            ], language: language)
        let states = [outcome.baseline, outcome.today, outcome.plan]
        for line in MeasureLine.lines(states.map { $0 ?? Measures() }, currency: tables.settings.currency, scale: .one) {
            let values = zip(states, line.values).map { state, value in state == nil ? nil : value / line.factor }
            let difference = values[2].map { $0 - (values[0] ?? 0) }
            table.append([text(line.heading)] + values.map { .number($0) } + [.number(difference)])
        }
        return table.bytes
    }

    func exchanges() -> [UInt8] {
        var table = CSVTable(
            [
                ResultHeading.giverID, ResultHeading.giver, ResultHeading.takerID, ResultHeading.taker, ResultHeading.resourceID,
                ResultHeading.resource, Phrase(en: "Taken as (id)", vi: "Dùng thay cho (mã)"), Phrase(en: "Taken as", vi: "Dùng thay cho"),
                Phrase(en: "Use", vi: "Cách sử dụng"), ResultHeading.mode, ResultHeading.period,
                Phrase(en: "Distance (km)", vi: "Khoảng cách (km)"),
                Phrase(en: "Dispatched a year", vi: "Lượng gửi đi mỗi năm"), ResultHeading.unit,
                Phrase(en: "Delivered a year", vi: "Lượng nhận được mỗi năm"), Phrase(en: "Unit delivered", vi: "Đơn vị nhận"),
                money(en: "Cost of moving and taking", vi: "Chi phí vận chuyển và tiếp nhận"),
                Phrase(en: "Gas of moving and taking (kg CO2e)", vi: "Khí nhà kính do vận chuyển và tiếp nhận (kg CO2 tương đương)"),
                money(en: "Gain", vi: "Lợi ích"), TypicalText.ends,
            ], language: language, capacity: 200 * outcome.exchanges.count)
        let (moneyScale, gasScale) = (
            outcome.exchanges.largest { max($0.gain.magnitude, $0.cost.magnitude) }, outcome.exchanges.largest(\.ghg)
        )
        for exchange in outcome.exchanges {
            table.append([
                id(tables.id(exchange.from)), text(names.party(exchange.from)), id(tables.id(exchange.to)), text(names.party(exchange.to)),
                id(tables.resources[exchange.resource].id), text(names.resource(exchange.resource)),
                id(tables.resources[exchange.asResource].id), text(names.resource(exchange.asResource)),
                exchange.use.map { text($0.name) } ?? id(nil), text(names.mode(exchange.mode)), period(exchange.period),
                .number(exchange.kilometres), .number(exchange.quantity), unit(exchange.resource), .number(exchange.delivered),
                unit(exchange.asResource),
                .number(exchange.cost.cut(moneyScale)), .number(exchange.ghg.cut(gasScale)), .number(exchange.gain.cut(moneyScale)),
                typicalEnds(exchange),
            ])
        }
        return table.bytes
    }

    func outputs() -> [UInt8] {
        var table = CSVTable(
            [
                ResultHeading.firmID, ResultHeading.firm, ResultHeading.resourceID, ResultHeading.resource, ResultHeading.period,
                ResultHeading.quantity, ResultHeading.exchanged, Phrase(en: "Lost on the way", vi: "Hao hụt trên đường"),
                Phrase(en: "Thrown away", vi: "Thải bỏ"), ResultHeading.stored, ResultHeading.unit, marginalHeading,
            ] + TypicalText.columns, language: language, capacity: 120 * outcome.outputs.count)
        let scale = outcome.outputs.largest(\.marginal)
        for planned in outcome.outputs {
            let output = tables.outputs[planned.output]
            table.append(
                [
                    id(tables.firms[output.firm].id), text(names.firm(output.firm)), id(tables.resources[output.resource].id),
                    text(names.resource(output.resource)), period(planned.period), .number(planned.quantity),
                    .number(planned.exchanged.cut(planned.quantity)), .number(planned.lost.cut(planned.quantity)),
                    .number(planned.disposed.cut(planned.quantity)), .number(planned.stored.cut(planned.quantity)), unit(output.resource),
                    .number(planned.marginal?.cut(scale)),
                ] + typical(output.provenance, planned.quantity, of: output.quantity))
        }
        return table.bytes
    }

    func needs() -> [UInt8] {
        var table = CSVTable(
            [
                ResultHeading.firmID, ResultHeading.firm, ResultHeading.resourceID, ResultHeading.resource, ResultHeading.period,
                ResultHeading.quantity, Phrase(en: "From exchange", vi: "Nhận từ trao đổi"), Phrase(en: "Bought new", vi: "Mua mới"),
                ResultHeading.unit, marginalHeading,
            ] + TypicalText.columns, language: language, capacity: 120 * outcome.needs.count)
        let scale = outcome.needs.largest(\.marginal)
        for planned in outcome.needs {
            let need = tables.needs[planned.need]
            table.append(
                [
                    id(tables.firms[need.firm].id), text(names.firm(need.firm)), id(tables.resources[need.resource].id),
                    text(names.resource(need.resource)), period(planned.period), .number(planned.quantity),
                    .number(planned.secondary.cut(planned.quantity)), .number(planned.virgin.cut(planned.quantity)), unit(need.resource),
                    .number(planned.marginal?.cut(scale)),
                ] + typical(need.provenance, planned.quantity, of: need.quantity))
        }
        return table.bytes
    }

    /// What marks a quantity as the library's: the type, and the range; of a period its part of it. Blank where it was declared.
    private func typical(_ provenance: Provenance, _ planned: Double, of year: Double) -> [CSVTable.Cell] {
        guard let estimate = provenance.estimate else { return [id(nil), .number(nil), .number(nil)] }
        let part = year > 0 ? planned / year : 1
        return [id(estimate.type), .number(estimate.low * part), .number(estimate.high * part)]
    }

    /// Which ends of an exchange rest on a typical quantity that nobody declared.
    private func typicalEnds(_ exchange: PlannedExchange) -> CSVTable.Cell {
        let isTypical = tables.typicalEnds(exchange)
        return switch isTypical {
        case (true, true): text(TypicalText.bothEnds)
        case (true, false): text(TypicalText.giver)
        case (false, true): text(TypicalText.taker)
        case (false, false): id(nil)
        }
    }
}
