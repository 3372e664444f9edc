// SPDX-License-Identifier: GPL-3.0-or-later

extension Tables {
    /// Rows that speak of streams that no row declares, and virgin resources that break the limits of those who may buy them.
    func streamFaults() -> [Fault] {
        let streams = DeclaredStreams(self)
        return qualities.indices.compactMap { danglingQuality($0, streams) } + contracts.compactMap { danglingContract($0, streams) }
            + storages.compactMap { danglingStorage($0, streams) } + virginFaults(streams)
    }

    private func danglingQuality(_ row: Int, _ streams: DeclaredStreams) -> Fault? {
        guard let party = qualities[row].party else { return nil }
        let key = StreamKey(party, qualities[row].resource)
        let isDeclared: Bool
        let kind: ReferenceFault.StreamKind
        switch qualities[row].scope {
        case .virgin: return nil
        case .output: (isDeclared, kind) = (streams.outputs.contains(key), .output)
        case .need: (isDeclared, kind) = (streams.needs.contains(key), .need)
        case .process: (isDeclared, kind) = (streams.outputs.contains(key) || streams.needs.contains(key), .flow)
        }
        guard !isDeclared else { return nil }
        let spot = Spot(.qualities, row: Int(qualities[row].provenance.row), column: "resource")
        return dangling(party, qualities[row].resource, kind, at: spot)
    }

    /// What a contract promises, the giver must have to give.
    private func danglingContract(_ contract: Contract, _ streams: DeclaredStreams) -> Fault? {
        guard !streams.outputs.contains(.init(contract.from, contract.resource)) else { return nil }
        return dangling(
            contract.from, contract.resource, .supply, at: Spot(.contracts, row: Int(contract.provenance.row), column: "resource"))
    }

    /// A storage keeps what its firm or process gives off.
    private func danglingStorage(_ storage: Storage, _ streams: DeclaredStreams) -> Fault? {
        guard !streams.outputs.contains(.init(storage.party, storage.resource)) else { return nil }
        return dangling(
            storage.party, storage.resource, .supply, at: Spot(.storages, row: Int(storage.provenance.row), column: "resource"))
    }

    private func dangling(
        _ party: Party, _ resource: Reference<Resource>, _ kind: ReferenceFault.StreamKind, at spot: Spot
    ) -> Fault {
        Fault(.reference(.noSuchStream(party: id(of: party), resource: resources[resource].id, kind)), at: spot)
    }

    /// The id of a firm or process.
    private func id(of party: Party) -> String {
        switch party {
        case .firm(let firm): firms[firm].id
        case .process(let process): processes[process].id
        }
    }

    /// A virgin resource outside a limit of a need or an input that may buy it.
    private func virginFaults(_ streams: DeclaredStreams) -> [Fault] {
        var values = [[(property: Reference<Property>, value: Double)]](repeating: [], count: resources.count)
        for row in qualities.indices where qualities[row].scope == .virgin {
            if let value = qualities[row].value { values[Int(qualities[row].resource.position)].append((qualities[row].property, value)) }
        }
        return qualities.indices.compactMap { row in
            let resource = qualities[row].resource, known = values[Int(resource.position)]
            guard !known.isEmpty, qualities[row].scope == .need || qualities[row].scope == .process else { return nil }
            let limit = qualities[row]
            // Of several values the last one counts, as everywhere.
            guard let party = limit.party, let value = known.last(where: { $0.property == limit.property })?.value,
                streams.bought.contains(.init(party, resource))
            else { return nil }
            let (tooHigh, tooLow) = (limit.maximum.map { value > $0 } ?? false, limit.minimum.map { value < $0 } ?? false)
            guard tooHigh || tooLow, let broken = tooHigh ? limit.maximum : limit.minimum else { return nil }
            return Fault(
                .combination(.virginOutsideLimit(value: value, limit: broken, firm: id(of: party))),
                at: Spot(.qualities, row: Int(limit.provenance.row), column: tooHigh ? "max" : "min"))
        }
    }
}

/// A firm or process with a resource.
private struct StreamKey: Hashable {
    let bits: UInt64

    init(_ party: Party, _ resource: Reference<Resource>) {
        switch party {
        case .firm(let firm): self.init(firm.position, isProcess: false, resource)
        case .process(let process): self.init(process.position, isProcess: true, resource)
        }
    }

    private init(_ position: Int32, isProcess: Bool, _ resource: Reference<Resource>) {
        bits = UInt64(UInt32(bitPattern: position)) << 32 | UInt64(UInt32(bitPattern: resource.position)) | (isProcess ? 1 << 63 : 0)
    }
}

/// A set of stream keys, faster than one that hashes against attacks: keys are positions, which no file can choose at will.
private struct StreamSet {
    private var slots: [UInt64]

    init(capacity: Int) {
        var size = 8
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: .max, count: size)
    }

    private func slot(of key: StreamKey) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: (key.bits &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
        while slots[slot] != key.bits, slots[slot] != .max { slot = (slot + 1) & mask }
        return slot
    }

    mutating func insert(_ key: StreamKey) { slots[slot(of: key)] = key.bits }

    func contains(_ key: StreamKey) -> Bool { slots[slot(of: key)] == key.bits }
}

/// What firms and processes give off, take in, and may buy new.
private struct DeclaredStreams {
    var outputs: StreamSet, needs: StreamSet, bought: StreamSet

    init(_ tables: Tables) {
        outputs = StreamSet(capacity: tables.outputs.count + tables.processFlows.count)
        needs = StreamSet(capacity: tables.needs.count + tables.processFlows.count)
        bought = needs
        for row in tables.outputs.indices { outputs.insert(StreamKey(.firm(tables.outputs[row].firm), tables.outputs[row].resource)) }
        for row in tables.needs.indices {
            let resource = tables.needs[row].resource, key = StreamKey(.firm(tables.needs[row].firm), resource)
            needs.insert(key)
            if tables.needs[row].virginPrice != nil || tables.resources[Int(resource.position)].virginPrice != nil { bought.insert(key) }
        }
        for flow in tables.processFlows {
            let key = StreamKey(.process(flow.process), flow.resource)
            switch flow.role {
            case .output: outputs.insert(key)
            case .input:
                needs.insert(key)
                if flow.virginPrice != nil { bought.insert(key) }
            }
        }
    }
}
