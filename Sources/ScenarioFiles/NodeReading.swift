// SPDX-License-Identifier: GPL-3.0-or-later
package import Scenario

/// Reads values from the nodes of a YAML file: each form is checked, and every fault is kept with its place.
///
/// ``SettingsReader`` reads `scenario.yaml` so, and the reader of criteria sets its files.
package protocol NodeReading {
    /// The keys of the format, by the dotted key that they stand under.
    static var keys: [String: [String]] { get }
    /// Whether a figure of this dotted key may be so large that three digits behind a mark can be thousands.
    static func mayBeThousands(_ key: String) -> Bool
    /// The whole file.
    var root: SettingNode { get }
    /// What was found wrong so far.
    var faults: [LocatedFault] { get set }
    /// Where each value was given, by dotted key.
    var places: [String: SettingNode.Place] { get set }
}

extension NodeReading {
    package static func mayBeThousands(_ key: String) -> Bool { false }

    /// Keeps a fault at `place`, or at the head of the file.
    package mutating func report(_ kind: FaultKind, _ place: SettingNode.Place?, _ key: String) {
        let place = place ?? root.place
        faults.append(LocatedFault(kind, file: place.file, line: place.line, column: place.column, columnName: key.isEmpty ? nil : key))
    }

    /// The entries of a mapping, unknown keys told; empty where nothing is given.
    package mutating func entries(of node: SettingNode?, under path: String) -> [String: SettingNode] {
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

    /// The entries of a list; empty where nothing is given.
    package mutating func list(_ node: SettingNode?, _ key: String) -> [SettingNode] {
        guard let node, !node.isNull else { return [] }
        guard case .list(let entries) = node.content else {
            report(.file(.wrongForm(found: node.form, expected: .list)), node.place, key)
            return []
        }
        return entries
    }

    /// A value as it was written; nil where it is blank.
    package mutating func text(_ node: SettingNode?, _ key: String) -> String? {
        guard let node, !node.isNull else { return nil }
        guard case .value(let text) = node.content else {
            report(.file(.wrongForm(found: node.form, expected: .value)), node.place, key)
            return nil
        }
        return text.isEmpty ? nil : text
    }

    /// A value that must be given.
    package mutating func requiredText(_ node: SettingNode?, _ key: String) -> String? {
        if let text = text(node, key) { return text }
        if node.map({ $0.form == .value }) ?? true { report(.value(.missing), node?.place, key) }
        return nil
    }

    /// A value of the form of an id.
    package mutating func identifier(_ node: SettingNode?, _ key: String) -> String? {
        guard let text = requiredText(node, key) else { return nil }
        guard let fault = Identifier.fault(of: text) else { return text }
        report(.reference(fault), node?.place, key)
        return nil
    }

    /// A number within `range`, with a decimal point.
    ///
    /// `120.000` is 120 to YAML and 120,000 to a Vietnamese reader, so it is an error that gives both; a numeric cell is what it is.
    package mutating func number(_ node: SettingNode?, _ key: String, _ range: NumberRange?) -> Double? {
        guard let text = text(node, key) else { return nil }
        let bytes = Array(text.utf8)
        guard case .number(let value) = DecimalNumber.read(bytes.span, 0..<bytes.count, mark: UInt8(ascii: ".")) else {
            let takesShare = range == .share || range == .rate
            report(.value(MisreadNumber.fault(of: text, mark: UInt8(ascii: "."), takesShare: takesShare)), node?.place, key)
            return nil
        }
        if node?.isNumericCell == false, Self.mayBeThousands(key), MisreadNumber.isGrouped(text, by: ".") {
            report(.value(MisreadNumber.ambiguous(text, mark: ".")), node?.place, key)
            return nil
        }
        guard let range, !range.contains(value) else { return value }
        report(.value(.outOfRange(found: text, range)), node?.place, key)
        return nil
    }

    /// A whole number within `range`.
    package mutating func wholeNumber(_ node: SettingNode?, _ key: String, _ range: NumberRange?) -> Int? {
        guard let value = number(node, key, range) else { return nil }
        if let whole = Int(exactly: value) { return whole }
        report(.value(.notWhole(found: text(node, key) ?? "")), node?.place, key)
        return nil
    }

    /// Yes or no.
    package mutating func truth(_ node: SettingNode?, _ key: String) -> Bool? {
        guard let text = text(node, key) else { return nil }
        if let truth = Truth.read(text) { return truth }
        report(.value(.notYesOrNo(found: text)), node?.place, key)
        return nil
    }

    /// One text, or a mapping of `en` and `vi`.
    package mutating func label(_ node: SettingNode?, _ key: String) -> Label? {
        guard let node, !node.isNull else { return nil }
        if case .value(let text) = node.content { return Label(english: text) }
        let entries = entries(of: node, under: key)
        let (english, vietnamese) = (text(entries["en"], key + ".en"), text(entries["vi"], key + ".vi"))
        guard let first = english ?? vietnamese else { return nil }
        return Label(english: first, vietnamese: vietnamese)
    }

    /// A day of the form `YYYY-MM-DD`.
    package mutating func day(_ node: SettingNode?, _ key: String) -> Day? {
        guard let text = text(node, key) else { return nil }
        switch DayReading.read(text) {
        case .day(let day): return day
        case .fault(let fault):
            report(.value(fault), node?.place, key)
            return nil
        }
    }

    /// One of the words of `Word`.
    package mutating func word<Word: RawRepresentable & CaseIterable>(_ node: SettingNode?, _ key: String) -> Word?
    where Word.RawValue == String {
        guard let text = text(node, key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let allowed = Word.allCases.map(\.rawValue)
        report(.value(.unknownWord(found: text, allowed: allowed, nearest: Nearest.word(to: text, among: allowed))), node?.place, key)
        return nil
    }
}
