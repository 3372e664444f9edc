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
        ] as [([Double], [Double])])
    func tampered(_ x: [Double], _ y: [Double]) {
        #expect(!Certificate(of: CertificateTests.program, columnValues: x, rowDuals: y).holds)
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
