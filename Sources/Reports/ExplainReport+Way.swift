// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension ExplainReport {
    private static let mostChanges = 8

    /// One candidate: how it stands in the plan, the parts of its reduced cost, and what would change it.
    mutating func way(_ way: ExplainedWay, _ match: ExplainedMatch) {
        let mode = names.mode(way.mode), length = Phrase.kilometres(way.kilometres ?? 0)
        let head =
            way.mode == nil
            ? Phrase(en: "On-site: ", vi: "Tại chỗ: ")
            : Phrase(en: "By \(mode.english), \(length.english): ", vi: "Bằng \(mode.vietnamese), \(length.vietnamese): ")
        switch way.state {
        case .used(let exchange, let worth): used(head, exchange, worth, way, match)
        case .unused(let unit): unused(head, unit, way, match)
        case .noRoom(let kind): noRoom(head, kind)
        case .leftOff(let choices): leftOff(head, choices, way, match)
        case .nothingToMove:
            report.paragraph(
                head.joined(
                    with: match.given > 0
                        ? Phrase(
                            en: "a candidate, but the taker needs none of it.",
                            vi: "có thể trao đổi, nhưng bên tiếp nhận có nhu cầu bằng 0.")
                        : Phrase(
                            en: "a candidate, but the giver has none of it.", vi: "có thể trao đổi, nhưng bên cung cấp có lượng bằng 0.")),
                indent: 2)
        case .obstacle: break
        }
    }

    private mutating func used(
        _ head: Phrase, _ exchange: PlannedExchange, _ worth: PlanWorth?, _ way: ExplainedWay, _ match: ExplainedMatch
    ) {
        let (amount, each) = (names.quantity(exchange.quantity, of: exchange.resource), names.each(exchange.period))
        let gain = MoneyStyle(currency: tables.settings.currency).phrase(exchange.gain)
        report.paragraph(
            head.joined(
                with: Phrase(
                    en: "in the plan, \(amount.english) \(each.english); its gain is \(gain.english).",
                    vi: "có trong phương án, \(amount.vietnamese) \(each.vietnamese); lợi ích \(gain.vietnamese).")), indent: 2)
        table(way, match)
        if let without = worth?.without {
            let more = words.amounts.phrase(without)
            report.bullet(
                without > 0
                    ? Phrase(
                        en: "Without it the best plan has \(more.english) more a year.",
                        vi: "Không có trao đổi này, phương án tốt nhất tăng thêm \(more.vietnamese) mỗi năm.")
                    : Phrase(
                        en: "Without it there is a plan that is as good: others would take its place at no cost.",
                        vi: "Không có trao đổi này vẫn có phương án tốt ngang bằng: trao đổi khác thay chỗ mà không tốn thêm."))
        } else if worth != nil {
            report.bullet(
                Phrase(
                    en: "Without it the rules of the scenario cannot all be kept.",
                    vi: "Không có trao đổi này, các quy định của kịch bản không thể cùng được thỏa mãn."))
        }
        guard let room = worth?.room, worth?.without != 0 else { return }
        let rise = self.each(room, match.resource)
        report.bullet(
            room > 0
                ? Phrase(
                    en: "It stays as it is until moving it and taking it in costs \(rise.english) more.",
                    vi: "Lượng này giữ nguyên cho đến khi chi phí chuyển và tiếp nhận tăng thêm \(rise.vietnamese).")
                : Phrase(
                    en: "Any rise of its cost would move some of it elsewhere: other ways are as good for its last unit.",
                    vi: "Chi phí tăng chút nào cũng làm một phần chuyển sang cách khác: với đơn vị cuối cùng, cách khác tốt ngang bằng."))
    }

    private mutating func noRoom(_ head: Phrase, _ kind: CostTerm.Kind?) {
        guard case .quality(let row, let isMaximum) = kind else {
            return report.paragraph(
                head.joined(
                    with: Phrase(
                        en: "not in the plan. No plan has room for any of it: needs, contracts and limits leave none.",
                        vi: "không có trong phương án. Không phương án nào còn chỗ: nhu cầu, hợp đồng và giới hạn đã choán hết.")),
                indent: 2)
        }
        let limit = terms.limit(row, isMaximum)
        report.paragraph(
            head.joined(
                with: Phrase(
                    en:
                        "not in the plan. No plan has room for any of it: it misses the limit of \(limit.english), and nothing that could be mixed with it makes up for that. What is bought new counts as just at a limit where its quality is not known.",
                    vi:
                        "không có trong phương án. Không phương án nào còn chỗ: chất lượng không đạt giới hạn \(limit.vietnamese) mà không có gì trộn cùng để bù lại. Hàng mua mới được coi là vừa đúng giới hạn khi chưa biết chất lượng."
                )), indent: 2)
    }

    private mutating func unused(_ head: Phrase, _ unit: FirstUnit?, _ way: ExplainedWay, _ match: ExplainedMatch) {
        guard let split = way.split else {
            return report.paragraph(head.joined(with: Phrase(en: "not in the plan.", vi: "không có trong phương án.")), indent: 2)
        }
        report.paragraph(head.joined(with: verdict(split, match)), indent: 2)
        table(way, match)
        guard let unit else {
            return report.paragraph(
                Phrase(
                    en: "At the prices of the plan; the figure may be larger where plans tie.",
                    vi: "Tính theo giá bóng của phương án; con số có thể lớn hơn khi có nhiều phương án ngang nhau."), indent: 4)
        }
        if !unit.remedies.isEmpty {
            report.paragraph(
                Phrase(
                    en: "Its first unit would pay if one of these held, all else as it is (exact for the first unit only):",
                    vi:
                        "Đơn vị đầu tiên sẽ có lợi nếu có một trong các thay đổi sau, mọi thứ khác giữ nguyên (chỉ chính xác cho đơn vị đầu tiên):"
                ),
                indent: 4)
            for remedy in unit.remedies { report.bullet(words.remedy(remedy, in: match)) }
        }
        guard !unit.changes.isEmpty else { return }
        let one = tables.resources[match.resource].unit.singular
        report.paragraph(
            Phrase(
                en: "With each \(one.english) sent this way, the best plan would change so:",
                vi: "Nếu vẫn gửi theo cách này, mỗi \(one.vietnamese) sẽ làm phương án tốt nhất thay đổi như sau:"), indent: 4)
        // A long chain of small shifts says little more than its first links.
        let most = report.layout.rowLimit.map { min($0, Self.mostChanges) } ?? unit.changes.count
        for change in unit.changes.prefix(most) { report.bullet(words.change(change, of: match)) }
        report.leftOut(unit.changes.count - most)
    }

    /// What a candidate lacks, and the main reason.
    private func verdict(_ split: CostSplit, _ match: ExplainedMatch) -> Phrase {
        guard split.reducedCost > 0 else {
            return Phrase(
                en: "not in the plan, but as good: the first unit would cost nothing more.",
                vi: "không có trong phương án nhưng tốt ngang bằng: đơn vị đầu tiên không làm tốn thêm.")
        }
        let missing = each(split.reducedCost, match.resource), gain = each(-split.byItself, match.resource)
        let lacks =
            isOfMoney
            ? Phrase(en: "\(missing.english) are missing", vi: "còn thiếu \(missing.vietnamese)")
            : Phrase(en: "it would add \(missing.english)", vi: "sẽ tăng thêm \(missing.vietnamese)")
        guard split.byItself < 0 else {
            return Phrase(
                en: "not in the plan. It does not pay by itself; in the plan \(lacks.english).",
                vi: "không có trong phương án. Tự nó chưa có lợi; trong phương án \(lacks.vietnamese).")
        }
        return Phrase(
            en:
                "not in the plan. By itself it would save \(gain.english), but what it takes from better uses is worth more: \(lacks.english).",
            vi:
                "không có trong phương án. Tự nó tiết kiệm \(gain.vietnamese), nhưng những gì nó lấy đi của cách dùng tốt hơn đáng giá hơn: \(lacks.vietnamese)."
        )
    }

    private mutating func leftOff(_ head: Phrase, _ choices: [ChoiceLeftOff], _ way: ExplainedWay, _ match: ExplainedMatch) {
        let reasons = choices.map { words.leftOff($0, of: match) }.reduce(Phrase(same: "")) { $0 + $1 }
        report.paragraph(
            head.joined(with: Phrase(en: "not in the plan. \(reasons.english)", vi: "không có trong phương án. \(reasons.vietnamese)")),
            indent: 2)
        guard let split = way.split else { return }
        table(way, match)
        let amount = each(abs(split.reducedCost), match.resource)
        report.paragraph(
            split.reducedCost < 0
                ? Phrase(
                    en:
                        "Were it there for nothing, each first unit would save \(amount.english) at the prices of the plan; the search found no plan in which that pays for it.",
                    vi:
                        "Nếu hạng mục đó có sẵn không mất tiền, mỗi đơn vị đầu tiên sẽ tiết kiệm \(amount.vietnamese) theo giá bóng của phương án; việc tìm kiếm không thấy phương án nào mà khoản này bù được chi phí."
                )
                : Phrase(
                    en: "Even if it were there for nothing, \(amount.english) would be missing at the prices of the plan.",
                    vi: "Dù hạng mục đó có sẵn không mất tiền, vẫn còn thiếu \(amount.vietnamese) theo giá bóng của phương án."), indent: 4)
    }

    /// The parts of the reduced cost, what is by itself first, and the sum.
    private mutating func table(_ way: ExplainedWay, _ match: ExplainedMatch) {
        guard let split = way.split, !split.terms.isEmpty else { return }
        let text = amounts(largest: split.terms.largest(\.amount))
        let own = split.terms.filter { !$0.isScarcity }, scarce = split.terms.filter(\.isScarcity)
        func row(_ term: CostTerm) -> [String] {
            [report.tell(terms.row(term, resource: match.resource, to: match.to)), text(term.amount)]
        }
        var rows = own.map(row)
        if !scarce.isEmpty { rows.append([report.tell(Phrase(en: "= by itself", vi: "= tự thân trao đổi")), text(split.byItself)]) }
        rows += scarce.map(row)
        let sum =
            split.reducedCost > 0
            ? (isOfMoney
                ? Phrase(en: "= missing for it to pay", vi: "= còn thiếu để có lợi") : Phrase(en: "= would add", vi: "= sẽ tăng thêm"))
            : split.reducedCost < 0
                ? Phrase(en: "= would save", vi: "= sẽ tiết kiệm") : Phrase(en: "= nothing missing", vi: "= không thiếu gì")
        rows.append([report.tell(sum), text(split.reducedCost)])
        let (unit, amount) = (tables.resources[match.resource].unit.singular, words.amounts.unit)
        report.table(
            [
                .words(
                    Phrase(
                        en: "For each \(unit.english) sent (below 0 it saves)",
                        vi: "Cho mỗi \(unit.vietnamese) gửi đi (dưới 0 là tiết kiệm)")),
                .numbers(amount),
            ], rows)
    }
}
