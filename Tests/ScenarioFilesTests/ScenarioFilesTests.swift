// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import ScenarioFiles
import Testing
import Texts

@Test("Published cases and generated scenarios are read")
func smoke() throws {
    for path in ProcessInfo.processInfo.environment["SMOKE"]?.split(separator: ":").map(String.init) ?? [] {
        let reading = readScenario(at: path)
        for fault in reading.faults.prefix(20) { print(path, fault.message(in: .english), fault.message(in: .vietnamese)) }
        print(path, reading.faults.count, reading.scenario.map { $0.tables.needs.count } as Any)
    }
}
