// SPDX-License-Identifier: GPL-3.0-or-later

extension SwitchLists {
    /// A budget and those that hang together with it most, one after the other.
    func grown(_ seed: Int, _ size: Int) -> [Int] {
        var links = [Int](repeating: 0, count: neighbours.count), isIn = [Bool](repeating: false, count: neighbours.count)
        var budgets = [seed], edge = Set<Int>()
        isIn[seed] = true
        while budgets.count < size {
            for other in neighbours[budgets[budgets.count - 1]] where !isIn[other] {
                links[other] += 1
                edge.insert(other)
            }
            // The share of its neighbours that are in already.
            func share(_ budget: Int) -> Double { Double(links[budget]) / Double(neighbours[budget].count + 5) }
            guard let next = edge.max(by: { (share($0), $1) < (share($1), $0) }) else { break }
            edge.remove(next)
            isIn[next] = true
            budgets.append(next)
        }
        return budgets
    }
}
