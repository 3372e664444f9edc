// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import MixedInteger
internal import Scenario

extension Planner {
    /// Among the plans of the same value the cheapest, and among those one with fewer and shorter exchanges; what is built is held.
    ///
    /// The plans of the same value are those of the optimal face: a column whose reduced cost is not zero stays at its bound, a row whose dual is
    /// not zero stays tight. On that face every plan has the duals of the first solve as its proof.
    func tidied(_ solved: Solved, _ options: SolveOptions) throws(SolverFailure) -> Solution {
        var face = OptimalFace(whole: solved.held), best = solved.solution, solution = best
        var costs: [([Int]) -> [Double]] = []
        if ObjectiveWeights(objective) != ObjectiveWeights(.cost) {
            let money = formulation.costs(ObjectiveWeights(.cost))
            costs.append { columns in columns.map { money[$0] } }
        }
        costs.append { formulation.tidiness(of: $0) }
        for cost in costs {
            // Where everything is held there is but one plan.
            guard let basis = solution.basis, let narrower = face.narrowed(to: solution, basis) else { break }
            face = narrower.face
            face.setCosts(cost(face.columns))
            var next = options
            next.start = narrower.basis
            // The certificate is made of this plan and of the first solve's prices.
            next.isCheckedByCaller = true
            solution = try solver.solve(face.program, options: next)
            // A second pass that gets nowhere leaves the first one's plan, which is as good.
            guard solution.primal == .optimal else { break }
            best.replace(face, by: solution)
        }
        return best
    }
}

extension Solution {
    /// Takes over the plan of a face and where it stands in its basis; the duals stay.
    fileprivate mutating func replace(_ face: OptimalFace, by part: Solution) {
        for (position, column) in face.columns.enumerated() { columnValues[column] = part.columnValues[position] }
        guard var whole = basis, let basis = part.basis else { return self.basis = nil }
        for (position, column) in face.columns.enumerated() { whole.columns[column] = basis.columns[position] }
        for (position, row) in face.rows.enumerated() { whole.rows[row] = basis.rows[position] }
        self.basis = whole
    }
}
