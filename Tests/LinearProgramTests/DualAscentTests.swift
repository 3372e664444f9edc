// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgram
import Testing

@Suite("The bound that duals prove")
struct DualAscentTests {
    /// One large need at 100 a unit, two supplies of 10 and 20 that cost 1 and 2 a unit to use; supplies have no use otherwise.
    private static func largeNeed() -> LinearProgram {
        var program = LinearProgram()
        let need = program.addRow(lower: 50, upper: 50), first = program.addRow(upper: 10), second = program.addRow(upper: 20)
        _ = program.addColumn(cost: 100)
        program.addEntry(need, 1)
        for (supply, cost) in [(first, 1.0), (second, 2.0)] {
            _ = program.addColumn(cost: cost)
            program.addEntry(need, 1)
            program.addEntry(supply, 1)
        }
        return program
    }

    @Test("rises as far as the need's price, when the supplies that hold it back are worth less together")
    func star() throws {
        let program = DualAscentTests.largeNeed()
        // 20 · 100 bought, 10 · 1 and 20 · 2 used.
        let optimum = 20.0 * 100 + 10 + 40
        // All duals zero prove nothing but that costs are no less than zero.
        #expect(program.provedBound([0, 0, 0]) == 0)
        let (duals, bound) = try #require(program.bestProof(of: [[0, 0, 0]]))
        #expect(abs(bound - optimum) < 1e-9 * optimum)
        #expect(program.provedBound(duals) == bound)
    }

    @Test("does not rise where the supplies are worth more than the need: there a use is no gain")
    func noGain() throws {
        var program = DualAscentTests.largeNeed()
        program.setBounds(5, 5, of: RowIndex(0))
        // All of the need from the first supply.
        let bound = try #require(program.bestProof(of: [[0, 0, 0]])).bound
        #expect(abs(bound - 5) < 1e-9)
    }

    @Test("counts a column with an upper bound by that bound, and stays below the optimum")
    func capped() throws {
        var program = LinearProgram()
        let need = program.addRow(lower: 10, upper: 10)
        _ = program.addColumn(cost: 7)
        program.addEntry(need, 1)
        _ = program.addColumn(cost: 1, upper: 4)
        program.addEntry(need, 1)
        let bound = try #require(program.bestProof(of: [[0]])).bound
        #expect(abs(bound - (4 + 6 * 7)) < 1e-9)
    }

    @Test("is nothing where a dual is no number or one is missing")
    func unfit() {
        #expect(DualAscentTests.largeNeed().provedBound([0, .nan, 0]) == nil)
        #expect(DualAscentTests.largeNeed().provedBound([0, 0]) == nil)
        #expect(DualAscentTests.largeNeed().bestProof(of: [[0, 0]]) == nil)
    }
}
