// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

extension ReportWriter {
    /// What the plan builds, and what each investment earns or would earn; nil where nothing was to be chosen.
    func investments() -> ReportSection? {
        guard !outcome.investments.isEmpty || !outcome.notBuilt.isEmpty else { return nil }
        var blocks: [ReportBlock] = []
        if !outcome.investments.isEmpty { built(&blocks) }
        if !outcome.notBuilt.isEmpty {
            blocks.append(.heading(Phrase(en: "Not built", vi: "Không xây dựng")))
            blocks.append(.list(UnbuiltText(names: names).sentences(outcome.notBuilt), isNumbered: false))
            blocks.append(.paragraph(UnbuiltText.basis))
        }
        return ReportSection("investments", Phrase(en: "Investments and payback", vi: "Đầu tư và hoàn vốn"), blocks)
    }

    private func built(_ blocks: inout [ReportBlock]) {
        if let total = outcome.investmentTotal { blocks.append(.figures(figures(total))) }
        blocks.append(.table(investmentTable))
        let words = InvestmentText(names: names)
        if let rest = words.notWorkedOut(outcome) { blocks.append(.paragraph(rest)) }
        blocks += outcome.investments.prefix(40).compactMap { words.indispensable($0).map { .paragraph($0) } }
        let rate = Phrase.percent(tables.settings.discountRate)
        blocks.append(
            .paragraph(
                Phrase(
                    en:
                        "The yearly gain is what the plan would cost more without the investment, its capital charge aside. Net present value at a discount "
                        + "rate of \(rate.english) over the lifetime; without tax and financing.",
                    vi:
                        "Lợi ích hằng năm là phần chi phí tăng thêm nếu không có khoản đầu tư, chưa kể chi phí vốn. Giá trị hiện tại ròng tính với lãi suất "
                        + "chiết khấu \(rate.vietnamese) trong suốt thời hạn; chưa kể thuế và chi phí tài chính.")))
        blocks.append(
            .paragraph(
                Phrase(
                    en:
                        "With the investment C, the yearly gain G, the rate r and the lifetime n: annuity a(r, n) = r / (1 − (1 + r)^−n); capital charge "
                        + "C · a(r, n); simple payback C / G; net present value G / a(r, n) − C; internal rate of return, the rate i with G = C · a(i, n). "
                        + "After Brealey, Myers and Allen, Principles of Corporate Finance. What several bring together is not the sum of what each brings.",
                    vi:
                        "Với vốn C, lợi ích hằng năm G, lãi suất r và thời hạn n: hệ số niên kim a(r, n) = r / (1 − (1 + r)^−n); chi phí vốn C · a(r, n); "
                        + "hoàn vốn giản đơn C / G; giá trị hiện tại ròng G / a(r, n) − C; tỷ suất hoàn vốn nội bộ là lãi suất i sao cho G = C · a(i, n). "
                        + "Theo Brealey, Myers và Allen, Principles of Corporate Finance. Lợi ích chung của nhiều hạng mục không bằng tổng lợi ích của từng "
                        + "hạng mục.")))
    }

    private func figures(_ total: InvestmentFigures) -> [KeyFigure] {
        var figures = [
            KeyFigure(
                label: Phrase(en: "To be invested", vi: "Tổng vốn đầu tư"), value: money.phrase(total.capex),
                detail: Phrase(en: "in all that the plan builds", vi: "cho mọi hạng mục phương án xây dựng"), tone: .good)
        ]
        if let gain = total.yearlyGain {
            figures.append(
                KeyFigure(
                    label: Phrase(en: "Yearly gain", vi: "Lợi ích hằng năm"), value: money.phrase(gain),
                    detail: Phrase(en: "before the capital charge", vi: "trước chi phí vốn")))
        }
        if let years = total.paybackYears {
            let number = Phrase.number(years)
            figures.append(
                KeyFigure(
                    label: Phrase(en: "Payback", vi: "Thời gian hoàn vốn"),
                    value: Phrase(en: "\(number.english) years", vi: "\(number.vietnamese) năm"),
                    detail: Phrase(en: "simple, all together", vi: "giản đơn, tính chung")))
        }
        if let value = total.netPresentValue {
            figures.append(
                KeyFigure(
                    label: Phrase(en: "Net present value", vi: "Giá trị hiện tại ròng"), value: money.phrase(value),
                    detail: Phrase(en: "of all together", vi: "tính chung"), tone: value >= 0 ? .good : .plain))
        }
        if let rate = total.internalRate {
            figures.append(
                KeyFigure(
                    label: Phrase(en: "Internal rate of return", vi: "Tỷ suất hoàn vốn nội bộ"), value: .percent(rate),
                    detail: Phrase(en: "a year, all together", vi: "mỗi năm, tính chung")))
        }
        return figures
    }

    private var investmentTable: ReportTable {
        let rows = outcome.investments
        let capex = moneyColumn(Phrase(en: "Investment", vi: "Vốn đầu tư"), rows.map(\.figures.capex))
        let charge = moneyColumn(Phrase(en: "Capital charge a year", vi: "Chi phí vốn mỗi năm"), rows.map(\.figures.capitalCharge))
        let gain = moneyColumn(Phrase(en: "Yearly gain", vi: "Lợi ích hằng năm"), rows.compactMap(\.figures.yearlyGain))
        let alone = moneyColumn(
            Phrase(en: "Yearly gain when that supplier leaves", vi: "Lợi ích hằng năm khi bên đó rời đi"),
            rows.compactMap(\.yearlyGainWithoutSupplier))
        let value = moneyColumn(Phrase(en: "Net present value", vi: "Giá trị hiện tại ròng"), rows.compactMap(\.figures.netPresentValue))
        return ReportTable(
            id: "investments",
            caption: Phrase(en: "What is built, the largest investment first", vi: "Các hạng mục xây dựng, vốn lớn nhất trước"),
            columns: [
                .words(Phrase(en: "Investment in", vi: "Hạng mục")), capex.column,
                .number(Phrase(en: "Lifetime (years)", vi: "Thời hạn (năm)"), decimals: 0), charge.column, gain.column,
                .number(Phrase(en: "Payback (years)", vi: "Hoàn vốn (năm)"), decimals: 2), value.column,
                .share(Phrase(en: "Internal rate of return", vi: "Tỷ suất hoàn vốn nội bộ")),
                .words(Phrase(en: "Largest supplier", vi: "Bên cung cấp lớn nhất")), alone.column,
            ],
            rows: rows.map { row in
                let figures = row.figures
                return [
                    .text(names.investment(row.subject)), .number(figures.capex / capex.factor), .number(figures.lifetimeYears),
                    .number(figures.capitalCharge / charge.factor), .number(figures.yearlyGain.map { $0 / gain.factor }),
                    .number(figures.paybackYears), .number(figures.netPresentValue.map { $0 / value.factor }),
                    .number(figures.internalRate),
                    .text(row.largestSupplier.map(names.party) ?? Phrase(same: "")),
                    .number(row.yearlyGainWithoutSupplier.map { $0 / alone.factor }),
                ]
            })
    }
}
