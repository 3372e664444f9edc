// SPDX-License-Identifier: GPL-3.0-or-later

/// Ids that a planner may have meant.
public enum NearNames {
    private static let most = 5

    /// The known ids that a misspelt one may stand for, the likeliest first, at most five: the nearest by its letters, those that hold it, and those
    /// that share one of its parts.
    public static func of(_ found: String, among known: [String]) -> [String] {
        var names: [String] = []
        if let nearest = Nearest.word(to: found, among: known) { names.append(nearest) }
        let wanted = found.lowercased(), shared = parts(of: wanted), sorted = known.sorted()
        names += sorted.filter { !wanted.isEmpty && $0.lowercased().contains(wanted) && !names.contains($0) }
        names += sorted.filter { !shared.isDisjoint(with: parts(of: $0.lowercased())) && !names.contains($0) }
        return Array(names.prefix(most))
    }

    /// The parts of an id that say something: of three letters or more.
    private static func parts(of id: String) -> Set<Substring> { Set(id.split { "-_.".contains($0) }.filter { $0.count >= 3 }) }
}
