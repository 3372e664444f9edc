// SPDX-License-Identifier: GPL-3.0-or-later
internal import CGLPKGuard
public import LinearProgram

/// The GNU Linear Programming Kit as a ``Solver``. The only module that calls it.
///
/// Each solve makes, loads, solves, reads and frees its problem in one call on one thread, so that solves may run on several threads at once.
public struct GLPKSolver: Solver {
    /// Makes a solver.
    public init() {}

    /// Such as `GLPK 5.0`.
    public var name: String {
        guard let version = unsafe symbio_glpk_version() else { return "GLPK" }
        return unsafe "GLPK " + String(cString: version)
    }

    /// Bytes that GLPK holds on this thread; 0 after every solve.
    public static var memoryInUse: Int { Int(symbio_memory_in_use()) }

    /// Solves `program` by GLPK's primal simplex, and where it has integers by branch and cut after that.
    ///
    /// The objective is scaled by a power of two first, because GLPK judges reduced costs by an absolute tolerance too: money in đồng
    /// and money in billions give the same plan.
    public func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
        if let defect = program.defect() { throw .unfit(defect) }
        var call = GLPKCall(program, options: options)
        return try call.run()
    }
}
