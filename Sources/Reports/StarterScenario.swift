// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario
internal import ScenarioFiles
public import Spreadsheet
public import Texts

/// The scenario that `symbio new` writes: four invented firms of one park, in which every kind of thing appears once.
///
/// It says the same whatever the language: every name stands in it in both.
public enum StarterScenario {
    /// Why it was not written.
    public enum Failure: Error, Hashable, Sendable {
        /// Something stands at the path already.
        case alreadyThere
        /// The system refused.
        case file(FileFailure)
        /// The workbook could not be made.
        case workbook(WorkbookFailure)
        /// What is built in breaks the format.
        case unsound(LocatedFault)
    }

    /// The files by name.
    static let files: [(name: String, text: String)] = [
        ("scenario.yaml", settings), ("resources.csv", resources), ("parks.csv", parks), ("firms.csv", firms), ("outputs.csv", outputs),
        ("needs.csv", needs), ("qualities.csv", qualities), ("substitutions.csv", substitutions), ("modes.csv", modes),
        ("contracts.csv", contracts), ("README.md", readme),
    ]

    /// Writes the scenario to a new folder, whose tables open right in a spreadsheet of `language`, and tells the names of its files.
    public static func write(to path: String, language: Language) throws(Failure) -> [String] {
        guard !WholeFile.exists(path) else { throw .alreadyThere }
        let form = FolderForm(language), draft = try draft(), descriptor = PackageDescriptor(draft.package(form))
        let tables: [(name: String, bytes: [UInt8])]
        do throws(LocatedFault) { tables = try draft.folderFiles(form) } catch { throw .unsound(error) }
        do {
            try WholeFile.makeFolder(path)
            for file in files {
                // The settings keep their comments.
                let table = file.name.hasSuffix(".csv") ? tables.first { $0.name == file.name } : nil
                try WholeFile.write(table?.bytes ?? Array(file.text.utf8), to: "\(path)/\(file.name)")
            }
            try WholeFile.write(descriptor.bytes, to: "\(path)/\(PackageDescriptor.name)")
        } catch {
            throw .file(error)
        }
        return files.map(\.name) + [PackageDescriptor.name]
    }

    /// Writes the scenario as a new workbook to fill in, and tells the names of its sheets.
    public static func writeWorkbook(to path: String) throws(Failure) -> [String] {
        guard !WholeFile.exists(path) else { throw .alreadyThere }
        let workbook = ScenarioWorkbook(try draft()).workbook
        let bytes: [UInt8]
        do { bytes = try workbook.bytes() } catch { throw .workbook(error) }
        do { try WholeFile.write(bytes, to: path) } catch { throw .file(error) }
        return workbook.worksheets.map(\.name)
    }

    private static func draft() throws(Failure) -> ScenarioDraft {
        do throws(LocatedFault) { return try ScenarioDraft(files: files) } catch { throw .unsound(error) }
    }

    /// What is said once it stands: for people and for programs, in UTF-8.
    public static func report(path: String, files: [String], language: Language) -> (text: [UInt8], json: [UInt8]) {
        let list = files.joined(separator: ", ")
        let phrase = Phrase(
            en: "\(path) is written: \(list).\nTry: symbio check \(path) && symbio solve \(path)",
            vi: "Đã tạo \(path): \(list).\nHãy thử: symbio check \(path) && symbio solve \(path)")
        var writer = JSONWriter(capacity: 512)
        writer.object {
            $0.member("format", 1)
            $0.member("path", path)
            $0.member("files", texts: files)
        }
        writer.newline()
        return (Array((phrase[language] + "\n").utf8), writer.bytes)
    }
}
