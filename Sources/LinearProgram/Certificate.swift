// SPDX-License-Identifier: GPL-3.0-or-later

/// The proof of a plan, computed from the program and the answer by code that does not come from the solver.
public struct Certificate: Hashable, Sendable {
    /// The largest primal residual, relative to max(1, |right-hand side|, Σ|a x|).
    public var primalResidual: Double
    /// The largest dual infeasibility, relative to max(unit, |cost|, Σ|a y|), the unit being 1, or the largest cost where all are
    /// smaller; of a row relative to the largest cost; infinity where duals were given that cannot be any.
    public var dualResidual: Double
    /// |primal − dual objective| relative to max(unit, |primal|, |dual|, Σ|c x|); nil where no duals are known.
    public var dualityGap: Double?
    /// The bound that the duals prove.
    public var dualBound: Double?
    /// Whether every residual is within tolerance.
    public var holds: Bool

    /// Makes a certificate.
    public init(primalResidual: Double, dualResidual: Double, dualityGap: Double?, dualBound: Double?, holds: Bool) {
        (self.primalResidual, self.dualResidual, self.dualityGap) = (primalResidual, dualResidual, dualityGap)
        (self.dualBound, self.holds) = (dualBound, holds)
    }
}
