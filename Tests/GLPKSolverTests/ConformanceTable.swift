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
    static let all: [ConformanceCase] =
        [
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
                rows: [([0.25, -60, -0.04, 9], -infinity, 0), ([0.5, -90, -0.02, 3], -infinity, 0), ([0, 0, 1, 0], -infinity, 1)],
                optimum: -0.05),
            .init(
                "Klee and Minty in three dimensions", cost: [-100, -10, -1],
                rows: [([1, 0, 0], -infinity, 1), ([20, 1, 0], -infinity, 100), ([200, 20, 1], -infinity, 10000)], optimum: -10000),
            .init(
                "scales from 1e-6 to 1e9", cost: [1e9, 1e-6], rows: [([1e-3, 1e3], 1e3, infinity), ([1, 0], 1e-3, infinity)],
                optimum: 1e6 + 0.999999999e-6),
            .init(
                "costs in đồng", cost: [1.2e9, 3.4e9], rows: [([1, 1], 10, 10), ([1, 0], -infinity, 4)], optimum: 4 * 1.2e9 + 6 * 3.4e9),
            .init("costs of a millionth", cost: [1e-9, 3e-9], rows: [([1, 1], 10, 10), ([1, 0], -infinity, 4)], optimum: 22e-9),
            .init(
                "degenerate transport", cost: [1, 2, 2, 1],
                rows: [([1, 1, 0, 0], 5, 5), ([0, 0, 1, 1], 5, 5), ([1, 0, 1, 0], 5, 5), ([0, 1, 0, 1], 5, 5)], optimum: 10),
            .init(
                "knapsack with integers", cost: [-5, -4, -3],
                rows: [([2, 3, 1], -infinity, 5), ([4, 1, 2], -infinity, 11), ([3, 4, 2], -infinity, 8)], integers: [0, 1, 2], optimum: -13),
            .init(
                "integers that round badly", cost: [-1, -1], rows: [([-2, 2], -infinity, 1), ([2, 2], -infinity, 7)], integers: [0, 1],
                optimum: -3),
            .init("no integer between", cost: [1], rows: [([1], 0.2, 0.8)], integers: [0], status: .infeasible),
        ] + boundsAndRows + cycling + scales + integerCases

    /// Odd bounds, empty rows and columns, programs without a plan.
    private static let boundsAndRows: [ConformanceCase] = [
        .init("no objective", cost: [0, 0], rows: [([1, 1], 1, 2)], optimum: 0),
        .init("negative offset", cost: [1], rows: [([1], 3, infinity)], offset: -10, optimum: -7),
        .init(
            "a column in no row, at its lower bound", cost: [1, 5], rows: [([1, 0], 1, 1)], lower: [0, -2], upper: [9, 9], optimum: -9),
        .init("a column in no row, at its upper bound", cost: [1, -5], rows: [([1, 0], 1, 1)], upper: [9, 9], optimum: -44),
        .init("a row without entries that holds", cost: [1], rows: [([0], -1, 1), ([1], 2, infinity)], optimum: 2),
        .init("a row without entries that cannot hold", cost: [1], rows: [([0], 1, infinity)], status: .infeasible),
        .init("a row without bounds", cost: [-1], rows: [([1], -infinity, infinity), ([1], -infinity, 6)], optimum: -6),
        .init("every column fixed", cost: [2, 3], rows: [([1, 1], 5, 5)], lower: [2, 3], upper: [2, 3], optimum: 13),
        .init("fixed columns against a row", cost: [2, 3], rows: [([1, 1], 6, 6)], lower: [2, 3], upper: [2, 3], status: .infeasible),
        .init("a bound against a row", cost: [0], rows: [([1], 2, infinity)], upper: [1], status: .infeasible),
        .init(
            "negative bounds on both sides", cost: [1, 1], rows: [([1, 1], -9, infinity)], lower: [-5, -8], upper: [-1, -2], optimum: -9),
        .init("a range that binds from below", cost: [1, 1], rows: [([1, 2], 3, 8)], optimum: 1.5),
        .init("a range that is a point", cost: [1, 3], rows: [([1, 1], 4, 4), ([1, 0], -infinity, 1)], optimum: 10),
        .init(
            "the same row three times", cost: [1, 2], rows: [([1, 1], 3, infinity), ([1, 1], 3, infinity), ([1, 1], 3, infinity)],
            optimum: 3),
        .init("two free columns", cost: [1, -1], rows: [([1, 1], 0, 0), ([1, -1], -4, 4)], lower: [-infinity, -infinity], optimum: -4),
        .init(
            "bounds alone decide", cost: [1, -1, 1, -1], rows: [([1, 1, 1, 1], -infinity, 100)], lower: [1, 1, -2, -2],
            upper: [3, 3, 4, 4], optimum: -8),
        .init("unbounded without rows", cost: [-1], rows: [], status: .unbounded),
        .init("unbounded downwards", cost: [1], rows: [([1], -infinity, 5)], lower: [-infinity], status: .unbounded),
        .init(
            "unbounded along a ray of equations", cost: [-1, 0, 0], rows: [([1, -1, 0], 0, 0), ([0, 1, -1], 0, 0)], status: .unbounded),
        .init("neither primal nor dual", cost: [-1, -1], rows: [([1, -1], 1, 1), ([1, -1], 2, 2)], status: .infeasible),
    ]

    /// Programs on which simplex codes have cycled or stalled.
    private static let cycling: [ConformanceCase] = [
        .init(
            "Marshall and Suurballe 1969, which cycles", cost: [-10, 57, 9, 24],
            rows: [([0.5, -5.5, -2.5, 9], -infinity, 0), ([0.5, -1.5, -0.5, 1], -infinity, 0), ([1, 0, 0, 0], -infinity, 1)], optimum: -1),
        .init(
            "Kuhn's, which cycles (Balinski and Tucker 1969)", cost: [-2, -3, 1, 12],
            rows: [([-2, -9, 1, 9], -infinity, 0), ([1.0 / 3, 1, -1.0 / 3, -2], -infinity, 0), ([2, 3, -1, -12], -infinity, 2)], optimum: -2
        ),
        .init(
            "an assignment of three, every basis degenerate", cost: [4, 2, 8, 4, 3, 7, 3, 1, 6],
            rows: [
                ([1, 1, 1, 0, 0, 0, 0, 0, 0], 1, 1), ([0, 0, 0, 1, 1, 1, 0, 0, 0], 1, 1), ([0, 0, 0, 0, 0, 0, 1, 1, 1], 1, 1),
                ([1, 0, 0, 1, 0, 0, 1, 0, 0], 1, 1), ([0, 1, 0, 0, 1, 0, 0, 1, 0], 1, 1), ([0, 0, 1, 0, 0, 1, 0, 0, 1], 1, 1),
            ], optimum: 12),
        .init("nothing to give and nothing to take", cost: [1, 1, 1], rows: [([1, 1, 0], 0, 0), ([0, 1, 1], 0, 0)], optimum: 0),
        .init("equal costs everywhere", cost: [7, 7, 7, 7], rows: [([1, 1, 0, 0], 5, 5), ([0, 0, 1, 1], 6, 6)], optimum: 77),
    ]

    /// Large and small figures side by side.
    private static let scales: [ConformanceCase] = [
        .init("quantities of 1e10", cost: [3, 5], rows: [([1, 1], 1e10, infinity), ([1, 0], -infinity, 4e9)], optimum: 4.2e10),
        .init("quantities of 1e-5", cost: [3, 5], rows: [([1, 1], 1e-5, infinity), ([1, 0], -infinity, 4e-6)], optimum: 4.2e-5),
        .init("coefficients of 1e9", cost: [1, 2], rows: [([1e9, 1e9], 5e9, infinity), ([1e9, 0], -infinity, 2e9)], optimum: 8),
        .init("coefficients of 1e-6", cost: [1, 2], rows: [([1e-6, 1e-6], 5e-6, infinity), ([1e-6, 0], -infinity, 2e-6)], optimum: 8),
        .init("kilogrammes beside kilotonnes", cost: [0.05, 5e4], rows: [([1e-6, 1], 3, 3), ([1, 0], -infinity, 2e6)], optimum: 1.5e5),
        .init(
            "costs of 1e9 beside costs of 1", cost: [1e9, 1], rows: [([1, 1], 10, infinity), ([0, 1], -infinity, 9)], optimum: 1e9 + 9),
    ]

    /// Whole numbers, for the models that choose what to build.
    private static let integerCases: [ConformanceCase] = [
        .init(
            "a fixed charge that pays", cost: [10, 1, 8], rows: [([-5, 1, 0], -infinity, 0), ([0, 1, 1], 5, 5)],
            upper: [1, infinity, infinity], integers: [0], optimum: 15),
        .init(
            "a fixed charge that does not", cost: [40, 1, 8], rows: [([-5, 1, 0], -infinity, 0), ([0, 1, 1], 5, 5)],
            upper: [1, infinity, infinity], integers: [0], optimum: 40),
        .init(
            "no whole number solves the equation", cost: [1, 1], rows: [([2, 2], 1, 1)], upper: [9, 9], integers: [0, 1],
            status: .infeasible),
        .init(
            "a fixed whole number", cost: [1, 1], rows: [([1, 1], 4.5, infinity)], lower: [3, 0], upper: [3, 9], integers: [0], optimum: 4.5
        ),
        .init("a whole number below zero", cost: [1], rows: [([1], -2.5, infinity)], lower: [-9], upper: [9], integers: [0], optimum: -2),
        .init("whole numbers without a plan at all", cost: [1], rows: [([1], 5, infinity)], upper: [4], integers: [0], status: .infeasible),
    ]
}
