// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// A lower bound of the objective that `duals` prove, whatever duals they are; nil where they prove none.
    ///
    /// Duals of a search that was stopped leave columns that would still pay. A column without an upper bound of its own gets one from its rows, or
    /// has the dual of a row lowered until it no longer pays, whichever row costs the bound least; what is left counts by weak duality,
    /// offset + Σ_i side_i y_i + Σ_j side_j d_j (see ``Certificate``).
    public func provedBound(_ duals: [Double]) -> Double? { feasibleDuals(duals).flatMap(bound) }

    /// Of several duals those that prove the most, made better by ``DualAscent``, with the bound that they prove; nil where none proves anything.
    public func bestProof(of choices: [[Double]]) -> (duals: [Double], bound: Double)? {
        var best: (duals: [Double], bound: Double)?
        for choice in choices {
            guard let duals = feasibleDuals(choice), let bound = bound(duals), bound > best?.bound ?? -.infinity else { continue }
            best = (duals, bound)
        }
        guard var proof = best else { return nil }
        var ascent = DualAscent(self, from: proof.duals)
        for _ in 0..<LinearProgram.mostPasses {
            ascent.visitRows()
            guard let bound = bound(ascent.duals), bound > proof.bound else { break }
            let gain = bound - proof.bound
            proof = (ascent.duals, bound)
            if gain < LinearProgram.leastGain * abs(bound) { break }
        }
        return proof
    }

    /// The ascent goes on as long as a pass makes the bound better by this share, and no longer than this many passes.
    private static let mostPasses = 8, leastGain = 4e-4

    /// Duals by which no column without an upper bound pays, as far as rows can be lowered for that; nil where these are no duals.
    private func feasibleDuals(_ duals: [Double]) -> [Double]? {
        guard duals.count == rowCount, duals.allSatisfy(\.isFinite) else { return nil }
        var y = duals
        for i in 0..<rowCount where y[i] != 0 {
            if !(y[i] > 0 ? rowLower[i] : rowUpper[i]).isFinite { y[i] = 0 }
        }
        for j in 0..<columnCount where upper[j] == .infinity {
            let reduced = reducedCost(of: j, y)
            if reduced < 0 { lowerDual(of: j, by: reduced, &y) }
        }
        return y
    }

    /// What duals prove as they are; nil where a column that pays has no bound.
    private func bound(_ y: [Double]) -> Double? {
        // Few programs have a column left that needs one.
        var implied: [Double]?
        var bound = CarefulSum()
        bound.add(offset)
        for i in 0..<rowCount where y[i] != 0 {
            let side = y[i] > 0 ? rowLower[i] : rowUpper[i]
            guard side.isFinite else { return nil }
            bound.add(side * y[i])
        }
        for j in 0..<columnCount {
            let reduced = reducedCost(of: j, y)
            guard reduced != 0 else { continue }
            var side = reduced > 0 ? lower[j] : upper[j]
            if reduced < 0, side == .infinity {
                let most = implied ?? impliedUpperBounds()
                implied = most
                side = most[j]
            }
            guard side.isFinite else { return nil }
            bound.add(side * reduced)
        }
        return bound.value
    }

    /// What the objective gains or loses by one unit of a column beyond what its rows are worth: cost − Σ a · dual.
    public func reducedCost(of column: Int, _ duals: [Double]) -> Double {
        var reduced = cost[column]
        for k in entries(of: ColumnIndex(column)) { reduced -= values[k] * duals[Int(rows[k])] }
        return reduced
    }

    /// Lowers the dual of one row of column `j` so that its reduced cost, now `reduced` < 0, is 0: of the rows that allow it the one whose side is least.
    private func lowerDual(of j: Int, by reduced: Double, _ y: inout [Double]) {
        var best = -1, least = Double.infinity, change = 0.0
        for k in entries(of: ColumnIndex(j)) {
            let row = Int(rows[k]), step = reduced / values[k], next = y[row] + step
            let before = y[row] > 0 ? rowLower[row] : rowUpper[row], after = next > 0 ? rowLower[row] : rowUpper[row]
            guard next == 0 || after.isFinite else { continue }
            let loss = (y[row] == 0 ? 0 : before * y[row]) - (next == 0 ? 0 : after * next)
            if loss < least { (best, least, change) = (row, loss, step) }
        }
        if best >= 0 { y[best] += change }
    }

    /// Upper bounds of columns that follow from single rows: a column can take no more than the row's side leaves when all others are at their least.
    private func impliedUpperBounds() -> [Double] {
        var most = upper.all
        for _ in 0..<2 {
            var least = [Double](repeating: 0, count: rowCount), open = [Int32](repeating: 0, count: rowCount)
            for j in 0..<columnCount {
                for k in entries(of: ColumnIndex(j)) {
                    let part = values[k] > 0 ? values[k] * lower[j] : values[k] * most[j]
                    if part.isFinite { least[Int(rows[k])] += part } else { open[Int(rows[k])] += 1 }
                }
            }
            for j in 0..<columnCount {
                for k in entries(of: ColumnIndex(j)) where values[k] > 0 && lower[j].isFinite {
                    let row = Int(rows[k])
                    guard open[row] == 0, rowUpper[row].isFinite else { continue }
                    most[j] = min(most[j], (rowUpper[row] - least[row]) / values[k] + lower[j])
                }
            }
        }
        return most
    }
}
