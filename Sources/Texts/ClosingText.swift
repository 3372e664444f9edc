// SPDX-License-Identifier: GPL-3.0-or-later
public import Criteria
internal import Scenario

/// Ways to close what is not met, and what is missing, in words.
public struct CriteriaText: Sendable {
    /// What the scenario's things are called.
    public let names: ScenarioNames
    private let figures: FigureText
    private let declared: [String: Label]

    /// Learns the names of the scenario's things and of what can be declared.
    public init(_ names: ScenarioNames, _ catalogue: CriteriaCatalogue) {
        self.names = names
        figures = FigureText(currency: names.tables.settings.currency)
        let own = catalogue.sets.flatMap(\.criteria).compactMap(\.declared)
        declared = Dictionary((catalogue.declaredMeasures + own).map { ($0.id, $0.text) }) { first, _ in first }
    }

    /// What a subject is called.
    public func subject(_ subject: AssessedSubject) -> Phrase {
        switch subject {
        case .network: Phrase(en: "The whole scenario", vi: "Toàn bộ kịch bản")
        case .park(let park): names.park(park)
        case .firm(let firm): names.firm(firm)
        case .project(let project): names.project(project)
        }
    }

    /// What is declared under an id, in words.
    public func declaration(_ id: String) -> Phrase { declared[id]?.phrase ?? Phrase(same: id) }

    /// A way to meet a criterion.
    public func sentence(_ closing: Closing) -> Phrase {
        switch closing {
        case .moreFirms(let count, let declared, let candidates): moreFirms(count, declared, candidates)
        case .moreExchanges(let count, let inPark): moreExchanges(count, inPark)
        case .exchange(let from, let to, let resource, let cost): exchange(from, to, resource, cost)
        case .planCosts(let least, let most): planCosts(least, most)
        case .noPlanMeets(let best, let unit): noPlanMeets(best.map { figures.phrase($0, unit) })
        case .noCandidateInside:
            Phrase(
                en: "no two firms there could exchange anything, as far as the scenario says",
                vi: "theo kịch bản, chưa có hai doanh nghiệp nào trong khu có thể trao đổi với nhau")
        case .amount(let amount, let unit): Self.amount(amount, figures.phrase(amount.magnitude, unit == "%" ? nil : unit), unit)
        }
    }

    private func planCosts(_ least: Double, _ most: Double) -> Phrase {
        let money = MoneyStyle(currency: names.tables.settings.currency)
        guard money.phrase(least) != money.phrase(most) else {
            let cost = money.phrase(most)
            return Phrase(
                en: "the cheapest plan that meets it costs \(cost.english) more a year",
                vi: "phương án rẻ nhất đạt được yêu cầu này tốn thêm \(cost.vietnamese) mỗi năm")
        }
        let range = money.range(least, most)
        return Phrase(
            en: "the cheapest plan that meets it costs \(range.english) more a year",
            vi: "phương án rẻ nhất đạt được yêu cầu này tốn thêm từ \(range.vietnamese) mỗi năm")
    }

    private func noPlanMeets(_ best: Phrase?) -> Phrase {
        let none = Phrase(en: "no plan of this scenario meets it", vi: "không phương án nào của kịch bản này đạt được")
        guard let best else { return none }
        return none.followed(
            by: Phrase(en: "; the best that one reaches is \(best.english)", vi: "; mức tốt nhất có thể đạt là \(best.vietnamese)"))
    }

    private func moreFirms(_ count: Int, _ declared: String?, _ candidates: [Reference<Firm>]) -> Phrase {
        let what = declared.map(declaration)
        let head = Phrase(
            en: "\(count) more \(plural(count, "firm", "firms"))", vi: "thêm \(count) doanh nghiệp")
        let condition = what.map {
            Phrase(en: "that \(plural(count, "declares", "declare")): \($0.english)", vi: "kê khai: \($0.vietnamese)")
        }
        let shown = candidates.prefix(3).map(names.firm)
        guard !shown.isEmpty else { return condition.map { head + $0 } ?? head }
        let list = shown.enumerated
        let example = Phrase(en: "(for example \(list.english))", vi: "(ví dụ \(list.vietnamese))")
        return (condition.map { head + $0 } ?? head) + example
    }

    private func moreExchanges(_ count: Int, _ inPark: Bool) -> Phrase {
        inPark
            ? Phrase(
                en: "\(count) more \(plural(count, "exchange", "exchanges")) inside the park",
                vi: "thêm \(count) liên kết trao đổi trong khu")
            : Phrase(en: "\(count) more \(plural(count, "exchange", "exchanges"))", vi: "thêm \(count) liên kết trao đổi")
    }

    private func exchange(_ from: Party, _ to: Party, _ resource: Reference<Resource>, _ cost: Double) -> Phrase {
        let (giver, taker, what) = (names.party(from), names.party(to), names.resource(resource))
        let money = MoneyStyle(currency: names.tables.settings.currency).phrase(cost)
        let unit = names.tables.resources[resource].unit.symbol
        return Phrase(
            en: "cheapest: \(what.english) from \(giver.english) to \(taker.english), at \(money.english) per \(unit.english)",
            vi: "rẻ nhất: \(what.vietnamese) từ \(giver.vietnamese) đến \(taker.vietnamese), tốn \(money.vietnamese) mỗi \(unit.vietnamese)"
        )
    }

    private static func amount(_ amount: Double, _ text: Phrase, _ unit: String?) -> Phrase {
        let points = unit == "%" ? Phrase(en: " percentage points", vi: " điểm phần trăm") : Phrase(same: "")
        let value = text.followed(by: points)
        return amount > 0
            ? Phrase(en: "\(value.english) more", vi: "tăng thêm \(value.vietnamese)")
            : Phrase(en: "\(value.english) less", vi: "giảm \(value.vietnamese)")
    }

    /// What is missing, in words.
    public func sentence(_ gap: Gap) -> Phrase {
        switch gap {
        case .declaration(let subject, let id):
            let (who, what) = (self.subject(AssessedSubject(subject)), declaration(id))
            return Phrase(en: "\(who.english): \(what.english)", vi: "\(who.vietnamese): \(what.vietnamese)")
        case .disposalRoute(let party, let resource):
            let (who, what) = (names.party(party), names.resource(resource))
            return Phrase(
                en: "\(who.english): where its \(what.english) goes (disposal_route)",
                vi: "\(who.vietnamese): nơi xử lý \(what.vietnamese) (disposal_route)")
        case .use(let from, let to):
            let (given, replaced) = (names.resource(from), names.resource(to))
            return Phrase(
                en: "how \(given.english) is used as \(replaced.english) (use)",
                vi: "cách sử dụng \(given.vietnamese) thay \(replaced.vietnamese) (use)")
        case .tonnesPerUnit(let resource):
            let what = names.resource(resource)
            return Phrase(
                en: "the mass of a unit of \(what.english) (tonnes_per_unit)",
                vi: "khối lượng một đơn vị \(what.vietnamese) (tonnes_per_unit)")
        case .origin(let resource):
            let what = names.resource(resource)
            return Phrase(en: "where \(what.english) comes from (origin)", vi: "nguồn gốc của \(what.vietnamese) (origin)")
        case .renewable(let resource):
            let what = names.resource(resource)
            return Phrase(
                en: "which share of \(what.english) is renewable (renewable)",
                vi: "tỷ lệ tái tạo của \(what.vietnamese) (renewable)")
        case .price(let resource):
            let what = names.resource(resource)
            return Phrase(en: "the price of \(what.english) (virgin_price)", vi: "giá mua mới \(what.vietnamese) (virgin_price)")
        case .contractPrice(let from, let to, let resource):
            let (giver, taker, what) = (names.party(from), names.party(to), names.resource(resource))
            return Phrase(
                en: "the price of \(what.english) from \(giver.english) to \(taker.english) (contracts)",
                vi: "giá \(what.vietnamese) từ \(giver.vietnamese) đến \(taker.vietnamese) (contracts)")
        case .employees(let firm): return told(names.firm(firm), Phrase(en: "how many people work there", vi: "số lao động"))
        case .turnover(let firm): return told(names.firm(firm), Phrase(en: "its yearly turnover", vi: "doanh thu hằng năm"))
        case .area(let park): return told(names.park(park), Phrase(en: "its area", vi: "diện tích"))
        case .investment(let project): return told(names.project(project), Phrase(en: "the investment", vi: "vốn đầu tư"))
        case .jobs(let project): return told(names.project(project), Phrase(en: "the jobs", vi: "số việc làm"))
        case .today: return Phrase(en: "what flows today (quantity of contracts)", vi: "lượng trao đổi hiện nay (quantity của contracts)")
        case .benefit: return Phrase(en: "a price for every need (virgin_price)", vi: "giá mua mới cho mọi nhu cầu (virgin_price)")
        }
    }

    private func told(_ who: Phrase, _ what: Phrase) -> Phrase {
        Phrase(en: "\(who.english): \(what.english)", vi: "\(who.vietnamese): \(what.vietnamese)")
    }
}
