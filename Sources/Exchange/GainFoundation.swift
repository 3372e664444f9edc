// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// How well the gain of a plan is founded: by the weakest figure among the quantities that each exchange and each process rests on.
public struct GainFoundation: Hashable, Sendable {
    /// How a quantity came to be known, the weakest first.
    public enum Ground: Int, Hashable, Sendable, CaseIterable, Comparable {
        /// A typical figure of the library: nobody declared anything.
        case typical
        /// What the scenario's maker assumed, or worked out.
        case illustrative, estimated
        /// The row does not say.
        case unsaid
        /// What the firm says, or a meter.
        case declared, measured

        /// Orders the weakest first.
        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Money a year by ground; the sum is that of all gains of the plan.
    public private(set) var gains: [Ground: Double] = [:]
    /// Typical streams of the plan, in the order of its lists.
    public private(set) var typicalOutputs: [Reference<Output>] = [], typicalNeeds: [Reference<Need>] = []

    /// The gain that rests on typical figures, money a year.
    public var typical: Double { gains[.typical] ?? 0 }
    /// All gains, money a year.
    public var total: Double { Ground.allCases.reduce(0) { $0 + (gains[$1] ?? 0) } }

    /// Judges `outcome`, a plan of `tables`.
    public init(_ outcome: Outcome, _ tables: Tables) {
        var outputs: [Stream: Ground] = [:], needs: [Stream: Ground] = [:], processes: [Party: Ground] = [:]
        for row in tables.outputs {
            let key = Stream(party: .firm(row.firm), resource: row.resource)
            outputs[key] = min(outputs[key] ?? .measured, Ground(row.provenance))
        }
        for row in tables.needs {
            let key = Stream(party: .firm(row.firm), resource: row.resource)
            needs[key] = min(needs[key] ?? .measured, Ground(row.provenance))
        }
        for reference in tables.processes.references { processes[.process(reference)] = Ground(tables.processes[reference].provenance) }
        for exchange in outcome.exchanges {
            let given = outputs[Stream(party: exchange.from, resource: exchange.resource)] ?? processes[exchange.from] ?? .unsaid
            let taken = needs[Stream(party: exchange.to, resource: exchange.asResource)] ?? processes[exchange.to] ?? .unsaid
            gains[min(given, taken), default: 0] += exchange.gain
        }
        for planned in outcome.processes {
            gains[processes[.process(planned.process)] ?? .unsaid, default: 0] += planned.gain
        }
        typicalOutputs = outcome.outputs.map(\.output).filter { tables.outputs[$0].provenance.estimate != nil }
        typicalNeeds = outcome.needs.map(\.need).filter { tables.needs[$0].provenance.estimate != nil }
    }

    private struct Stream: Hashable { var party: Party, resource: Reference<Resource> }
}

extension GainFoundation.Ground {
    /// The ground of a row.
    public init(_ provenance: Provenance) {
        if provenance.estimate != nil {
            self = .typical
            return
        }
        switch provenance.basis {
        case .illustrative: self = .illustrative
        case .estimated: self = .estimated
        case .declared: self = .declared
        case .measured: self = .measured
        case nil: self = .unsaid
        }
    }
}
