// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension ResultTables {
    /// The links that are built.
    func links() -> [UInt8] {
        var table = CSVTable(
            [
                Phrase(en: "From (id)", vi: "Từ (mã)"), Phrase(en: "From", vi: "Từ"), Phrase(en: "To (id)", vi: "Đến (mã)"),
                Phrase(en: "To", vi: "Đến"), ResultHeading.mode, Phrase(en: "Length (km)", vi: "Chiều dài (km)"),
                Phrase(en: "Load a year", vi: "Lượng chở mỗi năm"), ResultHeading.capacity, ResultHeading.unit,
                money(en: ResultHeading.charge.en, vi: ResultHeading.charge.vi),
            ], language: language)
        for link in outcome.links {
            table.append([
                id(tables.id(link.from)), text(names.party(link.from)), id(tables.id(link.to)), text(names.party(link.to)),
                id(tables.modes[link.mode].id), .number(link.kilometres), .number(link.load), .number(link.capacity),
                id(tables.modes[link.mode].unit.rawValue), .number(link.charge),
            ])
        }
        return table.bytes
    }

    /// What is held at the end of each period.
    func storages() -> [UInt8] {
        var table = CSVTable(
            [
                Phrase(en: "Place id", vi: "Mã nơi chứa"), Phrase(en: "Place", vi: "Nơi chứa"), ResultHeading.resourceID,
                ResultHeading.resource, ResultHeading.period, Phrase(en: "Held at its end", vi: "Tồn cuối kỳ"),
                Phrase(en: "Room", vi: "Sức chứa"), ResultHeading.unit, money(en: "Gain", vi: "Lợi ích"),
            ], language: language)
        let gains = outcome.storages.largest(\.gain)
        for planned in outcome.storages {
            let storage = tables.storages[planned.storage]
            table.append([
                id(tables.id(storage.party)), text(names.party(storage.party)), id(tables.resources[storage.resource].id),
                text(names.resource(storage.resource)), period(planned.period), .number(planned.held.cut(storage.capacity)),
                .number(storage.capacity), unit(storage.resource), .number(planned.gain.cut(gains)),
            ])
        }
        return table.bytes
    }

    /// What each investment earns, and all of them together in the last row.
    func investments() -> [UInt8] {
        var table = CSVTable(
            [
                Phrase(en: "Investment", vi: "Khoản đầu tư"), money(en: "Investment sum", vi: "Vốn đầu tư"),
                Phrase(en: "Lifetime (years)", vi: "Thời hạn (năm)"), money(en: "Capital charge a year", vi: "Chi phí vốn mỗi năm"),
                money(en: "Yearly gain", vi: "Lợi ích mỗi năm"),
                Phrase(en: "Simple payback (years)", vi: "Thời gian hoàn vốn giản đơn (năm)"),
                money(en: "Net present value", vi: "Giá trị hiện tại ròng"),
                Phrase(en: "Internal rate of return (share a year)", vi: "Tỷ suất hoàn vốn nội bộ (tỷ lệ mỗi năm)"),
                Phrase(en: "Largest supplier", vi: "Bên cung cấp lớn nhất"),
                money(en: "Yearly gain without that supplier", vi: "Lợi ích mỗi năm khi thiếu bên đó"),
                Phrase(en: "Remark", vi: "Ghi chú"),
            ], language: language)
        func append(_ name: Phrase, _ figures: InvestmentFigures, _ supplier: CSVTable.Cell, _ rest: Double?, _ remark: Phrase?) {
            table.append([
                text(name), .number(figures.capex), .number(figures.lifetimeYears), .number(figures.capitalCharge),
                .number(figures.yearlyGain), .number(figures.paybackYears), .number(figures.netPresentValue), .number(figures.internalRate),
                supplier, .number(rest), remark.map(text) ?? id(nil),
            ])
        }
        for investment in outcome.investments {
            let supplier = investment.largestSupplier.map { text(names.party($0)) } ?? id(nil)
            append(
                names.investment(investment.subject), investment.figures, supplier, investment.yearlyGainWithoutSupplier,
                InvestmentText.remark(investment))
        }
        if let total = outcome.investmentTotal {
            append(Phrase(en: "All together", vi: "Tất cả"), total, id(nil), nil, InvestmentText.remark(total))
        }
        return table.bytes
    }
}
