// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
internal import Scenario

/// Tells what a candidate plant that is not built would earn.
public struct UnbuiltText: Sendable {
    private let names: ScenarioNames
    private let money: MoneyStyle

    /// Prepares to tell of a scenario.
    public init(names: ScenarioNames) {
        (self.names, money) = (names, MoneyStyle(currency: names.tables.settings.currency))
    }

    /// On what the figures of ``sentence(_:)`` stand.
    public static var basis: Phrase {
        Phrase(
            en:
                "Each solved again with the one plant built besides and all else that is built as it is; what it would earn is after its fixed "
                + "cost and before its capital.",
            vi:
                "Mỗi cơ sở được giải lại khi xây thêm riêng cơ sở đó, các hạng mục đã xây giữ nguyên; lợi ích đã trừ chi phí cố định và chưa trừ "
                + "chi phí vốn.")
    }

    /// What the plant would earn a year, and the investment at which it would just pay.
    public func sentence(_ plant: UnbuiltPlant) -> Phrase {
        let (name, capex, charge) = (names.process(plant.process), money.phrase(plant.capex), money.phrase(plant.capitalCharge))
        guard let gain = plant.yearlyGain else {
            return plant.needsMore
                ? Phrase(
                    en:
                        "\(name.english): what it would earn is not told, as it needs links, routes or partners that the plan leaves out too.",
                    vi:
                        "\(name.vietnamese): không nêu lợi ích vì cơ sở này còn cần tuyến nối, tuyến vận chuyển hoặc đối tác mà phương án cũng không chọn."
                )
                : Phrase(
                    en: "\(name.english): there was no time to ask what it would earn.",
                    vi: "\(name.vietnamese): không đủ thời gian để tính lợi ích nếu xây dựng.")
        }
        let amount = money.phrase(abs(gain))
        guard gain > 0 else {
            return gain == 0
                ? Phrase(
                    en: "\(name.english): it would earn nothing, so that it pays at no investment.",
                    vi: "\(name.vietnamese): không mang lại lợi ích, nên không đáng đầu tư ở bất kỳ mức vốn nào.")
                : Phrase(
                    en:
                        "\(name.english): it would lose \(amount.english) a year even before its capital, so that it pays at no investment.",
                    vi:
                        "\(name.vietnamese): gây thiệt \(amount.vietnamese) mỗi năm dù chưa kể vốn, nên không đáng đầu tư ở bất kỳ mức vốn nào."
                )
        }
        guard let most = plant.breakEvenCapex.map({ money.phrase($0) }) else {
            return Phrase(
                en: "\(name.english): it would earn \(amount.english) a year.",
                vi: "\(name.vietnamese): mang lại \(amount.vietnamese) mỗi năm.")
        }
        return Phrase(
            en:
                "\(name.english): it would earn \(amount.english) a year, against \(charge.english) a year for its investment of \(capex.english); "
                + "it would just pay at \(most.english).",
            vi: "\(name.vietnamese): mang lại \(amount.vietnamese) mỗi năm, so với chi phí vốn \(charge.vietnamese) mỗi năm cho vốn đầu tư "
                + "\(capex.vietnamese); chỉ hòa vốn ở mức \(most.vietnamese).")
    }
}
