// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing

@Suite("Codes of faults") struct FaultCodeTests {
    @Test("mean one thing each, over all families")
    func unique() {
        let codes =
            LibraryFault.Code.allCases.map(\.rawValue) + CriteriaFault.Code.allCases.map(\.rawValue)
            + UnmetFault.Code.allCases.map(\.rawValue) + PlaceFault.Code.allCases.map(\.rawValue)
            + ProcessFault.Code.allCases.map(\.rawValue) + ValueFault.Code.allCases.map(\.rawValue)
            + CombinationFault.Code.allCases.map(\.rawValue) + ReferenceFault.Code.allCases.map(\.rawValue)
            + WorkbookFault.Code.allCases.map(\.rawValue) + FileFault.Code.allCases.map(\.rawValue)
        let twice = Dictionary(grouping: codes) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice == [])
    }
}
