// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Merges the settings of a variant into its base's, key by key.
struct SettingMerger {
    private(set) var faults: [LocatedFault] = []
    private(set) var differences: [Difference] = []

    /// What a variant has of its own by nature is no difference.
    private static let own: Set = ["format", "extends", "id", "name", "description"]

    /// `top` upon `base`. What is not given keeps; `-` clears; sources are merged by their ids, other lists replaced whole.
    mutating func merge(_ top: SettingNode, onto base: SettingNode, path: String = "") -> SettingNode {
        guard case .mapping(let entries) = top.content, case .mapping(var merged) = base.content else { return top }
        if path.isEmpty { merged.removeAll { $0.key == "extends" } }
        for entry in entries {
            let dotted = path.isEmpty ? entry.key : path + "." + entry.key
            let position = merged.firstIndex { $0.key == entry.key }
            let old = position.map { merged[$0].node }
            // `null` is a value of its own for the number of partners: any number. Elsewhere nothing is written, and the base's holds.
            if entry.node.isNull, entry.key != "max_partners", old != nil { continue }
            if case .value("-") = entry.node.content {
                if let position, let old {
                    tell(.removed, dotted, old, nil, entry.node.place)
                    merged.remove(at: position)
                } else {
                    let place = entry.node.place
                    faults.append(
                        LocatedFault(.value(.clearsNothing), file: place.file, line: place.line, column: place.column, columnName: dotted))
                }
                continue
            }
            let node = combined(entry.node, onto: old, path: dotted)
            if let position {
                merged[position] = (entry.key, entry.keyPlace, node)
            } else {
                merged.append((entry.key, entry.keyPlace, node))
            }
        }
        return SettingNode(content: .mapping(merged), place: top.place)
    }

    private mutating func combined(_ node: SettingNode, onto old: SettingNode?, path: String) -> SettingNode {
        guard let old else {
            tell(.added, path, nil, node, node.place)
            return node
        }
        switch (node.content, old.content) {
        case (.mapping, .mapping): return merge(node, onto: old, path: path)
        case (.list(let entries), .list(let earlier)) where path == "sources": return mergeSources(entries, onto: earlier, node.place)
        default:
            if node.summary != old.summary { tell(.changed, path, old, node, node.place) }
            return node
        }
    }

    private mutating func mergeSources(_ entries: [SettingNode], onto earlier: [SettingNode], _ place: SettingNode.Place) -> SettingNode {
        var merged = earlier
        for entry in entries {
            guard let id = entry["id"]?.summary, let position = earlier.firstIndex(where: { $0["id"]?.summary == id }) else {
                tell(.added, "sources", nil, entry, entry.place)
                merged.append(entry)
                continue
            }
            merged[position] = merge(entry, onto: merged[position], path: "sources." + id)
        }
        return SettingNode(content: .list(merged), place: place)
    }

    private mutating func tell(
        _ change: Difference.Change, _ path: String, _ old: SettingNode?, _ new: SettingNode?, _ place: SettingNode.Place
    ) {
        guard let first = path.split(separator: ".").first, !Self.own.contains(String(first)) else { return }
        differences.append(
            Difference(
                change: change, table: nil, key: nil, column: path, old: old?.summary, new: new?.summary, file: place.file,
                line: place.line))
    }
}

extension SettingNode {
    /// The value on one line, as it could be written.
    var summary: String {
        switch content {
        case .value(let text): text
        case .null: "null"
        case .list(let entries): "[" + entries.map(\.summary).joined(separator: ", ") + "]"
        case .mapping(let entries): "{" + entries.map { "\($0.key): \($0.node.summary)" }.joined(separator: ", ") + "}"
        }
    }
}
