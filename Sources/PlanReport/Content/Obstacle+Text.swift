// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
internal import Texts

extension Obstacle {
    /// The obstacle as a short remark.
    func text(_ names: ScenarioNames) -> Phrase {
        switch self {
        case .noContract: return Phrase(en: "no contract yet", vi: "chưa có hợp đồng")
        case .notRunning(.signed): return Phrase(en: "signed, not running", vi: "đã ký, chưa thực hiện")
        case .notRunning(.agreed): return Phrase(en: "agreed, not signed", vi: "đã thỏa thuận, chưa ký")
        case .notRunning: return Phrase(en: "contract of unknown state", vi: "chưa rõ tình trạng hợp đồng")
        case .hazardous: return Phrase(en: "hazardous: licence and licensed haulage", vi: "nguy hại: cần giấy phép và xe được cấp phép")
        case .nearLimit(let property, let share, let isMaximum):
            let (name, percent) = (names.tables.properties[property].id.printable, Phrase.roundPercent(share))
            guard isMaximum else { return Phrase(en: "\(name) near its least", vi: "\(name) sát mức tối thiểu") }
            return share >= 0.9995
                ? Phrase(en: "\(name) at its limit", vi: "\(name) chạm giới hạn")
                : Phrase(en: "\(name) at \(percent.english) of its limit", vi: "\(name) bằng \(percent.vietnamese) giới hạn")
        case .singleGiver(let share):
            let percent = Phrase.roundPercent(share)
            return Phrase(
                en: "one giver for \(percent.english) of the need", vi: "một bên cung cấp cho \(percent.vietnamese) nhu cầu")
        case .far(let kilometres, let allowed):
            let distance = Phrase.roundKilometres(kilometres)
            guard let allowed = allowed.map(Phrase.roundKilometres) else {
                return Phrase(en: "far: \(distance.english)", vi: "xa: \(distance.vietnamese)")
            }
            return Phrase(
                en: "far: \(distance.english) of \(allowed.english) allowed",
                vi: "xa: \(distance.vietnamese) trên \(allowed.vietnamese) cho phép")
        case .proposed(let project):
            let name = names.project(project)
            return Phrase(en: "needs the project \(name.english)", vi: "cần có dự án \(name.vietnamese)")
        case .unsure(.illustrative): return Phrase(en: "illustrative quantity", vi: "số lượng minh họa")
        case .unsure(.estimated): return Phrase(en: "estimated quantity", vi: "số lượng ước tính")
        case .unsure: return Phrase(en: "origin of the quantity unknown", vi: "chưa rõ nguồn gốc số lượng")
        case .typical(let resource, let low, let high, let isGiver):
            let (least, most) = (Phrase.number(low), names.quantity(high, of: resource))
            return isGiver
                ? Phrase(
                    en: "giver's quantity estimated from its type, range \(least.english) to \(most.english)",
                    vi: "lượng của bên cung cấp ước tính theo loại hình, khoảng \(least.vietnamese) đến \(most.vietnamese)")
                : Phrase(
                    en: "taker's quantity estimated from its type, range \(least.english) to \(most.english)",
                    vi: "lượng của bên tiếp nhận ước tính theo loại hình, khoảng \(least.vietnamese) đến \(most.vietnamese)")
        case .thin(let share):
            let percent = Phrase.roundPercent(share)
            return Phrase(
                en: "thin: costs up by \(percent.english) eat the gain", vi: "lợi ích mỏng: chi phí tăng \(percent.vietnamese) là hết lợi")
        case .noOwnGain: return Phrase(en: "no gain by itself, it lets others pay", vi: "tự nó không có lợi, nhưng giúp nơi khác có lợi")
        }
    }

    /// How much it weighs.
    var tone: NoticeTone {
        switch self {
        case .hazardous, .nearLimit, .proposed, .noOwnGain: .bad
        case .noContract, .notRunning, .far, .thin, .singleGiver: .warning
        case .unsure, .typical: .plain
        }
    }
}

extension Basis {
    /// What the basis is called.
    var name: Phrase {
        switch self {
        case .measured: Phrase(en: "measured", vi: "đo đạc")
        case .declared: Phrase(en: "declared", vi: "kê khai")
        case .estimated: Phrase(en: "estimated", vi: "ước tính")
        case .illustrative: Phrase(en: "illustrative", vi: "minh họa")
        }
    }
}

extension Phrase {
    /// A share as a whole percentage, for remarks.
    static func roundPercent(_ share: Double) -> Phrase {
        Phrase(
            en: NumberStyle(.english).fixed(share * 100, decimals: 0) + "%",
            vi: NumberStyle(.vietnamese).fixed(share * 100, decimals: 0) + "%")
    }

    /// A distance to the kilometre, below ten to the hundred metres.
    static func roundKilometres(_ value: Double) -> Phrase {
        let decimals = value >= 10 ? 0 : 1
        return Phrase(
            en: NumberStyle(.english).fixed(value, decimals: decimals) + " km",
            vi: NumberStyle(.vietnamese).fixed(value, decimals: decimals) + " km")
    }
}
