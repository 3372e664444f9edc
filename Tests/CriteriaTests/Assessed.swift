// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Foundation
import GLPKSolver
import LinearProgram
import Scenario
import ScenarioFiles
import Testing

@testable import Criteria

/// A scenario written as text, solved and ready to be judged.
struct Assessed {
    let scenario: Scenario
    let outcome: Outcome
    let assessor: Assessor

    /// Two parks, P with the firms A, B and C, Q with D. A gives 100 t of waste w of which B takes 60 t in place of virgin v, half a tonne for
    /// each; everything else is disposed of or bought.
    static let files: [String: String] = [
        "scenario.yaml": "format: 1\nid: small\ncurrency: VND\nyear: 2027\n",
        "resources.csv": """
        id,name,kind,unit,disposal_cost,disposal_ghg,virgin_price,virgin_ghg,disposal_route,carrier,origin
        w,waste,material,t,50,100,,,landfill,,
        v,virgin,material,t,,,80,300,,,import
        ww,wastewater,water,m3,2,1,,,treatment,wastewater,
        fw,fresh water,water,m3,,,5,2,,fresh-water,local

        """,
        "parks.csv": "id,name,area_ha\nP,Park P,120\nQ,Park Q,50\n",
        "firms.csv": "id,name,park,employees,turnover\nA,Firm A,P,300,1000\nB,Firm B,P,50,2000\nC,Firm C,P,,\nD,Firm D,Q,10,10\n",
        "outputs.csv": "firm,resource,quantity\nA,w,100\nC,ww,1000\n",
        "needs.csv": "firm,resource,quantity\nB,v,30\nD,fw,400\n",
        "modes.csv": "id,unit,cost_per_unit,ghg_per_unit_km\ntruck,t,1,2\npipe,m3,0.1,0\n",
        "routes.csv": "from,to,km\nA,B,10\nC,D,1\n",
        "substitutions.csv": "from,to,ratio,use\nw,v,0.5,recycling\n",
    ]

    init(
        _ changes: [String: String] = [:], catalogue: CriteriaCatalogue = CriteriaCatalogue([]), rule: AllocationRule = .cutOff,
        circularFactor: Double = 0.5
    ) throws {
        let reading = try Self.read(changes)
        scenario = try #require(reading.scenario, "\(reading.faults)")
        let planner = try Planner(scenario, solver: GLPKSolver())
        outcome = try planner.plan()
        assessor = Assessor(planner, outcome, by: catalogue, rule: rule, circularFactor: circularFactor)
    }

    static func read(_ changes: [String: String]) throws -> ScenarioReading {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("symbio-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files.merging(changes, uniquingKeysWith: { $1 }) {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        return readScenario(at: folder.path)
    }

    /// The subject with an id; none is the whole scenario.
    func subject(_ id: String?) throws -> AssessedSubject {
        guard let id else { return .network }
        return AssessedSubject(try #require(scenario.tables.subject(named: id)))
    }

    /// A measure of a subject, which must be known.
    func value(_ measure: Measure, of id: String? = nil, _ moment: Formula.Moment = .plan) throws -> Figure {
        let subject = try subject(id)
        return try #require(assessor.measure(measure, of: subject, moment)).figure
    }

    /// The value of a formula for a subject.
    func value(of text: String, for id: String? = nil, _ moment: Formula.Moment = .plan) throws -> Figure? {
        let formula = try FormulaParser.parse(text, names)
        var evaluation = Evaluation(assessor, criterion: nil)
        return evaluation.number(formula, try subject(id), moment)
    }

    /// Whether a condition holds for a subject.
    func truth(of text: String, for id: String? = nil, _ moment: Formula.Moment = .plan) throws -> Truth {
        let formula = try FormulaParser.parse(text, names, expecting: .truth)
        var evaluation = Evaluation(assessor, criterion: nil)
        return evaluation.truth(formula, try subject(id), moment)
    }

    private var names: FormulaNames {
        let declared = assessor.catalogue.declaredMeasures
        return FormulaNames(declared: Dictionary(declared.map { ($0.id, $0) }) { first, _ in first })
    }
}

/// Expects a figure to be known and to agree with `expected` to 1e-9 of its size.
func expectFigure(_ figure: Figure?, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation) {
    let exact = figure?.exact
    let isClose = exact.map { abs($0 - expected) <= 1e-9 * max(1, abs(expected)) } ?? false
    #expect(isClose, "\(String(describing: figure)) for \(expected)", sourceLocation: sourceLocation)
}
