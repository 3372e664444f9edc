// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
internal import Scenario

/// Tells why a scenario has no plan, and what would mend it.
public struct InfeasibilityText: Sendable {
    let names: ScenarioNames
    private let money: MoneyStyle

    /// Prepares to tell of a scenario.
    public init(names: ScenarioNames) {
        (self.names, money) = (names, MoneyStyle(currency: names.tables.settings.currency))
    }

    /// What a rule asks, and how much of it cannot be.
    public func sentence(_ rule: BrokenRule) -> Phrase {
        let demand = demand(of: rule).capitalized
        guard let amount = rule.amount else { return Phrase(en: "\(demand.english).", vi: "\(demand.vietnamese).") }
        let missing = missing(rule.kind, figure(amount, rule))
        return Phrase(en: "\(demand.english); \(missing.english).", vi: "\(demand.vietnamese); \(missing.vietnamese).")
    }

    /// What to change, and what the plan costs then.
    public func sentence(_ mend: Mend) -> Phrase {
        let change = mend.isPurchase ? purchase(mend) : change(mend)
        guard let cost = mend.cost else {
            guard mend.isPartial else { return Phrase(en: "\(change.english).", vi: "\(change.vietnamese).") }
            return Phrase(
                en: "\(change.english); the other conflicts must be mended too.",
                vi: "\(change.vietnamese); các xung đột khác cũng phải được khắc phục.")
        }
        let amount = money.phrase(cost)
        guard !mend.isPartial else {
            return Phrase(
                en:
                    "\(change.english); the other conflicts must be mended too, and without what they lack the plan then costs \(amount.english) a year.",
                vi:
                    "\(change.vietnamese); các xung đột khác cũng phải được khắc phục, và chưa kể phần còn thiếu của chúng thì phương án tốn \(amount.vietnamese) mỗi năm."
            )
        }
        return Phrase(
            en: "\(change.english); the plan then costs \(amount.english) a year.",
            vi: "\(change.vietnamese); khi đó phương án tốn \(amount.vietnamese) mỗi năm.")
    }

    /// What the rule asks, without a full stop.
    func demand(of rule: BrokenRule) -> Phrase {
        let subject = subject(rule.subject)
        let required = rule.required.map { figure($0, rule) }, each = names.each(rule.period)
        switch rule.kind {
        case .need: return needDemand(subject, required, each)
        case .contractMinimum: return leastDemand(subject, required, each)
        case .leastQuantity, .mostPartners: return settingDemand(rule.kind, required)
        case .contractMaximum, .route, .linkCapacity, .process, .supply: return mostDemand(rule.kind, subject, required, each)
        case .share, .substitutionShare, .qualityMaximum, .qualityMinimum:
            return within(rule.period, limitDemand(rule.kind, subject, required))
        }
    }

    private func settingDemand(_ kind: BrokenRule.Kind, _ required: Phrase?) -> Phrase {
        let limit = required ?? Phrase(en: "its limit", vi: "giới hạn")
        return kind == .mostPartners
            ? Phrase(
                en: "a firm may have no more than \(limit.english) partners",
                vi: "một doanh nghiệp chỉ được có tối đa \(limit.vietnamese) đối tác")
            : Phrase(
                en: "an exchange must be at least \(limit.english) a year, in the resource's unit, or not be",
                vi: "một trao đổi phải đạt ít nhất \(limit.vietnamese) mỗi năm, theo đơn vị của tài nguyên, hoặc không diễn ra")
    }

    /// A limit that holds in one period says so behind itself.
    private func within(_ period: Reference<Period>?, _ demand: Phrase) -> Phrase {
        guard period != nil else { return demand }
        let each = names.each(period)
        return Phrase(en: "\(demand.english) \(each.english)", vi: "\(demand.vietnamese) \(each.vietnamese)")
    }

    private func needDemand(_ subject: Phrase, _ required: Phrase?, _ each: Phrase) -> Phrase {
        guard let required else { return Phrase(en: "\(subject.english) must be met", vi: "\(subject.vietnamese) phải được đáp ứng") }
        return Phrase(
            en: "\(subject.english) is for \(required.english) \(each.english) and must be met",
            vi: "\(subject.vietnamese) là \(required.vietnamese) \(each.vietnamese) và phải được đáp ứng")
    }

    private func leastDemand(_ subject: Phrase, _ required: Phrase?, _ each: Phrase) -> Phrase {
        guard let required else { return Phrase(en: "\(subject.english) has a least amount", vi: "\(subject.vietnamese) có mức tối thiểu") }
        return Phrase(
            en: "\(subject.english) asks for at least \(required.english) \(each.english)",
            vi: "\(subject.vietnamese) đòi hỏi ít nhất \(required.vietnamese) \(each.vietnamese)")
    }

    private func mostDemand(_ kind: BrokenRule.Kind, _ subject: Phrase, _ required: Phrase?, _ each: Phrase) -> Phrase {
        let limit = required ?? Phrase(en: "its limit", vi: "hạn mức")
        return switch kind {
        case .contractMaximum:
            Phrase(
                en: "\(subject.english) allows no more than \(limit.english) \(each.english)",
                vi: "\(subject.vietnamese) không cho phép quá \(limit.vietnamese) \(each.vietnamese)")
        case .route, .linkCapacity:
            Phrase(
                en: "\(subject.english) carries no more than \(limit.english) \(each.english)",
                vi: "\(subject.vietnamese) chỉ chở được tối đa \(limit.vietnamese) \(each.vietnamese)")
        case .process:
            Phrase(
                en: "\(subject.english) does no more than \(limit.english) \(each.english)",
                vi: "\(subject.vietnamese) chỉ hoạt động tối đa \(limit.vietnamese) \(each.vietnamese)")
        default:
            Phrase(
                en: "\(subject.english) comes to no more than \(limit.english) \(each.english)",
                vi: "\(subject.vietnamese) chỉ có tối đa \(limit.vietnamese) \(each.vietnamese)")
        }
    }

    private func limitDemand(_ kind: BrokenRule.Kind, _ subject: Phrase, _ required: Phrase?) -> Phrase {
        let limit = required ?? Phrase(en: "its limit", vi: "giới hạn")
        return switch kind {
        case .share:
            Phrase(
                en: "\(subject.english) may take no more than \(limit.english) from exchange",
                vi: "\(subject.vietnamese) chỉ được nhận tối đa \(limit.vietnamese) từ trao đổi")
        case .substitutionShare:
            Phrase(
                en: "\(subject.english) may make up no more than \(limit.english)",
                vi: "\(subject.vietnamese) chỉ được chiếm tối đa \(limit.vietnamese)")
        case .qualityMinimum:
            Phrase(
                en: "\(subject.english) must be at least \(limit.english)", vi: "\(subject.vietnamese) phải đạt ít nhất \(limit.vietnamese)"
            )
        default:
            Phrase(
                en: "\(subject.english) must be at most \(limit.english)", vi: "\(subject.vietnamese) không được quá \(limit.vietnamese)")
        }
    }

    /// How much of the rule cannot be, without a full stop.
    private func missing(_ kind: BrokenRule.Kind, _ amount: Phrase) -> Phrase {
        switch kind {
        case .leastQuantity, .mostPartners:
            amount
        case .need, .contractMinimum:
            Phrase(en: "\(amount.english) of it cannot be met", vi: "\(amount.vietnamese) trong số đó không thể đáp ứng")
        case .contractMaximum, .route, .linkCapacity, .process, .supply:
            Phrase(en: "\(amount.english) more would be needed", vi: "cần thêm \(amount.vietnamese)")
        case .share, .substitutionShare:
            Phrase(en: "\(amount.english) more would have to be taken", vi: "cần nhận thêm \(amount.vietnamese)")
        case .qualityMaximum, .qualityMinimum:
            Phrase(en: "it is missed by \(amount.english)", vi: "bị vượt ngoài giới hạn \(amount.vietnamese)")
        }
    }

    /// A price for what cannot be bought, in the middle of a sentence.
    private func purchase(_ mend: Mend) -> Phrase {
        guard case .need(let reference) = mend.rule.subject else { return change(mend) }
        let need = names.tables.needs[reference], each = names.each(mend.rule.period)
        let (resource, firm, least) = (names.resource(need.resource), names.firm(need.firm), figure(mend.newFigure, mend.rule))
        return Phrase(
            en:
                "Give a price (virgin_price) at which \(firm.english) can buy \(resource.english): at least \(least.english) \(each.english) "
                + "would have to be bought, and the cost of the plan depends on that price",
            vi:
                "Khai giá mua mới (virgin_price) để \(firm.vietnamese) mua được \(resource.vietnamese): phải mua ít nhất \(least.vietnamese) "
                + "\(each.vietnamese), và chi phí của phương án tùy thuộc giá đó")
    }

    private func change(_ mend: Mend) -> Phrase {
        let (what, figure) = (lever(mend.rule), figure(mend.newFigure, mend.rule))
        let old = mend.rule.required.map { self.figure($0, mend.rule) }
        if mend.rule.kind == .need, mend.newFigure == 0, let old {
            return within(
                mend.rule.period,
                Phrase(
                    en: "Leave out \(what.english), all \(old.english) of it",
                    vi: "Bỏ hẳn \(what.vietnamese), toàn bộ \(old.vietnamese)"))
        }
        let lowers =
            mend.rule.required.map { mend.newFigure < $0 }
            ?? [.need, .contractMinimum, .qualityMinimum, .leastQuantity].contains(mend.rule.kind)
        let verb = lowers ? Phrase(en: "Lower", vi: "Giảm") : Phrase(en: "Raise", vi: "Tăng")
        guard let old else {
            return within(
                mend.rule.period,
                Phrase(
                    en: "\(verb.english) \(what.english) to \(figure.english)",
                    vi: "\(verb.vietnamese) \(what.vietnamese) thành \(figure.vietnamese)"))
        }
        return within(
            mend.rule.period,
            Phrase(
                en: "\(verb.english) \(what.english) from \(old.english) to \(figure.english)",
                vi: "\(verb.vietnamese) \(what.vietnamese) từ \(old.vietnamese) thành \(figure.vietnamese)"))
    }
}
