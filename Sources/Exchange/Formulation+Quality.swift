// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// Quality of the mixture that arrives.
extension Formulation {
    /// Each property k limited at j: Σ_{a to j} (1 − loss_a)(q_ak − max_jk) x_a + (q^v_jk − max_jk) v_j ≤ 0; with `min`, ≥ 0.
    mutating func addQualityRows() {
        let tables = network.scenario.tables
        for (index, demand) in network.demands.enumerated() {
            let first = qualityRows.count
            for limit in demand.limits {
                if tables.qualities[limit].maximum != nil { addQualityRow(index, limit, isMaximum: true) }
                if tables.qualities[limit].minimum != nil { addQualityRow(index, limit, isMaximum: false) }
            }
            qualityRowsOfDemand[index] = first..<qualityRows.count
        }
    }

    private mutating func addQualityRow(_ demand: Int, _ quality: Reference<Quality>, isMaximum: Bool) {
        let row = isMaximum ? program.addRow(upper: 0) : program.addRow(lower: 0), limits = network.scenario.tables.qualities[quality]
        qualityRows.append(
            QualityRow(
                row: row.position, demand: demand, quality: quality, isMaximum: isMaximum, property: limits.property,
                limit: (isMaximum ? limits.maximum : limits.minimum) ?? 0))
    }

    /// The part of x_a: what arrives mixes by its mass (volume, energy), (1 − loss_a) of what was sent, in the unit of what is needed.
    mutating func addQuality(_ entry: QualityRow, _ candidate: Candidate, _ terms: CandidateTerms) {
        guard let value = network.supplies[Int(candidate.supply)].qualities[entry.property] else { return }
        let amount = network.mixedAmount(of: Int(candidate.supply), at: entry.demand)
        program.addEntry(row(entry.row), (1 - terms.loss) * (value - entry.limit) * amount)
    }

    /// The part of v_j: a virgin value that is not given is taken to meet the limit exactly, so that no dilution is credited to missing data.
    mutating func addVirginQuality(_ entry: QualityRow) {
        guard let value = network.virginQuality(network.demands[entry.demand].resource, entry.property) else { return }
        program.addEntry(row(entry.row), value - entry.limit)
    }
}

extension Network {
    /// What one unit of a supply counts in a mixture, in the unit of what is needed; 1 where the two measure different things, which nothing converts.
    func mixedAmount(of supply: Int, at demand: Int) -> Double {
        let given = Int(supplies[supply].resource.position), needed = Int(demands[demand].resource.position)
        return scenario.tables.resources[given].unit.convert(1, to: scenario.tables.resources[needed].unit) ?? 1
    }

    /// The value of a property in the virgin resource, where given.
    func virginQuality(_ resource: Reference<Resource>, _ property: Reference<Property>) -> Double? {
        for row in virginQualities[Int(resource.position)] where scenario.tables.qualities[row].property == property {
            return scenario.tables.qualities[row].value
        }
        return nil
    }
}
