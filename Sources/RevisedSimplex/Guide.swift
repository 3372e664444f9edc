// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// What a cold start goes by: duals near the best ones, and the columns that a good plan would use at these.
struct Guide {
    /// Duals of the program in its own units.
    let duals: [Double]
    /// The columns to be built, and in which regard each is held.
    private(set) var columns: [Int32] = [], merits: [Float] = []

    /// Columns in less regard than this are not built before they pay.
    static let leastMerit: Float = -3.4

    /// How often all rows are swept: more often in larger programs, whose steps grow in number and in price.
    private static func sweeps(_ rows: Int) -> Int { min(18 + rows / 8_000 + (rows / 66_000) * (rows / 66_000), 150) }

    /// Nil where the start knows a plan already, or where nothing pays.
    init?(_ program: LinearProgram, _ basis: SimplexBasis) {
        guard Guide.isCold(program, basis), var sweeps = RowSweeps(program) else { return nil }
        sweeps.sweep(Guide.sweeps(program.rowCount))
        duals = sweeps.duals
        for column in 0..<program.columnCount {
            let merit = sweeps.merit(column)
            // What is not built rests at zero.
            let mayRest = basis.columns[column] == .atLower && program.lower[column] == 0
            guard merit > Guide.leastMerit || !mayRest else { continue }
            columns.append(Int32(truncatingIfNeeded: column))
            merits.append(merit)
        }
    }

    /// Whether at least half of the rows stand alone: nothing that is basic joins them to others.
    private static func isCold(_ program: LinearProgram, _ basis: SimplexBasis) -> Bool {
        var isJoined = [Bool](repeating: false, count: program.rowCount)
        for column in 0..<program.columnCount where basis.columns[column] == .basic {
            let entries = program.entries(of: ColumnIndex(column))
            guard entries.count > 1 else { continue }
            for place in entries { isJoined[Int(program.rows[place])] = true }
        }
        return 2 * isJoined.count { !$0 } > program.rowCount
    }
}
