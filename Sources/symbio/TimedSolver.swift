// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import LinearProgram
internal import Synchronization

/// The processor time that this process has taken so far.
enum ProcessorTime {
    /// Seconds, of the program and of the system for it, on all threads.
    static var seconds: Double { read(CLOCK_PROCESS_CPUTIME_ID) }

    /// The same of the thread that asks alone.
    static var ofThread: Double { read(CLOCK_THREAD_CPUTIME_ID) }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        guard unsafe clock_gettime(clock, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

/// A solver that counts the processor time of another one.
///
/// Each solve works on the thread that asks for it, so that several at once count one by one.
final class TimedSolver: Solver {
    private let solver: any Solver
    private let spent = Mutex(0.0)

    init(_ solver: any Solver) { self.solver = solver }

    /// The processor seconds of all solves so far.
    var seconds: Double { spent.withLock { $0 } }

    var name: String { solver.name }

    func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
        let start = ProcessorTime.ofThread
        defer { count(since: start) }
        return try solver.solve(program, options: options)
    }

    func warmSolve(_ program: LinearProgram, from basis: SimplexBasis) -> any WarmSolve {
        let start = ProcessorTime.ofThread
        defer { count(since: start) }
        return TimedWarmSolve(solver: self, solve: solver.warmSolve(program, from: basis))
    }

    fileprivate func count(since start: Double) {
        let seconds = ProcessorTime.ofThread - start
        spent.withLock { $0 += seconds }
    }
}

/// What-ifs whose processor time counts as their solver's.
private struct TimedWarmSolve: WarmSolve {
    let solver: TimedSolver, solve: any WarmSolve

    func solve(changing changes: [BoundChange], options: SolveOptions) throws(SolverFailure) -> Solution {
        let start = ProcessorTime.ofThread
        defer { solver.count(since: start) }
        return try solve.solve(changing: changes, options: options)
    }

    func keeping(_ changes: [BoundChange], options: SolveOptions) throws(SolverFailure) -> KeptSolve? {
        let start = ProcessorTime.ofThread
        defer { solver.count(since: start) }
        return try solve.keeping(changes, options: options).map { kept in
            KeptSolve(warm: TimedWarmSolve(solver: solver, solve: kept.warm), solution: kept.solution)
        }
    }
}
