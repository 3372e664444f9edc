// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import LinearProgram

@Suite("Bounds that are mostly the usual ones") struct MostlyUsualTests {
    @Test("read back as they were put, and take room up to the last unusual one")
    func appending() {
        var bounds = MostlyUsual(Double.infinity)
        for value in [.infinity, 3, .infinity, .infinity] { bounds.append(value) }
        #expect(bounds.all == [.infinity, 3, .infinity, .infinity])
        #expect(bounds.count == 4 && bounds.first.count == 2 && bounds.isUnusual)
    }

    @Test("can be changed anywhere")
    func changing() {
        var bounds = MostlyUsual(0.0)
        for _ in 0..<5 { bounds.append(0) }
        #expect(!bounds.isUnusual && bounds.first.isEmpty)
        bounds[3] = 0
        #expect(bounds.first.isEmpty)
        bounds[3] = 7
        #expect(bounds.all == [0, 0, 0, 7, 0])
        bounds[3] = 0
        #expect(bounds.all == [0, 0, 0, 0, 0] && !bounds.isUnusual)
    }
}
