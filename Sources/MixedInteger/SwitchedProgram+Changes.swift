// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram

extension SwitchedProgram {
    /// The bounds of ``held(_:)`` that change when some switches that are on are switched off; the charges, which are part of its offset, aside.
    ///
    /// What they hold down is 0, and the rows of their least and capacity ask for nothing.
    ///
    /// - Parameter off: which ones; see ``goingOff(with:_:from:)`` for what cannot stay on without them.
    public func switchingOff(_ off: [Int], from isOn: [Bool]) -> [BoundChange] {
        var changes: [BoundChange] = [], row = flow.rowCount
        let gone = Set(off)
        for (index, s) in switches.enumerated() where isOn[index] {
            let hasRow = (s.least > 0 || s.isCapacity) && !s.isBound
            if gone.contains(index) {
                for member in s.members {
                    changes.append(BoundChange(.column(member.column), lower: min(0, flow.upper[member.column.position]), upper: 0))
                }
                if hasRow { changes.append(BoundChange(.row(RowIndex(row)), lower: -.infinity, upper: .infinity)) }
            }
            if hasRow { row += 1 }
        }
        return changes
    }

    /// The bounds of ``held(_:)`` that change when nothing need be of its least any more.
    public func easingLeasts(from isOn: [Bool]) -> [BoundChange] {
        zip(switches, heldLimits(isOn)).compactMap { s, limit in
            guard s.least > 0, let limit else { return nil }
            switch limit {
            case .row(let row): return BoundChange(.row(RowIndex(row)), lower: -.infinity, upper: s.isCapacity ? s.most : .infinity)
            case .column(let column, let weight):
                let (low, high) = (flow.lower[column.position], flow.upper[column.position])
                return BoundChange(.column(column), lower: low, upper: max(min(high, s.most / weight), low))
            }
        }
    }

    /// The switches that are on and fall short of their least, those that carry nothing among them.
    public func fallingShort(_ x: [Double], from isOn: [Bool]) -> [Int] {
        switches.indices.filter { isOn[$0] && switches[$0].least > 0 && switches[$0].total(x) < switches[$0].least * (1 - 1e-9) }
    }

    /// Some switches that are to be off, and those that are on and ask for a least of what can carry nothing then: what these or `columns` alone hold up.
    public func goingOff(with off: [Int], _ columns: [Int] = [], from isOn: [Bool]) -> [Int] {
        var isEmpty = [Bool](repeating: false, count: flow.columnCount)
        for column in columns { isEmpty[column] = true }
        for s in off { for member in switches[s].members + switches[s].ties { isEmpty[member.column.position] = true } }
        let known = Set(off)
        return off
            + switches.indices.filter { s in
                isOn[s] && switches[s].least > 0 && !known.contains(s) && switches[s].members.allSatisfy { isEmpty[$0.column.position] }
            }
    }

    /// The bounds of ``held(_:)`` that change when a switch that is off is switched on, its charge aside; nil where it brings a row of its own, or
    /// where another switch that is off holds down what it needs.
    public func switchingOn(_ index: Int, from isOn: [Bool]) -> [BoundChange]? {
        let s = switches[index]
        guard s.least == 0, s.isBound || !s.isCapacity else { return nil }
        let own = Set((s.members + s.ties).map(\.column.position))
        for (other, on) in zip(switches.indices, isOn) where !on && other != index {
            if switches[other].members.contains(where: { own.contains($0.column.position) }) { return nil }
        }
        return s.members.map { member in
            let column = member.column.position
            return BoundChange(.column(member.column), lower: flow.lower[column], upper: flow.upper[column])
        }
    }
}
