// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension FirmType {
    /// What a plant of this capacity takes in and gives off a year: t of all that is weighed, or MWh, whichever is more.
    func moved(_ library: FirmTypeLibrary, at capacity: Double) -> Double {
        func sum(_ dimension: Dimension, in unit: Unit) -> Double {
            (gives + takes).reduce(0) { sum, stream in
                guard let own = library.resource(stream.resource)?.unit, own.dimension == dimension else { return sum }
                return sum + (own.convert(stream.perUnit, to: unit) ?? 0) * capacity
            }
        }
        let product = Unit(rawValue: self.unit).flatMap { $0.convert(capacity, to: .tonne) ?? $0.convert(capacity, to: .megawattHour) } ?? 0
        return max(sum(.mass, in: .tonne), sum(.energy, in: .megawattHour), product)
    }
}

/// A firm of a type, as rows that can be put behind those of a scenario.
struct Newcomer {
    let type: FirmType, park: Reference<Park>
    /// Streams that count, ids of those that the scenario does not know, and needs without a price.
    private(set) var counted = 0, unmatched: [String] = [], unpriced: [NewcomerResource] = []
    private var streams: [Stream] = []
    private let licences: [String]

    private struct Stream { var stream: TypicalStream, resource: Reference<Resource>, factor: Double, isOutput: Bool, isUnpriced: Bool }

    /// How large each figure of the recipe is taken.
    enum Recipe { case usual, low, high }

    init(_ type: FirmType, in park: Reference<Park>, _ ground: NewcomerGround) {
        (self.type, self.park) = (type, park)
        let tables = ground.tables
        var licences: [String] = [], seen: Set<SeenStream> = []
        for (stream, isOutput) in type.gives.map({ ($0, true) }) + type.takes.map({ ($0, false) }) {
            guard !stream.insteadOf.contains(where: { ground.resource($0, isOutput: isOutput) != nil }) else { continue }
            guard let (resource, factor) = ground.resource(stream.resource, isOutput: isOutput, isProduct: stream.isProduct) else {
                unmatched.append(stream.resource)
                continue
            }
            // Two streams of the library that are one resource here: the first counts, a firm has one row for each.
            guard seen.insert(SeenStream(resource: ground.meaning(resource), isOutput: isOutput)).inserted else { continue }
            let row = tables.resources[resource], isUnpriced = !isOutput && row.virginPrice == nil
            streams.append(Stream(stream: stream, resource: resource, factor: factor, isOutput: isOutput, isUnpriced: isUnpriced))
            if isUnpriced { unpriced.append(ground.meaning(resource)) }
            // Who is invited for what it takes would get the licence for it.
            if !isOutput {
                var taken = ground.standIns(resource)
                if case .known(let same) = ground.meaning(resource) { taken.append(same) }
                licences += taken.map { tables.resources[$0] }.filter(\.hazardous).map(\.id)
            }
        }
        counted = streams.count
        self.licences = licences
    }

    private struct SeenStream: Hashable { var resource: NewcomerResource, isOutput: Bool }

    /// The id of the firm: one that no scenario is likely to have, and that tells what it is.
    var id: String { "new." + type.id }

    /// The usual capacity in the middle: the geometric mean of the least and the most.
    var middle: Double {
        let least = max(type.leastCapacity, type.mostCapacity / 1e6)
        return least > 0 ? (least * type.mostCapacity).squareRoot() : type.mostCapacity / 2
    }

    /// Puts the firm with `capacity` behind the rows of `tables`.
    func join(_ tables: inout Tables, capacity: Double, recipe: Recipe = .usual) {
        let firm = Reference<Firm>(tables.firms.count), provenance = Provenance(row: -1, basis: .estimated)
        tables.firms.append(
            Firm(id: id, name: type.name, park: park, sector: type.sector, licences: licences, provenance: provenance))
        // How far it would be from a firm whose place nobody knows cannot be told: between them nothing moves.
        for other in tables.firms.references.dropLast() where tables.isApart(other, from: park) {
            tables.routes.append(Route(ends: .firms(from: firm, to: other), kilometres: 0, isOpen: false, provenance: provenance))
        }
        for entry in streams {
            let perUnit =
                switch recipe {
                case .usual: entry.stream.perUnit
                case .low: entry.stream.low
                case .high: entry.stream.high
                }
            let quantity = perUnit * entry.factor * capacity
            if entry.isOutput {
                tables.outputs.append(Output(firm: firm, resource: entry.resource, quantity: quantity, provenance: provenance))
            } else {
                tables.needs.append(
                    Need(
                        firm: firm, resource: entry.resource, quantity: quantity, virginPrice: entry.isUnpriced ? 0 : nil,
                        provenance: provenance))
            }
        }
    }
}

extension Tables {
    /// Whether no distance can be told between a firm and a newcomer in `park` without a route of their own.
    fileprivate func isApart(_ firm: Reference<Firm>, from park: Reference<Park>) -> Bool {
        let other = firms[firm]
        guard other.park != park else { return false }
        let isPlaced = other.coordinates != nil || other.park.flatMap { parks[$0].coordinates } != nil
        return !isPlaced || parks[park].coordinates == nil
    }
}
