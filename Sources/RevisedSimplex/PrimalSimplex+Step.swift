// SPDX-License-Identifier: GPL-3.0-or-later
internal import LinearProgram

extension PrimalSimplex {
    enum StepResult { case done, unbounded, refactor, perturbed }

    /// What ends a step: the row whose variable leaves (−1: the entering variable meets its own other bound), at which side, and how far it goes.
    private struct Block { var row: Int, isAtUpper: Bool, length: Double }

    /// One iteration: `entering` moves until something blocks it.
    mutating func step(_ entering: Int) -> StepResult {
        let reduced = reducedCost(entering), wasPhaseOne = isPhaseOne
        let sign: Double = status[entering] == .atUpper || status[entering] == .free && reduced > 0 ? -1 : 1
        direction.clear()
        program.load(entering, times: 1, into: &direction)
        factor.passLower(&direction)
        spike.copy(direction)
        factor.solveUpper(&direction)
        guard let block = isPhaseOne ? blockOfPhaseOne(entering, sign, abs(reduced)) : block(entering, sign) else {
            return factor.updates > 0 ? .refactor : .unbounded
        }
        if block.length == 0 { degenerateRun += 1 } else if block.length > 0 { degenerateRun = 0 }
        if degenerateRun > 300, !isPerturbed, !isPhaseOne {
            degenerateRun = 0
            perturb()
            return .perturbed
        }
        guard block.row >= 0 else {
            let before = variables[entering].value
            move(entering, sign * block.length)
            setStatus(sign > 0 ? .atUpper : .atLower, of: entering)
            settle(entering, from: before, at: sign > 0 ? variables[entering].upper : variables[entering].lower)
            return settleBreaches(wasPhaseOne)
        }
        let row = block.row, pivot = direction[row]
        inverseRow.clear()
        factor.loadInverseRow(row, into: &inverseRow)
        // The same entry by row and by column: where they differ the factors are worn out.
        var check = 0.0
        if program.isColumn(entering) {
            for k in program.places(entering) { check += program.entries[k].value * inverseRow[Int(program.entries[k].row)] }
        } else {
            check = -inverseRow[entering]
        }
        guard abs(check - pivot) <= 1e-6 * abs(pivot), abs(pivot) > 1e-7 || factor.updates == 0 else { return .refactor }
        release(entering, from: variables[entering].value)
        move(entering, sign * block.length)
        let leaving = Int(head[row])
        setStatus(variables[leaving].lower == variables[leaving].upper ? .fixed : block.isAtUpper ? .atUpper : .atLower, of: leaving)
        settle(leaving, from: 0, at: block.isAtUpper ? variables[leaving].upper : variables[leaving].lower)
        let ratio = reduced / pivot
        addToDuals(inverseRow, times: ratio)
        inverseRow.clear()
        if breach[row] != 0 {
            breach[row] = 0
            breaches -= 1
        }
        head[row] = Int32(truncatingIfNeeded: entering)
        setStatus(.basic, of: entering)
        let oldPivot = factor.pivot(row)
        let newPivot = factor.exchange(at: row, spike: spike)
        let isSound = abs(newPivot - pivot * oldPivot) <= 1e-6 * abs(newPivot)
        let settled = settleBreaches(wasPhaseOne)
        return isSound ? settled : .refactor
    }

    private mutating func move(_ entering: Int, _ length: Double) {
        guard length != 0 else { return }
        variables[entering].value += length
        for place in direction.places {
            let row = Int(place)
            variables[Int(head[row])].value -= length * direction[row]
        }
    }

    /// How far the entering variable can go to its own other bound.
    private func room(_ entering: Int, _ sign: Double) -> Double {
        let variable = variables[entering]
        return max(sign > 0 ? variable.upper - variable.value : variable.value - variable.lower, 0)
    }

    /// Phase 2: the basic variable that first meets a bound. Of those that meet one within the tolerance (Harris 1973) the one with the
    /// largest entry, which keeps the numbers sound.
    private func block(_ entering: Int, _ sign: Double) -> Block? {
        var longest = Double.infinity
        for place in direction.places {
            let entry = sign * direction[Int(place)]
            guard abs(entry) > PrimalSimplex.smallestEntry else { continue }
            let variable = Int(head[Int(place)])
            let bound = entry > 0 ? variables[variable].lower : variables[variable].upper
            guard bound.isFinite else { continue }
            let room =
                (entry > 0 ? variables[variable].value - bound : bound - variables[variable].value) + PrimalSimplex.feasibility
                * (1 + abs(bound))
            longest = min(longest, max(room, 0) / abs(entry))
        }
        let own = room(entering, sign)
        if own <= longest { return own.isFinite ? Block(row: -1, isAtUpper: sign > 0, length: own) : nil }
        var best = -1, largest = 0.0, length = 0.0
        for place in direction.places {
            let entry = sign * direction[Int(place)]
            guard abs(entry) > PrimalSimplex.smallestEntry else { continue }
            let variable = Int(head[Int(place)])
            let bound = entry > 0 ? variables[variable].lower : variables[variable].upper
            guard bound.isFinite else { continue }
            let ratio = (entry > 0 ? variables[variable].value - bound : bound - variables[variable].value) / abs(entry)
            guard ratio <= longest else { continue }
            if abs(entry) > largest || abs(entry) == largest && head[Int(place)] < head[best] {
                (best, largest, length) = (Int(place), abs(entry), max(ratio, 0))
            }
        }
        return best < 0 ? nil : Block(row: best, isAtUpper: sign * direction[best] < 0, length: length)
    }

    /// Phase 1: variables outside their bounds may come in; each that does takes its part of the slope away, and where none is left the step ends.
    private func blockOfPhaseOne(_ entering: Int, _ sign: Double, _ slope: Double) -> Block? {
        var points: [(length: Double, row: Int, isAtUpper: Bool, gain: Double)] = []
        for place in direction.places {
            let row = Int(place), entry = sign * direction[row]
            guard abs(entry) > PrimalSimplex.smallestEntry else { continue }
            let variable = Int(head[row]), x = variables[variable].value, low = variables[variable].lower, high = variables[variable].upper
            // entry > 0: the variable falls.
            if entry > 0 {
                if breach[row] > 0 { points.append(((x - high) / entry, row, true, entry)) }
                if breach[row] >= 0, low.isFinite {
                    points.append((max(x - low, 0) / entry, row, false, breach[row] > 0 ? entry : .infinity))
                }
            } else {
                if breach[row] < 0 { points.append(((x - low) / entry, row, false, -entry)) }
                if breach[row] <= 0, high.isFinite {
                    points.append((max(high - x, 0) / -entry, row, true, breach[row] < 0 ? -entry : .infinity))
                }
            }
        }
        let own = room(entering, sign)
        if own.isFinite { points.append((own, -1, sign > 0, .infinity)) }
        points.sort { ($0.length, $0.row) < ($1.length, $1.row) }
        var left = slope
        for (index, point) in points.enumerated() {
            left -= point.gain
            // Rounding must not leave a hair of slope where nothing is left.
            guard left <= 1e-9 * slope else { continue }
            // Of points at the same length, the largest entry.
            var best = point
            for other in points[...index].reversed() {
                guard other.length >= point.length - 1e-12 * (1 + point.length) else { break }
                if other.row >= 0, best.row < 0 || abs(direction[other.row]) > abs(direction[best.row]) { best = other }
            }
            return Block(row: best.row, isAtUpper: best.isAtUpper, length: best.length)
        }
        return nil
    }

    /// After a step of phase 1: which basic variables are outside their bounds now, and what that changes in the duals.
    private mutating func settleBreaches(_ wasPhaseOne: Bool) -> StepResult {
        guard wasPhaseOne else { return .done }
        var didChange = false
        for place in direction.places {
            let row = Int(place), now = side(of: Int(head[row]))
            guard now != breach[row] else { continue }
            scratch.add(Double(now) - Double(breach[row]), at: row)
            breaches += (now == 0 ? 0 : 1) - (breach[row] == 0 ? 0 : 1)
            breach[row] = now
            didChange = true
        }
        if breaches == 0 {
            scratch.clear()
            computeDuals()
        } else if didChange {
            factor.solveTransposed(&scratch)
            addToDuals(scratch, times: 1)
            scratch.clear()
        }
        return .done
    }
}
