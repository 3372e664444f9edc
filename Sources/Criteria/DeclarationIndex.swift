// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// The declarations that hold on the day of the assessment, the newest of each subject and criterion.
struct DeclarationIndex: Sendable {
    private struct Key: Hashable {
        var subject: Subject
        var id: String
    }

    private var newest: [Key: Declaration] = [:]

    init(_ tables: Tables, on day: Day) {
        for declaration in tables.declarations where Self.holds(declaration, on: day) {
            let key = Key(subject: declaration.subject, id: declaration.criterion)
            if let known = newest[key], !Self.isNewer(declaration, than: known) { continue }
            newest[key] = declaration
        }
    }

    /// Whether a declaration counts: it has not run out, and is not of a later year.
    static func holds(_ declaration: Declaration, on day: Day) -> Bool {
        (declaration.validUntil.map { day <= $0 } ?? true) && (declaration.year.map { $0 <= day.year } ?? true)
            && (declaration.date.map { $0 <= day } ?? true)
    }

    private static func isNewer(_ declaration: Declaration, than other: Declaration) -> Bool {
        let (year, date) = (declaration.year ?? 0, declaration.date.map { [$0.year, $0.month, $0.day] } ?? [])
        let (otherYear, otherDate) = (other.year ?? 0, other.date.map { [$0.year, $0.month, $0.day] } ?? [])
        return year != otherYear ? year > otherYear : otherDate.lexicographicallyPrecedes(date)
    }

    subscript(subject: Subject, id: String) -> Declaration? { newest[Key(subject: subject, id: id)] }
}

extension Tables {
    /// The number that a park, a firm or a project declares under an id, as of a day; nil where it declares none.
    public func declaredNumber(_ id: String, of subject: Subject, on day: Day) -> Double? {
        guard case .number(let value)? = DeclarationIndex(self, on: day)[subject, id]?.value else { return nil }
        return value
    }
}

extension AssessedSubject {
    /// The subject as declarations name it; nil for the whole scenario, of which nobody declares anything.
    var declaring: Subject? {
        switch self {
        case .network: nil
        case .park(let park): .park(park)
        case .firm(let firm): .firm(firm)
        case .project(let project): .project(project)
        }
    }
}
