// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension ReportInput {
    /// A copy in which firms, plants and projects stand under codes, and nothing is left that says who they are: no names or ids, no
    /// coordinates of their own, no remarks, no sources that share a word with a name, no exact distances.
    ///
    /// - Parameter key: what the codes are made from; the same key gives the same codes. Without one the input's fingerprint serves, which
    ///   the copy then does not tell.
    public func anonymised(key: String? = nil) -> ReportInput {
        var copy = self
        copy.isAnonymous = true
        copy.tables = tables.withoutRemarks
        copy.hideSources(sharingWordsWith: tables)
        copy.hideResources(naming: tables)
        copy.putCodes(Codes(key: key ?? fingerprint))
        copy.fingerprint = ""
        for index in copy.outcome.exchanges.indices {
            let kilometres = outcome.exchanges[index].kilometres
            copy.outcome.exchanges[index].kilometres = kilometres >= 10 ? (kilometres / 5).rounded() * 5 : kilometres.rounded()
        }
        return copy
    }

    private mutating func putCodes(_ codes: Codes) {
        var codes = codes
        // In the order of ids, so that who gets the longer one of two like codes does not depend on the order of rows.
        for firm in tables.firms.references.sorted(by: { tables.firms[$0].id < tables.firms[$1].id }) {
            let code = codes.code("firm " + tables.firms[firm].id), row = tables.firms[firm]
            tables.firms[Int(firm.position)] = Firm(
                id: "F-" + code, name: Label(english: "Firm \(code)", vietnamese: "Doanh nghiệp \(code)"), park: row.park,
                confidential: row.confidential, project: row.project, provenance: row.provenance)
        }
        for process in tables.processes.references.sorted(by: { tables.processes[$0].id < tables.processes[$1].id }) {
            let code = codes.code("process " + tables.processes[process].id)
            tables.processes[Int(process.position)].id = "P-" + code
            tables.processes[Int(process.position)].name = Label(english: "Plant \(code)", vietnamese: "Cơ sở \(code)")
            tables.processes[Int(process.position)].licences = []
        }
        for project in tables.projects.references.sorted(by: { tables.projects[$0].id < tables.projects[$1].id }) {
            let code = codes.code("project " + tables.projects[project].id)
            tables.projects[Int(project.position)].id = "J-" + code
            tables.projects[Int(project.position)].name = Label(english: "Project \(code)", vietnamese: "Dự án \(code)")
            tables.projects[Int(project.position)].investor = nil
            tables.projects[Int(project.position)].sector = nil
        }
    }

    /// A source that shares a word with the name of a firm, plant or investor may name it. Too many are left out rather than one too few.
    private mutating func hideSources(sharingWordsWith named: Tables) {
        let words = named.namingWords
        for index in tables.settings.sources.indices {
            let source = tables.settings.sources[index]
            let text = [source.id, source.title ?? "", source.publisher ?? "", source.url ?? ""].joined(separator: " ")
            guard !words.isDisjoint(with: text.plainWords) else { continue }
            tables.settings.sources[index] = Source(id: "")
            hiddenSources += 1
        }
    }

    /// A resource whose name holds the whole name or id of a firm or plant is told by its kind.
    private mutating func hideResources(naming named: Tables) {
        let names = named.namingTexts.map(\.plainText).filter { $0.count > 2 }
        for index in tables.resources.indices {
            let resource = tables.resources[index]
            let text = " " + [resource.id, resource.name.english, resource.name.vietnamese ?? ""].joined(separator: " ").plainText + " "
            guard names.contains(where: { text.contains(" \($0) ") }) else { continue }
            let (kind, number) = (resource.kind.name, index + 1)
            tables.resources[index].id = "resource-\(number)"
            tables.resources[index].name = Label(english: "\(kind.english) \(number)", vietnamese: "\(kind.vietnamese) \(number)")
        }
    }
}

extension Tables {
    /// The names and ids of firms and plants.
    fileprivate var namingTexts: [String] {
        let labels: [(String, Label)] = firms.map { ($0.id, $0.name) } + processes.map { ($0.id, $0.name) }
        return labels.flatMap { [$0.0, $0.1.english, $0.1.vietnamese ?? ""] }
    }

    /// The words of the names and ids of firms, plants and investors.
    fileprivate var namingWords: Set<String> {
        let investors = projects.flatMap { [$0.id, $0.investor ?? ""] }
        return Set((namingTexts + investors).flatMap(\.plainWords))
    }

    /// The tables without free remarks and without what people wrote as evidence.
    fileprivate var withoutRemarks: Tables {
        var tables = self
        tables.settings.description = nil
        for index in tables.resources.indices { tables.resources[index].provenance.note = nil }
        for index in tables.parks.indices { tables.parks[index].provenance.note = nil }
        for index in tables.firms.indices { tables.firms[index].provenance.note = nil }
        for index in tables.outputs.indices { tables.outputs[index].provenance.note = nil }
        for index in tables.needs.indices { tables.needs[index].provenance.note = nil }
        for index in tables.qualities.indices { tables.qualities[index].provenance.note = nil }
        for index in tables.substitutions.indices { tables.substitutions[index].provenance.note = nil }
        for index in tables.modes.indices { tables.modes[index].provenance.note = nil }
        for index in tables.routes.indices { tables.routes[index].provenance.note = nil }
        for index in tables.processes.indices { tables.processes[index].provenance.note = nil }
        for index in tables.processFlows.indices { tables.processFlows[index].provenance.note = nil }
        for index in tables.contracts.indices { tables.contracts[index].provenance.note = nil }
        for index in tables.storages.indices { tables.storages[index].provenance.note = nil }
        for index in tables.projects.indices { tables.projects[index].provenance.note = nil }
        for index in tables.declarations.indices {
            tables.declarations[index].provenance.note = nil
            tables.declarations[index].evidence = nil
            if case .text = tables.declarations[index].value { tables.declarations[index].value = .text("") }
        }
        return tables
    }
}

extension String {
    /// The text in small letters, with one blank for whatever is no letter or digit.
    fileprivate var plainText: String { lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") }

    /// Its words of three letters and more.
    fileprivate var plainWords: Set<String> { Set(plainText.split(separator: " ").filter { $0.count > 2 }.map(String.init)) }
}
