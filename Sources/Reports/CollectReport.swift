// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
public import ScenarioFiles
public import Texts

/// What the returned questionnaires say, for people and for programs.
public struct CollectReport: Sendable {
    private let answers: CollectedAnswers

    /// Takes what was collected.
    public init(_ answers: CollectedAnswers) { self.answers = answers }

    /// One change a line, then how many there are and who has not answered.
    public func text(_ language: Language) -> [UInt8] {
        let lines = answers.changes.map { phrase($0)[language].printable }
        let summary = CollectText.summary(answers: answers.answers.count, changes: lines.count, silent: answers.silent)[language]
        return Array(((lines + [summary]).joined(separator: "\n") + "\n").utf8)
    }

    private func phrase(_ change: Difference) -> Phrase {
        let cell = change.file + (change.line.map(String.init) ?? "")
        let subject = [change.table?.rawValue, change.key, change.column].compactMap(\.self).joined(separator: " · ")
        return switch change.change {
        case .added: CollectText.added(cell, subject)
        case .removed: CollectText.removed(cell, subject)
        case .changed: CollectText.changed(cell, subject, old: change.old.map(change.told), new: change.new.map(change.told))
        }
    }

    /// The same as JSON, with the faults.
    public func json(_ language: Language) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("format", 1)
            writer.member("valid", answers.draft != nil)
            writer.member("answers", objects: answers.answers) { object, answer in
                object.member("file", answer.file)
                object.member("firm", answer.firm)
            }
            writer.member("silent", texts: answers.silent)
            writer.member("changes", objects: answers.changes) { object, change in
                object.member("change", change.change.rawValue)
                object.member("table", change.table?.rawValue)
                object.member("key", change.key)
                object.member("column", change.column)
                object.member("old", change.old)
                object.member("new", change.new)
                object.member("file", change.file)
                object.member("line") { if let line = change.line { $0.integer(line) } else { $0.text(nil) } }
            }
            writer.member("faults", objects: answers.faults) { object, fault in
                object.member("code", fault.kind.code)
                object.member("severity", fault.kind.severity.rawValue)
                object.member("file", fault.file)
                object.member("cell", fault.cell)
                object.member("problem", fault.kind.text.problem[language])
                object.member("mend", fault.kind.text.mend[language])
            }
        }
        writer.newline()
        return writer.bytes
    }
}
