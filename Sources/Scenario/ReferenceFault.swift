// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with an id or a reference.
public enum ReferenceFault: Hashable, Sendable {
    /// The id stands in no row of the tables that it should name; `nearest` is a known id that is likely to be meant.
    case unknown([Table], found: String, nearest: String?)
    /// The id has characters that ids do not have.
    case badCharacters(found: String, mended: String)
    /// The id is longer than 64 characters.
    case tooLong(found: String)
    /// The id is reserved.
    case reserved(String)
    /// Parks, firms, processes and projects share one space of ids, and another of them has this one.
    case takenBy(Table, found: String)
    /// The id names a thing of another kind.
    case wrongKind(found: String, table: Table, expected: [Table])
    /// The name of a row stands where its id should.
    case nameInsteadOfID(found: String, id: String)
    /// No source of `scenario.yaml` has the id.
    case unknownSource(found: String, nearest: String?)
    /// A licence names neither a resource nor a resource's waste code; a warning, for firms hold licences for other things too.
    case unknownLicence(found: String, nearest: String?)
    /// What a mode carries is neither a resource nor a kind of resource.
    case unknownCargo(found: String, nearest: String?)
    /// A list with a comma or a bar between its entries.
    case wrongListMark(found: String, mended: String)
    /// Two ids of a table differ in capitals only; a warning.
    case differInCapitals(String, other: String)
    /// A row speaks of a stream that no row declares, such as the quality of an output that the firm does not have; a warning.
    case noSuchStream(party: String, resource: String, StreamKind)
    /// Both ends of a row are the same.
    case sameEnds(String)
    /// A variant takes out a row that its base does not have.
    case removesNothing(key: String)
    /// Several cells name rows of a table that is missing, or has no rows; this is the first of them.
    case noRows(Table, found: String, cells: Int, isMissing: Bool)

    /// The kind of stream that a row of another table speaks of.
    public enum StreamKind: String, Hashable, Sendable {
        /// An output, a need, a flow of a process, either of the two that give something off.
        case output, need, flow, supply
    }

    /// The stable codes of the family.
    public enum Code: String, CaseIterable, Sendable {
        case unknown = "R101"
        case badCharacters = "R102"
        case tooLong = "R103"
        case reserved = "R104"
        case takenBy = "R105"
        case wrongKind = "R106"
        case nameInsteadOfID = "R107"
        case unknownSource = "R108"
        case unknownLicence = "R109"
        case unknownCargo = "R110"
        case wrongListMark = "R111"
        case differInCapitals = "R112"
        case noSuchStream = "R113"
        case sameEnds = "R114"
        case removesNothing = "R115"
        case noRows = "R116"
    }

    /// The stable code.
    public var code: String { kind.rawValue }

    /// Whether the fault stops the run.
    public var severity: Severity {
        switch self {
        case .unknownLicence, .differInCapitals, .noSuchStream: .warning
        default: .error
        }
    }

    private var kind: Code {
        switch self {
        case .unknown: .unknown
        case .badCharacters: .badCharacters
        case .tooLong: .tooLong
        case .reserved: .reserved
        case .takenBy: .takenBy
        case .wrongKind: .wrongKind
        case .nameInsteadOfID: .nameInsteadOfID
        case .unknownSource: .unknownSource
        case .unknownLicence: .unknownLicence
        case .unknownCargo: .unknownCargo
        case .wrongListMark: .wrongListMark
        case .differInCapitals: .differInCapitals
        case .noSuchStream: .noSuchStream
        case .sameEnds: .sameEnds
        case .removesNothing: .removesNothing
        case .noRows: .noRows
        }
    }
}
