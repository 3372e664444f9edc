// SPDX-License-Identifier: GPL-3.0-or-later
internal import CGLPKGuard
internal import LinearProgram

/// One call of GLPK: the arrays that go in and those that come back.
struct GLPKCall {
    private let program: LinearProgram, options: SolveOptions
    private let costScale: Double
    private var columnValues: [Double], rowDuals: [Double]
    private var basisColumns: [UInt8], basisRows: [UInt8]

    /// Carries the caller's question through C.
    private final class Asker {
        let isCancelled: @Sendable () -> Bool
        init(_ isCancelled: @escaping @Sendable () -> Bool) { self.isCancelled = isCancelled }
    }

    init(_ program: LinearProgram, options: SolveOptions) {
        self.program = program
        self.options = options
        costScale = GLPKCall.scale(of: program.cost)
        columnValues = [Double](repeating: 0, count: program.columnCount)
        rowDuals = [Double](repeating: 0, count: program.rowCount)
        basisColumns = [UInt8](repeating: 0, count: program.columnCount)
        basisRows = [UInt8](repeating: 0, count: program.rowCount)
    }

    /// A power of two that brings the mean binary exponent of the costs to 1…2, so that scaling loses no digit.
    private static func scale(of costs: [Double]) -> Double {
        var sum = 0, count = 0
        for cost in costs where cost != 0 {
            sum += Int(cost.exponent)
            count += 1
        }
        guard count > 0 else { return 1 }
        return Double(sign: .plus, exponent: -(sum / count), significand: 1)
    }

    mutating func run() throws(SolverFailure) -> Solution {
        var result = unsafe symbio_result()
        let asker = options.isCancelled.map(Asker.init)
        unsafe call(asker, &result)
        if unsafe result.failed != 0 {
            let message = unsafe withUnsafeBytes(of: result.message) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            throw .library(doing: "solve", message: message)
        }
        return unsafe solution(result)
    }

    private mutating func call(_ asker: Asker?, _ result: inout symbio_result) {
        let costs = program.cost.map { $0 * costScale }
        let integers: [UInt8] = program.isInteger.isUnusual ? program.isInteger.all.map { $0 ? 1 : 0 } : []
        var startColumns: [UInt8] = [], startRows: [UInt8] = []
        if let start = options.start, start.columns.count == program.columnCount, start.rows.count == program.rowCount {
            startColumns = start.columns.map(\.rawValue)
            startRows = start.rows.map(\.rawValue)
        }
        let lent = unsafe LentMemory()
        var input = unsafe symbio_program()
        unsafe input.columns = Int32(truncatingIfNeeded: program.columnCount)
        unsafe input.rows = Int32(truncatingIfNeeded: program.rowCount)
        unsafe input.cost = UnsafePointer(lent.copy(costs))
        unsafe input.lower = UnsafePointer(lent.copy(program.lower.all))
        unsafe input.upper = UnsafePointer(lent.copy(program.upper.all))
        unsafe input.row_lower = UnsafePointer(lent.copy(program.rowLower))
        unsafe input.row_upper = UnsafePointer(lent.copy(program.rowUpper))
        unsafe input.starts = UnsafePointer(lent.copy(program.starts))
        unsafe input.row_index = UnsafePointer(lent.copy(program.rows))
        unsafe input.values = UnsafePointer(lent.copy(program.values))
        if !integers.isEmpty { unsafe input.integer = UnsafePointer(lent.copy(integers)) }
        if !startColumns.isEmpty {
            unsafe input.start_columns = UnsafePointer(lent.copy(startColumns))
            unsafe input.start_rows = UnsafePointer(lent.copy(startRows))
        }
        var choice = unsafe symbio_options()
        unsafe choice.time_limit_ms = options.timeLimit.map { Int32(min(max($0 * 1000, 1), 2e9)) } ?? Int32.max
        unsafe choice.scale = options.isScaled ? 0 : 1
        unsafe choice.relative_gap = max(options.relativeGap, 0)
        unsafe choice.node_limit = Int32(clamping: options.nodeLimit ?? 0)
        if let point = options.incumbent, point.count == program.columnCount {
            // GLPK's arrays count from 1.
            unsafe choice.incumbent = UnsafePointer(lent.copy([0] + point))
        }
        if let asker {
            unsafe choice.context = Unmanaged.passUnretained(asker).toOpaque()
            unsafe choice.should_stop = { context in
                guard let context = unsafe context else { return 0 }
                return unsafe Unmanaged<Asker>.fromOpaque(context).takeUnretainedValue().isCancelled() ? 1 : 0
            }
        }
        let values = unsafe lent.copy(columnValues), duals = unsafe lent.copy(rowDuals)
        let columns = unsafe lent.copy(basisColumns), rows = unsafe lent.copy(basisRows)
        unsafe (result.column_values, result.row_duals) = (values, duals)
        unsafe (result.basis_columns, result.basis_rows) = (columns, rows)
        unsafe symbio_solve(&input, &choice, &result)
        unsafe columnValues = Array(UnsafeBufferPointer(start: values, count: columnValues.count))
        unsafe rowDuals = Array(UnsafeBufferPointer(start: duals, count: rowDuals.count))
        unsafe basisColumns = Array(UnsafeBufferPointer(start: columns, count: basisColumns.count))
        unsafe basisRows = Array(UnsafeBufferPointer(start: rows, count: basisRows.count))
        unsafe withExtendedLifetime((lent, asker)) {}
    }

    private func solution(_ result: symbio_result) -> Solution {
        // GLPK's codes, glpk.h: solution status 1 undefined, 2 feasible, 3 infeasible point, 4 none, 5 optimal, 6 unbounded; return 8, 9 limits, 13 stopped, 14 within the gap.
        let code = unsafe result.code, status = unsafe result.status
        let termination: Termination
        if unsafe result.cancelled != 0 {
            termination = .cancelled
        } else if unsafe result.out_of_nodes != 0 {
            termination = .iterationLimit
        } else {
            switch code {
            case 0, 10, 11, 14: termination = .finished
            case 9: termination = .timeLimit
            case 8: termination = .iterationLimit
            case 13: termination = .cancelled
            default: termination = .numericalTrouble
            }
        }
        var primal = PrimalStatus.unknown
        switch status {
        case 5: primal = .optimal
        case 2: primal = .feasible
        case 4: primal = .infeasible
        case 6: primal = .unbounded
        default: if unsafe result.primal_status == 4 { primal = .infeasible }
        }
        if termination != .finished, primal == .optimal { primal = .feasible }
        let hasPoint = primal == .optimal || primal == .feasible
        let isMixed = program.isInteger.isUnusual
        let dual: DualStatus = unsafe result.dual_status == 2 ? .feasible : result.dual_status == 4 ? .infeasible : .unknown
        let statuses = { (bytes: [UInt8]) in bytes.map { BasisStatus(rawValue: $0) ?? .atLower } }
        return unsafe Solution(
            termination: termination, primal: primal, dual: dual,
            objective: hasPoint ? result.objective / costScale + program.offset : .nan,
            bound: result.bound.isFinite ? result.bound / costScale + program.offset : -.infinity,
            columnValues: hasPoint ? columnValues : [],
            rowDuals: isMixed ? [] : rowDuals.map { $0 / costScale },
            basis: SimplexBasis(columns: statuses(basisColumns), rows: statuses(basisRows)),
            iterations: Int(result.iterations))
    }
}
