// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension ExplainReport {
    /// What a giver could pass to a taker, each output and need that match, mode by mode.
    mutating func pair(_ pair: ExplainedPair) {
        let (giver, taker) = (names.party(pair.from), names.party(pair.to))
        report.heading(Phrase(en: "From \(giver.english) to \(taker.english)", vi: "Từ \(giver.vietnamese) đến \(taker.vietnamese)"))
        unmatched(pair)
        var told: Set<[Int32]> = []
        for match in pair.matches where told.insert(match.key).inserted {
            let others = pair.matches.filter { $0.key == match.key }
            self.match(match, isOne: others.count == 1, pair)
            if others.count > 1 { periods(others) }
        }
    }

    /// What the giver has and nothing at the taker asks for.
    private mutating func unmatched(_ pair: ExplainedPair) {
        let (giver, taker) = (names.party(pair.from), names.party(pair.to))
        guard !pair.needs.isEmpty else {
            return report.paragraph(
                Phrase(en: "\(taker.english) needs nothing.", vi: "\(taker.vietnamese) không có nhu cầu nào."), indent: 2)
        }
        guard !pair.unmatched.isEmpty || !pair.matches.isEmpty else {
            return report.paragraph(
                Phrase(en: "\(giver.english) gives nothing off.", vi: "\(giver.vietnamese) không có đầu ra nào."), indent: 2)
        }
        guard !pair.unmatched.isEmpty else { return }
        let (given, needed) = (pair.unmatched.map(names.resource).enumerated, pair.needs.map(names.resource).enumerated)
        report.paragraph(
            Phrase(
                en:
                    "Not asked for there, nor able to stand in for anything that is: \(given.english). \(taker.english) needs \(needed.english).",
                vi:
                    "Bên tiếp nhận không cần và cũng không thay thế được thứ họ cần: \(given.vietnamese). \(taker.vietnamese) cần \(needed.vietnamese)."
            ), indent: 2)
        report.paragraph(
            Phrase(
                en: "If one of them can stand in for what is needed, a row of substitutions makes it a candidate.",
                vi: "Nếu có thứ nào thay thế được, thêm một dòng vào bảng substitutions thì sẽ thành một cách trao đổi."), indent: 2)
    }

    private mutating func match(_ match: ExplainedMatch, isOne: Bool, _ pair: ExplainedPair) {
        report.heading(names.within(match.period, heading(match, pair)))
        if let obstacle = match.obstacle {
            let words = ObstacleText(names: names, from: match.from, to: match.to, resource: match.resource, asResource: match.asResource)
            let reason = words.reason(obstacle)
            report.paragraph(
                Phrase(en: "No candidate. \(reason.english)", vi: "Không thể trao đổi. \(reason.vietnamese)"), indent: 2)
            if let mend = words.mend(obstacle) { report.paragraph(mend, indent: 2) }
            // One rule that all modes meet has been told.
            let others = match.ways.compactMap(\.obstacle).filter { words.mend($0) != nil && $0 != obstacle }
            if !others.isEmpty || obstacle == .noMode { closedWays(match, tellsOthers: obstacle == .noMode) }
            return
        }
        amounts(match)
        for way in match.ways where way.obstacle == nil { self.way(way, match) }
        closedWays(match, tellsOthers: false)
    }

    private func heading(_ match: ExplainedMatch, _ pair: ExplainedPair) -> Phrase {
        let what = what(match.resource, as: match.asResource).capitalizedFirst
        guard match.from != pair.from || match.to != pair.to else { return what }
        let (giver, taker) = (names.party(match.from), names.party(match.to))
        return Phrase(
            en: "\(what.english), from \(giver.english) to \(taker.english)",
            vi: "\(what.vietnamese), từ \(giver.vietnamese) đến \(taker.vietnamese)")
    }

    /// What there is at both ends, and what of it is left.
    private mutating func amounts(_ match: ExplainedMatch) {
        guard explanation.outcome.plan != nil else { return }
        let (given, disposed) = (names.quantity(match.given, of: match.resource), names.quantity(match.disposed, of: match.resource))
        let (needed, bought) = (names.quantity(match.needed, of: match.asResource), names.quantity(match.bought, of: match.asResource))
        let rest =
            match.isSold
            ? Phrase(
                en: "sells \(disposed.english) of \(given.english) outside it",
                vi: "bán ra ngoài \(disposed.vietnamese) trong tổng \(given.vietnamese)")
            : Phrase(
                en: "disposes of \(disposed.english) of \(given.english)",
                vi: "còn thải bỏ \(disposed.vietnamese) trong tổng \(given.vietnamese)")
        report.paragraph(
            Phrase(
                en: "In the plan the giver \(rest.english), and the taker buys \(bought.english) of \(needed.english).",
                vi:
                    "Trong phương án, bên cung cấp \(rest.vietnamese), bên tiếp nhận còn mua mới \(bought.vietnamese) trong tổng \(needed.vietnamese)."
            ), indent: 2)
        guard match.ratio != 1 else { return }
        let (ratio, from, to) = (
            Phrase.number(match.ratio), tables.resources[match.resource].unit.singular, tables.resources[match.asResource].unit.symbol
        )
        report.paragraph(
            Phrase(
                en: "Each \(from.english) stands in for \(ratio.english) \(to.english).",
                vi: "Mỗi \(from.vietnamese) thay được \(ratio.vietnamese) \(to.vietnamese)."), indent: 2)
    }

    /// The modes that are no candidates, in one sentence each; those that simply carry other things in one together, where that is news.
    private mutating func closedWays(_ match: ExplainedMatch, tellsOthers: Bool) {
        let words = ObstacleText(names: names, from: match.from, to: match.to, resource: match.resource, asResource: match.asResource)
        var others: [Phrase] = []
        for way in match.ways {
            guard let obstacle = way.obstacle else { continue }
            let mode = names.mode(way.mode)
            if words.mend(obstacle) == nil {
                others.append(mode)
                continue
            }
            let (reason, mend) = (words.reason(obstacle), words.mend(obstacle) ?? Phrase(same: ""))
            report.bullet(
                Phrase(
                    en: "By \(mode.english): no candidate. \(reason.english) \(mend.english)",
                    vi: "Bằng \(mode.vietnamese): không thể trao đổi. \(reason.vietnamese) \(mend.vietnamese)"))
        }
        guard tellsOthers, !others.isEmpty else { return }
        let (list, given) = (others.enumerated, names.resource(match.resource))
        report.bullet(
            Phrase(
                en: "\(given.english) is not carried by \(list.english): another unit, or other resources.",
                vi: "\(given.vietnamese) không chở được bằng \(list.vietnamese): khác đơn vị tính, hoặc chỉ chở tài nguyên khác."))
    }

    /// What differs between the periods of one match.
    private mutating func periods(_ matches: [ExplainedMatch]) {
        report.paragraph(Phrase(en: "By periods:", vi: "Theo từng kỳ:"), indent: 2)
        let rows = matches.flatMap { match in
            match.ways.filter { $0.obstacle == nil }.map { way in
                [
                    match.period.map { tables.periods[$0].id } ?? "", report.tell(names.mode(way.mode)), report.tell(state(way)),
                    way.quantity.map(report.numbers.readable) ?? "", way.split.map { report.numbers.readable($0.reducedCost) } ?? "",
                ]
            }
        }
        let (unit, amount) = (tables.resources[matches[0].resource].unit.symbol, words.amounts.unit)
        report.table(
            [
                .ids(Phrase(en: "Period", vi: "Kỳ")), .words(Phrase(en: "Mode", vi: "Phương thức")),
                .words(Phrase(en: "In the plan", vi: "Trong phương án")),
                .numbers(Phrase(en: "Quantity (\(unit.english))", vi: "Lượng (\(unit.vietnamese))")),
                .numbers(
                    Phrase(
                        en: "Missing (\(amount.english) per \(unit.english))", vi: "Còn thiếu (\(amount.vietnamese) mỗi \(unit.vietnamese))"
                    )),
            ], rows)
    }

    private func state(_ way: ExplainedWay) -> Phrase {
        switch way.state {
        case .used: Phrase(en: "used", vi: "có dùng")
        case .unused: Phrase(en: "not used", vi: "không dùng")
        case .noRoom: Phrase(en: "no room", vi: "không còn chỗ")
        case .leftOff: Phrase(en: "not built or used", vi: "không xây hoặc không dùng")
        case .nothingToMove: Phrase(en: "nothing to move", vi: "không có gì để chuyển")
        case .obstacle: Phrase(en: "no candidate", vi: "không thể trao đổi")
        }
    }
}

extension ExplainedMatch {
    /// What tells a match apart from its periods.
    fileprivate var key: [Int32] { [from, to].flatMap { [$0.kind, $0.position] } + [resource.position, asResource.position] }
}

extension Party {
    fileprivate var kind: Int32 { if case .firm = self { 0 } else { 1 } }
    fileprivate var position: Int32 {
        switch self {
        case .firm(let firm): firm.position
        case .process(let process): process.position
        }
    }
}

extension ExplainedWay {
    fileprivate var obstacle: Obstacle? { if case .obstacle(let obstacle) = state { obstacle } else { nil } }
    fileprivate var quantity: Double? { if case .used(let exchange, _) = state { exchange.quantity } else { nil } }
}

extension Phrase {
    /// This phrase with another one right behind it.
    func joined(with next: Phrase) -> Phrase { Phrase(en: english + next.english, vi: vietnamese + next.vietnamese) }
    /// The phrase inside a line.
    var lowercasedFirst: Phrase {
        Phrase(en: english.prefix(1).lowercased() + english.dropFirst(), vi: vietnamese.prefix(1).lowercased() + vietnamese.dropFirst())
    }
    /// The phrase at the head of a line.
    var capitalizedFirst: Phrase {
        Phrase(en: english.prefix(1).uppercased() + english.dropFirst(), vi: vietnamese.prefix(1).uppercased() + vietnamese.dropFirst())
    }
}
