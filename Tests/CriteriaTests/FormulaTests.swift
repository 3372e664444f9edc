// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing

@testable import Criteria

@Suite("Formulas of criteria")
struct FormulaTests {
    @Test("The product's own sets have no fault, and are those that the list of ids names")
    func ownSets() {
        let catalogue = CriteriaCatalogue()
        #expect(catalogue.ownFaults.isEmpty, "\(catalogue.ownFaults)")
        #expect(catalogue.sets.map(\.id) == CriteriaCatalogue.builtInIDs)
        #expect(catalogue.sets.map(\.criteria.count).reduce(0, +) == 262)
        let ids = catalogue.sets.flatMap(\.criteria).map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test("Every criterion has a text in both languages, and every one that is not a plain definition says where it stands")
    func texts() {
        for set in CriteriaCatalogue().sets {
            #expect(set.title.vietnamese != nil && set.document.vietnamese != nil && set.checked != nil, "\(set.id)")
            for criterion in set.criteria {
                #expect(
                    criterion.text.vietnamese?.isEmpty == false && criterion.text.vietnamese != criterion.text.english, "\(criterion.id)")
                if let note = criterion.note { #expect(note.vietnamese != nil && note.vietnamese != note.english, "\(criterion.id)") }
            }
        }
    }

    /// The scenario of ``Assessed``: 100 t of waste of which 60 move, 400 m3 of fresh water, 1000 m3 of wastewater.
    @Test(
        "Arithmetic, comparison and the states of affairs",
        arguments: [
            ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("-2 - -3", 1), ("10 / 4", 2.5), ("2 * -3", -6), ("8 - 3 - 2", 3), ("8 / 4 / 2", 1),
            ("min(3, 1, 2)", 1), ("max(3, 1, 2)", 3), ("abs(0 - 4)", 4), ("solid_waste", 100), ("waste_exchanged / solid_waste", 0.6),
            ("baseline(waste_disposed)", 100), ("plan(waste_disposed)", 40), ("change(waste_disposed)", -60),
            ("given(waste_exchanged, 5)", 60), ("given(today(waste_exchanged), 5)", 5),
            ("count(firms)", 4), ("count(firms where exchanges > 0)", 2), ("share(firms where exchanges > 0)", 50),
            ("share(firms where employees >= 300 among employees > 20)", 50), ("sum(firms, solid_waste)", 100),
            ("sum(firms, solid_waste where exchanges > 0)", 100), ("count(links)", 1), ("count(links where in_park)", 1),
            ("count(links where use = \"recycling\")", 1), ("sum(links, tonnes)", 60), ("sum(links, tonnes where kilometres > 10)", 0),
            ("share(links where kind = \"material\" and not hazardous)", 100),
        ] as [(String, Double)])
    func values(text: String, expected: Double) throws {
        let assessed = try Assessed(["firms.csv": Self.staffed])
        expectFigure(try assessed.value(of: text), expected)
    }

    /// The firms of ``Assessed`` with a number of people for each.
    static let staffed = "id,name,park,employees,turnover\nA,Firm A,P,300,1000\nB,Firm B,P,50,2000\nC,Firm C,P,5,1\nD,Firm D,Q,10,10\n"

    @Test(
        "Conditions",
        arguments: [
            ("1 < 2 and 2 < 3", .yes), ("1 < 2 and 3 < 2", .no), ("1 > 2 or 2 >= 2", .yes), ("not 1 = 1", .no),
            ("not (1 = 1 and 1 = 2)", .yes),
            ("0.1 + 0.2 = 0.3", .yes), ("solid_waste <> 100", .no), ("yes", .yes), ("true = false", .no),
            // Nobody knows how many people work at C, so that the sum is from 360 on.
            ("employees > 359", .yes), ("employees > 400", .unknown), ("employees > 400 or yes", .yes), ("employees > 400 and no", .no),
        ] as [(String, Truth)])
    func conditions(text: String, expected: Truth) throws {
        #expect(try Assessed().truth(of: text) == expected)
    }

    @Test("What nobody has declared may be so or not; what is divided by nothing has no value")
    func unknowns() throws {
        let assessed = try Assessed(["declarations.csv": "subject,criterion,value\nA,cleaner_production,yes\nB,cleaner_production,no\n"])
        #expect(try assessed.value(of: "count(firms where cleaner_production)") == Figure(1, 3))
        #expect(try assessed.value(of: "share(firms where cleaner_production)") == Figure(25, 75))
        expectFigure(try assessed.value(of: "share(firms where cleaner_production among employees >= 300)", for: "A"), 100)
        // C may be one of the large firms or not, and may have declared or not: from one of two to both.
        #expect(try assessed.value(of: "share(firms where cleaner_production among employees > 100)") == Figure(50, 100))
        #expect(try assessed.value(of: "wastewater / energy_used") == nil)
        #expect(try assessed.value(of: "share(firms where exchanges > 0 among employees > 9000)", for: "A") == nil)
        #expect(try assessed.value(of: "share(firms where exchanges > 0 among employees > 9000)", for: "C") == Figure(0, 100))
    }

    @Test(
        "Broken formulas are told with the character, what stands there and what should",
        arguments: [
            ("", .unexpected(found: nil, expected: .value), 1), ("1 +", .unexpected(found: nil, expected: .value), 4),
            ("1 2", .unexpected(found: "2", expected: .operation), 3),
            ("(1 + 2", .unexpected(found: nil, expected: .closingParenthesis), 7),
            ("1 $ 2", .unexpected(found: "$", expected: .operation), 3), ("\"abc", .unexpected(found: nil, expected: .closingQuote), 5),
            ("[A", .unexpected(found: nil, expected: .closingBracket), 3), ("1.2.3", .unexpected(found: "1.2.3", expected: .value), 1),
            ("solid_wast", .unknownName("solid_wast", .measure, nearest: "solid_waste"), 1),
            ("counts(firms)", .unknownName("counts", .function, nearest: "count"), 1),
            ("count(firm)", .unexpected(found: "firm", expected: .collection), 7),
            ("count(links where in_parks)", .unknownName("in_parks", .link, nearest: "in_park"), 19),
            ("count(firms where 1)", .wrongType(found: .number, expected: .truth), 19),
            ("count(firms where count(firms) > 1)", .unexpected(found: "firms", expected: .collection), 25),
            ("sum(links where in_park)", .unexpected(found: "where", expected: .comma), 11),
            ("1 and 2", .wrongType(found: .number, expected: .truth), 1), ("yes + 1", .wrongType(found: .truth, expected: .number), 1),
            ("1 < 2 < 3", .chainedComparison, 7), ("min(1)", .wrongCount(function: "min", found: 1, least: 2, most: 20), 1),
            ("abs(1, 2)", .wrongCount(function: "abs", found: 2, least: 1, most: 1), 1),
            ("[VN.D35.99]", .unknownName("VN.D35.99", .criterion, nearest: nil), 1),
            ("\"a\" < \"b\"", .wrongType(found: .text, expected: .number), 1),
            (String(repeating: "(", count: 60) + "1", .tooDeep(limit: 40), 41),
        ] as [(String, FormulaFault, Int)])
    func broken(text: String, fault: FormulaFault, character: Int) {
        #expect(throws: FormulaError(fault: fault, character: character)) {
            try FormulaParser.parse(text, FormulaNames())
        }
    }

    @Test("A formula of a hundred thousand characters is refused, and none of a thousand levels fells the parser")
    func hostile() {
        #expect(throws: FormulaError(fault: .tooLong(limit: 2000), character: 2001)) {
            try FormulaParser.parse(String(repeating: "1+", count: 50_000) + "1", FormulaNames())
        }
        #expect(throws: FormulaError.self) { try FormulaParser.parse(String(repeating: "-", count: 1999), FormulaNames()) }
        #expect(throws: FormulaError.self) { try FormulaParser.parse(String(repeating: "not ", count: 499), FormulaNames()) }
    }
}
