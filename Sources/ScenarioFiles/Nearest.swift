// SPDX-License-Identifier: GPL-3.0-or-later

/// Finding the known word that a misspelt one is likely to mean.
package struct Nearest {
    private let candidates: [(word: String, letters: [UInt8])]

    init(_ candidates: some Sequence<String>) {
        self.candidates = candidates.map { ($0, Self.letters($0)) }
    }

    /// The number of words to choose from.
    var count: Int { candidates.count }

    /// The candidate with the fewest edits from `word`, if they are few enough to be a slip: a third of its letters, at least one.
    ///
    /// Capitals count for nothing here. Of equally near ones the first in alphabetical order is taken.
    func word(to word: String) -> String? {
        let wanted = Self.letters(word)
        guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
        var best: (distance: Int, word: String)?
        for candidate in candidates {
            let shorter = min(wanted.count, candidate.letters.count)
            let allowed = min(best?.distance ?? 64, max(1, shorter / 3))
            // A word of one or two letters is a slip of another only where they differ in capitals or in a mark behind.
            guard shorter > 0, abs(candidate.letters.count - wanted.count) <= allowed, candidate.letters.count <= 64 else { continue }
            let distance = Self.edits(wanted, candidate.letters)
            guard distance <= allowed, distance < shorter else { continue }
            if let found = best, (found.distance, found.word) <= (distance, candidate.word) { continue }
            best = (distance, candidate.word)
        }
        return best?.word
    }

    /// The nearest of a few `candidates`.
    package static func word(to word: String, among candidates: some Sequence<String>) -> String? { Nearest(candidates).word(to: word) }

    private static func letters(_ word: String) -> [UInt8] { Array(word.lowercased().utf8.prefix(65)) }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment), row by row of the usual table.
    static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        let width = right.count + 1
        var rows = [Int](repeating: 0, count: 3 * width)
        for column in 0..<width { rows[width + column] = column }
        var (before, previous, current) = (0, width, 2 * width)
        for row in left.indices {
            rows[current] = row + 1
            for column in right.indices {
                let replaced = rows[previous + column] + (left[row] == right[column] ? 0 : 1)
                var least = min(rows[previous + column + 1] + 1, rows[current + column] + 1, replaced)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    least = min(least, rows[before + column - 1] + 1)
                }
                rows[current + column + 1] = least
            }
            (before, previous, current) = (previous, current, before)
        }
        return rows[previous + right.count]
    }
}
