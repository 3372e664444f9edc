// SPDX-License-Identifier: GPL-3.0-or-later

/// Ids that a planner may have meant.
public enum NearNames {
    private static let most = 5

    /// The known ids that a misspelt one may stand for, the likeliest first, at most five: the nearest by its letters, then those that hold it or
    /// one of its parts of three letters or more.
    public static func of(_ found: String, among known: [String]) -> [String] {
        var names: [String] = []
        if let nearest = Nearest.word(to: found, among: known) { names.append(nearest) }
        let wanted = found.lowercased()
        let parts = [wanted] + wanted.split { "-_. ".contains($0) }.map(String.init).filter { $0.count >= 3 }
        for part in parts where !part.isEmpty {
            for id in known.sorted() where id.lowercased().contains(part) && !names.contains(id) { names.append(id) }
        }
        return Array(names.prefix(most))
    }
}
