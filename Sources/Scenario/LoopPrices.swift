// SPDX-License-Identifier: GPL-3.0-or-later

/// Prices that prove that a set of processes makes nothing of nothing.
///
/// If every resource has a price above 0 at which no process gives off more value than it takes in (Σ b w ≤ Σ a w) and no substitution
/// gains any (ratio · w_to ≤ w_from), then no activities leave a surplus: it would have to be worth more than nothing (Farkas). Prices
/// are sought by raising those of the inputs of every process that gains, which settles after some rounds where no loop gains, and never
/// where one does. Failing to settle proves nothing; the linear program decides then.
struct LoopPrices {
    private static let rounds = 64
    /// Gains within this share are rounding, as in ``Rules/surplus(of:_:)``.
    private static let tolerance = 1e-9

    /// Whether prices were found.
    private(set) var proveNoSurplus = false
    /// The processes whose inputs still rose in the last half of the rounds.
    private(set) var rising: [Int] = []

    init(_ members: [Int], _ flows: LoopFlows) {
        var price = [Double](repeating: 0, count: flows.links.count)
        for process in members { for flow in flows.inputs[process] { price[flow.resource] = 1 } }
        var rose: Set<Int> = []
        for round in 0..<Self.rounds {
            var isSettled = true
            for process in members {
                let taken = flows.inputs[process].reduce(0.0) { $0 + $1.amount * price[$1.resource] }
                let given = flows.outputs[process].reduce(0.0) { $0 + $1.amount * Self.worth(of: $1.resource, price, flows) }
                guard given > taken * (1 + Self.tolerance), taken > 0 else { continue }
                isSettled = false
                for flow in flows.inputs[process] { price[flow.resource] *= given / taken }
                if round >= Self.rounds / 2 { rose.insert(process) }
            }
            if isSettled {
                proveNoSurplus = true
                return
            }
        }
        rising = rose.sorted()
    }

    /// The least price at which no link gains; what nothing takes is worth little, but more than nothing.
    private static func worth(of resource: Int, _ price: [Double], _ flows: LoopFlows) -> Double {
        var worth = 1e-3
        for target in flows.targets[resource] where price[target] > 0 {
            for link in flows.links[target] where link.from == resource { worth = max(worth, link.ratio * price[target]) }
        }
        return worth
    }
}
