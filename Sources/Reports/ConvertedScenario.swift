// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario
public import ScenarioFiles
public import Spreadsheet
public import Texts

/// A scenario on its way from one form to the other.
public struct ConvertedScenario: Sendable {
    /// Why it was not written.
    public enum Failure: Error, Hashable, Sendable {
        /// Something stands at the path already.
        case alreadyThere
        /// The system refused.
        case file(FileFailure)
        /// A workbook has no room for it.
        case workbook(WorkbookFailure)
        /// A text that is not safe in a CSV file.
        case unsafeText(LocatedFault)
    }

    private let draft: ScenarioDraft

    /// Takes what was read.
    public init(_ draft: ScenarioDraft) { self.draft = draft }

    /// Writes a workbook where `path` ends in `.xlsx`, else a folder whose files open right in a spreadsheet of `language`. What it extends is named
    /// from there.
    public func write(to path: String, language: Language) throws(Failure) {
        guard !WholeFile.exists(path) else { throw .alreadyThere }
        guard path.lowercased().hasSuffix(".xlsx") else { return try writeFolder(path, FolderForm(language)) }
        let bytes: [UInt8]
        do throws(WorkbookFailure) {
            bytes = try ScenarioWorkbook(draft.moved(to: Self.folder(of: path))).workbook.bytes()
        } catch {
            throw .workbook(error)
        }
        do throws(FileFailure) { try WholeFile.write(bytes, to: path) } catch { throw .file(error) }
    }

    private func writeFolder(_ path: String, _ form: FolderForm) throws(Failure) {
        let files: [(name: String, bytes: [UInt8])]
        do throws(LocatedFault) { files = try draft.moved(to: path).folderFiles(form) } catch { throw .unsafeText(error) }
        do throws(FileFailure) {
            try WholeFile.makeFolder(path)
            for file in files.reversed() { try WholeFile.write(file.bytes, to: "\(path)/\(file.name)") }
        } catch {
            throw .file(error)
        }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What is said once it stands, for people and for programs, in UTF-8.
    public func report(path: String, language: Language) -> (text: [UInt8], json: [UInt8]) {
        let rows = draft.tables.values.reduce(0) { $0 + $1.rows.count }
        let phrase = ConvertText.written(path, tables: draft.tables.count, rows: rows, left: draft.otherFiles)
        var writer = JSONWriter(capacity: 512)
        writer.object {
            $0.member("format", 1)
            $0.member("path", path)
            $0.member("tables", draft.tables.count)
            $0.member("rows", rows)
            $0.member("left", texts: draft.otherFiles)
        }
        writer.newline()
        return (Array((phrase[language] + "\n").utf8), writer.bytes)
    }
}

extension FolderForm {
    /// The form that a spreadsheet with the usual settings of a language opens right.
    init(_ language: Language) { self = language == .vietnamese ? .semicolons : .commas }
}
