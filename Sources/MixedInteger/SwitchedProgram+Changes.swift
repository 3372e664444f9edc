// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram

extension SwitchedProgram {
    /// The bounds of ``held(_:)`` that change when some switches that are on are switched off; the charges, which are part of its offset, aside.
    ///
    /// What they hold down is 0, and the rows of their least and capacity ask for nothing.
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
}
