// SPDX-License-Identifier: GPL-3.0-or-later
internal import Dispatch
internal import LinearProgram
internal import Synchronization

/// Work on parts of a program that have nothing in common.
enum SideBySide {
    /// How many parts are worked on before the next are chosen: as many on any machine, so that the plan does not depend on the number of threads.
    static let parts = 4

    /// What comes of each job, in the order of the jobs, whichever ends first. Of several that fail the first one's failure is thrown.
    ///
    /// - Parameter threads: how many may work at a time; nil for as many as there are processors.
    static func map<Job: Sendable, Answer: Sendable>(
        _ jobs: [Job], threads: Int?, _ work: @Sendable (Job) throws(SolverFailure) -> Answer
    ) throws(SolverFailure) -> [Answer] {
        let done = Mutex([Result<Answer, SolverFailure>?](repeating: nil, count: jobs.count)), next = Atomic(0)
        @Sendable func workOff() {
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < jobs.count else { return }
                let result: Result<Answer, SolverFailure>
                do throws(SolverFailure) { result = .success(try work(jobs[index])) } catch { result = .failure(error) }
                done.withLock { $0[index] = result }
            }
        }
        let workers = min(threads ?? jobs.count, jobs.count)
        if workers > 1 { DispatchQueue.concurrentPerform(iterations: workers) { _ in workOff() } } else { workOff() }
        var answers: [Answer] = []
        for case let result? in done.withLock({ $0 }) { answers.append(try result.get()) }
        return answers
    }
}

/// What regions have taken hold of, so that the next one can be kept apart from them.
struct Holds {
    private var rows: [Bool], switches: [Bool], budgets: [Bool]

    init(_ whole: SwitchedProgram) {
        rows = [Bool](repeating: false, count: whole.flow.rowCount)
        switches = [Bool](repeating: false, count: whole.switches.count)
        budgets = [Bool](repeating: false, count: whole.budgets.count)
    }

    /// Takes hold of a region; false, and nothing is taken, where some of it is held already.
    mutating func take(_ region: Region) -> Bool {
        guard !region.rows.contains(where: { rows[$0] }), !region.switches.contains(where: { switches[$0] }),
            !region.budgets.contains(where: { budgets[$0] })
        else { return false }
        for row in region.rows { rows[row] = true }
        for s in region.switches { switches[s] = true }
        for budget in region.budgets { budgets[budget] = true }
        return true
    }
}
