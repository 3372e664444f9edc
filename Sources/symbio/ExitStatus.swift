// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import LinearProgram

/// The exit codes of the specification.
enum ExitStatus: Int32 {
    case done = 0, failed = 1, usage = 2, invalid = 3, infeasible = 4, stoppedWithPlan = 5, stopped = 6

    /// The code that tells of an outcome.
    init(_ outcome: Outcome) {
        switch outcome.status {
        case .optimal: self = .done
        case .infeasible: self = .infeasible
        case .feasible: self = .stoppedWithPlan
        case .unbounded: self = .failed
        case .unknown: self = outcome.termination == .numericalTrouble ? .failed : .stopped
        }
    }
}
