// SPDX-License-Identifier: GPL-3.0-or-later
public import ScenarioFiles
internal import Spreadsheet
public import Texts

/// The questionnaires of several firms in one folder, each named by its firm's id.
public struct QuestionnaireFolder: Sendable {
    private let reading: ScenarioReading
    private let firms: [String]

    /// Makes the questionnaires of `firms`.
    public init(_ reading: ScenarioReading, firms: [String]) { (self.reading, self.firms) = (reading, firms) }

    /// Writes them to a new folder, and gives what is said of that, for people and for programs, in UTF-8.
    public func write(to path: String, language: Language) throws(ConvertedScenario.Failure) -> (text: [UInt8], json: [UInt8]) {
        guard !WholeFile.exists(path) else { throw .alreadyThere }
        var files: [(name: String, bytes: [UInt8])] = []
        do throws(WorkbookFailure) {
            for firm in firms { files.append((firm + ".xlsx", try Questionnaire(reading, firm: firm).workbook.bytes())) }
        } catch {
            throw .workbook(error)
        }
        do throws(FileFailure) {
            try WholeFile.makeFolder(path)
            for file in files { try WholeFile.write(file.bytes, to: "\(path)/\(file.name)") }
        } catch {
            throw .file(error)
        }
        var writer = JSONWriter(capacity: 512)
        writer.object {
            $0.member("format", 1)
            $0.member("path", path)
            $0.member("files", texts: files.map(\.name))
        }
        writer.newline()
        return (Array((CollectText.written(path, count: files.count)[language] + "\n").utf8), writer.bytes)
    }
}
