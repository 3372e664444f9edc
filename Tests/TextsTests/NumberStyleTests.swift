// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing
import Texts

@Suite("Numbers, money and units for people")
struct NumberStyleTests {
    private let english = NumberStyle(.english)
    private let vietnamese = NumberStyle(.vietnamese)

    @Test(
        "A number with fixed decimals has the marks of its language",
        arguments: [
            (1234.5, 1, "1,234.5", "1.234,5"), (0, 2, "0.00", "0,00"), (-0.04, 1, "0.0", "0,0"), (999.95, 1, "1,000.0", "1.000,0"),
            (-1_234_567, 0, "−1,234,567", "−1.234.567"), (0.005, 2, "0.01", "0,01"), (12, 3, "12.000", "12,000"),
            (123_456_789_012, 2, "123,456,789,012.00", "123.456.789.012,00"), (.infinity, 0, "∞", "∞"), (.nan, 1, "–", "–"),
        ])
    func fixed(value: Double, decimals: Int, expectedEnglish: String, expectedVietnamese: String) {
        #expect(english.fixed(value, decimals: decimals) == expectedEnglish)
        #expect(vietnamese.fixed(value, decimals: decimals) == expectedVietnamese)
    }

    @Test(
        "A number in a sentence has the digits that say something",
        arguments: [
            (0, "0"), (3, "3"), (3.14159, "3.14"), (12.5, "12.5"), (123.456, "123.5"), (1234.56, "1,235"), (0.1234, "0.123"),
            (0.0012345, "0.00123"), (0.00001234, "0.00001234"), (1.5e-9, "1.5e-9"), (-2.5e-12, "−2.5e-12"), (1e20, "1e20"),
        ])
    func readable(value: Double, expected: String) {
        #expect(english.readable(value) == expected)
    }

    @Test("A readable number keeps at least two digits of every magnitude")
    func readableKeepsDigits() {
        for exponent in -12...14 {
            var power = 1.0
            for _ in 0..<abs(exponent) { power = exponent < 0 ? power / 10 : power * 10 }
            let text = english.readable(3.7 * power)
            #expect(text.filter(\.isNumber).contains("37"), "3.7e\(exponent) became \(text)")
        }
    }

    @Test(
        "A bound from above is rounded up to the digits shown, and a number that they show whole stays",
        arguments: [
            (0, "0"), (3, "3"), (2.001, "2.01"), (0.1203, "0.121"), (1234.1, "1,235"), (0.0012341, "0.00124"), (1.21e-9, "1.3e-9"),
            (1.2e-9, "1.2e-9"), (9.99e-8, "1e-7"), (0.29, "0.29"),
        ])
    func bound(value: Double, expected: String) {
        #expect(english.bound(value) == expected)
    }

    @Test(
        "A share that bounds is rounded up to the decimal", arguments: [(0.001203, "0.2%"), (0.001, "0.1%"), (0.057, "5.7%"), (0, "0.0%")])
    func percentBound(share: Double, expected: String) {
        #expect(english.percentBound(share) == expected)
    }

    @Test("Both ends of a range of money are in one scale")
    func range() {
        let money = MoneyStyle(currency: "VND")
        #expect(
            money.range(53_800_569_597, 58.86e9)
                == Phrase(en: "53.8 to 58.86 billion đồng", vi: "53,8 đến 58,86 tỷ đồng"))
        #expect(money.range(-2.5e6, 400_000).english == "−2.5 to 0.4 million đồng")
    }

    @Test("Shares become percentages with one decimal")
    func percent() {
        #expect(english.percent(0.1234) == "12.3%")
        #expect(vietnamese.percent(-0.1234) == "−12,3%")
    }

    @Test(
        "Money is told in the scale in which it reads best",
        arguments: [
            ("VND", 950_000.0, "950,000 đồng", "950.000 đồng"), ("VND", 1_200_000, "1.2 million đồng", "1,2 triệu đồng"),
            ("VND", 3_450_000_000, "3.45 billion đồng", "3,45 tỷ đồng"), ("VND", 1_234_500_000_000, "1,235 billion đồng", "1.235 tỷ đồng"),
            ("USD", 1234.5, "1,235 USD", "1.235 USD"), ("USD", -2_500_000, "−2.5 million USD", "−2,5 triệu USD"),
        ])
    func money(currency: String, amount: Double, expectedEnglish: String, expectedVietnamese: String) {
        let phrase = MoneyStyle(currency: currency).phrase(amount)
        #expect(phrase == Phrase(en: expectedEnglish, vi: expectedVietnamese))
    }

    @Test("A quantity has its unit in the words of the language")
    func quantity() {
        #expect(Phrase.quantity(1234.5, .tonne) == Phrase(en: "1,235 t", vi: "1.235 tấn"))
        #expect(Phrase.quantity(0.5, .cubicMetre) == Phrase(en: "0.5 m³", vi: "0,5 m³"))
        #expect(Phrase.kilometres(2.25) == Phrase(en: "2.25 km", vi: "2,25 km"))
    }

    @Test("A day is written as each language does")
    func day() throws {
        let day = try #require(Day(year: 2025, month: 3, day: 4))
        #expect(day.text == Phrase(en: "4 March 2025", vi: "04/03/2025"))
    }

    @Test("A list in a sentence ends with the language's and")
    func enumeration() {
        let letters = ["a", "b", "c"].map { Phrase(same: $0) }
        #expect(letters.enumerated == Phrase(en: "a, b and c", vi: "a, b và c"))
        #expect(letters.prefix(1).map(\.self).enumerated == Phrase(same: "a"))
        #expect([Phrase]().enumerated == Phrase(same: ""))
        #expect(plural(1, "row", "rows") == "row")
        #expect(plural(0, "row", "rows") == "rows")
    }
}
