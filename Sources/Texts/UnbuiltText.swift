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

    /// What each plant would earn; plants of which the same can be said stand together in one sentence.
    public func sentences(_ plants: [UnbuiltPlant]) -> [Phrase] {
        var alike: [Kind: [UnbuiltPlant]] = [:]
        for plant in plants { alike[kind(of: plant), default: []].append(plant) }
        var sentences: [Phrase] = []
        for plant in plants {
            let kind = kind(of: plant)
            guard kind != .figure else {
                sentences.append(sentence(plant))
                continue
            }
            // All of a kind are told at the first of them.
            guard let group = alike.removeValue(forKey: kind) else { continue }
            sentences.append(group.count == 1 ? sentence(plant) : together(group, kind))
        }
        return sentences
    }

    /// What can be said of a plant: a figure of its own, or one of the same sentences.
    private enum Kind { case figure, nothing, needsMore, noTime }

    private func kind(of plant: UnbuiltPlant) -> Kind {
        guard let gain = plant.yearlyGain else { return plant.needsMore ? .needsMore : .noTime }
        return gain == 0 ? .nothing : .figure
    }

    private func together(_ plants: [UnbuiltPlant], _ kind: Kind) -> Phrase {
        let list = plants.map { names.process($0.process) }.enumerated
        return switch kind {
        case .needsMore:
            Phrase(
                en:
                    "\(list.english): what they would earn is not told, as they need links, routes or partners that the plan leaves out too.",
                vi:
                    "\(list.vietnamese): không nêu lợi ích vì các cơ sở này còn cần tuyến nối, tuyến vận chuyển hoặc đối tác mà phương án cũng không chọn."
            )
        case .noTime:
            Phrase(
                en: "\(list.english): there was no time to ask what they would earn.",
                vi: "\(list.vietnamese): không đủ thời gian để tính lợi ích nếu xây dựng.")
        case .nothing, .figure:
            Phrase(
                en: "\(list.english): each would earn nothing, so that it pays at no investment.",
                vi: "\(list.vietnamese): mỗi cơ sở không mang lại lợi ích, nên không đáng đầu tư ở bất kỳ mức vốn nào.")
        }
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
