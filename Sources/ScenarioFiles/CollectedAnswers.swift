// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario
internal import Spreadsheet

/// What firms answered on returned questionnaires, put beside the scenario that asked.
public struct CollectedAnswers: Sendable {
    /// The most files that are collected at once.
    public static let fileLimit = 200

    /// The firm of each file that was read, in the order of the files.
    public internal(set) var answers: [(file: String, firm: String)] = []
    /// Firms that exist and gave no answer.
    public internal(set) var silent: [String] = []
    /// What the answers say otherwise than the scenario, file by file.
    public internal(set) var changes: [Difference] = []
    /// Every fault: of the files, of answers that contradict each other, of the scenario that the answers make.
    public internal(set) var faults: [LocatedFault] = []
    /// The answers as a variant of the scenario; nil where there is an error.
    public internal(set) var draft: ScenarioDraft?

    init() {}
}

/// Reads the scenario at `path` and the questionnaires that firms have returned.
///
/// A blank cell keeps what the scenario says, `-` clears it, `remove` takes a row out; a row that is missing is no answer and changes
/// nothing. Two answers to one question that differ are an error, whoever gave them.
public func collectAnswers(to path: String, from files: [String]) -> CollectedAnswers {
    let base = readScenario(at: path)
    var collector = AnswerCollector(base, path: path)
    guard !base.faults.contains(where: { $0.kind.severity == .error && $0.isOfForm }) else {
        var collected = CollectedAnswers()
        collected.faults = base.faults
        return collected
    }
    for file in files.prefix(CollectedAnswers.fileLimit) { collector.take(file) }
    return collector.finish(fileCount: files.count)
}

extension LocatedFault {
    /// Whether the fault keeps a file from being read, and is none of meaning.
    var isOfForm: Bool {
        switch kind {
        case .file, .value, .workbook: true
        default: false
        }
    }
}

/// Gathers the answers file by file.
struct AnswerCollector {
    /// What an answer says of one cell, and where.
    struct Statement {
        var value: DraftCell
        var place: LocatedFault
    }

    private let base: ScenarioReading
    private let path: String
    private let scenarioID: String
    private var collected = CollectedAnswers()
    private var layers: [Layer] = []
    private var statements: [String: Statement] = [:]

    init(_ base: ScenarioReading, path: String) {
        (self.base, self.path) = (base, path)
        scenarioID = base.id
    }

    /// Reads one returned questionnaire.
    mutating func take(_ file: String) {
        let name = FilePath.lastName(file)
        do throws(LocatedFault) {
            let workbook = try WorkbookFile(file, prefix: uniquePrefix(name))
            // The sheet that says who was asked is hidden from the start; another one that is hidden is the firm's doing.
            let asked = uniquePrefix(name) + "scenario!"
            collected.faults += workbook.faults.filter { $0.kind != .workbook(.hiddenSheet) || $0.file != asked }
            guard let firm = try firm(of: workbook, name) else { return }
            var layer = Layer(path: file, prefix: uniquePrefix(name))
            layer.settings = SettingNode(
                content: .mapping([]), place: SettingNode.Place(file: layer.prefix + "scenario!", line: 1, column: 1))
            layer.workbook = workbook.tables
            for (table, _) in ScenarioReading.askedColumns {
                guard let read = workbook.tables[table], let format = TableFormat.all[table] else { continue }
                var reader = SheetReader()
                let sheet = reader.sheet(read, file: layer.prefix + read.name + "!", format: format, isVariant: true)
                collected.faults += reader.faults
                guard let sheet else { continue }
                layer.sheets[table] = sheet
                layer.presentTables.insert(table)
                state(sheet, table, format, firm: firm)
            }
            collected.answers.append((name, firm))
            layers.append(layer)
        } catch {
            collected.faults.append(error)
        }
    }

    /// What faults put before the sheets of a file; two files of one name in different folders stay apart.
    private func uniquePrefix(_ name: String) -> String {
        let count = layers.count { $0.path.hasSuffix("/" + name) || $0.path == name }
        return count == 0 ? name + "/" : "\(name) (\(count + 1))/"
    }

    /// The firm that a questionnaire was made for; nil with a fault where it was made for none of this scenario.
    private mutating func firm(of workbook: WorkbookFile, _ name: String) throws(LocatedFault) -> String? {
        guard let sheet = workbook.settings else { throw LocatedFault(.workbook(.noQuestionnaire), file: name) }
        let settings = WorkbookSettings(sheet, sources: nil, prefix: name + "/")
        guard let facts = settings.node["questionnaire"], let firm = facts["firm"], let scenario = facts["scenario"] else {
            throw LocatedFault(.workbook(.noQuestionnaire), file: name)
        }
        func fault(_ kind: WorkbookFault, _ node: SettingNode) -> LocatedFault {
            LocatedFault(.workbook(kind), file: node.place.file, line: node.place.line, column: node.place.column)
        }
        guard scenario.summary == scenarioID else {
            throw fault(.otherScenario(found: scenario.summary, expected: scenarioID), scenario)
        }
        let known = base.catalogue(of: .firms).map(\.id)
        guard known.contains(firm.summary) else {
            throw fault(.unknownFirm(found: firm.summary, nearest: Nearest.word(to: firm.summary, among: known)), firm)
        }
        return firm.summary
    }

    /// Notes what a sheet says of each cell, and tells where an earlier answer says otherwise.
    private mutating func state(_ sheet: Sheet, _ table: Table, _ format: TableFormat, firm: String) {
        let draft = DraftTable(sheet, format)
        let firmColumn = ScenarioReading.firmColumn(of: table)
        for row in 0..<sheet.rowCount {
            let named = draft.cell(row, firmColumn).text
            guard named == firm else {
                collected.faults.append(
                    sheet.locate(.workbook(.otherFirm(found: named, expected: firm)), row: row, column: firmColumn))
                continue
            }
            let key = format.key.map { draft.cell(row, $0).text }.joined(separator: "\u{1F}")
            for (column, cell) in zip(draft.columns, draft.rows[row]) where cell != .blank && !format.key.contains(column) {
                let place = sheet.locate(.workbook(.noQuestionnaire), row: row, column: column)
                let name = [table.rawValue, key, column].joined(separator: "\u{1E}")
                guard let earlier = statements[name] else {
                    statements[name] = Statement(value: cell, place: place)
                    continue
                }
                guard earlier.value != cell, !["note", "basis"].contains(column) else { continue }
                let other = "\(earlier.place.file)\(earlier.place.cell ?? "")"
                collected.faults.append(
                    sheet.locate(
                        .workbook(.conflict(found: cell.text, other: earlier.value.text, place: other)), row: row, column: column))
            }
        }
    }

    /// Puts the answers together and judges the scenario that they make.
    mutating func finish(fileCount: Int) -> CollectedAnswers {
        if fileCount > CollectedAnswers.fileLimit {
            collected.faults.append(
                LocatedFault(
                    .file(.beyondLimit(.layers, found: fileCount, limit: CollectedAnswers.fileLimit)), file: path))
        }
        let answered = Set(collected.answers.map(\.firm))
        collected.silent = base.existingFirms.filter { !answered.contains($0) }
        var reader = ScenarioReader(path)
        let reading = reader.read(LayersReader(path).layers + layers)
        collected.faults = (collected.faults + reading.faults).sorted()
        let files = Set(layers.flatMap { $0.sheets.values.map(\.file) })
        collected.changes = reading.differences.filter { files.contains($0.file) && !isSameNumber($0) }
        if collected.faults.allSatisfy({ $0.kind.severity == .warning || !$0.isOfForm && !isAnswered($0, files) }) {
            collected.draft = AnswerDraft(layers, collected.changes, base, path: path).draft
        }
        return collected
    }

    private func isAnswered(_ fault: LocatedFault, _ files: Set<String>) -> Bool { files.contains(fault.file) }

    /// Whether a change is one of spelling: both texts are the same number.
    private func isSameNumber(_ difference: Difference) -> Bool {
        guard let table = difference.table, let column = difference.column, ColumnRule.isNumeric(column, in: table),
            let old = difference.old.map(Self.number), let new = difference.new.map(Self.number)
        else { return false }
        return old != nil && old == new
    }

    private static func number(_ text: String) -> Double? {
        Double(text.replacing(",", with: "."))
    }
}
