// SPDX-License-Identifier: GPL-3.0-or-later
import CGLPKGuard
import GLPKSolver
import LinearProgram
import Testing

/// What a solver must not be given, and what becomes of it when it is.
@Suite("A solver refuses") struct RefusalTests {
    private func refusal(_ build: (inout LinearProgram, RowIndex) -> Void) -> SolverFailure? {
        var program = LinearProgram()
        let row = program.addRow(upper: 1)
        build(&program, row)
        return #expect(throws: SolverFailure.self) { try GLPKSolver().solve(program, options: SolveOptions()) }
    }

    @Test("numbers that are not finite, and says where", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(_ number: Double) {
        let entry = refusal { program, row in
            _ = program.addColumn(cost: 1)
            program.addEntry(row, number)
        }
        #expect(entry == .unfit(.entryNotFinite(ColumnIndex(0), RowIndex(0))))
        let cost = refusal { program, _ in
            _ = program.addColumn(cost: 1)
            _ = program.addColumn(cost: number)
        }
        #expect(cost == .unfit(.costNotFinite(ColumnIndex(1))))
    }

    @Test(
        "bounds that are crossed, no number, or on the wrong side of everything",
        arguments: [
            (2.0, 1.0), (.nan, 1), (0, .nan), (.infinity, .infinity), (-.infinity, -.infinity),
        ])
    func bounds(_ lower: Double, _ upper: Double) {
        #expect(
            refusal { program, _ in _ = program.addColumn(cost: 1, lower: lower, upper: upper) } == .unfit(.columnBounds(ColumnIndex(0))))
        #expect(refusal { program, _ in _ = program.addRow(lower: lower, upper: upper) } == .unfit(.rowBounds(RowIndex(1))))
    }

    @Test("a row named twice by a column, and a row that is not there")
    func entries() {
        let twice = refusal { program, row in
            _ = program.addColumn(cost: 1)
            program.addEntry(row, 1)
            program.addEntry(row, 2)
        }
        #expect(twice == .unfit(.entryTwice(ColumnIndex(0), RowIndex(0))))
        let outside = refusal { program, _ in
            _ = program.addColumn(cost: 1)
            program.addEntry(RowIndex(7), 1)
        }
        #expect(outside == .unfit(.entryOutside(ColumnIndex(0))))
    }

    /// The last defence: what slips past every check must come back as a message, not end the process, and leave nothing behind.
    @Test("by its guard what would make GLPK abort, again and again on one thread")
    func abort() throws {
        let numbers = UnsafeMutablePointer<Double>.allocate(capacity: 9)
        let places = UnsafeMutablePointer<Int32>.allocate(capacity: 4)
        let states = UnsafeMutablePointer<UInt8>.allocate(capacity: 2)
        defer {
            unsafe numbers.deallocate()
            unsafe places.deallocate()
            unsafe states.deallocate()
        }
        for _ in 0..<3 {
            // One column with two entries in the same row: cost, bounds, the row's bounds, the entries; then what comes back.
            for (index, number) in ([1, 0, 1, 0, 1, 1, 1, 0, 0] as [Double]).enumerated() { unsafe numbers[index] = number }
            for (index, place) in ([0, 2, 0, 0] as [Int32]).enumerated() { unsafe places[index] = place }
            var program = unsafe symbio_program(), options = unsafe symbio_options(), result = unsafe symbio_result()
            unsafe (program.columns, program.rows, options.time_limit_ms) = (1, 1, .max)
            unsafe (program.cost, program.lower, program.upper) = (.init(numbers), .init(numbers + 1), .init(numbers + 2))
            unsafe (program.row_lower, program.row_upper, program.values) = (.init(numbers + 3), .init(numbers + 4), .init(numbers + 5))
            unsafe (program.starts, program.row_index) = (.init(places), .init(places + 2))
            unsafe (result.column_values, result.row_duals) = (numbers + 7, numbers + 8)
            unsafe (result.basis_columns, result.basis_rows) = (states, states + 1)
            unsafe symbio_solve(&program, &options, &result)
            #expect(unsafe result.failed == 1)
            #expect(unsafe result.message.0 != 0)
            #expect(GLPKSolver.memoryInUse == 0)
        }
        // The thread is as good as before.
        #expect(try GLPKSolver().solve(SolverTests.random(3), options: SolveOptions()).primal == .optimal)
    }
}
