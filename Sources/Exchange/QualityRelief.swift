// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Scenario

/// Which rows of qualities have anything on either side: what misses a limit can be taken in only where something else makes up for it.
struct QualityRelief {
    private let explanation: Explanation
    private var isBelow: [Bool], isAbove: [Bool]

    init(_ explanation: Explanation) {
        self.explanation = explanation
        let held = explanation.solved.held
        isBelow = [Bool](repeating: false, count: held.rowCount)
        isAbove = isBelow
        guard !explanation.formulation.qualityRows.isEmpty else { return }
        for column in 0..<held.columnCount where held.upper[column] > 0 {
            for k in held.entries(of: ColumnIndex(column)) {
                if held.values[k] < 0 { isBelow[Int(held.rows[k])] = true }
                if held.values[k] > 0 { isAbove[Int(held.rows[k])] = true }
            }
        }
    }

    /// The quality limit that any of a candidate breaks, whatever else arrives; nil where there is none.
    func blocking(_ index: Int) -> CostTerm.Kind? {
        let held = explanation.solved.held
        for k in held.entries(of: ColumnIndex(explanation.column(index))) {
            let row = Int(held.rows[k]), value = held.values[k]
            guard let kind = explanation.rowKinds[row], case .quality(_, let isMaximum) = kind else { continue }
            if isMaximum ? value > 0 && !isBelow[row] : value < 0 && !isAbove[row] { return kind }
        }
        return nil
    }
}
