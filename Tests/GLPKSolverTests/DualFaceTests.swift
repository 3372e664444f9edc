// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearProgram
import Testing

/// What one more unit changes, where several bounds are tight at once.
@Suite("Prices of one more unit:") struct DualFaceTests {
    /// Supplies and demands that exchange by every pair; what is left is disposed of, what is missing bought.
    struct Network {
        var supplies: [Double], demands: [Double]
        /// Per pair, supply by supply.
        var costs: [Double]
        var disposal: [Double], purchase: [Double?]
        /// The most that all pairs of a supply's number and a demand's number, both even, may move together.
        var capacity = Double.infinity

        var program: LinearProgram {
            var program = LinearProgram()
            let given = supplies.map { program.addRow(lower: $0, upper: $0) }, needed = demands.map { program.addRow(lower: $0, upper: $0) }
            let limit = program.addRow(upper: capacity)
            for (row, cost) in zip(given, disposal) {
                _ = program.addColumn(cost: cost)
                program.addEntry(row, 1)
            }
            for (row, price) in zip(needed, purchase) {
                guard let price else { continue }
                _ = program.addColumn(cost: price)
                program.addEntry(row, 1)
            }
            for supply in supplies.indices {
                for demand in demands.indices {
                    _ = program.addColumn(cost: costs[supply * demands.count + demand])
                    program.addEntry(given[supply], 1)
                    program.addEntry(needed[demand], 0.5)
                    if supply.isMultiple(of: 2), demand.isMultiple(of: 2) { program.addEntry(limit, 1) }
                }
            }
            return program
        }

        /// The value with one more unit of a row's bound.
        func value(adding amount: Double, to row: Int) throws -> Double? {
            var program = program
            program.setBounds(program.rowLower[row] + amount, program.rowUpper[row] + amount, of: RowIndex(row))
            let solution = try GLPKSolver().solve(program, options: SolveOptions())
            return solution.primal == .optimal ? solution.objective : nil
        }
    }

    private func largest(_ network: Network) throws -> [Double] {
        let program = network.program, solution = try GLPKSolver().solve(program, options: SolveOptions())
        #expect(solution.primal == .optimal)
        let face = DualFace(of: program, points: [solution.columnValues], duals: solution.rowDuals)
        let sums = (0..<program.rowCount).map { DualSum([DualSum.Term(row: $0, weight: 1)]) }
        return try face.largest(sums, solver: GLPKSolver(), options: SolveOptions())
    }

    @Test("where a supply is just what a need takes, one more of either is disposed of or bought")
    func balanced() throws {
        let network = Network(supplies: [100], demands: [50], costs: [5], disposal: [50], purchase: [80])
        let prices = try largest(network)
        #expect(abs(prices[0] - 50) < 1e-9)
        #expect(abs(prices[1] - 80) < 1e-9)
        #expect(prices[2] == 0)
    }

    @Test("one more of a need that takes all there is and cannot be bought leaves no plan")
    func impossible() throws {
        let network = Network(supplies: [100], demands: [50], costs: [5], disposal: [50], purchase: [nil])
        let prices = try largest(network)
        #expect(abs(prices[0] - 50) < 1e-9)
        #expect(prices[1] == .infinity)
    }

    @Test("a capacity that is tight just as the need is served is worth nothing more")
    func capacity() throws {
        let network = Network(supplies: [100], demands: [25], costs: [5], disposal: [50], purchase: [80], capacity: 50)
        #expect(try largest(network)[2] == 0)
    }

    @Test("on random networks of whole numbers it is what solving again with a little more shows", arguments: 1...40)
    func solvedAgain(seed: Int) throws {
        // A small generator of its own: the same numbers on every machine.
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func number(_ count: UInt64) -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double((state >> 33) % count)
        }
        let (givers, takers) = (3 + seed % 3, 2 + seed % 4)
        let network = Network(
            supplies: (0..<givers).map { _ in 2 * number(6) }, demands: (0..<takers).map { _ in number(6) },
            costs: (0..<givers * takers).map { _ in number(8) }, disposal: (0..<givers).map { _ in number(8) },
            purchase: (0..<takers).map { _ in number(5) == 0 ? nil : 5 + number(12) }, capacity: 2 * number(8))
        let program = network.program, solution = try GLPKSolver().solve(program, options: SolveOptions())
        guard solution.primal == .optimal else { return }
        let prices = try largest(network), step = 1e-3
        for row in 0..<program.rowCount {
            let value = try network.value(adding: step, to: row)
            guard let value else {
                #expect(prices[row] == .infinity, "row \(row)")
                continue
            }
            #expect(abs((value - solution.objective) / step - prices[row]) < 1e-6, "row \(row)")
        }
    }
}
