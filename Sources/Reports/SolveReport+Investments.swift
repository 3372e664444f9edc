// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension SolveReport {
    /// What is built and what it earns, and the plants that are not worth building.
    mutating func investments() {
        investmentTable()
        guard !outcome.notBuilt.isEmpty else { return }
        report.heading(
            outcome.status == .optimal
                ? Phrase(en: "Not worth building under these figures", vi: "Không đáng xây dựng với các số liệu này")
                : Phrase(en: "Not built in this plan", vi: "Không xây dựng trong phương án này"))
        let sentences = UnbuiltText(names: names).sentences(outcome.notBuilt)
        for sentence in report.shown(sentences) { report.bullet(sentence) }
        report.leftOut(of: sentences.count)
        report.paragraph(UnbuiltText.basis, indent: 2)
    }

    private mutating func investmentTable() {
        guard let total = outcome.investmentTotal else { return }
        report.heading(Phrase(en: "Investments, the largest first", vi: "Các khoản đầu tư, lớn nhất trước"))
        let figures = outcome.investments.map(\.figures) + [total]
        let sums = report.moneyColumn(tables.settings.currency, figures.map(\.capex))
        let gains = report.moneyColumn(tables.settings.currency, figures.compactMap(\.yearlyGain))
        let values = report.moneyColumn(tables.settings.currency, figures.compactMap(\.netPresentValue))
        func row(_ name: Phrase, _ figures: InvestmentFigures) -> [String] {
            [
                report.tell(name), sums.text(figures.capex),
                figures.yearlyGain.map(gains.text) ?? (figures.isWorkedOut ? "–" : report.tell(InvestmentText.open)),
                figures.paybackYears.map { report.numbers.fixed($0, decimals: 1) } ?? "–", figures.netPresentValue.map(values.text) ?? "–",
                figures.internalRate.map(report.numbers.percent) ?? "–",
            ]
        }
        var rows = report.shown(outcome.investments).map { row(names.investment($0.subject), $0.figures) }
        rows.append(row(Phrase(en: "All together", vi: "Tất cả"), total))
        func heading(_ english: String, _ vietnamese: String, _ unit: Phrase) -> Phrase {
            Phrase(en: "\(english) (\(unit.english))", vi: "\(vietnamese) (\(unit.vietnamese))")
        }
        report.table(
            [
                .words(Phrase(en: "What", vi: "Hạng mục")), .numbers(heading("Investment", "Vốn đầu tư", sums.unit)),
                .numbers(heading("Gain a year", "Lợi ích mỗi năm", gains.unit)),
                .numbers(Phrase(en: "Payback (years)", vi: "Hoàn vốn (năm)")),
                .numbers(heading("Net present value", "Giá trị hiện tại ròng", values.unit)),
                .numbers(Phrase(en: "Rate of return", vi: "Tỷ suất hoàn vốn nội bộ")),
            ], rows)
        report.leftOut(of: outcome.investments.count)
        report.paragraph(
            Phrase(
                en: "The gain of an investment is what the plan would cost more a year without it, capital charges aside.",
                vi: "Lợi ích của một khoản đầu tư là phần chi phí mỗi năm mà phương án phải tăng thêm nếu không có nó, chưa kể chi phí vốn."
            ),
            indent: 2)
        let words = InvestmentText(names: names)
        if let rest = words.notWorkedOut(outcome) { report.paragraph(rest, indent: 2) }
        for sentence in report.shown(outcome.investments).compactMap(words.indispensable) { report.bullet(sentence) }
        for investment in report.shown(outcome.investments) { if let sentence = withoutSupplier(investment) { report.bullet(sentence) } }
    }

    /// What an investment still earns when its largest supplier leaves.
    private func withoutSupplier(_ investment: PlannedInvestment) -> Phrase? {
        guard investment.isSupplierWorkedOut, let supplier = investment.largestSupplier.map(names.party) else { return nil }
        let name = names.investment(investment.subject)
        guard let rest = investment.yearlyGainWithoutSupplier else {
            return Phrase(
                en: "When \(supplier.english) leaves, there is no plan without \(name.english).",
                vi: "Khi \(supplier.vietnamese) rời đi, không có phương án nào nếu thiếu \(name.vietnamese).")
        }
        let amount = MoneyStyle(currency: tables.settings.currency).phrase(abs(rest))
        guard rest >= 0 else {
            let outlay = MoneyStyle(currency: tables.settings.currency).phrase(investment.figures.capex)
            return Phrase(
                en:
                    "When \(supplier.english) leaves, \(name.english) loses \(amount.english) a year, its outlay of \(outlay.english) aside.",
                vi:
                    "Khi \(supplier.vietnamese) rời đi, \(name.vietnamese) gây thiệt \(amount.vietnamese) mỗi năm, chưa kể vốn đầu tư \(outlay.vietnamese)."
            )
        }
        return Phrase(
            en: "When \(supplier.english) leaves, \(name.english) still earns \(amount.english) a year.",
            vi: "Khi \(supplier.vietnamese) rời đi, \(name.vietnamese) vẫn mang lại \(amount.vietnamese) mỗi năm.")
    }

    /// What storages hold: the fullest that each gets, and when.
    mutating func storages() {
        let byStorage = Dictionary(grouping: outcome.storages) { $0.storage }
        let used = byStorage.filter { $0.value.contains { $0.held.cut(tables.storages[$0.storage].capacity) > 0 } }
        guard !used.isEmpty else { return }
        report.heading(Phrase(en: "In store", vi: "Lưu kho"))
        let ordered = outcome.storages.map(\.storage).reduce(into: [Reference<Storage>]()) { if $0.last != $1 { $0.append($1) } }
        let rows = ordered.compactMap { reference -> [String]? in
            guard let fullest = used[reference]?.max(by: { $0.held < $1.held }) else { return nil }
            let storage = tables.storages[reference]
            return [
                report.tell(names.party(storage.party)), report.tell(names.resource(storage.resource)),
                report.numbers.readable(fullest.held),
                report.numbers.readable(storage.capacity), report.tell(tables.resources[storage.resource].unit.symbol),
                fullest.period.map { tables.periods[$0].id } ?? "",
            ]
        }
        report.table(
            [
                .words(Phrase(en: "Where", vi: "Nơi")), .words(Phrase(en: "Resource", vi: "Tài nguyên")),
                .numbers(Phrase(en: "At its fullest", vi: "Tồn cao nhất")), .numbers(Phrase(en: "Room", vi: "Sức chứa")), .unit,
                .words(Phrase(en: "At the end of", vi: "Cuối kỳ")),
            ], Array(report.shown(rows)))
        report.leftOut(of: rows.count)
    }
}
