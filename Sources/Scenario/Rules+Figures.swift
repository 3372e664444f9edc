// SPDX-License-Identifier: GPL-3.0-or-later

extension Tables {
    /// Figures of the streams and the periods that do not go together or are far from all others.
    func figureFaults() -> [Fault] {
        let given = outputs.indices.map { row in
            Stream(outputs[row].firm, outputs[row].resource, outputs[row].period, outputs[row].quantity, outputs[row].provenance.row)
        }
        let needed = needs.indices.map { row in
            Stream(needs[row].firm, needs[row].resource, needs[row].period, needs[row].quantity, needs[row].provenance.row)
        }
        return streamFaults(of: .outputs, given) + streamFaults(of: .needs, needed) + shareFaults()
    }

    /// What a row of `outputs` and one of `needs` have in common.
    private struct Stream {
        let firm: Reference<Firm>, resource: Reference<Resource>, period: Reference<Period>?, quantity: Double, row: Int32

        init(_ firm: Reference<Firm>, _ resource: Reference<Resource>, _ period: Reference<Period>?, _ quantity: Double, _ row: Int32) {
            (self.firm, self.resource, self.period, self.quantity, self.row) = (firm, resource, period, quantity, row)
        }
    }

    private func streamFaults(of table: Table, _ streams: [Stream]) -> [Fault] {
        var faults: [Fault] = []
        for rows in grouped(streams) where !rows.isEmpty {
            faults += outliers(of: table, rows)
        }
        return faults + mixedPeriods(of: table, streams)
    }

    /// The rows of each resource.
    private func grouped(_ streams: [Stream]) -> [[Stream]] {
        var rows = [[Stream]](repeating: [], count: resources.count)
        for stream in streams where Int(stream.resource.position) < rows.count { rows[Int(stream.resource.position)].append(stream) }
        return rows
    }

    /// Figures over 300 times the median of their resource's rows, where there are three or more: most likely kg were taken for t.
    private func outliers(of table: Table, _ rows: [Stream]) -> [Fault] {
        let factor = 300.0
        guard rows.count >= 3, let largest = rows.lazy.map(\.quantity).max(), let smallest = rows.lazy.map(\.quantity).min(),
            largest > factor * smallest
        else { return [] }
        let sorted = rows.map(\.quantity).sorted()
        let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        // A median of 0 is the mark of rows kept for later, and any figure is infinitely far above it.
        guard median > 0, largest > factor * median else { return [] }
        return rows.filter { $0.quantity > factor * median }.map { stream in
            Fault(
                .value(.farAboveMedian(quantity: stream.quantity, median: median, unit: resources[stream.resource].unit)),
                at: Spot(table, row: Int(stream.row), column: "quantity"))
        }
    }

    /// Rows of a firm and resource that are partly of a period and partly of the year; told at the first row that breaks the rule.
    private func mixedPeriods(of table: Table, _ streams: [Stream]) -> [Fault] {
        guard streams.contains(where: { $0.period != nil }) else { return [] }
        var first: [Int64: Bool] = [:]
        var told: Set<Int64> = []
        var faults: [Fault] = []
        for stream in streams {
            let key = Int64(stream.firm.position) << 32 | Int64(stream.resource.position)
            let hasPeriod = stream.period != nil
            guard let earlier = first[key] else {
                first[key] = hasPeriod
                continue
            }
            guard earlier != hasPeriod, told.insert(key).inserted else { continue }
            faults.append(
                Fault(
                    .combination(.mixedPeriods(firm: firms[stream.firm].id, resource: resources[stream.resource].id)),
                    at: Spot(table, row: Int(stream.row), column: "period")))
        }
        return faults
    }

    private func shareFaults() -> [Fault] {
        guard !periods.isEmpty else { return [] }
        let sum = periods.reduce(0) { $0 + $1.share }
        guard abs(sum - 1) > 1e-6 else { return [] }
        return [Fault(.combination(.sharesDoNotSum(sum: sum)), at: Spot(.periods, column: "share"))]
    }
}
