// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
public import Decisions
internal import Exchange
public import Scenario
public import Texts

/// Writes a screening as the JSON that the specification lays down.
public struct ScreeningJSON: Sendable {
    let screening: Screening
    let tables: Tables
    let attraction: Attraction?
    let facts: RunFacts
    let language: Language

    /// Prepares to write; sentences in it are in `language`.
    public init(_ screening: Screening, _ attraction: Attraction?, of scenario: Scenario, facts: RunFacts, language: Language) {
        (self.screening, self.attraction, tables, self.facts, self.language) = (screening, attraction, scenario.tables, facts, language)
    }

    /// The whole document in UTF-8, as `screen --json` prints it.
    public func document() -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("format", 1)
            writer.member("scenario", tables.settings.id)
            writer.member("weights") { object in
                object.object {
                    for measure in screening.weights.measures {
                        $0.member(named: measure.rawValue) { $0.number(screening.weights[measure]) }
                    }
                }
            }
            writer.member("weightings", Ranking.draws)
            projects(&writer)
            pairs(&writer)
            writer.member("best") { if let best = screening.best { self.best(best, &$0) } else { $0.text(nil) } }
            writer.member("attract") { if let attraction { self.attraction(attraction, &$0) } else { $0.text(nil) } }
            estimates(&writer)
            writer.member("provenance") { provenance in
                provenance.object {
                    $0.member("version", Product.version)
                    $0.member("solver", screening.base.solver)
                    $0.member("input_sha256", facts.inputSHA256)
                    $0.member("solves", screening.effort.solves)
                    $0.member("iterations", screening.effort.iterations)
                    $0.member("seconds", facts.seconds)
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    /// What of the plan without projects rests on typical streams that nobody declared.
    private func estimates(_ writer: inout JSONWriter) {
        let foundation = GainFoundation(screening.base, tables)
        writer.member("estimates") { writer in
            writer.object { object in
                object.member("gain", foundation.typical)
                object.member("of", foundation.total)
                object.member("outputs", objects: tables.outputs.filter { $0.provenance.estimate != nil }) { writer, row in
                    stream(row.firm, row.resource, row.quantity, row.provenance, &writer)
                }
                object.member("needs", objects: tables.needs.filter { $0.provenance.estimate != nil }) { writer, row in
                    stream(row.firm, row.resource, row.quantity, row.provenance, &writer)
                }
            }
        }
    }

    private func stream(
        _ firm: Reference<Firm>, _ resource: Reference<Resource>, _ quantity: Double, _ provenance: Provenance, _ object: inout JSONWriter
    ) {
        object.member("firm", tables.firms[firm].id)
        object.member("resource", tables.resources[resource].id)
        object.member("quantity", quantity)
        object.estimate(provenance)
    }

    private func projects(_ writer: inout JSONWriter) {
        let names = ScenarioNames(tables)
        writer.member("projects", objects: screening.projects.enumerated()) { object, entry in
            let (index, project) = entry, row = tables.projects[entry.1.project]
            object.member("id", row.id)
            object.member("rank", index + 1)
            object.member("status", project.status.rawValue)
            object.member("score", project.score)
            object.member("first_share", project.firstShare)
            object.member("first_three_share", project.firstThreeShare)
            object.member("unknown", texts: project.unknown.map(\.rawValue))
            object.member("investment", row.capex)
            object.member("land_ha", row.landHectares)
            object.member("jobs", row.jobs)
            object.member("payback_years", project.paybackYears)
            object.member("adds") { if let effect = project.effect { self.effect(effect, &$0) } else { $0.text(nil) } }
            object.member("partners", objects: project.partners) { partner($1, &$0) }
            object.member("opened", objects: project.opened) { change($1, &$0) }
            object.member("displaced", objects: project.displaced) { change($1, &$0) }
            object.member("size") { if let size = project.size { self.size(size, &$0) } else { $0.text(nil) } }
            object.member("even_prices", objects: project.prices) { price($1, &$0) }
            object.member("criteria") { if let criteria = project.criteria { self.criteria(criteria, &$0) } else { $0.text(nil) } }
            object.member("blockers", objects: project.blockers) { object, blocker in
                object.member("kind", blocker.kind)
                object.member("resource", blocker.resource.map { tables.resources[$0].id })
                object.member("text", blocker.text(names)[language])
            }
        }
    }

    private func criteria(_ criteria: ScreenedCriteria, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("verdicts", objects: criteria.verdicts) { object, verdict in
                object.member("set", verdict.set)
                object.member("criterion", verdict.criterion.id)
                object.member("subject", subject(verdict.subject))
                object.member("verdict", verdict.result.keyword)
            }
            $0.member("changes", objects: criteria.changes) { object, change in
                object.member("set", change.after.set)
                object.member("criterion", change.after.criterion.id)
                object.member("subject", subject(change.after.subject))
                object.member("before", change.before.result.keyword)
                object.member("after", change.after.result.keyword)
            }
            $0.member("requests", objects: criteria.requests) { object, request in
                object.member("subject", tables.id(of: request.subject))
                object.member("declaration", request.id)
                object.member("criteria", texts: request.criteria)
            }
        }
    }

    private func subject(_ subject: AssessedSubject) -> String {
        switch subject {
        case .network: tables.settings.id
        case .park(let park): tables.parks[park].id
        case .firm(let firm): tables.firms[firm].id
        case .project(let project): tables.projects[project].id
        }
    }

    private func effect(_ effect: ProjectEffect, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("gain", effect.gain)
            $0.member("ghg", effect.ghg)
            $0.member("waste", effect.waste)
            $0.member("virgin", effect.virgin)
            $0.member("water", effect.water)
            $0.member("energy", effect.energy)
            $0.member("cost_change", effect.costChange)
            $0.member("ghg_change", effect.ghgChange)
            $0.member("waste_change", effect.wasteChange)
            $0.member("virgin_change", effect.virginChange)
        }
    }

    func partner(_ link: PartnerLink, _ object: inout JSONWriter) {
        object.member("partner", tables.id(link.partner))
        object.member("partner_gives", link.partnerGives)
        object.member("resource", tables.resources[link.resource].id)
        object.member("as", tables.resources[link.asResource].id)
        object.member("quantity", link.quantity)
        object.member("km", link.kilometres)
        object.member("gain", link.gain)
    }

    private func change(_ change: LinkChange, _ object: inout JSONWriter) {
        object.member("from", tables.id(change.from))
        object.member("to", tables.id(change.to))
        object.member("resource", tables.resources[change.resource].id)
        object.member("as", tables.resources[change.asResource].id)
        object.member("before", change.before)
        object.member("after", change.after)
        object.member("rival", change.isRival)
    }

    private func size(_ size: SizeStudy, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("points", objects: size.points) { point($1, &$0) }
            $0.member("saturation") { writer in
                if let end = size.saturation { writer.object { point(end, &$0) } } else { writer.text(nil) }
            }
        }
    }

    private func point(_ point: SizeStudy.Point, _ object: inout JSONWriter) {
        object.member("factor", point.factor)
        object.member("gain", point.gain)
    }

    private func price(_ price: EvenPrice, _ object: inout JSONWriter) {
        object.member("party", tables.id(price.stream.party))
        object.member("resource", tables.resources[price.stream.resource].id)
        object.member("role", price.stream.isSupply ? "output" : "input")
        object.member("margin", price.margin)
        object.member("reference", price.reference)
        object.member("ends_project", price.endsProject)
    }

    private func pairs(_ writer: inout JSONWriter) {
        writer.member("pairs", objects: screening.pairs) { object, pair in
            object.member("first", tables.projects[pair.first].id)
            object.member("second", tables.projects[pair.second].id)
            object.member("together", pair.together)
            object.member("interaction", pair.interaction)
        }
    }

    private func best(_ best: BestSet, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("land_limit", best.land)
            $0.member("investment_limit", best.investment)
            $0.member("projects", texts: best.projects.map { tables.projects[$0].id })
            $0.member("gain", best.gain)
            $0.member("land_ha", best.landUsed)
            $0.member("investment", best.investmentUsed)
            $0.member("park_land", objects: best.parkLand) { object, room in
                object.member("park", tables.parks[room.park].id)
                object.member("available", room.available)
                object.member("used", room.used)
            }
            $0.member("undeclared", texts: best.undeclared.map { tables.projects[$0].id })
            $0.member("proved", best.isProved)
        }
    }
}

extension Blocker {
    /// The word for the kind of blocker.
    fileprivate var kind: String {
        switch self {
        case .nobody: "nobody"
        case .excluded(_, _, let pairs): pairs.first.map { $0.rule.rawValue } ?? "excluded"
        case .price: "price"
        case .idle: "idle"
        case .unpriced: "unpriced"
        case .evidence: "evidence"
        case .infeasible: "infeasible"
        case .unproved: "unproved"
        case .fault(let fault): fault.kind.code
        case .noStreams: "no-streams"
        case .noRoom: "land"
        }
    }

    fileprivate var resource: Reference<Resource>? {
        switch self {
        case .nobody(let resource, _), .excluded(let resource, _, _), .price(let resource, _, _), .idle(let resource, _, _, _),
            .unpriced(let resource):
            resource
        case .evidence, .infeasible, .unproved, .fault, .noStreams, .noRoom: nil
        }
    }
}
