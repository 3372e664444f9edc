// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Reads the settings from the merged nodes of `scenario.yaml`.
struct SettingsReader: NodeReading {
    var faults: [LocatedFault] = []
    var places: [String: SettingNode.Place] = [:]
    let root: SettingNode

    init(_ root: SettingNode) { self.root = root }

    /// The keys of the format, by the key that they stand under.
    static let keys: [String: [String]] = [
        "": [
            "format", "id", "name", "description", "currency", "year", "objective", "carbon_price", "discount_rate", "distance",
            "exchange", "criteria", "sources", "extends", "library",
        ],
        "name": ["en", "vi"], "description": ["en", "vi"], "objective": ["weights"],
        "objective.weights": ["cost", "ghg", "waste", "virgin"], "distance": ["detour", "same_park_km", "crs"],
        "exchange": ["within_firm", "min_quantity", "max_partners"], "library": ["same_as"],
        "sources": ["id", "title", "publisher", "year", "url"],
    ]

    /// A detour or a rate of a thousand is none, so there three decimals are plainly meant.
    static func mayBeThousands(_ key: String) -> Bool {
        let figures: Set = [
            "year", "carbon_price", "distance.same_park_km", "exchange.min_quantity", "exchange.max_partners", "sources.year",
        ]
        return figures.contains(key) || key.hasPrefix("objective.weights.")
    }

    /// All settings; what is not given or faulty has its default.
    mutating func read() -> Settings {
        let top = entries(of: root, under: "")
        checkFormat(top["format"])
        var settings = Settings(
            id: identifier(top["id"], "id") ?? "", currency: currency(top["currency"]) ?? "USD",
            year: year(top["year"], "year", isRequired: true) ?? 2000)
        settings.name = label(top["name"], "name")
        settings.description = label(top["description"], "description")
        settings.objective = objective(top["objective"])
        settings.carbonPrice = number(top["carbon_price"], "carbon_price", nil) ?? settings.carbonPrice
        settings.discountRate = number(top["discount_rate"], "discount_rate", .rate) ?? settings.discountRate
        readDistance(top["distance"], &settings)
        readExchange(top["exchange"], &settings)
        settings.criteria = criteria(top["criteria"])
        settings.sources = sources(top["sources"])
        settings.sameAs = sameAs(entries(of: top["library"], under: "library")["same_as"])
        return settings
    }

    private mutating func readDistance(_ node: SettingNode?, _ settings: inout Settings) {
        let entries = entries(of: node, under: "distance")
        settings.detour = number(entries["detour"], "distance.detour", .positive) ?? settings.detour
        settings.sameParkKilometres =
            number(entries["same_park_km"], "distance.same_park_km", .notNegative) ?? settings.sameParkKilometres
        settings.coordinateSystem = text(entries["crs"], "distance.crs") ?? settings.coordinateSystem
    }

    private mutating func readExchange(_ node: SettingNode?, _ settings: inout Settings) {
        let entries = entries(of: node, under: "exchange")
        settings.withinFirm = truth(entries["within_firm"], "exchange.within_firm") ?? settings.withinFirm
        settings.minimumQuantity =
            number(entries["min_quantity"], "exchange.min_quantity", .notNegative) ?? settings.minimumQuantity
        settings.maximumPartners = wholeNumber(entries["max_partners"], "exchange.max_partners", .notNegative)
    }

    /// What resources of the library are in the scenario: keys are the library's ids, values the scenario's; blank: the scenario has none.
    private mutating func sameAs(_ node: SettingNode?) -> [String: String?] {
        guard let node, !node.isNull else { return [:] }
        guard case .mapping(let entries) = node.content else {
            report(.file(.wrongForm(found: node.form, expected: .mapping)), node.place, "library.same_as")
            return [:]
        }
        var found: [String: String?] = [:]
        for (key, keyPlace, child) in entries {
            places["library.same_as." + key] = keyPlace
            found[key] = .some(text(child, "library.same_as." + key))
        }
        return found
    }

    // MARK: Single settings

    private mutating func checkFormat(_ node: SettingNode?) {
        guard let text = text(node, "format"), text != "1" else { return }
        report(.file(.unknownFormat(found: text)), node?.place, "format")
    }

    /// Ids of criteria sets, and paths of files that hold one; the place of each is kept for what is found wrong with it later.
    private mutating func criteria(_ node: SettingNode?) -> [String] {
        var names: [String] = []
        for entry in list(node, "criteria") {
            guard let text = requiredText(entry, "criteria") else { continue }
            let isFile = text.contains("/") || text.hasSuffix(".yaml") || text.hasSuffix(".yml")
            if !isFile, identifier(entry, "criteria") == nil { continue }
            places["criteria.\(names.count)"] = entry.place
            names.append(text)
        }
        return names
    }

    private mutating func year(_ node: SettingNode?, _ key: String, isRequired: Bool) -> Int? {
        if isRequired, requiredText(node, key) == nil { return nil }
        guard let year = wholeNumber(node, key, nil) else { return nil }
        guard (1900...2200).contains(year) else {
            report(.value(.yearOutOfRange(found: "\(year)")), node?.place, key)
            return nil
        }
        return year
    }

    private mutating func currency(_ node: SettingNode?) -> String? {
        guard let text = requiredText(node, "currency") else { return nil }
        if Currency.codes.contains(text) { return text }
        report(.value(.unknownCurrency(found: text, nearest: Currency.code(meant: text))), node?.place, "currency")
        return nil
    }

    private mutating func objective(_ node: SettingNode?) -> Objective {
        guard let node, !node.isNull else { return .cost }
        if case .value(let word) = node.content {
            switch word {
            case "cost": return .cost
            case "ghg": return .ghg
            case "waste": return .waste
            case "virgin": return .virgin
            default:
                let allowed = ["cost", "ghg", "waste", "virgin"]
                report(
                    .value(.unknownWord(found: word, allowed: allowed, nearest: Nearest.word(to: word, among: allowed))), node.place,
                    "objective")
                return .cost
            }
        }
        let weights = entries(of: entries(of: node, under: "objective")["weights"], under: "objective.weights")
        let values = ["cost", "ghg", "waste", "virgin"].map {
            number(weights[$0], "objective.weights." + $0, .notNegative) ?? 0
        }
        if values.allSatisfy({ $0 == 0 }) { report(.combination(.noWeights), node.place, "objective") }
        return .weights(cost: values[0], ghg: values[1], waste: values[2], virgin: values[3])
    }

    private mutating func sources(_ node: SettingNode?) -> [Source] {
        var sources: [Source] = []
        var lines: [String: Int] = [:]
        for entry in list(node, "sources") {
            let entries = entries(of: entry, under: "sources")
            guard case .mapping = entry.content, let id = identifier(entries["id"], "sources.id") else { continue }
            if let first = lines[id] {
                report(.combination(.duplicate(key: id, firstLine: first)), entry.place, "sources")
                continue
            }
            lines[id] = entry.place.line
            sources.append(
                Source(
                    id: id, title: text(entries["title"], "sources.title"), publisher: text(entries["publisher"], "sources.publisher"),
                    year: year(entries["year"], "sources.year", isRequired: false), url: text(entries["url"], "sources.url")))
        }
        return sources
    }
}
