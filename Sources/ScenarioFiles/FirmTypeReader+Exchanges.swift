// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Exchanges that are known from practice.
extension FirmTypeReader {
    /// One exchange; nil where something is wrong with it, which is told.
    mutating func exchange(_ node: SettingNode) -> KnownExchange? {
        let found = entries(of: node, under: "exchanges")
        let from = end("from", found, node), to = end("to", found, node)
        let ratio = amount("ratio", .positive, found, node), low = amount("low", .positive, found, node)
        let high = amount("high", .positive, found, node), share = amount("max_share", .share, found, node)
        let confidence: Confidence? = required(word(found["confidence"], "confidence"), found["confidence"] ?? node.blank, "confidence")
        let figures: Confidence? = required(word(found["figures"], "figures"), found["figures"] ?? node.blank, "figures")
        let sources = sourceList(found["sources"])
        // What nobody can look up is no knowledge of practice.
        if sources.isEmpty { report(.value(.missing), (found["sources"] ?? node).place, "sources") }
        if share == 0 { report(.value(.outOfRange(found: "0", .positive)), (found["max_share"] ?? node).place, "max_share") }
        guard let from, let to, let ratio, let low, let high, let share, let confidence, let figures else { return nil }
        if ratio < low || ratio > high || low > high {
            report(.combination(.minimumAboveMaximum(minimum: low, maximum: min(ratio, high))), found["low"]?.place, "low")
        }
        return KnownExchange(
            from: from, to: to, ratio: ratio, low: low, high: high, maximumShare: share, confidence: confidence, figures: figures,
            sources: sources, treatment: text(found["treatment"], "treatment"), quality: text(found["quality"], "quality"))
    }

    private mutating func end(_ key: String, _ found: [String: SettingNode], _ node: SettingNode) -> String? {
        guard let id = requiredText(found[key] ?? node.blank, key) else { return nil }
        checkResource(id, found[key] ?? node, key)
        return id
    }

    private mutating func amount(
        _ key: String, _ range: NumberRange, _ found: [String: SettingNode], _ node: SettingNode
    ) -> Double? {
        guard requiredText(found[key] ?? node.blank, key) != nil else { return nil }
        return number(found[key], key, range)
    }
}
