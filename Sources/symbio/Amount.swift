// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Texts

/// An amount of an option. `50.000`, which is 50 to the program and 50,000 to a Vietnamese reader, is refused, and the message has both.
struct Amount: ExpressibleByArgument {
    let value: Double

    init(_ value: Double) { self.value = value }

    init?(argument: String) {
        guard !NumberSpelling.hasTwoReadings(argument), let value = Double(argument) else { return nil }
        self.value = value
    }

    var defaultValueDescription: String { value.description }
}
