// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// Shares of secondary material.
extension Formulation {
    /// Share of secondary: Σ_{a to j} e_a x_a ≤ max_secondary_share_j · quantity_j. A share of 1 follows from the demand and needs no row.
    mutating func addShareRows() {
        shareRows = network.demands.map { demand in
            guard demand.maximumShare < 1, !demand.isOfProcess else { return -1 }
            return program.addRow(upper: demand.maximumShare * demand.quantity).position
        }
    }

    /// Share of a substitution s: Σ_{a to j by s} e_a x_a ≤ max_share_s · quantity_j; at a process ≤ max_share_s · per_activity · y_p.
    mutating func addSubstitutionRows() {
        let shares = network.scenario.tables.substitutions.map(\.maximumShare)
        for candidate in candidates {
            guard let substitution = candidate.substitution else { continue }
            let demand = Int(candidate.demand), share = shares[Int(substitution.position)]
            guard share < 1, !substitutionRowsOfDemand[demand].contains(where: { substitutionRows[$0].substitution == substitution })
            else { continue }
            let most = network.demands[demand].isOfProcess ? 0 : share * network.demands[demand].quantity
            substitutionRowsOfDemand[demand].append(substitutionRows.count)
            substitutionRows.append(SubstitutionRow(row: program.addRow(upper: most).position, demand: demand, substitution: substitution))
        }
    }

    /// The part of y_p in the row of a substitution at a process's input.
    mutating func addActivityShare(_ entry: SubstitutionRow, _ demand: Demand) {
        let share = network.scenario.tables.substitutions[entry.substitution].maximumShare
        program.addEntry(row(entry.row), -share * demand.quantity)
    }

    /// The part of x_a in the row of its substitution.
    mutating func addSubstitutionShare(_ candidate: Candidate, _ terms: CandidateTerms) {
        let demand = Int(candidate.demand)
        // To hold a list, and to let go of it, costs more than to look into it where it stands.
        for place in substitutionRowsOfDemand[demand].indices {
            let index = substitutionRowsOfDemand[demand][place]
            if substitutionRows[index].substitution == candidate.substitution {
                program.addEntry(row(substitutionRows[index].row), terms.delivered)
            }
        }
    }
}
