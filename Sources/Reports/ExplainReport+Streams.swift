// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension ExplainReport {
    /// What becomes of each output and need of a party.
    mutating func streams(_ party: Party, _ streams: [ExplainedStream]) {
        let name = names.party(party)
        report.heading(name)
        guard !streams.isEmpty else {
            return report.paragraph(
                Phrase(en: "It gives nothing off and needs nothing.", vi: "Không có đầu ra và không có nhu cầu nào."), indent: 2)
        }
        for stream in streams { self.stream(stream, of: party) }
    }

    private mutating func stream(_ stream: ExplainedStream, of party: Party) {
        report.heading(names.within(stream.period, heading(stream, of: party)))
        if explanation.outcome.plan != nil { fate(stream) }
        for exchange in report.shown(stream.exchanges) { report.bullet(sentence(exchange, stream)) }
        report.leftOut(of: stream.exchanges.count)
        alternatives(stream)
        excluded(stream)
    }

    private func heading(_ stream: ExplainedStream, of party: Party) -> Phrase {
        let (name, amount) = (names.resource(stream.resource), names.quantity(stream.quantity, of: stream.resource))
        let each = stream.period == nil ? names.each(nil) : Phrase(same: "")
        let head =
            stream.isSupply
            ? Phrase(
                en: "Gives \(name.english): \(amount.english) \(each.english)",
                vi: "Cung cấp \(name.vietnamese): \(amount.vietnamese) \(each.vietnamese)")
            : Phrase(
                en: "Needs \(name.english): \(amount.english) \(each.english)",
                vi: "Cần \(name.vietnamese): \(amount.vietnamese) \(each.vietnamese)")
        let plain = Phrase(en: head.english.trimmedEnd, vi: head.vietnamese.trimmedEnd)
        guard stream.party != party else { return plain }
        let (plant, does) = (names.party(stream.party), plain.lowercasedFirst)
        return Phrase(en: "\(plant.english) \(does.english)", vi: "\(plant.vietnamese) \(does.vietnamese)")
    }

    /// How much is exchanged, and why the rest is not.
    private mutating func fate(_ stream: ExplainedStream) {
        let scale = max(stream.quantity, stream.exchanged), store = store(stream, scale)
        let (moved, rest) = (
            names.quantity(stream.exchanged.cut(scale), of: stream.resource), names.quantity(stream.rest.cut(scale), of: stream.resource)
        )
        let sum =
            stream.isSupply && stream.isSold
            ? Phrase(
                en: "\(moved.english) exchanged, \(rest.english) sold outside the plan\(store.english).",
                vi: "Trao đổi \(moved.vietnamese), bán ra ngoài phương án \(rest.vietnamese)\(store.vietnamese).")
            : stream.isSupply
                ? Phrase(
                    en: "\(moved.english) exchanged, \(rest.english) disposed of\(store.english).",
                    vi: "Trao đổi \(moved.vietnamese), thải bỏ \(rest.vietnamese)\(store.vietnamese).")
                : Phrase(
                    en: "\(moved.english) by exchange, \(rest.english) bought new.",
                    vi: "Từ trao đổi \(moved.vietnamese), mua mới \(rest.vietnamese).")
        guard let reason = stream.reason else { return report.paragraph(sum, indent: 2) }
        let why = terms.reason(reason, isSupply: stream.isSupply)
        report.paragraph(
            sum + Phrase(en: "Why the rest: \(why.english).", vi: "Lý do phần còn lại: \(why.vietnamese)."), indent: 2)
    }

    /// What goes into the storage or comes out of it, as the end of a sentence.
    private func store(_ stream: ExplainedStream, _ scale: Double) -> Phrase {
        let stored = stream.stored.cut(scale), amount = names.quantity(stored.magnitude, of: stream.resource)
        guard stored != 0 else { return Phrase(same: "") }
        return stored > 0
            ? Phrase(en: ", \(amount.english) put into storage", vi: ", đưa vào kho \(amount.vietnamese)")
            : Phrase(en: "; \(amount.english) of it came out of storage", vi: "; trong đó lấy từ kho \(amount.vietnamese)")
    }

    private func sentence(_ exchange: PlannedExchange, _ stream: ExplainedStream) -> Phrase {
        let (amount, partner) = (
            names.quantity(exchange.quantity, of: exchange.resource), names.party(stream.isSupply ? exchange.to : exchange.from)
        )
        let what = what(exchange.resource, as: exchange.asResource), way = way(exchange)
        let gain = MoneyStyle(currency: tables.settings.currency).phrase(exchange.gain)
        return stream.isSupply
            ? Phrase(
                en: "\(amount.english) to \(partner.english) (\(what.english); \(way.english)): gain \(gain.english)",
                vi:
                    "\(amount.vietnamese) cho \(partner.vietnamese) (\(what.vietnamese); \(way.vietnamese)): lợi ích \(gain.vietnamese)"
            )
            : Phrase(
                en: "\(amount.english) from \(partner.english) (\(what.english); \(way.english)): gain \(gain.english)",
                vi:
                    "\(amount.vietnamese) từ \(partner.vietnamese) (\(what.vietnamese); \(way.vietnamese)): lợi ích \(gain.vietnamese)"
            )
    }

    /// The mode and the length of the way; within one firm's gate nothing is driven.
    private func way(_ exchange: PlannedExchange) -> Phrase {
        let mode = names.mode(exchange.mode), length = Phrase.kilometres(exchange.kilometres)
        guard exchange.mode != nil else { return mode }
        return Phrase(en: "\(mode.english), \(length.english)", vi: "\(mode.vietnamese), \(length.vietnamese)")
    }

    private mutating func alternatives(_ stream: ExplainedStream) {
        guard !stream.alternatives.isEmpty else { return }
        report.paragraph(
            Phrase(
                en: "Not used, the nearest to paying first (what the first unit sent lacks):",
                vi: "Chưa dùng, xếp từ cách gần có lợi nhất (mức còn thiếu của đơn vị đầu tiên gửi đi):"), indent: 2)
        table(stream.alternatives, hasGiver: !stream.isSupply, hasTaker: stream.isSupply)
    }

    /// Candidates that carry nothing, with what each lacks and why.
    mutating func table(_ alternatives: [Alternative], hasGiver: Bool, hasTaker: Bool) {
        let amount = words.amounts.unit,
            text = amounts(largest: alternatives.largest { $0.isTold ? $0.reducedCost : 0 })
        var columns: [TextTable.Column] = []
        // Of a single stream the heading tells the period.
        let hasPeriod = hasGiver && hasTaker && alternatives.contains { $0.period != nil }
        if hasGiver { columns.append(.words(Phrase(en: "Giver", vi: "Bên cung cấp"))) }
        if hasTaker { columns.append(.words(Phrase(en: "Taker", vi: "Bên tiếp nhận"))) }
        if hasPeriod { columns.append(.words(Phrase(en: "Period", vi: "Kỳ"))) }
        columns += [
            .words(Phrase(en: "Resource", vi: "Tài nguyên")), .words(Phrase(en: "Mode", vi: "Phương thức")), .numbers(Phrase(same: "km")),
            .numbers(Phrase(en: "Missing (\(amount.english))", vi: "Còn thiếu (\(amount.vietnamese))")), .unit,
            .words(Phrase(en: "Why", vi: "Vì sao")),
        ]
        let rows = alternatives.map { alternative in
            let unit = tables.resources[alternative.resource].unit.symbol
            var row: [String] = []
            if hasGiver { row.append(report.tell(names.party(alternative.from))) }
            if hasTaker { row.append(report.tell(names.party(alternative.to))) }
            if hasPeriod { row.append(alternative.period.map { tables.periods[$0].id } ?? "") }
            return row + [
                report.tell(what(alternative.resource, as: alternative.asResource)), report.tell(names.mode(alternative.mode)),
                report.numbers.fixed(alternative.kilometres, decimals: 1),
                alternative.isTold ? text(alternative.reducedCost) : "–",
                report.tell(Phrase(en: "per \(unit.english)", vi: "mỗi \(unit.vietnamese)")),
                report.tell(terms.shortfall(alternative.shortfall)),
            ]
        }
        report.table(columns, rows)
    }

    /// How many pairs each rule keeps from being candidates.
    private mutating func excluded(_ stream: ExplainedStream) {
        guard !stream.excluded.isEmpty else { return }
        let list = stream.excluded.map { entry -> Phrase in
            let (count, reason) = (Phrase.count(entry.pairs), Exclusion(rawValue: entry.code)?.reason ?? Phrase(same: entry.code))
            return Phrase(
                en: "\(reason.english) (\(count.english) \(plural(entry.pairs, "pair", "pairs")))",
                vi: "\(reason.vietnamese) (\(count.vietnamese) cặp)")
        }
        let reasons = Phrase(en: list.map(\.english).joined(separator: "; "), vi: list.map(\.vietnamese).joined(separator: "; "))
        report.paragraph(
            Phrase(en: "No candidates: \(reasons.english).", vi: "Không thể trao đổi: \(reasons.vietnamese)."), indent: 2)
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension Alternative {
    /// Whether what it lacks is a figure of the plan as it is.
    fileprivate var isTold: Bool { reducedCost.isFinite && shortfall != .leftOff }
}
