// SPDX-License-Identifier: GPL-3.0-or-later
// How much cheaper a what-if is than a solve from the start: `what-ifs FOLDER…`, processor time of one thread. Each what-if closes one supply, of 60 that
// stand at equal distances in the program, and its value is held against a solve from the start.
internal import CHeap
internal import Exchange
internal import GLPKSolver
internal import Glibc
internal import LinearProgram
internal import RevisedSimplex
internal import Scenario
internal import ScenarioFiles
internal import Synchronization

func processorSeconds() -> Double {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func measured<Value>(_ body: () throws -> Value) rethrows -> (value: Value, seconds: Double) {
    let began = processorSeconds(), value = try body()
    return (value, processorSeconds() - began)
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func thousandths(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }

/// Notes from which basis a planner starts.
final class NotingSolver: Solver {
    let solver: any Solver
    private let first = Mutex<SimplexBasis?>(nil)

    init(_ solver: any Solver) { self.solver = solver }

    var name: String { solver.name }
    var start: SimplexBasis? { first.withLock { $0 } }

    func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
        first.withLock { $0 = $0 ?? options.start }
        return try solver.solve(program, options: options)
    }
}

// As the program has it: memory that is given back comes from the system at a price each time.
symbio_prepare_heap(256 << 20, 20 << 20)
let solver = RevisedSimplexSolver(GLPKSolver()), whatIfs = 60, starts = 9
var areAllRight = true
print("scenario, rows, columns, from the start ms, what-if ms, times cheaper")
for folder in CommandLine.arguments.dropFirst() {
    guard let scenario = readScenario(at: folder).scenario else {
        print("\(folder): has errors")
        exit(3)
    }
    let noting = NotingSolver(solver), planner = try Planner(scenario, solver: noting), program = planner.program,
        supplies = planner.network.supplies.count
    // As the planner does it: from everything disposed of and bought.
    _ = try planner.plan()
    let options = SolveOptions(start: noting.start)
    let cold = try (0..<starts).map { _ in try measured { try solver.solve(program, options: options) } }
    guard let basis = cold[0].value.basis else {
        print("\(folder): has no plan")
        exit(4)
    }
    let warm = solver.warmSolve(program, from: basis)
    var seconds: [Double] = []
    for number in 0..<whatIfs {
        // The rows of supplies come first.
        let change = BoundChange(.row(RowIndex(number * supplies / whatIfs)), lower: 0, upper: 0)
        let again = try measured { try warm.solve(changing: [change], options: SolveOptions()) }
        seconds.append(again.seconds)
        guard number.isMultiple(of: 10) else { continue }
        var changed = program
        changed.apply(change)
        let fresh = try solver.solve(changed, options: options).objective
        let isRight = abs(fresh - again.value.objective) <= 1e-9 * max(1, abs(fresh))
        if !isRight { print("\(folder): \(again.value.objective) where a solve from the start says \(fresh)") }
        areAllRight = areAllRight && isRight
    }
    let start = median(cold.map(\.seconds)) * 1000, whatIf = median(seconds) * 1000
    print(
        "\(folder), \(program.rowCount), \(program.columnCount), \(thousandths(start)), \(thousandths(whatIf)), \(thousandths(start / whatIf))"
    )
}
exit(areAllRight ? 0 : 1)
