// SPDX-License-Identifier: GPL-3.0-or-later
import Exchange
import GLPKSolver
import LinearProgram
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
