// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgram
import Testing

@Suite("The certificate") struct CertificateTests {
    /// Minimise 2x + 3y subject to x + y = 4, x ≤ 3: x = 3, y = 1, value 9; duals 3 and −1.
    static var program: LinearProgram {
        var program = LinearProgram()
        let sum = program.addRow(lower: 4, upper: 4), most = program.addRow(upper: 3)
        _ = program.addColumn(cost: 2)
        program.addEntry(sum, 1)
        program.addEntry(most, 1)
        _ = program.addColumn(cost: 3)
        program.addEntry(sum, 1)
        return program
    }

    @Test("holds for the optimum, and its bound is the value")
    func holds() {
        let certificate = Certificate(of: CertificateTests.program, columnValues: [3, 1], rowDuals: [3, -1])
        #expect(certificate.holds)
        #expect(certificate.dualBound == 9)
        #expect(certificate.primalResidual == 0)
    }

    @Test(
        "fails for a tampered solution",
        arguments: [
            ([3.001, 1], [3, -1]), ([3, 1.001], [3, -1]), ([-0.001, 4.001], [3, -1]), ([3.1, 0.9], [3, -1]), ([2, 2], [3, -1]),
            ([3, 1], [3.01, -1]), ([3, 1], [3, -1.01]), ([3, 1], [3, 1]), ([3, 1], [2, -1]), ([3, .nan], [3, -1]),
            ([3, 1], [3, .nan]), ([3, 1], [.nan, -1]), ([3, 1], [3, -.infinity]), ([3, 1], [3]), ([3, 1], [3, -1, 0]), ([3], [3, -1]),
            ([.infinity, 1], [3, -1]), ([], [3, -1]), ([3, 1, 0], [3, -1]), ([1, 3], [3, -1]), ([0, 4], [3, -1]), ([3, 1], [0, 0]),
        ] as [([Double], [Double])])
    func tampered(_ x: [Double], _ y: [Double]) {
        #expect(!Certificate(of: CertificateTests.program, columnValues: x, rowDuals: y).holds)
    }

    /// A figure of the program: of which list, and where in it.
    enum Figure: Hashable { case cost(Int), rowLower(Int), rowUpper(Int), entry(Int) }

    @Test(
        "of one program is none of another",
        arguments: [.cost(0), .cost(1), .rowLower(0), .rowUpper(1), .entry(0), .entry(1), .entry(2)] as [Figure],
        [-0.01, 0.01])
    func otherProgram(_ figure: Figure, _ change: Double) {
        let original = CertificateTests.program
        func by(_ other: Figure) -> Double { other == figure ? change : 0 }
        var program = LinearProgram()
        for i in 0..<2 {
            _ = program.addRow(lower: original.rowLower[i] + by(.rowLower(i)), upper: original.rowUpper[i] + by(.rowUpper(i)))
        }
        for j in 0..<2 {
            _ = program.addColumn(cost: original.cost[j] + by(.cost(j)))
            for k in original.entries(of: ColumnIndex(j)) {
                program.addEntry(RowIndex(Int(original.rows[k])), original.values[k] + by(.entry(k)))
            }
        }
        #expect(!Certificate(of: program, columnValues: [3, 1], rowDuals: [3, -1]).holds)
    }

    @Test("fails for a point outside a column's bounds, and for one that is not the best between them")
    func bounds() {
        // Minimise −x for 1 ≤ x ≤ 5 without a row: the upper bound alone proves 5.
        var program = LinearProgram()
        let column = program.addColumn(cost: -1, lower: 1, upper: 5)
        #expect(Certificate(of: program, columnValues: [5], rowDuals: []).holds)
        for x in [5.001, 4.999, 0.999, 1] { #expect(!Certificate(of: program, columnValues: [x], rowDuals: []).holds) }
        for upper in [4.999, 5.001] {
            program.setBounds(1, upper, of: column)
            #expect(!Certificate(of: program, columnValues: [5], rowDuals: []).holds)
        }
    }

    @Test("asks as much of an objective in millionths", arguments: [1e-9, 1e-3, 1, 1e9])
    func scale(_ factor: Double) {
        var program = CertificateTests.program
        program.setCost(2 * factor, of: ColumnIndex(0))
        program.setCost(3 * factor, of: ColumnIndex(1))
        #expect(Certificate(of: program, columnValues: [3, 1], rowDuals: [3 * factor, -factor]).holds)
        #expect(!Certificate(of: program, columnValues: [2, 2], rowDuals: [3 * factor, -factor]).holds)
        #expect(!Certificate(of: program, columnValues: [3, 1], rowDuals: [2.9 * factor, -factor]).holds)
    }

    @Test("does not let a dual stand on a side without a bound")
    func missingSide() {
        // x + y ≥ 1 with a dual of the wrong sign, beside a cost so large that the dual is small to it.
        var program = LinearProgram()
        let row = program.addRow(lower: 1)
        for cost in [500, 1e9] {
            _ = program.addColumn(cost: cost, upper: 10)
            program.addEntry(row, 1)
        }
        #expect(Certificate(of: program, columnValues: [1, 0], rowDuals: [500]).holds)
        #expect(!Certificate(of: program, columnValues: [1, 0], rowDuals: [-500]).holds)
        #expect(Certificate(of: program, columnValues: [1, 0], rowDuals: [-500]).dualBound == 0)
    }

    @Test("asks whole numbers of integers, and says nothing of duals there")
    func integers() {
        var program = LinearProgram()
        _ = program.addColumn(cost: 1, upper: 3, isInteger: true)
        #expect(Certificate(of: program, columnValues: [2], rowDuals: []).holds)
        #expect(!Certificate(of: program, columnValues: [1.5], rowDuals: []).holds)
        #expect(Certificate(of: program, columnValues: [2], rowDuals: []).dualBound == nil)
    }

    @Test("keeps the digits of sums that nearly cancel")
    func carefulSums() {
        var program = LinearProgram()
        let row = program.addRow(lower: 1, upper: 1)
        for value in [1e16, 1, -1e16] {
            _ = program.addColumn(cost: 0)
            program.addEntry(row, value)
        }
        #expect(Certificate(of: program, columnValues: [1, 1, 1], rowDuals: []).primalResidual == 0)
    }
}
