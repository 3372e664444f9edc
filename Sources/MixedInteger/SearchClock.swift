// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// How long a search may still go on, and who may stop it.
struct SearchClock: Sendable {
    private let clock = ContinuousClock(), began: ContinuousClock.Instant
    private let limit: Double?
    private let asked: SolveOptions

    init(_ options: SolveOptions) {
        began = clock.now
        (limit, asked) = (options.timeLimit, options)
    }

    /// Seconds since the search began.
    var seconds: Double {
        let passed = (clock.now - began).components
        return Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
    }

    /// Seconds that are left; nil without a limit.
    var left: Double? { limit.map { max($0 - seconds, 0) } }

    /// How many threads may work at a time; nil for as many as there are processors.
    var threads: Int? { asked.threads }

    var isCancelled: Bool { asked.isCancelled?() ?? false }

    var isOver: Bool { (left ?? 1) <= 0 || isCancelled }

    /// Why a search that is over has ended.
    var termination: Termination { isCancelled ? .cancelled : (left ?? 1) <= 0 ? .timeLimit : .finished }

    /// Options for a part of the search.
    func options(start: SimplexBasis? = nil) -> SolveOptions {
        SolveOptions(timeLimit: left.map { max($0, 1e-3) }, start: start, isCancelled: asked.isCancelled)
    }

    /// Options for a part whose plan is judged by what it costs, or whose bound is worked out from its duals: nobody need look at it twice.
    ///
    /// - Parameter end: when the part ends at the latest, in seconds since the search began.
    func unproved(start: SimplexBasis? = nil, until end: Double = .infinity) -> SolveOptions {
        var options = options(start: start)
        options.isCheckedByCaller = true
        if end < .infinity { options.timeLimit = min(options.timeLimit ?? .infinity, max(end - seconds, 1e-3)) }
        return options
    }

    func report(_ iterations: Int, _ objective: Double?, _ bound: Double?) {
        asked.progress?(SolveProgress(iterations: iterations, objective: objective, bound: bound))
    }
}
