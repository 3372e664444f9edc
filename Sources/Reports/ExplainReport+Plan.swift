// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension ExplainReport {
    /// What keeps the plan from exchanging more.
    mutating func plan(_ plan: ExplainedPlan) {
        guard explanation.hasPrices else { return }
        rests(
            plan.rests.filter { $0.isSupply && !$0.isSold },
            Phrase(en: "What is still disposed of, and why", vi: "Những gì còn phải thải bỏ, và vì sao"),
            Phrase(en: "Disposed of", vi: "Thải bỏ"))
        rests(
            plan.rests.filter(\.isSold),
            Phrase(en: "What is sold outside the plan, and why", vi: "Những gì bán ra ngoài phương án, và vì sao"),
            Phrase(en: "Sold outside", vi: "Bán ra ngoài"))
        rests(
            plan.rests.filter { !$0.isSupply }, Phrase(en: "What is still bought new, and why", vi: "Những gì còn phải mua mới, và vì sao"),
            Phrase(en: "Bought", vi: "Mua mới"))
        nearest(plan)
        limits(plan.limits)
    }

    private mutating func rests(_ all: [ExplainedRest], _ heading: Phrase, _ column: Phrase) {
        let rests = all.filter { $0.rest.cut($0.quantity) > 0 }
        guard !rests.isEmpty else { return }
        report.heading(heading)
        // Over a year a storage gives back what it took in but for what it lost; without it a row would not add up.
        let hasStored = rests.contains { $0.stored.cut($0.quantity) > 0 }
        let rows = report.shown(rests).map { rest in
            [
                report.tell(names.resource(rest.resource)), report.numbers.readable(rest.quantity),
                report.numbers.readable(rest.exchanged.cut(rest.quantity)),
            ] + (hasStored ? [report.numbers.readable(rest.stored.cut(rest.quantity))] : []) + [
                report.numbers.readable(rest.rest), report.tell(tables.resources[rest.resource].unit.symbol), report.tell(reasons(rest)),
            ]
        }
        report.table(
            [
                .words(Phrase(en: "Resource", vi: "Tài nguyên")), .numbers(Phrase(en: "All", vi: "Tổng")),
                .numbers(Phrase(en: "Exchanged", vi: "Trao đổi")),
            ] + (hasStored ? [.numbers(Phrase(en: "Lost in storage", vi: "Hao hụt khi lưu kho"))] : []) + [
                .numbers(column), .unit, .words(Phrase(en: "Why", vi: "Vì sao")),
            ], rows)
        report.leftOut(of: rests.count)
    }

    private func reasons(_ rest: ExplainedRest) -> Phrase {
        // The same limit at two takers reads the same and is told once.
        var sums: [(why: Phrase, quantity: Double)] = []
        for entry in rest.reasons where entry.quantity.cut(rest.quantity) > 0 {
            let why = terms.reason(entry.reason, isSupply: rest.isSupply)
            if let index = sums.firstIndex(where: { $0.why == why }) {
                sums[index].quantity += entry.quantity
            } else {
                sums.append((why, entry.quantity))
            }
        }
        guard sums.count > 1 else { return sums.first?.why ?? Phrase(same: "") }
        let list = sums.map { entry -> Phrase in
            let (why, amount) = (entry.why, Phrase.number(entry.quantity))
            return Phrase(en: "\(why.english) (\(amount.english))", vi: "\(why.vietnamese) (\(amount.vietnamese))")
        }
        return Phrase(en: list.map(\.english).joined(separator: "; "), vi: list.map(\.vietnamese).joined(separator: "; "))
    }

    private mutating func nearest(_ plan: ExplainedPlan) {
        guard !plan.nearest.isEmpty else { return }
        report.heading(
            Phrase(
                en: "Nearest to paying, for what is still disposed of or sold outside (what the first unit sent lacks)",
                vi: "Gần có lợi nhất cho những gì còn phải thải bỏ hoặc bán ra ngoài (mức còn thiếu của đơn vị đầu tiên gửi đi)"))
        table(Array(report.shown(plan.nearest)), hasGiver: true, hasTaker: true)
        let (unused, ties) = (Phrase.count(plan.unused), Phrase.count(plan.ties))
        report.paragraph(
            Phrase(
                en:
                    "Of all ways to exchange, \(unused.english) are not used; \(ties.english) of them would neither cost nor save at the prices of the plan. Ranked by what is missing against what is at stake.",
                vi:
                    "Trong mọi cách trao đổi, \(unused.vietnamese) cách không được dùng; \(ties.vietnamese) cách trong số đó không tốn thêm cũng không tiết kiệm theo giá bóng của phương án. Xếp theo mức còn thiếu so với giá trị liên quan."
            ), indent: 2)
    }

    private mutating func limits(_ limits: [BindingLimit]) {
        guard !limits.isEmpty else { return }
        report.heading(
            Phrase(
                en: "Limits that hold the plan back, ordered by what a hundredth more of each is worth",
                vi: "Các giới hạn đang kìm phương án, xếp theo giá trị khi nới thêm 1%"))
        // A contract's least that binds costs where the other limits save.
        let worths = limits.map { ($0.change > 0 ? -1 : 1) * $0.weight / 100 }
        let (unit, text) =
            isOfMoney ? report.moneyColumn(tables.settings.currency, worths) : (words.amounts.unit, amounts(largest: worths.largest { $0 }))
        let rows = report.shown(Array(zip(limits, worths))).map { limit, worth in [text(worth), report.tell(words.limit(limit))] }
        report.table(
            [
                .numbers(
                    Phrase(
                        en: "A hundredth more saves (\(unit.english))", vi: "Nới 1% tiết kiệm (\(unit.vietnamese))")),
                .words(Phrase(en: "What a little more room would do", vi: "Nới thêm sẽ thay đổi gì")),
            ], rows)
        report.leftOut(of: limits.count)
    }
}
