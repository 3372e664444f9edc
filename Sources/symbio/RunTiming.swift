// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram
internal import Texts

/// Where the processor time of a solve goes, part by part.
struct RunTiming {
    /// The solver whose work is the part ``TimingText/Part/solving``.
    let solver: TimedSolver
    private var seconds: [TimingText.Part: Double] = [:]
    private var part = TimingText.Part.starting, since = 0.0, solved = 0.0

    init(_ solver: any Solver) { self.solver = TimedSolver(solver) }

    /// Begins a part; what was taken since the last one began counts for that, and what of it the solver took for solving.
    mutating func begin(_ next: TimingText.Part) {
        let (now, solvedNow) = (ProcessorTime.seconds, solver.seconds)
        let solving = solvedNow - solved
        if solving > 0 { seconds[.solving, default: 0] += solving }
        seconds[part, default: 0] += max(0, now - since - solving)
        (part, since, solved) = (next, now, solvedNow)
    }

    /// What has been counted, for people; the last part ends here.
    mutating func text() -> TimingText {
        begin(part)
        return TimingText(seconds)
    }
}
