// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearProgram
import Testing

/// Optima of random programs, of the size of 1000, with one figure changed: no certificate may hold.
@Suite("A tampered solution fails the certificate:") struct TamperingTests {
    /// A random program, its solution, and whether the two hold together as they are.
    struct Proof {
        let program: LinearProgram, solution: Solution

        init(seed: UInt64) throws {
            program = SolverTests.random(seed)
            solution = try GLPKSolver().solve(program, options: SolveOptions())
            #expect(solution.primal == .optimal)
            #expect(holds())
        }

        func holds(_ other: LinearProgram? = nil, x: [Double]? = nil, y: [Double]? = nil) -> Bool {
            Certificate(of: other ?? program, columnValues: x ?? solution.columnValues, rowDuals: y ?? solution.rowDuals).holds
        }

        func reducedCost(of column: Int) -> Double {
            program.entries(of: ColumnIndex(column)).reduce(program.cost[column]) {
                $0 - program.values[$1] * solution.rowDuals[Int(program.rows[$1])]
            }
        }

        /// Whether the column stands at none of its bounds.
        func isBetween(_ column: Int) -> Bool {
            let value = solution.columnValues[column]
            return value > program.lower[column] + 1e-6 && value < program.upper[column] - 1e-6
        }
    }

    static let seeds = UInt64(101)...120

    @Test("a value", arguments: seeds)
    func values(seed: UInt64) throws {
        let proof = try Proof(seed: seed)
        for column in proof.solution.columnValues.indices {
            for change in [-0.5, 0.5] {
                var x = proof.solution.columnValues
                x[column] += change
                #expect(!proof.holds(x: x), "column \(column)")
            }
        }
    }

    @Test("a dual", arguments: seeds)
    func duals(seed: UInt64) throws {
        let proof = try Proof(seed: seed)
        for row in proof.solution.rowDuals.indices {
            for change in [-0.01, 0.01] {
                var y = proof.solution.rowDuals
                y[row] += change
                #expect(!proof.holds(y: y), "row \(row)")
            }
        }
    }

    @Test("a price of the objective, of what carries something", arguments: seeds)
    func objective(seed: UInt64) throws {
        let proof = try Proof(seed: seed)
        var tried = 0
        for column in 0..<proof.program.columnCount where proof.isBetween(column) {
            for change in [-0.5, 0.5] {
                var program = proof.program
                program.setCost(program.cost[column] + change, of: ColumnIndex(column))
                #expect(!proof.holds(program), "column \(column)")
                tried += 1
            }
        }
        #expect(tried > 0)
    }

    @Test("a bound of a row or a column that holds the plan", arguments: seeds)
    func bounds(seed: UInt64) throws {
        let proof = try Proof(seed: seed)
        var rows = 0, columns = 0
        for row in proof.solution.rowDuals.indices where abs(proof.solution.rowDuals[row]) > 0.01 {
            for change in [-0.5, 0.5] {
                var program = proof.program
                program.setBounds(program.rowLower[row] + change, program.rowUpper[row] + change, of: RowIndex(row))
                #expect(!proof.holds(program), "row \(row)")
                rows += 1
            }
        }
        for column in 0..<proof.program.columnCount
        where proof.solution.columnValues[column] == proof.program.upper[column] && abs(proof.reducedCost(of: column)) > 0.01 {
            for change in [-0.5, 0.5] {
                var program = proof.program
                program.setBounds(0, program.upper[column] + change, of: ColumnIndex(column))
                #expect(!proof.holds(program), "column \(column)")
                columns += 1
            }
        }
        #expect(rows > 0 && columns > 0)
    }

    @Test("while a bound that holds nothing may move", arguments: seeds)
    func looseBounds(seed: UInt64) throws {
        let proof = try Proof(seed: seed)
        for column in 0..<proof.program.columnCount where proof.isBetween(column) {
            var program = proof.program
            program.setBounds(0, program.upper[column] + 1, of: ColumnIndex(column))
            #expect(proof.holds(program), "column \(column)")
        }
    }
}
