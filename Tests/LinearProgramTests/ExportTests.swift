// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgram
import Testing

@Suite("An exported program") struct ExportTests {
    static var program: LinearProgram {
        var program = CertificateTests.program
        program.offset = 0.1
        let range = program.addRow(lower: -2, upper: 5)
        _ = program.addColumn(cost: -1, lower: -.infinity, upper: 7)
        program.addEntry(range, 0.3)
        _ = program.addColumn(cost: 0, lower: 0, upper: 1, isInteger: true)
        return program
    }

    @Test("has this text as CPLEX-LP")
    func cplex() {
        let expected = """
            \\ Written by Symbio.
            Minimize
             cost:
             + 2 c0000001
             + 3 c0000002
             - 1 c0000003
             + 0.1 offset
            Subject To
             r0000001:
             + 1 c0000001
             + 1 c0000002 = 4
             r0000002:
             + 1 c0000001 <= 3
             r0000003:
             + 0.3 c0000003 >= -2
             r0000003u:
             + 0.3 c0000003 <= 5
            Bounds
             -inf <= c0000003 <= 7
             0 <= c0000004 <= 1
             offset = 1
            General
             c0000004
            End

            """
        #expect(String(decoding: ExportTests.program.lp(), as: UTF8.self) == expected)
    }

    @Test("has this text as MPS")
    func mps() {
        let expected = """
            NAME symbio
            ROWS
             N cost
             E r0000001
             L r0000002
             L r0000003
            COLUMNS
             c0000001 cost 2
             c0000001 r0000001 1
             c0000001 r0000002 1
             c0000002 cost 3
             c0000002 r0000001 1
             c0000003 cost -1
             c0000003 r0000003 0.3
             MARKER 'MARKER' 'INTORG'
             c0000004 cost 0
             MARKER 'MARKER' 'INTEND'
             offset cost 0.1
            RHS
             rhs r0000001 4
             rhs r0000002 3
             rhs r0000003 5
            RANGES
             range r0000003 7
            BOUNDS
             MI bound c0000003
             UP bound c0000003 7
             UP bound c0000004 1
             FX bound offset 1
            ENDATA

            """
        #expect(String(decoding: ExportTests.program.mps(), as: UTF8.self) == expected)
    }

    @Test("has a names table that keeps commas and quotes")
    func names() {
        let table = ExportTests.program.namesTable(column: { _ in "a, \"b\"" }, row: { "row \($0.position)" })
        let lines = String(decoding: table, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 1 + 4 + 3)
        #expect(lines[1] == "c0000001,\"a, \"\"b\"\"\"")
        #expect(lines[5] == "r0000001,\"row 0\"")
    }
}
