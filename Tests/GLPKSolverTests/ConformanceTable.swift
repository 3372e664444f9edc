// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgram
import Testing

/// A small program with what any solver must find.
struct ConformanceCase: CustomTestStringConvertible {
    let name: String
    let program: LinearProgram
    let status: PrimalStatus
    let optimum: Double?

    var testDescription: String { name }

    /// Builds a program from dense rows: (coefficients, lower, upper), costs, bounds.
    init(
        _ name: String, cost: [Double], rows: [([Double], Double, Double)], lower: [Double]? = nil, upper: [Double]? = nil,
        integers: Set<Int> = [], offset: Double = 0, status: PrimalStatus = .optimal, optimum: Double? = nil
    ) {
        var program = LinearProgram()
        program.offset = offset
        let indices = rows.map { program.addRow(lower: $0.1, upper: $0.2) }
        for j in cost.indices {
            _ = program.addColumn(cost: cost[j], lower: lower?[j] ?? 0, upper: upper?[j] ?? .infinity, isInteger: integers.contains(j))
            for (i, row) in rows.enumerated() { program.addEntry(indices[i], row.0[j]) }
        }
        (self.name, self.program, self.status, self.optimum) = (name, program, status, optimum)
    }

    static let infinity = Double.infinity

    /// The table. Optima were worked out by hand or stand in the source named.
    static let all: [ConformanceCase] = [
        .init("no rows", cost: [1, -1], rows: [], lower: [2, 0], upper: [5, 3], optimum: -1),
        .init("no columns", cost: [], rows: [([], 0, 0)], optimum: 0),
        .init("nothing at all", cost: [], rows: [], offset: 7, optimum: 7),
        .init("one equation", cost: [2, 3], rows: [([1, 1], 4, 4)], optimum: 8),
        .init("offset", cost: [1], rows: [([1], 3, infinity)], offset: 10, optimum: 13),
        .init("range", cost: [-1, -1], rows: [([1, 2], 1, 4)], optimum: -4),
        .init("free column", cost: [1, 1], rows: [([1, -1], 2, 2)], lower: [-infinity, -3], optimum: -4),
        .init("negative upper bound", cost: [-1], rows: [([1], -10, infinity)], lower: [-infinity], upper: [-2], optimum: 2),
        .init("fixed column", cost: [1, 1], rows: [([1, 1], 5, infinity)], lower: [2, 0], upper: [2, infinity], optimum: 5),
        .init("redundant rows", cost: [1, 2], rows: [([1, 1], 3, 3), ([2, 2], 6, 6), ([1, 1], -infinity, 9)], optimum: 3),
        .init("infeasible rows", cost: [1], rows: [([1], 2, infinity), ([1], -infinity, 1)], status: .infeasible),
        .init("infeasible equations", cost: [1, 1], rows: [([1, 1], 1, 1), ([1, 1], 2, 2)], status: .infeasible),
        .init("unbounded", cost: [-1, 0], rows: [([1, -1], -infinity, 1)], status: .unbounded),
        .init(
            "Wyndor glass (Hillier and Lieberman)", cost: [-3, -5],
            rows: [([1, 0], -infinity, 4), ([0, 2], -infinity, 12), ([3, 2], -infinity, 18)], optimum: -36),
        .init(
            "Beale 1955, which cycles by the textbook rule", cost: [-0.75, 150, -0.02, 6],
            rows: [([0.25, -60, -0.04, 9], -infinity, 0), ([0.5, -90, -0.02, 3], -infinity, 0), ([0, 0, 1, 0], -infinity, 1)], optimum: -0.05),
        .init(
            "Klee and Minty in three dimensions", cost: [-100, -10, -1],
            rows: [([1, 0, 0], -infinity, 1), ([20, 1, 0], -infinity, 100), ([200, 20, 1], -infinity, 10000)], optimum: -10000),
        .init("scales from 1e-6 to 1e9", cost: [1e9, 1e-6], rows: [([1e-3, 1e3], 1e3, infinity), ([1, 0], 1e-3, infinity)], optimum: 1e6 + 0.999999999e-6),
        .init("costs in đồng", cost: [1.2e9, 3.4e9], rows: [([1, 1], 10, 10), ([1, 0], -infinity, 4)], optimum: 4 * 1.2e9 + 6 * 3.4e9),
        .init("costs of a millionth", cost: [1e-9, 3e-9], rows: [([1, 1], 10, 10), ([1, 0], -infinity, 4)], optimum: 22e-9),
        .init("degenerate transport", cost: [1, 2, 2, 1], rows: [([1, 1, 0, 0], 5, 5), ([0, 0, 1, 1], 5, 5), ([1, 0, 1, 0], 5, 5), ([0, 1, 0, 1], 5, 5)], optimum: 10),
        .init("knapsack with integers", cost: [-5, -4, -3], rows: [([2, 3, 1], -infinity, 5), ([4, 1, 2], -infinity, 11), ([3, 4, 2], -infinity, 8)], integers: [0, 1, 2], optimum: -13),
        .init("integers that round badly", cost: [-1, -1], rows: [([-2, 2], -infinity, 1), ([2, 2], -infinity, 7)], integers: [0, 1], optimum: -3),
        .init("no integer between", cost: [1], rows: [([1], 0.2, 0.8)], integers: [0], status: .infeasible),
    ]
}
