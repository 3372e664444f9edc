// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import Foundation
import LinearProgram
import Testing

/// A tiny scenario whose whole linear program is pinned in `Golden/<name>.lp`, because one family of constraints shows in it.
///
/// The figures come from the scenario of ``ScenarioText``: A has 100 t of w (disposal 50), B needs 60 t (purchase 80), by truck at 5 a tonne.
struct GoldenProgram: CustomTestStringConvertible {
    let name: String
    let text: ScenarioText

    var testDescription: String { name }

    init(_ name: String, _ changes: [String: String] = [:], adding more: [String: String] = [:]) {
        self.name = name
        var text = ScenarioText()
        for (file, rows) in changes { text[file] = rows }
        for (file, rows) in more { text[file] += rows }
        self.text = text
    }

    /// The program in the CPLEX-LP format; comments at its head tell what each column and row stands for.
    func program() throws -> String {
        let planner = try text.planner()
        let names = String(decoding: planner.namesTable(), as: UTF8.self).split(separator: "\n").dropFirst()
        let comments = names.map { line in
            let parts = line.split(separator: ",", maxSplits: 1)
            return "\\ \(parts[0]) \(parts[1].dropFirst().dropLast())\n"
        }
        return comments.joined() + String(decoding: planner.program.lp(), as: UTF8.self)
    }

    /// Compares the program with its file. With `RECORD_GOLDEN` set the file is written anew, and the test fails all the same.
    func expect() throws {
        let text = try program()
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).lp")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("\(name).lp was recorded")
            return
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8), "differs from \(name).lp")
    }
}

@Suite("The linear program of") struct GoldenProgramTests {
    private static let process = [
        "processes.csv": "id,name,firm,capacity,cost,ghg,fixed_cost\nT,Plant,A,30,2,7,900\n",
        "process_flows.csv":
            "process,resource,role,per_activity,virgin_price\nT,w,input,1.25,\nT,x,input,0.1,9\nT,p,output,0.5,\nT,q,output,0.25,\n",
    ]
    private static let processResources = "p,product,product,t,-200,,0,0\nq,sludge,material,t,30,,5,0\nx,lime,material,t,0,70,0,40\n"

    private static let heat = "e,heat,energy,MWh,50,80,100,300\n"
    private static let losses = [
        "outputs.csv": "firm,resource,quantity\nA,w,100\nA,e,100\n", "needs.csv": "firm,resource,quantity\nB,w,60\nB,e,60\n",
        "modes.csv": "id,unit,cost_per_unit,ghg_per_unit_km,loss_per_km\ntruck,t,4,0.2,0.01\ncable,GJ,1,0.5,0.01\n",
    ]

    static let all: [GoldenProgram] = [
        GoldenProgram("supply"),
        GoldenProgram(
            "demand-without-price",
            adding: ["resources.csv": "v,virgin,material,t,0,,0,0\n", "needs.csv": "A,v,5\n", "outputs.csv": "B,v,9\n"]),
        GoldenProgram("share-of-secondary", ["needs.csv": "firm,resource,quantity,max_secondary_share,handling_cost\nB,w,60,0.4,3\n"]),
        GoldenProgram(
            "share-of-a-substitution",
            [
                "needs.csv": "firm,resource,quantity\nB,v,60\n",
                "substitutions.csv": "from,to,ratio,max_share,cost,ghg\nw,v,0.8,0.4,7,11\nu,v,2,1,1,0\n",
                "outputs.csv": "firm,resource,quantity\nA,w,100\nA,u,10\n",
            ], adding: ["resources.csv": "v,virgin,material,t,0,200,0,0\nu,other,material,t,50,,0,0\n"]),
        GoldenProgram(
            "share-of-a-substitution-at-a-process",
            process.merging(["substitutions.csv": "from,to,ratio,max_share\nw,x,0.5,0.2\n"]) { a, _ in a },
            adding: ["resources.csv": processResources]),
        GoldenProgram(
            "quality-most",
            [
                "qualities.csv":
                    "scope,firm,resource,property,value,max\noutput,A,w,ash,100,\noutput,C,w,ash,5,\nneed,B,w,ash,,25\nvirgin,,w,ash,1,\n",
                "firms.csv": "id,name\nA,Firm A\nB,Firm B\nC,Firm C\n", "outputs.csv": "firm,resource,quantity\nA,w,100\nC,w,100\n",
                "modes.csv": "id,unit,loss_per_km\ntruck,t,0.01\n", "routes.csv": "from,to,km\nA,B,10\nC,B,50\n",
            ]),
        GoldenProgram(
            "quality-least",
            ["qualities.csv": "scope,firm,resource,property,value,min,max\noutput,A,w,heat,8,,\nneed,B,w,heat,,10,20\n"]),
        GoldenProgram("process", process, adding: ["resources.csv": processResources]),
        GoldenProgram(
            "route-capacity",
            [
                "outputs.csv": "firm,resource,quantity\nA,w,100\nB,u,9000\n", "needs.csv": "firm,resource,quantity\nB,w,60\nA,u,6000\n",
                "routes.csv": "from,to,km,mode,capacity\nA,B,10,truck,70\n",
            ], adding: ["resources.csv": "u,other,material,kg,0.05,0.08,0,0\n"]),
        GoldenProgram(
            "contract",
            [
                "contracts.csv": "from,to,resource,min,max\nA,B,w,20,40\n",
                "modes.csv": "id,unit,cost_per_unit,loss_per_km\ntruck,t,4,0.02\nrail,t,9,\n",
            ]),
        GoldenProgram("losses-cost", losses, adding: ["resources.csv": heat]),
        GoldenProgram("losses-gas", losses, adding: ["resources.csv": heat, "scenario.yaml": "objective: ghg\n"]),
        GoldenProgram(
            "objective-carbon-price", process, adding: ["scenario.yaml": "carbon_price: 1000\n", "resources.csv": processResources]),
        GoldenProgram("objective-gas", process, adding: ["scenario.yaml": "objective: ghg\n", "resources.csv": processResources]),
        GoldenProgram(
            "objective-waste", process.merging(["modes.csv": "id,unit,loss_per_km\ntruck,t,0.01\n"]) { a, _ in a },
            adding: ["scenario.yaml": "objective: waste\n", "resources.csv": processResources]),
        GoldenProgram("objective-virgin", process, adding: ["scenario.yaml": "objective: virgin\n", "resources.csv": processResources]),
        GoldenProgram(
            "objective-weights", process,
            adding: [
                "scenario.yaml": "objective: {weights: {cost: 2, ghg: 0.5, waste: 10, virgin: 100}}\n", "resources.csv": processResources,
            ]),
    ]

    @Test("each family of constraints and each objective is this text", arguments: all)
    func pinned(_ golden: GoldenProgram) throws { try golden.expect() }

    @Test("every pinned file belongs to a case")
    func complete() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(files) == Set(GoldenProgramTests.all.map { $0.name + ".lp" }))
    }
}
