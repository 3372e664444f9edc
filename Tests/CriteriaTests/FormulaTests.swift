// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Criteria

@Suite("Formulas of criteria")
struct FormulaTests {
    @Test("The product's own sets have no fault")
    func ownSets() {
        let catalogue = CriteriaCatalogue()
        #expect(catalogue.ownFaults.isEmpty, "\(catalogue.ownFaults)")
        #expect(catalogue.sets.map(\.id) == CriteriaCatalogue.builtInIDs)
    }
}
