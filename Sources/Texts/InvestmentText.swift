// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
internal import Scenario

/// Tells what is not known of the gains of investments, and which of them no plan can do without.
public struct InvestmentText: Sendable {
    private let names: ScenarioNames

    /// Prepares to tell of a scenario.
    public init(names: ScenarioNames) { self.names = names }

    /// In place of a figure that was not worked out.
    public static let open = Phrase(en: "not worked out", vi: "chưa tính")

    /// How many gains are open, and why; nil where none is.
    public func notWorkedOut(_ outcome: Outcome) -> Phrase? {
        let open = outcome.investments.count { !$0.figures.isWorkedOut }
        guard open > 0 else { return nil }
        let (count, all) = (Phrase.count(open), Phrase.count(outcome.investments.count))
        return Phrase(
            en: "Of \(all.english) investments the gains of \(count.english) are not worked out: the largest are asked first, "
                + "as far as time and their number allow. They are not zero.",
            vi: "Trong \(all.vietnamese) khoản đầu tư, lợi ích của \(count.vietnamese) khoản chưa tính: khoản lớn nhất được tính trước, "
                + "trong phạm vi thời gian và số lượng cho phép. Chưa tính không có nghĩa là bằng không.")
    }

    /// That there is no plan without an investment; nil where there is one, or where that is not known.
    public func indispensable(_ investment: PlannedInvestment) -> Phrase? {
        guard investment.figures.isWorkedOut, investment.figures.yearlyGain == nil else { return nil }
        let name = names.investment(investment.subject)
        return Phrase(en: "Without \(name.english) there is no plan.", vi: "Nếu thiếu \(name.vietnamese) thì không có phương án nào.")
    }

    /// Why a row of the table has no figures; nil where it has all that it could.
    public static func remark(_ figures: InvestmentFigures) -> Phrase? {
        guard figures.yearlyGain == nil else { return nil }
        return figures.isWorkedOut ? Phrase(en: "no plan without it", vi: "không có phương án nếu thiếu khoản này") : open
    }

    /// The same of an investment, with what it earns without its largest supplier.
    public static func remark(_ investment: PlannedInvestment) -> Phrase? {
        if let remark = remark(investment.figures) { return remark }
        guard investment.largestSupplier != nil, investment.yearlyGainWithoutSupplier == nil else { return nil }
        return investment.isSupplierWorkedOut
            ? Phrase(
                en: "no plan without it when the supplier leaves", vi: "không có phương án nếu thiếu khoản này khi bên cung cấp rời đi")
            : Phrase(en: "gain without the supplier not worked out", vi: "chưa tính lợi ích khi thiếu bên cung cấp")
    }
}
