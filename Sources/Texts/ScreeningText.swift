// SPDX-License-Identifier: GPL-3.0-or-later
public import Decisions
internal import Exchange
public import Scenario

extension ScreeningMeasure {
    /// What the measure is called.
    public var name: Phrase {
        switch self {
        case .gain: Phrase(en: "gain", vi: "lợi ích")
        case .ghg: Phrase(en: "greenhouse gas", vi: "khí nhà kính")
        case .waste: Phrase(en: "waste", vi: "chất thải")
        case .virgin: Phrase(en: "virgin material", vi: "nguyên liệu nguyên sinh")
        case .water: Phrase(en: "fresh water", vi: "nước sạch")
        case .energy: Phrase(en: "bought energy", vi: "năng lượng mua ngoài")
        case .jobs: Phrase(en: "jobs", vi: "việc làm")
        case .land: Phrase(en: "land", vi: "đất")
        case .investment: Phrase(en: "investment", vi: "vốn đầu tư")
        }
    }
}

extension ScreeningWeights {
    /// The weights in words: `gain 40.0%, greenhouse gas 20.0%`.
    public var text: Phrase {
        let parts = measures.map { measure in
            let (name, share) = (measure.name, Phrase.percent(self[measure]))
            return Phrase(en: "\(name.english) \(share.english)", vi: "\(name.vietnamese) \(share.vietnamese)")
        }
        return Phrase(en: parts.map(\.english).joined(separator: ", "), vi: parts.map(\.vietnamese).joined(separator: ", "))
    }
}

extension Blocker {
    /// The blocker as a sentence.
    public func text(_ names: ScenarioNames) -> Phrase {
        switch self {
        case .nobody(let resource, true):
            let name = names.resource(resource)
            return Phrase(
                en: "\(name.english): nobody in the scenario needs it, or anything that it could stand in for.",
                vi: "\(name.vietnamese): không ai trong kịch bản cần, kể cả để thay thế tài nguyên khác.")
        case .nobody(let resource, false):
            let name = names.resource(resource)
            return Phrase(
                en: "\(name.english): nobody in the scenario gives it, or anything that could stand in for it.",
                vi: "\(name.vietnamese): không ai trong kịch bản cung cấp, kể cả tài nguyên có thể thay thế.")
        case .excluded(let resource, let isSupply, let pairs): return Self.excluded(names.resource(resource), isSupply, pairs)
        case .price(let resource, _, let shortfall): return Self.price(resource, shortfall, names)
        case .idle(let resource, let isSupply, let process, let lacking): return Self.idle(resource, isSupply, process, lacking, names)
        case .unpriced(let resource):
            let name = names.resource(resource)
            return Phrase(
                en: "\(name.english): must be met and cannot be bought, so that no baseline and no gain can be told.",
                vi: "\(name.vietnamese): phải được đáp ứng nhưng không mua được, nên không xác định được mức cơ sở và lợi ích.")
        case .evidence(let criteria, let declarations):
            let (count, list) = (Phrase.count(criteria), declarations.joined(separator: ", "))
            return Phrase(
                en: "\(count.english) \(plural(criteria, "criterion waits", "criteria wait")) for declarations: \(list).",
                vi: "\(count.vietnamese) tiêu chí thiếu minh chứng, cần kê khai: \(list).")
        case .infeasible:
            return Phrase(
                en: "With it the rules of the scenario cannot all be kept; symbio solve --with explains why.",
                vi: "Có dự án này thì các quy định của kịch bản không thể cùng được thỏa mãn; lệnh symbio solve --with giải thích lý do.")
        case .unproved:
            return Phrase(
                en: "The search for the best plan with it ended before its proof; what it adds is not known. See symbio solve --with.",
                vi: "Việc tìm phương án tốt nhất khi có dự án dừng trước khi được chứng minh; chưa biết lợi ích. Xem symbio solve --with.")
        case .fault(let fault): return fault.kind.text.problem
        case .noRoom(let park, let needed, let available):
            let (name, wanted, free) = (names.park(park), Phrase.number(needed), Phrase.number(available))
            return Phrase(
                en: "Land: it asks for \(wanted.english) ha, and \(name.english) declares \(free.english) ha to be free.",
                vi: "Đất: dự án cần \(wanted.vietnamese) ha, trong khi \(name.vietnamese) kê khai còn trống \(free.vietnamese) ha.")
        case .noStreams:
            return Phrase(
                en: "No firm and no process belongs to it: fill the column project of firms and processes.",
                vi: "Chưa có doanh nghiệp hay công đoạn nào thuộc dự án: hãy điền cột project của bảng firms và processes.")
        }
    }

    private static func excluded(_ name: Phrase, _ isSupply: Bool, _ pairs: [ExcludedPairs]) -> Phrase {
        let reasons = pairs.map { pair in
            let (count, reason) = (Phrase.count(pair.pairs), pair.rule.reason)
            return Phrase(
                en: "\(reason.english) (\(count.english) \(plural(pair.pairs, "pair", "pairs")))",
                vi: "\(reason.vietnamese) (\(count.vietnamese) cặp)")
        }
        let list = Phrase(en: reasons.map(\.english).joined(separator: "; "), vi: reasons.map(\.vietnamese).joined(separator: "; "))
        return isSupply
            ? Phrase(
                en: "\(name.english): no taker within reach: \(list.english).",
                vi: "\(name.vietnamese): không có bên tiếp nhận phù hợp: \(list.vietnamese).")
            : Phrase(
                en: "\(name.english): no giver within reach: \(list.english).",
                vi: "\(name.vietnamese): không có bên cung cấp phù hợp: \(list.vietnamese).")
    }

    private static func idle(
        _ resource: Reference<Resource>, _ isSupply: Bool, _ process: Reference<ConversionProcess>, _ lacking: [Reference<Resource>],
        _ names: ScenarioNames
    ) -> Phrase {
        let (name, plant) = (names.resource(resource), names.process(process))
        let nothing =
            isSupply
            ? Phrase(en: "nothing is made", vi: "không có gì được tạo ra")
            : Phrase(en: "nothing is taken in", vi: "không có gì được nhận vào")
        guard !lacking.isEmpty else {
            return Phrase(
                en: "\(name.english): \(nothing.english), as running \(plant.english) does not pay.",
                vi: "\(name.vietnamese): \(nothing.vietnamese) vì vận hành \(plant.vietnamese) không có lợi.")
        }
        let list = lacking.map(names.resource).enumerated
        return Phrase(
            en: "\(name.english): \(nothing.english), as \(plant.english) stands still: it can neither get nor buy \(list.english).",
            vi:
                "\(name.vietnamese): \(nothing.vietnamese) vì \(plant.vietnamese) không hoạt động: không nhận được và cũng không mua được \(list.vietnamese)."
        )
    }

    private static func price(_ resource: Reference<Resource>, _ shortfall: Double?, _ names: ScenarioNames) -> Phrase {
        let name = names.resource(resource)
        guard let shortfall, shortfall > 0 else {
            return Phrase(
                en: "\(name.english): there are partners, but others are as good or better, so that nothing moves.",
                vi: "\(name.vietnamese): có đối tác nhưng lựa chọn khác tốt bằng hoặc tốt hơn nên không có gì được trao đổi.")
        }
        let tables = names.tables
        let money = MoneyStyle(currency: tables.settings.currency).phrase(shortfall), unit = tables.resources[resource].unit.symbol
        return Phrase(
            en: "\(name.english): the best partner fails to pay by \(money.english) per \(unit.english) sent.",
            vi: "\(name.vietnamese): đối tác tốt nhất còn thiếu \(money.vietnamese) cho mỗi \(unit.vietnamese) chuyển đi mới có lợi.")
    }
}

extension ScenarioNames {
    /// The name of what a newcomer gives or takes.
    public func resource(_ resource: NewcomerResource) -> Phrase {
        switch resource {
        case .known(let reference): self.resource(reference)
        case .library(let own): own.name.phrase
        }
    }

    /// A quantity of what a newcomer gives or takes, in its own unit.
    public func quantity(_ value: Double, of resource: NewcomerResource) -> Phrase {
        switch resource {
        case .known(let reference): quantity(value, of: reference)
        case .library(let own): .quantity(value, own.unit)
        }
    }
}

extension Confidence {
    /// How well something is founded, in words.
    public var phrase: Phrase {
        switch self {
        case .seen: Phrase(en: "read in the source", vi: "đã đọc trong nguồn")
        case .known: Phrase(en: "established", vi: "đã được thừa nhận")
        case .estimate: Phrase(en: "estimated", vi: "ước tính")
        }
    }
}
