// SPDX-License-Identifier: GPL-3.0-or-later

/// Finding the known word that a misspelt one is likely to mean.
enum Nearest {
    /// The candidate with the fewest edits from `word`, if they are few enough to be a slip: a third of its letters, at least one.
    ///
    /// Capitals count for nothing here. Of equally near ones the first in alphabetical order is taken.
    static func word(to word: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased().utf8.prefix(65))
        guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
        var best: (distance: Int, word: String)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().utf8.prefix(65))
            let allowed = min(best?.distance ?? 64, max(1, min(wanted.count, other.count) / 3))
            guard other.count <= 64, abs(other.count - wanted.count) <= allowed else { continue }
            let distance = edits(wanted, other)
            guard distance <= allowed else { continue }
            if let found = best, (found.distance, found.word) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.word
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var before: [Int] = []
        var previous = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let isSame = left[row] == right[column]
                var least = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    least = min(least, before[column - 1] + 1)
                }
                current.append(least)
            }
            (before, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
