// SPDX-License-Identifier: GPL-3.0-or-later

/// What cannot be met, told by the figures alone before anything is solved. Firms, processes and resources are named by their ids.
///
/// Each of these proves that the scenario has no plan; that there is none of them proves nothing.
public enum UnmetFault: Hashable, Sendable {
    /// A need that cannot be bought and that no candidate exchange reaches; `why` is the rule that excludes most pairs, nil where nobody
    /// gives off the resource or what stands in for it.
    case needWithoutGiver(firm: String, resource: String, quantity: Double, unit: Unit, why: Exclusion?)
    /// A need that cannot be bought and that is for more than all givers within reach could bring.
    case needAboveReach(firm: String, resource: String, quantity: Double, within: Double, unit: Unit)
    /// A need that exchange may cover in part only, while the rest cannot be bought.
    case needAboveShare(firm: String, resource: String, share: Double, rest: Double, unit: Unit)
    /// Needs that cannot be bought, each of which could be met, while together they are for more than their givers have.
    case needsAboveReach(firms: [String], resource: String, quantity: Double, within: Double, unit: Unit)
    /// Contracts that oblige a giver to more than it has.
    case contractsAboveSupply(giver: String, resource: String, promised: Double, given: Double, unit: Unit)
    /// Contracts that oblige a taker to more than it can take for a need.
    case contractsAboveNeed(taker: String, resource: String, promised: Double, takable: Double, unit: Unit)
    /// A contract with a least amount between two that cannot exchange.
    case contractWithoutWay(from: String, to: String, resource: String, why: ContractObstacle)
    /// Contracts that need a process to run more than its inputs allow.
    case contractsStarveProcess(process: String, activity: Double, resource: String, needed: Double, within: Double, unit: Unit)
    /// A route that everything must go by which contracts oblige to, or which needs that cannot be bought ask for, and that is too small.
    case routeTooSmall(from: String, to: String, mode: String, obliged: Double, capacity: Double, unit: Unit)
    /// A need that cannot be bought, while all that can be had breaks one of its limits; `best` comes nearest.
    case qualityOutOfReach(firm: String, resource: String, property: String, unit: String?, limit: QualityLimit, best: Double)
    /// What contracts oblige a taker to breaks a limit, and nothing that it could add brings the mixture back; `worst` is the worst of it.
    case contractsBreakQuality(taker: String, resource: String, property: String, unit: String?, limit: QualityLimit, worst: Double)
    /// The virgin resource breaks a limit of a need, and no exchange can mend it. An error, for no data could make sense of it.
    case virginBeyondMending(firm: String, resource: String, property: String, unit: String?, limit: QualityLimit, value: Double)

    /// A limit of a property, in the property's unit.
    public enum QualityLimit: Hashable, Sendable { case most(Double), least(Double) }

    /// Why a contract's giver and taker cannot exchange.
    public enum ContractObstacle: Hashable, Sendable {
        /// The giver has nothing of the resource.
        case notGiven
        /// The taker needs neither the resource nor anything that it stands in for.
        case notNeeded
        /// A rule of candidate exchanges.
        case excluded(Exclusion)
    }

    /// The stable codes of the family.
    public enum Code: String, CaseIterable, Sendable {
        case needWithoutGiver = "U101"
        case needAboveReach = "U102"
        case needAboveShare = "U103"
        case needsAboveReach = "U104"
        case contractsAboveSupply = "U105"
        case contractsAboveNeed = "U106"
        case contractWithoutWay = "U107"
        case contractsStarveProcess = "U108"
        case routeTooSmall = "U109"
        case qualityOutOfReach = "U110"
        case contractsBreakQuality = "U111"
        case virginBeyondMending = "U112"
    }

    /// The stable code.
    public var code: String { kind.rawValue }

    /// Whether the fault stops the run: that a scenario cannot be met is an answer of a solve, so that most are only warned of.
    public var severity: Severity {
        if case .virginBeyondMending = self { .error } else { .warning }
    }

    private var kind: Code {
        switch self {
        case .needWithoutGiver: .needWithoutGiver
        case .needAboveReach: .needAboveReach
        case .needAboveShare: .needAboveShare
        case .needsAboveReach: .needsAboveReach
        case .contractsAboveSupply: .contractsAboveSupply
        case .contractsAboveNeed: .contractsAboveNeed
        case .contractWithoutWay: .contractWithoutWay
        case .contractsStarveProcess: .contractsStarveProcess
        case .routeTooSmall: .routeTooSmall
        case .qualityOutOfReach: .qualityOutOfReach
        case .contractsBreakQuality: .contractsBreakQuality
        case .virginBeyondMending: .virginBeyondMending
        }
    }
}
