// SPDX-License-Identifier: GPL-3.0-or-later

extension Rules {
    /// Rounded figures of a balanced process may miss by this share.
    private static let balanceTolerance = 1e-6

    /// No process makes mass, energy or water: Σ out ≤ Σ in per activity.
    ///
    /// Only what is certain is told. Every input must be known in the balance's unit; an output that is not known counts as nothing,
    /// which can only make the sum smaller than it is. A process without inputs is a source.
    mutating func checkBalance(of process: ConversionProcess, _ sides: ProcessSides) {
        guard !sides.inputs.isEmpty else { return }
        if let excess = excess(sides, by: { mass(of: $0) }) {
            report(.makesMass(process: process.id, input: excess.input, output: excess.output), .processes, process.provenance, "id")
        } else if let excess = excess(sides, by: { amount(of: $0, .energy, in: .megawattHour) }) {
            report(.makesEnergy(process: process.id, input: excess.input, output: excess.output), .processes, process.provenance, "id")
        } else if let excess = excess(sides, by: { amount(of: $0, .volume, in: .cubicMetre, only: .water) }) {
            report(.makesWater(process: process.id, input: excess.input, output: excess.output), .processes, process.provenance, "id")
        }
    }

    /// What goes in and what comes out, where more comes out; nil otherwise, and where an input is not known.
    private func excess(_ sides: ProcessSides, by measure: (ProcessFlow) -> Double?) -> (input: Double, output: Double)? {
        var input = 0.0
        for flow in sides.inputs {
            guard let amount = measure(tables.processFlows[flow]) else { return nil }
            input += amount
        }
        let output = sides.outputs.reduce(0.0) { $0 + (measure(tables.processFlows[$1]) ?? 0) }
        return output > input * (1 + Self.balanceTolerance) ? (input, output) : nil
    }

    /// Tonnes per activity; nil where the resource has a mass that is not known. Electricity and heat have none.
    private func mass(of flow: ProcessFlow) -> Double? {
        let resource = tables.resources[flow.resource]
        if let tonnes = resource.unit.convert(flow.perActivity, to: .tonne) { return tonnes }
        if let tonnes = resource.tonnesPerUnit { return flow.perActivity * tonnes }
        return resource.unit.dimension == .energy && resource.carrier != .fuel ? 0 : nil
    }

    private func amount(of flow: ProcessFlow, _ dimension: Dimension, in unit: Unit, only kind: ResourceKind? = nil) -> Double? {
        let resource = tables.resources[flow.resource]
        guard resource.unit.dimension == dimension, kind == nil || resource.kind == kind else { return nil }
        return resource.unit.convert(flow.perActivity, to: unit)
    }
}
