// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

extension Day {
    /// The date as each language writes it: `4 March 2025`, `04/03/2025`.
    public var text: Phrase {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        ]
        let digits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let english = "\(day) \(months[month - 1]) \(year)"
        return Phrase(en: english, vi: "\(digits(day))/\(digits(month))/\(year)")
    }
}

extension Label {
    /// The name in `language`: the Vietnamese one where it was given, else the only one.
    public func text(_ language: Language) -> String {
        language == .vietnamese ? vietnamese ?? english : english
    }

    /// The name as a phrase.
    public var phrase: Phrase { Phrase(en: english, vi: vietnamese ?? english) }
}
