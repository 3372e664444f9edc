// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
public import LinearProgram
public import Scenario

/// All verdicts on a scenario by some sets, and what is missing for them.
public struct Assessment: Sendable {
    /// A criterion and a subject, with the verdict in each state of affairs that is judged.
    public struct Row: Sendable {
        /// The set, the criterion and the subject.
        public var set: String, criterion: Criterion, subject: AssessedSubject
        /// The verdicts, in the order of ``Assessment/moments``.
        public var verdicts: [Verdict]
    }

    /// Something to ask a park, a firm or a project, and the criteria that need it.
    public struct Request: Hashable, Sendable {
        /// Whom to ask, and for what.
        public var subject: Subject, id: String
        /// The criteria that wait for it.
        public var criteria: [String]
    }

    /// What judges.
    public let assessor: Assessor
    /// The sets, in the order in which they were named.
    public let sets: [CriteriaSet]
    /// The states of affairs that are judged: today and the plan, the baseline where there is neither.
    public let moments: [Formula.Moment]
    /// What is judged.
    public let subjects: [AssessedSubject]
    /// By set, criterion and subject.
    public internal(set) var rows: [Row]

    /// Judges `subjects` (nil: all) by the sets named.
    public init(_ assessor: Assessor, by ids: [String], subjects chosen: [AssessedSubject]? = nil) {
        self.assessor = assessor
        sets = ids.compactMap(assessor.catalogue.set)
        let known = assessor.moments.filter { $0 != .baseline }
        let moments = known.isEmpty ? [Formula.Moment.baseline] : known
        let subjects = chosen ?? assessor.subjects
        (self.moments, self.subjects) = (moments, subjects)
        rows = sets.flatMap { set in
            set.criteria.flatMap { criterion in
                subjects.filter { criterion.assessed.contains($0.kind) }.map { subject in
                    Row(
                        set: set.id, criterion: criterion, subject: subject,
                        verdicts: moments.map { assessor.verdict(criterion, in: set.id, on: subject, $0) })
                }
            }
        }
    }

    /// The declarations that are missing, by subject and id, for criteria that are in force.
    public func requests() -> [Request] {
        struct Key: Hashable {
            var subject: Subject
            var id: String
        }
        var criteria: [Key: [String]] = [:]
        for row in rows {
            for verdict in row.verdicts where verdict.result == .evidenceMissing || verdict.result == .figureOnly {
                for case .declaration(let subject, let id) in verdict.gaps {
                    let key = Key(subject: subject, id: id)
                    if criteria[key]?.contains(row.criterion.id) != true { criteria[key, default: []].append(row.criterion.id) }
                }
            }
        }
        let tables = assessor.tables
        func order(_ key: Key) -> [String] { [key.subject.kind.rawValue == "park" ? "0" : "1", tables.id(of: key.subject), key.id] }
        return criteria.keys.map { ($0, order($0)) }.sorted { $0.1.lexicographicallyPrecedes($1.1) }.map { key, _ in
            Request(subject: key.subject, id: key.id, criteria: criteria[key] ?? [])
        }
    }
}

extension Tables {
    /// The id of a park, a firm or a project.
    public func id(of subject: Subject) -> String {
        switch subject {
        case .park(let park): parks[park].id
        case .firm(let firm): firms[firm].id
        case .project(let project): projects[project].id
        }
    }

    /// The subject with an id; nil where no park, firm or project has it.
    public func subject(named id: String) -> Subject? {
        if let park = parks.references.first(where: { parks[$0].id == id }) { return .park(park) }
        if let firm = firms.references.first(where: { firms[$0].id == id }) { return .firm(firm) }
        return projects.references.first { projects[$0].id == id }.map(Subject.project)
    }
}

extension Assessment {
    /// The parks with a criterion that one exchange more inside the park would meet.
    public var parksWithoutExchange: Set<Reference<Park>> {
        Set(
            rows.flatMap(\.verdicts).compactMap { verdict in
                guard case .park(let park) = verdict.subject, case .moreExchanges(_, inPark: true)? = verdict.closings.first else {
                    return nil
                }
                return park
            })
    }

    /// Names, beside “one exchange more inside the park”, the exchange that would cost least, or that there is none.
    ///
    /// - Parameter cheapest: of each park its cheapest exchange; nil where the prices of the plan do not tell.
    public mutating func add(_ cheapest: [Reference<Park>: CheapestExchange]?) {
        guard let cheapest else { return }
        for row in rows.indices {
            for position in rows[row].verdicts.indices {
                let verdict = rows[row].verdicts[position]
                guard case .park(let park) = verdict.subject, case .moreExchanges(_, inPark: true)? = verdict.closings.first,
                    verdict.moment == .plan
                else { continue }
                let way = cheapest[park].map {
                    Closing.exchange(from: $0.from, to: $0.to, resource: $0.resource, costPerUnit: $0.costPerUnit)
                }
                rows[row].verdicts[position].closings.append(way ?? .noCandidateInside)
            }
        }
    }
}

extension Planner {
    /// Of each of `parks`, the exchange inside it that the plan does not use and whose first unit costs least.
    public func cheapestInside(
        _ parks: Set<Reference<Park>>, options: SolveOptions = SolveOptions()
    ) throws(SolverFailure) -> [Reference<Park>: CheapestExchange]? {
        guard !parks.isEmpty, objective == .cost else { return nil }
        let parties = Parties(network), treatment = Treatment(inEveryPlanOf: self, parties)
        return try cheapestUnused(options: options) { candidate in
            let delivery = Treatment.Delivery(candidate, network, parties)
            guard !treatment.isTreatment(delivery) else { return nil }
            return parties.commonPark(delivery.from, delivery.to).flatMap { parks.contains($0) ? $0 : nil }
        }
    }
}
