// SPDX-License-Identifier: GPL-3.0-or-later
import Criteria
import Scenario
import Testing

@testable import Exchange
@testable import Texts

@Suite("Sentences of marginal values and of what cannot be")
struct SentenceTests {
    private let tables: Tables
    private let names: ScenarioNames

    init() {
        var tables = Tables(settings: Settings(id: "s", currency: "VND", year: 2030))
        let row = Provenance(row: 0)
        tables.resources = [
            Resource(id: "cullet", name: Label(english: "Cullet", vietnamese: "Kính vụn"), kind: .material, unit: .tonne, provenance: row)
        ]
        tables.firms = [
            Firm(id: "a", name: Label(english: "Glazing", vietnamese: "Xưởng kính"), provenance: row),
            Firm(id: "b", name: Label(english: "Bottles", vietnamese: "Chai lọ"), provenance: row),
            Firm(id: "c", name: Label(english: "Bottles"), provenance: row),
        ]
        tables.outputs = [Output(firm: Reference(0), resource: Reference(0), quantity: 100, provenance: row)]
        tables.needs = [Need(firm: Reference(1), resource: Reference(0), quantity: 120, provenance: row)]
        tables.modes = [Mode(id: "truck", unit: .tonne, provenance: row)]
        tables.routes = [
            Route(ends: .firms(from: Reference(0), to: Reference(1)), kilometres: 3, mode: Reference(0), capacity: 50, provenance: row)
        ]
        tables.contracts = [
            Contract(from: .firm(Reference(0)), to: .firm(Reference(1)), resource: Reference(0), minimum: 30, maximum: 60, provenance: row)
        ]
        self.tables = tables
        names = ScenarioNames(tables)
    }

    @Test("Firms of one name are told apart by their ids")
    func sharedNames() {
        #expect(names.firm(Reference(1)).english == "Bottles (b)")
        #expect(names.firm(Reference(2)).english == "Bottles (c)")
        #expect(names.firm(Reference(0)) == Phrase(en: "Glazing", vi: "Xưởng kính"))
    }

    @Test("A marginal value below zero is a saving, one above zero a cost")
    func marginals() {
        let words = MarginalText(names: names, objective: .cost)
        #expect(
            words.output(Reference(0), -1_200_000)
                == Phrase(
                    en: "One more tonne of Cullet from Glazing would save 1.2 million đồng.",
                    vi: "Thêm một tấn Kính vụn từ Xưởng kính sẽ tiết kiệm 1,2 triệu đồng."))
        #expect(words.need(Reference(0), 400_000).english == "One more tonne of Cullet needed at Bottles (b) would cost 400,000 đồng.")
        #expect(
            words.route(Reference(0), -20_000).english
                == "Room for one more tonne a year on the route Glazing – Bottles (b) (truck) would save 20,000 đồng.")
        #expect(
            words.contract(Reference(0), 0).vietnamese
                == "Thêm một tấn vào hạn mức của hợp đồng Xưởng kính → Chai lọ, Kính vụn sẽ không thay đổi gì.")
    }

    @Test(
        "The effect is told in the unit of the objective",
        arguments: [
            (Objective.ghg, -2.5, "would avoid 2.5 kg CO2e"), (.waste, 0.5, "would make 0.5 t more waste"),
            (.virgin, -1, "would spare 1 t of virgin material"),
            (.weights(cost: 1, ghg: 1, waste: 0, virgin: 0), 3, "would raise the weighted objective by 3"),
        ])
    func effects(objective: Objective, change: Double, expected: String) {
        #expect(MarginalText(names: names, objective: objective).effect(of: change).english == expected)
    }

    @Test(
        "What the cheapest plan costs more is one amount, or two of one scale",
        arguments: [
            (950_000, 1_200_000, "costs 0.95 to 1.2 million đồng more a year", "tốn thêm từ 0,95 đến 1,2 triệu đồng mỗi năm"),
            (1_200_000, 1_200_000.001, "costs 1.2 million đồng more a year", "tốn thêm 1,2 triệu đồng mỗi năm"),
        ])
    func planCosts(least: Double, most: Double, english: String, vietnamese: String) {
        let told = CriteriaText(names, CriteriaCatalogue([])).sentence(.planCosts(from: least, to: most))
        #expect(told.english.hasSuffix(english) && told.vietnamese.hasSuffix(vietnamese), "\(told)")
    }

    @Test(
        "What a plant does is counted by its only input, or else output, of one unit each; else in units of activity",
        arguments: [
            (
                [(FlowRole.input, 1.0), (.output, 1.0)], Phrase(en: "6,000 t of Cullet", vi: "6.000 tấn Kính vụn"),
                Phrase(en: "tonne of Cullet", vi: "tấn Kính vụn")
            ),
            (
                [(.input, 2.0), (.output, 1.0)], Phrase(en: "6,000 t of Cullet", vi: "6.000 tấn Kính vụn"),
                Phrase(en: "tonne of Cullet", vi: "tấn Kính vụn")
            ),
            (
                [(.input, 2.0), (.output, 0.5)], Phrase(en: "6,000 units of activity", vi: "6.000 đơn vị hoạt động"),
                Phrase(en: "unit of activity", vi: "đơn vị hoạt động")
            ),
        ] as [([(FlowRole, Double)], Phrase, Phrase)])
    func activity(flows: [(FlowRole, Double)], whole: Phrase, one: Phrase) {
        var tables = tables
        tables.processFlows = flows.map {
            ProcessFlow(process: Reference(0), resource: Reference(0), role: $0.0, perActivity: $0.1, provenance: Provenance(row: 0))
        }
        tables.processes = [
            ConversionProcess(
                id: "kiln", name: Label(english: "Kiln", vietnamese: "Lò nung"), site: .firm(Reference(0)), capacity: 6000,
                provenance: Provenance(row: 0))
        ]
        tables.periods = [Period(id: "dry", share: 1, provenance: Provenance(row: 0))]
        let names = ScenarioNames(tables), words = MarginalText(names: names, objective: .waste)
        #expect(names.activity(6000, of: Reference(0)) == whole)
        // A marginal value of a period is of a unit in that period, and not of a unit of the year.
        #expect(
            words.process(Reference(0), -2, in: Reference(0))
                == Phrase(
                    en: "Period dry: One more \(one.english) in the capacity of Kiln would avoid 2 t of waste.",
                    vi: "Kỳ dry: Thêm một \(one.vietnamese) vào công suất của Lò nung sẽ giảm 2 tấn chất thải."))
        #expect(
            words.process(Reference(0), -2)
                == Phrase(
                    en: "One more \(one.english) a year in the capacity of Kiln would avoid 2 t of waste.",
                    vi: "Thêm một \(one.vietnamese) mỗi năm vào công suất của Lò nung sẽ giảm 2 tấn chất thải."))
    }

    @Test("A need that cannot be met is told with the missing amount, and its mend with the new figure and the cost")
    func infeasibility() {
        let words = InfeasibilityText(names: names)
        let need = BrokenRule(kind: .need, subject: .need(Reference(0)), amount: 20, required: 120, unit: .tonne)
        #expect(
            words.sentence(need)
                == Phrase(
                    en: "The need of Bottles (b) for Cullet is for 120 t a year and must be met; 20 t of it cannot be met.",
                    vi: "Nhu cầu Kính vụn của Chai lọ là 120 tấn mỗi năm và phải được đáp ứng; 20 tấn trong số đó không thể đáp ứng."))
        #expect(
            words.sentence(Mend(rule: need, newFigure: 100, cost: 2_000_000)).english
                == "Lower the need of Bottles (b) for Cullet from 120 t to 100 t; the plan then costs 2 million đồng a year.")
        let route = BrokenRule(kind: .route, subject: .route(Reference(0)), amount: 10, required: 50, unit: .tonne)
        #expect(
            words.sentence(route).english
                == "The route Glazing – Bottles (b) (truck) carries no more than 50 t a year; 10 t more would be needed.")
        #expect(
            words.sentence(Mend(rule: route, newFigure: 60, cost: nil)).vietnamese
                == "Tăng sức chở của tuyến Xưởng kính – Chai lọ (truck) từ 50 tấn thành 60 tấn.")
        let least = BrokenRule(kind: .contractMinimum, subject: .contract(Reference(0)), amount: nil, required: 30, unit: .tonne)
        #expect(words.sentence(least).english == "The contract Glazing → Bottles (b), Cullet asks for at least 30 t a year.")
    }
}
