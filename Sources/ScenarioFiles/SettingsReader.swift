// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Reads the settings from the merged nodes of `scenario.yaml`.
struct SettingsReader {
    private(set) var faults: [LocatedFault] = []
    /// Where each setting was given, by dotted key.
    private(set) var places: [String: SettingNode.Place] = [:]
    private let root: SettingNode

    init(_ root: SettingNode) { self.root = root }

    /// The keys of the format, by the key that they stand under.
    private static let keys: [String: [String]] = [
        "": [
            "format", "id", "name", "description", "currency", "year", "objective", "carbon_price", "discount_rate", "distance",
            "exchange", "criteria", "sources", "extends",
        ],
        "name": ["en", "vi"], "description": ["en", "vi"], "objective": ["weights"],
        "objective.weights": ["cost", "ghg", "waste", "virgin"], "distance": ["detour", "same_park_km", "crs"],
        "exchange": ["within_firm", "min_quantity", "max_partners"], "sources": ["id", "title", "publisher", "year", "url"],
    ]

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
        settings.discountRate = number(top["discount_rate"], "discount_rate", .notNegative) ?? settings.discountRate
        readDistance(top["distance"], &settings)
        readExchange(top["exchange"], &settings)
        settings.criteria = list(top["criteria"], "criteria").compactMap { identifier($0, "criteria") }
        settings.sources = sources(top["sources"])
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

    // MARK: The forms of settings

    private mutating func report(_ kind: FaultKind, _ place: SettingNode.Place?, _ key: String) {
        let place = place ?? root.place
        faults.append(LocatedFault(kind, file: place.file, line: place.line, column: place.column, columnName: key.isEmpty ? nil : key))
    }

    /// The entries of a mapping, unknown keys told; empty where nothing is given.
    private mutating func entries(of node: SettingNode?, under path: String) -> [String: SettingNode] {
        guard let node, !node.isNull else { return [:] }
        guard case .mapping(let entries) = node.content else {
            report(.file(.wrongForm(found: node.form, expected: .mapping)), node.place, path)
            return [:]
        }
        places[path] = node.place
        let known = Self.keys[path] ?? []
        var found: [String: SettingNode] = [:]
        for (key, keyPlace, child) in entries {
            let dotted = path.isEmpty ? key : path + "." + key
            if known.contains(key) {
                places[dotted] = keyPlace
                found[key] = child
            } else {
                report(.file(.unknownKey(key, nearest: Nearest.word(to: key, among: known))), keyPlace, path.isEmpty ? "" : path)
            }
        }
        return found
    }

    private mutating func list(_ node: SettingNode?, _ key: String) -> [SettingNode] {
        guard let node, !node.isNull else { return [] }
        guard case .list(let entries) = node.content else {
            report(.file(.wrongForm(found: node.form, expected: .list)), node.place, key)
            return []
        }
        return entries
    }

    private mutating func text(_ node: SettingNode?, _ key: String) -> String? {
        guard let node, !node.isNull else { return nil }
        guard case .value(let text) = node.content else {
            report(.file(.wrongForm(found: node.form, expected: .value)), node.place, key)
            return nil
        }
        return text.isEmpty ? nil : text
    }

    private mutating func requiredText(_ node: SettingNode?, _ key: String) -> String? {
        if let text = text(node, key) { return text }
        if node.map({ $0.form == .value }) ?? true { report(.value(.missing), node?.place, key) }
        return nil
    }

    private mutating func identifier(_ node: SettingNode?, _ key: String) -> String? {
        guard let text = requiredText(node, key) else { return nil }
        guard let fault = Identifier.fault(of: text) else { return text }
        report(.reference(fault), node?.place, key)
        return nil
    }

    private mutating func number(_ node: SettingNode?, _ key: String, _ range: NumberRange?) -> Double? {
        guard let text = text(node, key) else { return nil }
        let bytes = Array(text.utf8)
        guard case .number(let value) = DecimalNumber.read(bytes.span, 0..<bytes.count, mark: UInt8(ascii: ".")) else {
            report(.value(MisreadNumber.fault(of: text, mark: UInt8(ascii: "."))), node?.place, key)
            return nil
        }
        guard let range, !range.contains(value) else { return value }
        report(.value(.outOfRange(found: text, range)), node?.place, key)
        return nil
    }

    private mutating func wholeNumber(_ node: SettingNode?, _ key: String, _ range: NumberRange?) -> Int? {
        guard let value = number(node, key, range) else { return nil }
        if let whole = Int(exactly: value) { return whole }
        report(.value(.notWhole(found: text(node, key) ?? "")), node?.place, key)
        return nil
    }

    private mutating func truth(_ node: SettingNode?, _ key: String) -> Bool? {
        guard let text = text(node, key) else { return nil }
        if let truth = Truth.read(text) { return truth }
        report(.value(.notYesOrNo(found: text)), node?.place, key)
        return nil
    }

    private mutating func label(_ node: SettingNode?, _ key: String) -> Label? {
        guard let node, !node.isNull else { return nil }
        if case .value(let text) = node.content { return Label(english: text) }
        let entries = entries(of: node, under: key)
        let (english, vietnamese) = (text(entries["en"], key + ".en"), text(entries["vi"], key + ".vi"))
        guard let first = english ?? vietnamese else { return nil }
        return Label(english: first, vietnamese: vietnamese)
    }

    // MARK: Single settings

    private mutating func checkFormat(_ node: SettingNode?) {
        guard let text = text(node, "format"), text != "1" else { return }
        report(.file(.unknownFormat(found: text)), node?.place, "format")
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
