// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension UnmetFault {
    var text: FaultText {
        switch self {
        case .needWithoutGiver(let firm, let resource, let quantity, let unit, let why):
            Self.needWithoutGiver(firm, resource, .quantity(quantity, unit), why)
        case .needAboveReach(let firm, let resource, let quantity, let within, let unit):
            Self.needAboveReach(firm, resource, .quantity(quantity, unit), .quantity(within, unit))
        case .needAboveShare(let firm, let resource, let share, let rest, let unit):
            Self.needAboveShare(firm, resource, .percent(share), .quantity(rest, unit))
        case .needsAboveReach(let firms, let resource, let quantity, let within, let unit):
            Self.needsAboveReach(firms, resource, .quantity(quantity, unit), .quantity(within, unit))
        case .contractsAboveSupply(let giver, let resource, let promised, let given, let unit):
            Self.contractsAboveSupply(giver, resource, .quantity(promised, unit), .quantity(given, unit))
        case .contractsAboveNeed(let taker, let resource, let promised, let takable, let unit):
            Self.contractsAboveNeed(taker, resource, .quantity(promised, unit), .quantity(takable, unit))
        case .contractWithoutWay(let from, let to, let resource, let why): Self.contractWithoutWay(from, to, resource, why)
        case .contractsStarveProcess(let process, let activity, let resource, let needed, let within, let unit):
            Self.contractsStarveProcess(process, .number(activity), resource, .quantity(needed, unit), .quantity(within, unit))
        case .routeTooSmall(let from, let to, let mode, let obliged, let capacity, let unit):
            Self.routeTooSmall(from, to, mode, .quantity(obliged, unit), .quantity(capacity, unit))
        case .qualityOutOfReach(let firm, let resource, let property, let unit, let limit, let best):
            Self.qualityOutOfReach(firm, resource, property, limit.figure(unit), UnmetFault.figure(best, unit))
        case .contractsBreakQuality(let taker, let resource, let property, let unit, let limit, let worst):
            Self.contractsBreakQuality(taker, resource, property, limit.figure(unit), UnmetFault.figure(worst, unit))
        case .virginBeyondMending(let firm, let resource, let property, let unit, let limit, let value):
            Self.virginBeyondMending(firm, resource, property, limit.figure(unit), UnmetFault.figure(value, unit))
        }
    }

    /// A figure of a property in its own unit, as the planner wrote the unit.
    static func figure(_ value: Double, _ unit: String?) -> Phrase {
        let number = Phrase.number(value)
        guard let unit else { return number }
        return number.followed(by: Phrase(same: " " + unit))
    }
}

extension UnmetFault.QualityLimit {
    /// `at most 0.3 %`
    func figure(_ unit: String?) -> Phrase {
        switch self {
        case .most(let limit):
            let figure = UnmetFault.figure(limit, unit)
            return Phrase(en: "at most \(figure.english)", vi: "nhiều nhất \(figure.vietnamese)")
        case .least(let limit):
            let figure = UnmetFault.figure(limit, unit)
            return Phrase(en: "at least \(figure.english)", vi: "ít nhất \(figure.vietnamese)")
        }
    }
}
