// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

/// How the gain goes with the size.
extension Screener {
    /// Solves a project at several sizes, and finds the one beyond which one unit more adds nothing.
    mutating func sizes(
        _ project: Reference<Project>, _ parties: Set<Party>, _ declared: PlanValue, _ stream: MainStream?
    ) throws(ScreeningFailure) -> SizeStudy {
        var study = SizeStudy(points: [], saturation: nil, stream: stream)
        for factor in options.sizes.sorted() where factor > 0 {
            if let value = try self.value(scenario.tables.scaling(parties, by: factor), [project], from: declared.start) {
                study.points.append(SizeStudy.Point(factor: factor, gain: added(value)))
            }
        }
        let tables = scenario.tables
        study.saturation = try saturation(parties, with: [project], from: declared.start) { tables.scaling(parties, by: $0) }
        return study
    }

    /// The value of other tables.
    mutating func value(
        _ tables: Tables, _ projects: Set<Reference<Project>>, from start: StartingPoint?
    ) throws(ScreeningFailure) -> PlanValue? {
        guard case .success(let planner) = planner(tables, with: projects) else { return nil }
        return try value(planner, from: start)
    }

    /// What a plan adds to the net benefit without the proposed projects, money a year.
    ///
    /// Fixed costs of plants that stand already are in a baseline as in its plan; those that only the projects bring are no less paid because
    /// of them, and count against what is added.
    func added(_ value: PlanValue) -> Double {
        let gain = value.gain - baseValue.gain - (value.fixedCost - baseValue.fixedCost)
        return abs(gain) <= gainTolerance ? 0 : gain
    }

    /// The smallest size with the largest gain, as far as sizes are looked at.
    ///
    /// The gain is concave in the size and piecewise linear. Beyond the last kink it is flat, so that the value there is known from one large
    /// size; from the left, the tangent of a size reaches that value no later than the gain itself does, and its foot is the next size
    /// (Newton's method), until nothing is missing. Where prices are not known, as with integers, the interval is halved instead.
    mutating func saturation(
        _ parties: Set<Party>, with projects: Set<Reference<Project>> = [], from start: StartingPoint?, _ sized: (Double) -> Tables
    ) throws(ScreeningFailure) -> SizeStudy.Point? {
        let tolerance = 10 * gainTolerance
        guard let most = try value(sized(options.largestSize), projects, from: start),
            let half = try value(sized(options.largestSize / 2), projects, from: most.start),
            abs(added(most) - added(half)) <= tolerance
        else { return nil }
        let goal = added(most)
        // Something is missing at `low`; nothing is at `high`.
        var (low, high) = (1.0, options.largestSize), start = start
        while low > 1e-6 {
            guard let point = try value(sized(low), projects, from: start) else { return nil }
            if goal - added(point) > tolerance { break }
            (high, low) = (low, low / 2)
        }
        // Halving alone is worth many solves of integers, so that it goes to a thousandth only.
        var next = low, precision = 1e-9, isTangent = false
        for _ in 0..<60 where high - low > precision * high {
            guard case .success(let planner) = planner(sized(next), with: projects),
                let point = try value(planner, from: start)
            else { return nil }
            start = point.start
            let missing = goal - added(point), growth = planner.growth(of: parties, at: point)
            if growth == nil { precision = 1e-3 }
            if missing <= tolerance {
                high = next
                // Coming along a tangent from the left, the first size with nothing missing is the kink itself.
                if isTangent { break }
            } else {
                low = next
            }
            // The growth is per relative growth of the parties as they are, `next` times the declared ones.
            let slope = (growth ?? 0) / next
            isTangent = missing > tolerance && slope > 0 && next + missing / slope <= high * (1 + 1e-9)
            next = isTangent ? min(next + missing / slope, high) : (low + high) / 2
        }
        guard let at = try value(sized(high), projects, from: start) else { return nil }
        return SizeStudy.Point(factor: high, gain: added(at))
    }
}
