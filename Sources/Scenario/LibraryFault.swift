// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with a row of `types`, or with what the library could make of it.
public enum LibraryFault: Hashable, Sendable {
    /// The library has no such type.
    case unknownType(found: String, nearest: String?)
    /// The capacity is not told in the unit of the type.
    case wrongUnit(found: String, expected: String)
    /// The capacity is outside the usual range, so that the recipe may not hold; a warning.
    case unusualCapacity(type: String, capacity: Double, least: Double, most: Double, unit: String)
    /// Streams of the type whose resources the scenario does not have; a warning.
    case unmatched(type: String, resources: [String])
    /// A stream whose waste code several resources of the scenario have, none of which is taken; a warning.
    case ambiguous(type: String, resource: String, among: [String])
    /// A stream whose resource is measured in another dimension; a warning.
    case otherDimension(type: String, resource: String, Unit, match: String, Unit)
    /// A stream that is a resource of the scenario by its waste code alone, the names being different; a warning.
    case codeAlone(type: String, resource: String, match: String, code: String)
    /// `library.same_as` names something that the library does not have.
    case unknownResource(found: String, nearest: String?)

    /// The stable codes of the family.
    public enum Code: String, CaseIterable, Sendable {
        case unknownType = "T101"
        case wrongUnit = "T102"
        case unusualCapacity = "T103"
        case unmatched = "T104"
        case ambiguous = "T105"
        case otherDimension = "T106"
        case unknownResource = "T107"
        case codeAlone = "T108"
    }

    /// The stable code.
    public var code: String {
        let code: Code =
            switch self {
            case .unknownType: .unknownType
            case .wrongUnit: .wrongUnit
            case .unusualCapacity: .unusualCapacity
            case .unmatched: .unmatched
            case .ambiguous: .ambiguous
            case .otherDimension: .otherDimension
            case .unknownResource: .unknownResource
            case .codeAlone: .codeAlone
            }
        return code.rawValue
    }

    /// Whether the fault stops the run.
    public var severity: Severity {
        switch self {
        case .unknownType, .wrongUnit, .unknownResource: .error
        case .unusualCapacity, .unmatched, .ambiguous, .otherDimension, .codeAlone: .warning
        }
    }
}
