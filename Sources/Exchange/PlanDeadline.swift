// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

/// When a plan with a time limit has to stand: what follows the search has its share set aside.
struct PlanDeadline {
    private let clock = ContinuousClock(), began: ContinuousClock.Instant
    private let limit: Double?, size: Int

    /// - Parameter size: rows and columns of the program.
    init(_ options: SolveOptions, size: Int) { (began, limit, self.size) = (clock.now, options.timeLimit, size) }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    }

    /// Seconds for what follows the search: its solves grow with the size of the program. A tenth of the time at most.
    private var reserve: Double { limit.map { min(0.1 * $0, 0.1 + 3e-5 * Double(size)) } ?? 0 }

    /// The search stops that much earlier.
    func options(forSearch options: SolveOptions) -> SolveOptions {
        var options = options
        options.timeLimit = limit.map { $0 - reserve }
        return options
    }

    /// What follows is cancelled when the time is up, all of it together, but has `least` seconds in every case; a part of it has a `share` of
    /// what time is left.
    func options(forRest options: SolveOptions, least: Double = 0, share: Double = 1) -> SolveOptions {
        guard let limit else { return options }
        let spent = seconds, end = max(spent + share * (limit - spent), spent + least)
        var options = options
        options.timeLimit = max(end - spent, 1e-3)
        let asked = options.isCancelled, start = began
        options.isCancelled = { asked?() ?? false || PlanDeadline.seconds(ContinuousClock().now - start) > end }
        return options
    }

    private var seconds: Double { PlanDeadline.seconds(clock.now - began) }
}
