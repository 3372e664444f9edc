// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// What the ids and names of a scenario can do for a misspelt reference. Filled when the first fault asks for it.
///
/// The work is bounded: a file of nothing but unknown ids would otherwise compare each with every known one.
final class KnownWords {
    private let grids: [Table: Grid]
    private var nearest: [[Table]: Nearest] = [:]
    private var names: [Table: [String: String]] = [:]
    private var answers: [[Table]: [String: String?]] = [:]
    /// Comparisons of two words that may still be made; they take about a second together.
    private var comparisonsLeft = 2_000_000

    init(_ grids: [Table: Grid]) { self.grids = grids }

    /// The id of `tables` that is nearest to `found`, where one is near.
    func id(near found: String, in tables: [Table]) -> String? {
        if let answer = answers[tables]?[found] { return answer }
        let words = nearest[tables] ?? Nearest(tables.flatMap(ids))
        nearest[tables] = words
        guard comparisonsLeft >= words.count else { return nil }
        comparisonsLeft -= words.count
        let answer = words.word(to: found)
        answers[tables, default: [:]][found] = .some(answer)
        return answer
    }

    /// The id of the row of `tables` that is called `name` in either language.
    func id(named name: String, in tables: [Table]) -> String? {
        tables.lazy.compactMap { self.names(of: $0)[name.lowercased()] }.first
    }

    private func ids(_ table: Table) -> [String] {
        guard let grid = grids[table] else { return [] }
        return (0..<grid.rowCount).map { grid.text($0, 0) }
    }

    private func names(of table: Table) -> [String: String] {
        if let known = names[table] { return known }
        var found: [String: String] = [:]
        if let grid = grids[table], let english = grid.format.position(of: "name"), let vietnamese = grid.format.position(of: "name_vi") {
            for row in (0..<grid.rowCount).reversed() where !grid.cell(row, 0).isBlank {
                for column in [vietnamese, english] {
                    let name = grid.text(row, column)
                    if !name.isEmpty { found[name.lowercased()] = grid.text(row, 0) }
                }
            }
        }
        names[table] = found
        return found
    }
}
