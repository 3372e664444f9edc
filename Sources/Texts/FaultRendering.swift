// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

extension Severity {
    /// What the severity is called.
    public var name: Phrase {
        switch self {
        case .error: Phrase(en: "error", vi: "lỗi")
        case .warning: Phrase(en: "warning", vi: "cảnh báo")
        }
    }
}

extension LocatedFault {
    /// Where the fault stands, as editors take it: `needs.csv:3:4`; the file alone for the file as a whole. A cell of a workbook stands
    /// as spreadsheets name it: `needs!D17`, a row as `needs!17`.
    public var position: String {
        guard !file.hasSuffix("!") else {
            guard let line else { return String(file.dropLast()) }
            return file + (cell ?? "\(line)")
        }
        return [file, line.map(String.init), line.flatMap { _ in column.map(String.init) }].compactMap { $0 }.joined(separator: ":")
    }

    /// The whole message on one line: place, severity, code, column, what is wrong, the likely mend.
    ///
    /// ```
    /// needs.csv:3:4 error V102 quantity: “1,5x” is not a number. Write digits with …
    /// ```
    public func message(in language: Language) -> String {
        let text = kind.text
        let head = [position, kind.severity.name[language], kind.code] + [columnName].compactMap { $0 }
        return head.joined(separator: " ") + ": " + text.problem[language] + " " + text.mend[language]
    }
}
