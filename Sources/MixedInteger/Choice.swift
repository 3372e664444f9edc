// SPDX-License-Identifier: GPL-3.0-or-later

/// A plan of a switched program: the switches, the flows that are best for them, and what it comes to.
struct Choice: Sendable {
    var isOn: [Bool]
    /// One value per column of the flows.
    var x: [Double]
    var objective: Double
}

extension SwitchedProgram {
    /// Whether Σ of a switch is more than rounding.
    func carries(_ s: Int, _ x: [Double]) -> Bool {
        let total = switches[s].total(x)
        return total > 1e-9 * max(1, min(switches[s].most, 1e12))
    }

    /// By how much a switch falls short of its least; 0 where it carries nothing or enough.
    func shortfall(_ s: Int, _ x: [Double]) -> Double {
        guard switches[s].least > 0, carries(s, x) else { return 0 }
        let missing = switches[s].least - switches[s].total(x)
        return missing > 1e-9 * switches[s].least ? missing : 0
    }

    /// Whether nothing falls short of its least.
    func keepsLeasts(_ x: [Double]) -> Bool { switches.indices.allSatisfy { shortfall($0, x) == 0 } }

    /// Whether no budget is overdrawn.
    func keepsBudgets(_ isOn: [Bool]) -> Bool {
        budgets.allSatisfy { budget in budget.switches.reduce(0) { $0 + (isOn[$1] ? 1 : 0) } <= budget.most }
    }
}
