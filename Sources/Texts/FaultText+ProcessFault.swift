// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension ProcessFault {
    var text: FaultText {
        switch self {
        case .somethingOfNothing(let loop, let resource, let surplus, let unit): Self.somethingOfNothing(loop, resource, surplus, unit)
        case .makesMass(let process, let input, let output): Self.makesMass(process, input, output)
        case .makesEnergy(let process, let input, let output): Self.makesEnergy(process, input, output)
        case .makesWater(let process, let input, let output): Self.makesWater(process, input, output)
        case .noFlows(let process): Self.noFlows(process)
        case .noOutputs(let process): Self.noOutputs(process)
        case .noCapacity(let process): Self.noCapacity(process)
        case .emptyFlow(let process, let resource, let role): Self.emptyFlow(process, resource, role)
        case .sameInAndOut(let process, let resource): Self.sameInAndOut(process, resource)
        case .noLicence(let process, let resource, let wasteCode): Self.noLicence(process, resource, wasteCode)
        case .noSupplier(let process, let resource): Self.noSupplier(process, resource)
        case .suppliersCannotRun(let process, let resource, let suppliers): Self.suppliersCannotRun(process, resource, suppliers)
        case .capacityFarAboveSupply(let process, let resource, let atCapacity, let offered, let unit):
            Self.capacityFarAboveSupply(process, resource, atCapacity, offered, unit)
        case .hostOfAnotherProject(let process, let firm, let project, let own): Self.hostOfAnotherProject(process, firm, project, own)
        case .capexOfExisting(let process, let capex, let currency): Self.capexOfExisting(process, capex, currency)
        }
    }
}
