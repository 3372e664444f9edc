// SPDX-License-Identifier: GPL-3.0-or-later

/// Turns firms that give only their type and capacity into outputs and needs, each marked as estimated and with its range.
///
/// What a firm has declared of a resource always stands: the library's figure for it is left out. Of two types of one firm that share a
/// resource the amounts add up.
public struct TypicalStreams: Sendable {
    /// The streams, in the order of the rows of `types`; the row of each is that of `types`.
    public private(set) var outputs: [Output] = [], needs: [Need] = []

    private let matching: ResourceMatching, tables: Tables
    private let givenOff: Set<Stream>, needed: Set<Stream>
    private var outputIndex: [Stream: Int] = [:], needIndex: [Stream: Int] = [:]

    private struct Stream: Hashable { var firm: Reference<Firm>, resource: Reference<Resource> }

    /// Begins with what `tables` declare.
    public init(_ tables: Tables, _ matching: ResourceMatching) {
        (self.tables, self.matching) = (tables, matching)
        givenOff = Set(tables.outputs.map { Stream(firm: $0.firm, resource: $0.resource) })
        needed = Set(tables.needs.map { Stream(firm: $0.firm, resource: $0.resource) })
    }

    /// Adds the streams of one row; returns what could not be matched.
    public mutating func add(_ row: TypedFirm, _ type: FirmType) -> [LibraryFault] {
        var faults: [LibraryFault] = [], unmatched: [String] = []
        for (stream, isOutput) in type.gives.map({ ($0, true) }) + type.takes.map({ ($0, false) }) {
            guard !isReplaced(stream, in: type) else { continue }
            switch matching.match(stream.resource) {
            case .absent: unmatched.append(stream.resource)
            case .ambiguous(let references):
                let ids = references.map { tables.resources[$0].id }.sorted()
                faults.append(.ambiguous(type: type.id, resource: stream.resource, among: ids))
            case .otherDimension(let reference):
                let resource = tables.resources[reference]
                if let unit = matching.unit(stream.resource) {
                    faults.append(
                        .otherDimension(type: type.id, resource: stream.resource, unit, match: resource.id, resource.unit))
                }
            case .resource(let reference, let factor):
                if matching.matchByCodeAlone(stream.resource) != nil {
                    let resource = tables.resources[reference]
                    faults.append(
                        .codeAlone(type: type.id, resource: stream.resource, match: resource.id, code: resource.wasteCode ?? ""))
                }
                add(stream, row, reference, row.capacity * factor, isOutput: isOutput)
            }
        }
        if !unmatched.isEmpty { faults.append(.unmatched(type: type.id, resources: unmatched)) }
        return faults
    }

    /// Whether one of the resources in whose place the stream stands counts already.
    private func isReplaced(_ stream: TypicalStream, in type: FirmType) -> Bool {
        stream.insteadOf.contains { other in
            guard type.takes.contains(where: { $0.resource == other }) || type.gives.contains(where: { $0.resource == other }),
                case .resource = matching.match(other)
            else { return false }
            return true
        }
    }

    private mutating func add(
        _ stream: TypicalStream, _ row: TypedFirm, _ resource: Reference<Resource>, _ size: Double, isOutput: Bool
    ) {
        let key = Stream(firm: row.firm, resource: resource)
        guard !(isOutput ? givenOff : needed).contains(key) else { return }
        var provenance = row.provenance
        provenance.basis = .estimated
        provenance.estimate = Estimate(
            low: stream.low * size, high: stream.high * size, type: row.type, confidence: stream.confidence)
        let quantity = stream.perUnit * size
        if isOutput, let index = outputIndex[key] {
            outputs[index].quantity += quantity
            outputs[index].provenance.widen(by: provenance.estimate)
        } else if isOutput {
            outputIndex[key] = outputs.count
            outputs.append(Output(firm: row.firm, resource: resource, quantity: quantity, provenance: provenance))
        } else if let index = needIndex[key] {
            needs[index].quantity += quantity
            needs[index].provenance.widen(by: provenance.estimate)
        } else {
            needIndex[key] = needs.count
            needs.append(Need(firm: row.firm, resource: resource, quantity: quantity, provenance: provenance))
        }
    }
}

extension Provenance {
    fileprivate mutating func widen(by other: Estimate?) {
        guard let other, let own = estimate else { return }
        estimate = Estimate(low: own.low + other.low, high: own.high + other.high, type: own.type, confidence: own.confidence)
    }
}
