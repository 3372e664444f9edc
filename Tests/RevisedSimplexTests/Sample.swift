// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgram

/// A small generator of numbers that are the same on every machine (SplitMix64, Steele et al. 2014).
struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Programs of the model's form: supplies and demands with slacks, exchanges with losses, processes, capacities, least amounts, mixtures.
struct Sample {
    var program = LinearProgram()

    init(seed: UInt64, supplies: Int, demands: Int, exchanges: Int, hasLeastAmounts: Bool = false) {
        var numbers = Numbers(state: seed)
        func row(_ lower: Double, _ upper: Double) -> RowIndex { program.addRow(lower: lower, upper: upper) }
        let supplyRows = (0..<supplies).map { _ in
            let amount = Double.random(in: 1...100, using: &numbers).rounded()
            return row(amount, amount)
        }
        let demandRows = (0..<demands).map { _ in
            let amount = Double.random(in: 1...100, using: &numbers).rounded()
            return row(amount, amount)
        }
        let mixtures = (0..<demands / 10).map { _ in row(-.infinity, 0) }
        let capacities = (0..<8).map { _ in row(hasLeastAmounts ? 5 : -.infinity, Double.random(in: 100...400, using: &numbers)) }
        for supply in supplyRows {
            _ = program.addColumn(cost: Double.random(in: 1...50, using: &numbers))
            program.addEntry(supply, 1)
        }
        for (index, demand) in demandRows.enumerated() {
            _ = program.addColumn(cost: Double.random(in: 50...400, using: &numbers))
            program.addEntry(demand, 1)
            if index < mixtures.count { program.addEntry(mixtures[index], Double.random(in: -1 ... -0.1, using: &numbers)) }
        }
        for _ in 0..<supplies / 20 {
            _ = program.addColumn(cost: Double.random(in: 0...20, using: &numbers), upper: Double.random(in: 10...60, using: &numbers))
            program.addEntry(supplyRows[Int.random(in: 0..<supplies, using: &numbers)], -Double.random(in: 0.2...1, using: &numbers))
            program.addEntry(demandRows[Int.random(in: 0..<demands, using: &numbers)], -Double.random(in: 0.2...1, using: &numbers))
        }
        for index in 0..<exchanges {
            let demand = Int.random(in: 0..<demands, using: &numbers)
            _ = program.addColumn(cost: Double.random(in: 0...60, using: &numbers))
            program.addEntry(supplyRows[Int.random(in: 0..<supplies, using: &numbers)], 1)
            program.addEntry(demandRows[demand], Double.random(in: 0.4...1, using: &numbers))
            if demand < mixtures.count { program.addEntry(mixtures[demand], Double.random(in: -0.5...1, using: &numbers)) }
            if index % 40 < capacities.count { program.addEntry(capacities[index % 40], 1) }
        }
    }

    /// The basis of the baseline: in each equation the column that stands in no other.
    var baseline: SimplexBasis {
        var basis = SimplexBasis(
            columns: [BasisStatus](repeating: .atLower, count: program.columnCount),
            rows: [BasisStatus](repeating: .basic, count: program.rowCount))
        for column in 0..<program.columnCount where program.upper[column] == .infinity {
            let equations = program.entries(of: ColumnIndex(column)).map { Int(program.rows[$0]) }.filter {
                program.rowLower[$0] == program.rowUpper[$0]
            }
            guard equations.count == 1, basis.rows[equations[0]] == .basic else { continue }
            basis.columns[column] = .basic
            basis.rows[equations[0]] = .fixed
        }
        return basis
    }
}
