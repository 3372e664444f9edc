// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import GLPKSolver
import LinearProgram
import Scenario
import Testing

/// A solver that changes what GLPK found before it hands it on.
struct TamperingSolver: Solver {
    let name = "tampering"
    let change: @Sendable (inout Solution, LinearProgram) -> Void

    func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
        var solution = try GLPKSolver().solve(program, options: options)
        change(&solution, program)
        return solution
    }
}

/// The planner trusts no solver: what it is told wrong shows in the certificate, or has no say.
@Suite("A planner told wrong") struct TamperedPlanTests {
    private func outcome(_ text: ScenarioText = ScenarioText(), _ change: @escaping @Sendable (inout Solution, LinearProgram) -> Void)
        throws -> Outcome
    {
        try Planner(try text.scenario(), solver: TamperingSolver(change: change)).plan()
    }

    @Test("of a quantity brings a certificate that fails", arguments: [-1.0, -0.01, 0.01, 1])
    func quantity(_ by: Double) throws {
        // The only exchange is the last column: 60 t.
        let outcome = try outcome { solution, _ in solution.columnValues[solution.columnValues.count - 1] += by }
        #expect(outcome.certificate?.holds == false)
    }

    @Test("of a dual brings a certificate that fails", arguments: [0, 1], [-0.01, 0.01])
    func dual(_ row: Int, _ by: Double) throws {
        let outcome = try outcome { solution, _ in solution.rowDuals[row] += by }
        #expect(outcome.certificate?.holds == false)
    }

    @Test("that a poor plan is the best brings a certificate that fails")
    func poor() throws {
        // Everything disposed of and bought new: a plan, but not the one that the duals prove.
        let outcome = try outcome { solution, _ in solution.columnValues = [100, 60, 0] }
        #expect(outcome.certificate?.holds == false)
        #expect(outcome.certificate?.primalResidual == 0)
    }

    @Test("that nothing pays brings a certificate that fails")
    func nothingPays() throws {
        let outcome = try outcome { solution, _ in
            solution.columnValues = [100, 60, 0]
            solution.rowDuals = [50, 80]
        }
        #expect(outcome.certificate?.holds == false)
    }

    @Test("without duals claims no optimum")
    func noDuals() throws {
        let outcome = try outcome { solution, _ in solution.rowDuals = [] }
        #expect(outcome.status == .feasible)
        #expect(outcome.gap == nil)
    }

    @Test("of the objective, the bound or what is left over works them out itself")
    func figures() throws {
        let outcome = try outcome { solution, _ in
            solution.objective = 1
            solution.bound = 2
            // What is disposed of and bought follows from the balances.
            solution.columnValues[0] = 7
            solution.columnValues[1] = 7
        }
        expectSound(outcome)
        #expect(isClose(outcome.objectiveValue, 2300))
        #expect(isClose(outcome.bound, 2300))
        #expect(isClose(outcome.plan?.cost, 2300))
    }

    /// Reports flows of the search that move less than they could, and a tree that proves these the best.
    private struct Pessimist: Solver {
        let name = "pessimist"
        /// How much less is moved, t.
        let less: Double
        /// What a tonne that is moved brings.
        static let worth = 125.0

        func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
            var solution = try GLPKSolver().solve(program, options: options)
            guard solution.primal == .optimal else { return solution }
            // A tree has a limit of nodes; the flows of the search are proved by nobody else, and cost 5 a tonne moved.
            let isTree = options.nodeLimit != nil, isSearch = options.isCheckedByCaller && program.cost[2] == 5
            if isTree {
                solution.objective += less * Self.worth
                solution.bound += less * Self.worth
            } else if isSearch, program.columnCount == 3, solution.columnValues[2] >= less {
                solution.columnValues = zip(solution.columnValues, [less, less, -less]).map { $0 + $1 }
                solution.objective += less * Self.worth
            }
            return solution
        }
    }

    @Test("of a bound above its plan brings a certificate that fails", arguments: [0.0, 1])
    func bound(less: Double) throws {
        var text = ScenarioText()
        text["routes.csv"] = "from,to,km,fixed_cost\nA,B,10,7000\n"
        let outcome = try Planner(try text.scenario(), solver: Pessimist(less: less)).plan()
        // The flows are solved once more at the end, and this time well.
        expectClose(outcome.objectiveValue, 9800 - 60 * Pessimist.worth + 7000)
        #expect(outcome.certificate?.holds == (less == 0))
        #expect(outcome.certificate?.primalResidual == 0)
    }

    /// Tells of every plan without a link, asked for at the end, that 10 t of the need simply go away.
    private struct Sloppy: Solver {
        let name = "sloppy"

        func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
            var solution = try GLPKSolver().solve(program, options: options)
            if program.columnCount == 3, program.upper[2] == 0, options.start != nil, !options.isCheckedByCaller {
                solution.columnValues[1] -= 10
                solution.objective -= 10 * 80
            }
            return solution
        }
    }

    @Test("of what would be without an investment leaves its gain open")
    func whatIf() throws {
        var text = ScenarioText()
        text["modes.csv"] = "id,unit,cost_per_unit,capex_per_km,lifetime_years\ntruck,t,5,3000,10\n"
        let scenario = try text.scenario()
        let sound = try Planner(scenario, solver: GLPKSolver()).plan(), told = try Planner(scenario, solver: Sloppy()).plan()
        expectClose(sound.investments.first?.figures.yearlyGain, 60 * 125)
        #expect(told.certificate?.holds == true && told.objectiveValue == sound.objectiveValue)
        #expect(told.investments.count == 1)
        #expect(told.investments.first?.figures.yearlyGain == nil)
        // What was not proved is open, which is not the same as that there is no plan.
        #expect(told.investments.first?.figures.isWorkedOut == false && sound.investments.first?.figures.isWorkedOut == true)
    }

    @Test("of a choice of projects chooses none: of one by halves, and of one that breaks a limit", arguments: [true, false])
    func choice(byHalves: Bool) throws {
        struct Careless: Solver {
            let name = "careless"
            let byHalves: Bool
            func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
                guard program.isInteger.isUnusual else { return try GLPKSolver().solve(program, options: options) }
                // Either no number has to be whole, or the last row, the limit, is not there.
                var eased = LinearProgram()
                for row in 0..<program.rowCount {
                    let isLimit = !byHalves && row == program.rowCount - 1
                    _ = eased.addRow(
                        lower: isLimit ? -.infinity : program.rowLower[row], upper: isLimit ? .infinity : program.rowUpper[row])
                }
                for column in 0..<program.columnCount {
                    _ = eased.addColumn(
                        cost: program.cost[column], lower: program.lower[column], upper: program.upper[column],
                        isInteger: !byHalves && program.isInteger[column])
                    for k in program.entries(of: ColumnIndex(column)) { eased.addEntry(RowIndex(Int(program.rows[k])), program.values[k]) }
                }
                return try GLPKSolver().solve(eased, options: options)
            }
        }
        var text = ScenarioText()
        text["firms.csv"] = "id,name,project\nA,Firm A,\nB,Firm B,p\n"
        text["projects.csv"] = "id,name,land_ha\np,Project,2\n"
        let scenario = try text.scenario(), offered = Array(scenario.tables.projects.references)
        func chosen(_ solver: any Solver, most: Double) throws -> ProjectChoice? {
            try Planner(scenario, with: Set(offered), solver: solver).choice(
                among: offered, limits: [ProjectLimit(uses: [2], most: most)])
        }
        let best = try #require(try chosen(GLPKSolver(), most: 2)), none = try #require(try chosen(GLPKSolver(), most: 1))
        #expect(best.projects == offered && best.isProved && none.projects.isEmpty)
        expectClose(best.gain, 60 * 125)
        #expect(try chosen(Careless(byHalves: byHalves), most: 1) == nil)
    }

    @Test("by a solver that forgets a rule brings a certificate that fails")
    func forgottenRule() throws {
        struct Forgetful: Solver {
            let name = "forgetful"
            func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
                var eased = program
                for row in 0..<program.rowCount where program.rowLower[row] != program.rowUpper[row] {
                    eased.setBounds(-.infinity, .infinity, of: RowIndex(row))
                }
                return try GLPKSolver().solve(eased, options: options)
            }
        }
        var text = ScenarioText()
        text["contracts.csv"] = "from,to,resource,max\nA,B,w,20\n"
        let outcome = try Planner(try text.scenario(), solver: Forgetful()).plan()
        #expect(outcome.certificate?.holds == false)
        #expect(isClose(outcome.exchanges.first?.quantity, 60))
    }
}
