// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
public import Scenario

/// What would make an exchange pay, what moves with it, and what the plan leaves off, in sentences.
public struct ExplainText: Sendable {
    private let names: ScenarioNames
    /// Amounts of the objective.
    public let amounts: ObjectiveAmount
    private let money: MoneyStyle

    /// Prepares to speak of a plan.
    public init(names: ScenarioNames, objective: Objective) {
        (self.names, amounts) = (names, ObjectiveAmount(objective, currency: names.tables.settings.currency))
        money = MoneyStyle(currency: names.tables.settings.currency)
    }

    private var tables: Tables { names.tables }
    private func unit(_ resource: Reference<Resource>) -> Unit { tables.resources[resource].unit }

    /// What would make the first unit pay, as an item of a list that begins with “it would pay if”.
    public func remedy(_ remedy: FirstUnit.Remedy, in match: ExplainedMatch) -> Phrase {
        let (giver, taker) = (names.party(match.from), names.party(match.to))
        switch remedy {
        case .cost(let by, let now):
            let (less, before) = (amounts.phrase(by, each: unit(match.resource)), amounts.phrase(now))
            guard amounts.objective == .cost else {
                return Phrase(
                    en: "moving it and taking it in counted for \(less.english) less (now \(before.english))",
                    vi: "phần do vận chuyển và tiếp nhận gây ra giảm \(less.vietnamese) (hiện là \(before.vietnamese))")
            }
            return Phrase(
                en: "moving it and taking it in were cheaper by \(less.english) (now \(before.english))",
                vi: "chi phí chuyển và tiếp nhận giảm \(less.vietnamese) (hiện là \(before.vietnamese))")
        case .distance(let most, let now):
            let (way, before) = (Phrase.kilometres(most), Phrase.kilometres(now))
            return Phrase(
                en: "the way were \(way.english) at most (now \(before.english))",
                vi: "quãng đường không quá \(way.vietnamese) (hiện là \(before.vietnamese))")
        case .disposalCost(let least, let now) where now < 0:
            let before = money.phrase(-now)
            guard least < 0 else {
                let cost = each(least, match.resource)
                return Phrase(
                    en:
                        "\(giver.english) had to pay \(cost.english) or more to dispose of it (now selling it outside brings \(before.english))",
                    vi:
                        "\(giver.vietnamese) phải trả từ \(cost.vietnamese) trở lên để xử lý, thải bỏ (hiện bán ra ngoài thu được \(before.vietnamese))"
                )
            }
            let most = each(-least, match.resource)
            return Phrase(
                en: "selling it outside brought \(giver.english) \(most.english) at most (now \(before.english))",
                vi: "bán ra ngoài chỉ mang lại cho \(giver.vietnamese) nhiều nhất \(most.vietnamese) (hiện là \(before.vietnamese))")
        case .disposalCost(let least, let now):
            let (cost, before) = (each(least, match.resource), money.phrase(now))
            return Phrase(
                en: "disposal cost \(giver.english) \(cost.english) or more (now \(before.english))",
                vi: "chi phí xử lý, thải bỏ của \(giver.vietnamese) từ \(cost.vietnamese) trở lên (hiện là \(before.vietnamese))")
        case .virginPrice(let least, let now):
            let (price, before, name) = (each(least, match.asResource), money.phrase(now), names.resource(match.asResource))
            return Phrase(
                en: "\(name.english) bought new cost \(taker.english) \(price.english) or more (now \(before.english))",
                vi: "giá mua mới \(name.vietnamese) của \(taker.vietnamese) từ \(price.vietnamese) trở lên (hiện là \(before.vietnamese))")
        }
    }

    private func each(_ amount: Double, _ resource: Reference<Resource>) -> Phrase {
        let (amount, unit) = (money.phrase(amount), unit(resource).singular)
        return Phrase(en: "\(amount.english) per \(unit.english)", vi: "\(amount.vietnamese) mỗi \(unit.vietnamese)")
    }

    /// Something that changes with each unit sent.
    public func change(_ change: FirstUnit.Change, of match: ExplainedMatch) -> Phrase {
        let isMore = change.amount > 0
        let what: Phrase
        switch change.shift {
        case .disposal(let party, let resource, isSold: true):
            let (amount, name, place) = (quantity(change.amount, resource), names.resource(resource), names.party(party))
            what =
                isMore
                ? Phrase(
                    en: "\(amount.english) of \(name.english) more sold outside the plan by \(place.english)",
                    vi: "\(place.vietnamese) bán thêm ra ngoài phương án \(amount.vietnamese) \(name.vietnamese)")
                : Phrase(
                    en: "\(amount.english) of \(name.english) less sold outside the plan by \(place.english)",
                    vi: "\(place.vietnamese) bớt bán ra ngoài phương án \(amount.vietnamese) \(name.vietnamese)")
        case .disposal(let party, let resource, isSold: false):
            let (amount, name, place) = (quantity(change.amount, resource), names.resource(resource), names.party(party))
            what =
                isMore
                ? Phrase(
                    en: "\(amount.english) of \(name.english) more disposed of at \(place.english)",
                    vi: "\(place.vietnamese) phải thải bỏ thêm \(amount.vietnamese) \(name.vietnamese)")
                : Phrase(
                    en: "\(amount.english) of \(name.english) less disposed of at \(place.english)",
                    vi: "\(place.vietnamese) bớt thải bỏ \(amount.vietnamese) \(name.vietnamese)")
        case .purchase(let party, let resource):
            let (amount, name, place) = (quantity(change.amount, resource), names.resource(resource), names.party(party))
            what =
                isMore
                ? Phrase(
                    en: "\(amount.english) of \(name.english) more bought by \(place.english)",
                    vi: "\(place.vietnamese) phải mua mới thêm \(amount.vietnamese) \(name.vietnamese)")
                : Phrase(
                    en: "\(amount.english) of \(name.english) less bought by \(place.english)",
                    vi: "\(place.vietnamese) bớt mua mới \(amount.vietnamese) \(name.vietnamese)")
        case .exchange(let from, let to, let resource, let asResource, let mode):
            what = exchange(change, from, to, resource, asResource, mode)
        case .activity(let process):
            let (amount, name) = (Phrase.number(abs(change.amount)), names.process(process))
            what =
                isMore
                ? Phrase(
                    en: "\(name.english) does \(amount.english) units of activity more",
                    vi: "\(name.vietnamese) tăng \(amount.vietnamese) đơn vị hoạt động")
                : Phrase(
                    en: "\(name.english) does \(amount.english) units of activity less",
                    vi: "\(name.vietnamese) giảm \(amount.vietnamese) đơn vị hoạt động")
        case .held(let party, let resource):
            let (amount, name, place) = (quantity(change.amount, resource), names.resource(resource), names.party(party))
            what =
                isMore
                ? Phrase(
                    en: "\(amount.english) of \(name.english) more stored at \(place.english)",
                    vi: "kho của \(place.vietnamese) chứa thêm \(amount.vietnamese) \(name.vietnamese)")
                : Phrase(
                    en: "\(amount.english) of \(name.english) less stored at \(place.english)",
                    vi: "kho của \(place.vietnamese) chứa bớt \(amount.vietnamese) \(name.vietnamese)")
        }
        guard let period = change.period, change.period != match.period else { return what.capitalized }
        let when = names.each(period)
        return Phrase(en: "\(what.english) \(when.english)", vi: "\(what.vietnamese) \(when.vietnamese)").capitalized
    }

    private func exchange(
        _ change: FirstUnit.Change, _ from: Party, _ to: Party, _ resource: Reference<Resource>, _ asResource: Reference<Resource>,
        _ mode: Reference<Mode>?
    ) -> Phrase {
        let (amount, name) = (quantity(change.amount, resource), names.resource(resource))
        let (giver, taker, way) = (names.party(from), names.party(to), names.mode(mode))
        guard change.amount < 0 else {
            return Phrase(
                en: "\(amount.english) of \(name.english) more from \(giver.english) to \(taker.english) (\(way.english))",
                vi: "\(giver.vietnamese) chuyển thêm \(amount.vietnamese) \(name.vietnamese) cho \(taker.vietnamese) (\(way.vietnamese))")
        }
        let before = quantity(change.before, resource)
        return Phrase(
            en:
                "\(amount.english) of \(name.english) less from \(giver.english) to \(taker.english) (\(way.english), of \(before.english))",
            vi:
                "\(giver.vietnamese) chuyển bớt \(amount.vietnamese) \(name.vietnamese) cho \(taker.vietnamese) (\(way.vietnamese), trong tổng \(before.vietnamese))"
        )
    }

    private func quantity(_ amount: Double, _ resource: Reference<Resource>) -> Phrase { names.quantity(abs(amount), of: resource) }

    /// What the plan does not build or use and the exchange hangs on.
    public func leftOff(_ choice: ChoiceLeftOff, of match: ExplainedMatch) -> Phrase {
        switch choice {
        case .process(let process, let charge):
            let (name, cost) = (names.process(process), money.phrase(charge))
            return Phrase(
                en: "The plan does not build \(name.english) (\(cost.english) a year).",
                vi: "Phương án không xây dựng \(name.vietnamese) (\(cost.vietnamese) mỗi năm).")
        case .link(let from, let to, let mode, let kilometres, let charge):
            let (link, way, cost) = (names.link(from, to, mode), Phrase.kilometres(kilometres), money.phrase(charge))
            return Phrase(
                en: "The plan does not lay the link \(link.english), \(way.english) (\(cost.english) a year).",
                vi: "Phương án không xây tuyến nối \(link.vietnamese), \(way.vietnamese) (\(cost.vietnamese) mỗi năm).")
        case .route(let route, let charge):
            let (name, cost) = (names.route(route), money.phrase(charge))
            return Phrase(
                en: "The plan does not use the route \(name.english), which costs \(cost.english) a year.",
                vi: "Phương án không dùng tuyến \(name.vietnamese), tuyến này tốn \(cost.vietnamese) mỗi năm.")
        case .leastQuantity(let least):
            let amount = names.quantity(least, of: match.resource)
            return Phrase(
                en: "An exchange has to come to \(amount.english) a year or more (exchange.min_quantity); the plan leaves this one out.",
                vi: "Mỗi trao đổi phải đạt ít nhất \(amount.vietnamese) mỗi năm (exchange.min_quantity); phương án không chọn trao đổi này."
            )
        case .partners(let one, let two):
            let (first, second) = (names.party(one), names.party(two))
            return Phrase(
                en:
                    "\(first.english) and \(second.english) are not partners in the plan, and exchange.max_partners limits how many each has.",
                vi:
                    "\(first.vietnamese) và \(second.vietnamese) không là đối tác trong phương án; exchange.max_partners giới hạn số đối tác của mỗi bên."
            )
        }
    }

    /// A limit that binds, and what a little more room is worth.
    public func limit(_ limit: BindingLimit) -> Phrase {
        let effect = MarginalText(names: names, objective: amounts.objective), words = CostTermText(names: names)
        let does = effect.effect(of: limit.change)
        switch limit.subject {
        case .process(let process): return effect.process(process, limit.change, in: limit.period)
        case .route(let route): return effect.route(route, limit.change)
        case .link(let from, let to, let mode): return effect.link(from, to, mode, limit.change)
        case .contract(let contract): return effect.contract(contract, limit.change)
        case .secondaryShare(let party, let resource):
            let (place, name) = (names.party(party), names.resource(resource))
            return names.within(
                limit.period,
                Phrase(
                    en:
                        "One percentage point more of the need for \(name.english) at \(place.english) allowed to be met by exchange \(does.english).",
                    vi:
                        "Cho phép đáp ứng thêm một điểm phần trăm nhu cầu \(name.vietnamese) của \(place.vietnamese) bằng trao đổi \(does.vietnamese)."
                ))
        case .substitutionShare(let row, let party):
            let substitution = tables.substitutions[row]
            let (place, from, to) = (names.party(party), names.resource(substitution.from), names.resource(substitution.to))
            return names.within(
                limit.period,
                Phrase(
                    en: "One percentage point more of \(from.english) for \(to.english) allowed at \(place.english) \(does.english).",
                    vi:
                        "Cho phép \(place.vietnamese) dùng thêm một điểm phần trăm \(from.vietnamese) thay \(to.vietnamese) \(does.vietnamese)."
                ))
        case .quality(let row, let isMaximum):
            let quality = tables.qualities[row], bound = words.limit(row, isMaximum), name = names.resource(quality.resource)
            let place = quality.party.map(names.party) ?? Phrase(en: "the taker", vi: "bên tiếp nhận")
            let figure = (isMaximum ? quality.maximum : quality.minimum) ?? 0
            // A whole unit may be more than the limit itself; a hundredth of it is a step that one can think of.
            guard figure != 0 else {
                return names.within(
                    limit.period,
                    Phrase(
                        en: "Each unit more in the limit of \(bound.english) for \(name.english) at \(place.english) \(does.english).",
                        vi:
                            "Nới giới hạn \(bound.vietnamese) đối với \(name.vietnamese) tại \(place.vietnamese) thêm một đơn vị \(does.vietnamese)."
                    ))
            }
            let little = effect.effect(of: limit.change * abs(figure) / 100)
            return names.within(
                limit.period,
                Phrase(
                    en:
                        "Easing the limit of \(bound.english) for \(name.english) at \(place.english) by a hundredth of it \(little.english).",
                    vi:
                        "Nới giới hạn \(bound.vietnamese) đối với \(name.vietnamese) tại \(place.vietnamese) thêm 1% của mức đó \(little.vietnamese)."
                ))
        case .storage(let row):
            let storage = tables.storages[row], unit = unit(storage.resource).singular
            let (place, name) = (names.party(storage.party), names.resource(storage.resource))
            return names.within(
                limit.period,
                Phrase(
                    en: "Room for one more \(unit.english) of \(name.english) in the storage at \(place.english) \(does.english).",
                    vi: "Thêm chỗ chứa một \(unit.vietnamese) \(name.vietnamese) trong kho của \(place.vietnamese) \(does.vietnamese)."))
        }
    }
}
