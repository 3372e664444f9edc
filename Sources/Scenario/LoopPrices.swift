// SPDX-License-Identifier: GPL-3.0-or-later

/// Prices that prove that a set of processes makes nothing of nothing.
///
/// If every resource has a price above 0 at which no process gives off more value than it takes in (Σ b w ≤ Σ a w) and no substitution
/// gains any (ratio · w_to ≤ w_from), then no activities leave a surplus: it would have to be worth more than nothing (Farkas). Prices
/// are sought by raising those of the inputs of every process that gains, which settles after some rounds where no loop gains, and never
/// where one does. Failing to settle proves nothing; the linear program decides then.
struct LoopPrices {
    private static let rounds = 64
    /// Beyond this a price is rising without end, and sums of prices could overflow.
    private static let highest = 1e100
    /// Gains within this share are rounding, far below what ``Rules/surplus(of:_:)`` calls a surplus.
    private static let tolerance = 1e-9

    private let flows: LoopFlows
    /// Per resource, the price of what is taken in; 0 for what no member takes in.
    private var price: [Double]
    /// Per resource, the member that raised the price last, or −1.
    private var raiser: [Int]
    /// Whether prices were found.
    private(set) var proveNoSurplus = false
    /// Rings of members that keep raising each other's prices: where a loop that gains is most likely found.
    private(set) var rings: [[Int]] = []

    init(_ members: [Int], _ flows: LoopFlows) {
        self.flows = flows
        price = [Double](repeating: 0, count: flows.links.count)
        raiser = [Int](repeating: -1, count: flows.links.count)
        for process in members { for flow in flows.inputs[process] { price[flow.resource] = 1 } }
        for _ in 0..<Self.rounds {
            let raised = members.filter { raise($0) }
            proveNoSurplus = raised.isEmpty
            if proveNoSurplus { return }
            if price.contains(where: { $0 > Self.highest }) { break }
        }
        rings = findRings(members)
    }

    /// Raises the prices of a process's inputs until they are worth its outputs; says whether they were not.
    private mutating func raise(_ process: Int) -> Bool {
        let taken = flows.inputs[process].reduce(0.0) { $0 + $1.amount * price[$1.resource] }
        let given = flows.outputs[process].reduce(0.0) { $0 + $1.amount * worth(of: $1.resource).value }
        guard given > taken * (1 + Self.tolerance) else { return false }
        for flow in flows.inputs[process] {
            price[flow.resource] *= given / taken
            raiser[flow.resource] = process
        }
        return true
    }

    /// The least price of what is given off at which no link gains, and the input that demands it; what nothing takes is worth little,
    /// but more than nothing.
    private func worth(of resource: Int) -> (value: Double, taker: Int?) {
        var worth: (value: Double, taker: Int?) = (1e-3, nil)
        for target in flows.targets[resource] where price[target] > 0 {
            for link in flows.links[target] where link.from == resource && link.ratio * price[target] > worth.value {
                worth = (link.ratio * price[target], target)
            }
        }
        return worth
    }

    /// Follows from every member the one that raised the price of its most valuable output, which must end in a ring or nowhere.
    private func findRings(_ members: [Int]) -> [[Int]] {
        var next: [Int: Int] = [:], rings: [[Int]] = [], walkOf: [Int: Int] = [:]
        for process in members {
            let outputs = flows.outputs[process].map { ($0.amount, worth(of: $0.resource)) }
            let best = outputs.max { $0.0 * $0.1.value < $1.0 * $1.1.value }
            if let taker = best?.1.taker, raiser[taker] >= 0 { next[process] = raiser[taker] }
        }
        for start in members {
            var path: [Int] = [], process: Int? = start
            while let current = process, walkOf[current] == nil {
                walkOf[current] = start
                path.append(current)
                process = next[current]
            }
            guard let head = process, walkOf[head] == start, let from = path.firstIndex(of: head) else { continue }
            if path.count - from > 1 { rings.append(path[from...].sorted()) }
        }
        return rings
    }
}
