// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with a process or a loop of processes. Processes and resources are named by their ids.
public enum ProcessFault: Hashable, Sendable {
    /// Processes that feed each other, need nothing from outside and leave `surplus` of `resource` over per activity of the first.
    case somethingOfNothing(loop: [String], resource: String, surplus: Double, unit: Unit)
    /// More mass comes out than goes in, in t per activity.
    case makesMass(process: String, input: Double, output: Double)
    /// More energy comes out than goes in, in MWh per activity, and nothing but energy goes in.
    case makesEnergy(process: String, input: Double, output: Double)
    /// More water comes out than goes in, in m³ per activity, and nothing but water goes in.
    case makesWater(process: String, input: Double, output: Double)
    /// A process without rows in `process_flows`.
    case noFlows(process: String)
    /// A process that takes in and gives nothing off.
    case noOutputs(process: String)
    /// A process of capacity 0.
    case noCapacity(process: String)
    /// A flow of 0 per activity.
    case emptyFlow(process: String, resource: String, FlowRole)
    /// A process that gives off what it takes in; it cannot feed itself.
    case sameInAndOut(process: String, resource: String)
    /// A hazardous input that the process itself has no licence for.
    case noLicence(process: String, resource: String, wasteCode: String?)
    /// An input that nobody gives off, that nothing stands in for and that cannot be bought.
    case noSupplier(process: String, resource: String)
    /// An input that only processes give off which cannot run themselves.
    case suppliersCannotRun(process: String, resource: String, suppliers: [String])
    /// All that is on offer of an input is far less than the process takes in at capacity.
    case capacityFarAboveSupply(process: String, resource: String, atCapacity: Double, offered: Double, unit: Unit)
    /// A process at a firm that belongs to a project which the process does not belong to.
    case hostOfAnotherProject(process: String, firm: String, project: String, own: String?)
    /// An investment in a process that stands already.
    case capexOfExisting(process: String, capex: Double, currency: String)

    /// The stable codes of the family.
    public enum Code: String, CaseIterable, Sendable {
        case somethingOfNothing = "L101"
        case makesMass = "L102"
        case makesEnergy = "L103"
        case makesWater = "L104"
        case noFlows = "L105"
        case noOutputs = "L106"
        case noCapacity = "L107"
        case emptyFlow = "L108"
        case sameInAndOut = "L109"
        case noLicence = "L110"
        case noSupplier = "L111"
        case suppliersCannotRun = "L112"
        case capacityFarAboveSupply = "L113"
        case hostOfAnotherProject = "L114"
        case capexOfExisting = "L115"
    }

    /// The stable code.
    public var code: String { kind.rawValue }

    /// Whether the fault stops the run: only something of nothing does.
    public var severity: Severity {
        if case .somethingOfNothing = self { .error } else { .warning }
    }

    private var kind: Code {
        switch self {
        case .somethingOfNothing: .somethingOfNothing
        case .makesMass: .makesMass
        case .makesEnergy: .makesEnergy
        case .makesWater: .makesWater
        case .noFlows: .noFlows
        case .noOutputs: .noOutputs
        case .noCapacity: .noCapacity
        case .emptyFlow: .emptyFlow
        case .sameInAndOut: .sameInAndOut
        case .noLicence: .noLicence
        case .noSupplier: .noSupplier
        case .suppliersCannotRun: .suppliersCannotRun
        case .capacityFarAboveSupply: .capacityFarAboveSupply
        case .hostOfAnotherProject: .hostOfAnotherProject
        case .capexOfExisting: .capexOfExisting
        }
    }
}
