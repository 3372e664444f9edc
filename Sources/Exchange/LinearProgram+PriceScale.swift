// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension LinearProgram {
    /// The size of what a column's reduced cost is the difference of: |cost| + Σ |a · dual|.
    func priceScale(of column: Int, _ duals: [Double]) -> Double {
        entries(of: ColumnIndex(column)).reduce(abs(cost[column])) { $0 + abs(values[$1] * duals[Int(rows[$1])]) }
    }
}
