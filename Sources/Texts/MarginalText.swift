// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// What one more unit of something changes in the objective, told as a planner reads it.
///
/// A marginal value is the change of the objective, which is made small: one below zero is a saving.
public struct MarginalText: Sendable {
    private let names: ScenarioNames
    private let objective: Objective
    private let money: MoneyStyle

    /// Prepares to tell the marginal values of plans of a scenario.
    public init(names: ScenarioNames, objective: Objective) {
        (self.names, self.objective, money) = (names, objective, MoneyStyle(currency: names.tables.settings.currency))
    }

    /// One more unit of what a firm gives off.
    public func output(_ reference: Reference<Output>, _ marginal: Double) -> Phrase {
        let output = names.tables.outputs[reference]
        return given(output.resource, by: names.firm(output.firm), marginal)
    }

    /// One more unit of what a firm needs.
    public func need(_ reference: Reference<Need>, _ marginal: Double) -> Phrase {
        let need = names.tables.needs[reference]
        return needed(need.resource, by: names.firm(need.firm), marginal)
    }

    /// One more unit of what a process gives off or takes in, without more activity.
    public func processFlow(_ reference: Reference<ProcessFlow>, _ marginal: Double) -> Phrase {
        let flow = names.tables.processFlows[reference]
        let place = names.process(flow.process)
        return switch flow.role {
        case .output: given(flow.resource, by: place, marginal)
        case .input: needed(flow.resource, by: place, marginal)
        }
    }

    /// One more unit of a process's capacity, of a year or of a period.
    public func process(_ reference: Reference<ConversionProcess>, _ marginal: Double, in period: Reference<Period>? = nil) -> Phrase {
        let (process, one, effect) = (names.process(reference), names.oneOfActivity(reference), effect(of: marginal))
        guard period == nil else {
            return names.within(
                period,
                Phrase(
                    en: "One more \(one.english) in the capacity of \(process.english) \(effect.english).",
                    vi: "Thêm một \(one.vietnamese) vào công suất của \(process.vietnamese) \(effect.vietnamese)."))
        }
        return Phrase(
            en: "One more \(one.english) a year in the capacity of \(process.english) \(effect.english).",
            vi: "Thêm một \(one.vietnamese) mỗi năm vào công suất của \(process.vietnamese) \(effect.vietnamese).")
    }

    /// One more unit of a route's capacity.
    public func route(_ reference: Reference<Route>, _ marginal: Double) -> Phrase {
        let unit = names.tables.routes[reference].mode.map { names.tables.modes[$0].unit.singular } ?? Phrase(en: "unit", vi: "đơn vị")
        let (route, effect) = (names.route(reference), effect(of: marginal))
        return Phrase(
            en: "Room for one more \(unit.english) a year on the route \(route.english) \(effect.english).",
            vi: "Thêm sức chở một \(unit.vietnamese) mỗi năm trên tuyến \(route.vietnamese) \(effect.vietnamese).")
    }

    /// One more unit of a link's capacity.
    public func link(_ from: Party, _ to: Party, _ mode: Reference<Mode>, _ marginal: Double) -> Phrase {
        let unit = names.tables.modes[mode].unit.singular
        let (link, effect) = (names.link(from, to, mode), effect(of: marginal))
        return Phrase(
            en: "Room for one more \(unit.english) a year on the link \(link.english) \(effect.english).",
            vi: "Thêm công suất một \(unit.vietnamese) mỗi năm cho tuyến nối \(link.vietnamese) \(effect.vietnamese).")
    }

    /// One more unit in a contract's limit.
    public func contract(_ reference: Reference<Contract>, _ marginal: Double) -> Phrase {
        let unit = names.tables.resources[names.tables.contracts[reference].resource].unit.singular
        let (contract, effect) = (names.contract(reference), effect(of: marginal))
        return Phrase(
            en: "One more \(unit.english) in the limit of the contract \(contract.english) \(effect.english).",
            vi: "Thêm một \(unit.vietnamese) vào hạn mức của hợp đồng \(contract.vietnamese) \(effect.vietnamese).")
    }

    private func given(_ resource: Reference<Resource>, by place: Phrase, _ marginal: Double) -> Phrase {
        let (unit, name, effect) = (names.tables.resources[resource].unit.singular, names.resource(resource), effect(of: marginal))
        return Phrase(
            en: "One more \(unit.english) of \(name.english) from \(place.english) \(effect.english).",
            vi: "Thêm một \(unit.vietnamese) \(name.vietnamese) từ \(place.vietnamese) \(effect.vietnamese).")
    }

    private func needed(_ resource: Reference<Resource>, by place: Phrase, _ marginal: Double) -> Phrase {
        let (unit, name, effect) = (names.tables.resources[resource].unit.singular, names.resource(resource), effect(of: marginal))
        return Phrase(
            en: "One more \(unit.english) of \(name.english) needed at \(place.english) \(effect.english).",
            vi: "Thêm một \(unit.vietnamese) \(name.vietnamese) mà \(place.vietnamese) cần \(effect.vietnamese).")
    }

    /// What a change of the objective does, as the end of a sentence: `would save 1.2 million đồng`.
    public func effect(of change: Double) -> Phrase {
        guard change != 0 else { return Phrase(en: "would change nothing", vi: "sẽ không thay đổi gì") }
        let saves = change < 0
        let amount = Phrase.number(change.magnitude)
        switch objective {
        case .cost:
            let amount = money.phrase(change.magnitude)
            return saves
                ? Phrase(en: "would save \(amount.english)", vi: "sẽ tiết kiệm \(amount.vietnamese)")
                : Phrase(en: "would cost \(amount.english)", vi: "sẽ tốn thêm \(amount.vietnamese)")
        case .ghg:
            return saves
                ? Phrase(en: "would avoid \(amount.english) kg CO2e", vi: "sẽ giảm \(amount.vietnamese) kg CO2 tương đương")
                : Phrase(en: "would emit \(amount.english) kg CO2e more", vi: "sẽ phát thải thêm \(amount.vietnamese) kg CO2 tương đương")
        case .waste:
            return saves
                ? Phrase(en: "would avoid \(amount.english) t of waste", vi: "sẽ giảm \(amount.vietnamese) tấn chất thải")
                : Phrase(en: "would make \(amount.english) t more waste", vi: "sẽ tăng \(amount.vietnamese) tấn chất thải")
        case .virgin:
            return saves
                ? Phrase(
                    en: "would spare \(amount.english) t of virgin material", vi: "sẽ bớt \(amount.vietnamese) tấn nguyên liệu nguyên sinh")
                : Phrase(
                    en: "would take \(amount.english) t more virgin material",
                    vi: "sẽ tốn thêm \(amount.vietnamese) tấn nguyên liệu nguyên sinh")
        case .weights:
            return saves
                ? Phrase(
                    en: "would lower the weighted objective by \(amount.english)",
                    vi: "sẽ giảm mục tiêu có trọng số đi \(amount.vietnamese)")
                : Phrase(
                    en: "would raise the weighted objective by \(amount.english)",
                    vi: "sẽ tăng mục tiêu có trọng số thêm \(amount.vietnamese)")
        }
    }
}
