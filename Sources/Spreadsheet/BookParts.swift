// SPDX-License-Identifier: GPL-3.0-or-later

extension Archive {
    /// All sheets, the cells of those that are wanted.
    func sheets(wants: (String) -> Bool) throws(ReadingFailure) -> [ReadSheet] {
        let book = try bookPart()
        let folder = PartPath.folder(of: book)
        let targets = try relationships(of: book)
        let list = SheetListHandler(limit: limits.sheets)
        try PartParser.parse(book, of: self, into: list)
        func part(ofType type: String) -> String? {
            targets.first(ofType: type).map { PartPath.resolved($0.target, in: folder) }
        }
        let styles = StylesHandler(limit: limits.formats)
        if let path = part(ofType: "styles"), has(path) { try PartParser.parse(path, of: self, into: styles) }
        let strings = SharedStringsHandler(limits: limits)
        let isWanted = list.entries.map { wants($0.name) }
        if isWanted.contains(true), let path = part(ofType: "sharedStrings"), has(path) {
            try PartParser.parse(path, of: self, into: strings)
        }
        var sheets: [ReadSheet] = []
        var budget = CellBudget(limits)
        for (entry, isWanted) in zip(list.entries, isWanted) {
            guard let target = targets[entry.relationship], target.type.hasSuffix("/worksheet") else { continue }
            var sheet = ReadSheet(name: entry.name, isHidden: entry.isHidden)
            if isWanted {
                let path = PartPath.resolved(target.target, in: folder)
                let handler = SheetHandler(
                    part: path, styles: styles, strings: strings, isFrom1904: list.isFrom1904, budget: budget)
                try PartParser.parse(path, of: self, into: handler)
                budget = handler.budget
                sheet.bytes = handler.bytes
                sheet.merged = handler.merged
                sheet.cells = try handler.sortedCells()
            }
            sheets.append(sheet)
        }
        return sheets
    }

    /// The part that lists the sheets.
    private func bookPart() throws(ReadingFailure) -> String {
        guard has("_rels/.rels") else {
            if has("mimetype") { throw .notAWorkbook(.openDocument) }
            throw has("xl/workbook.xml") ? .damaged(part: "_rels/.rels") : .notAWorkbook(.unknown)
        }
        let handler = RelationshipsHandler()
        try PartParser.parse("_rels/.rels", of: self, into: handler)
        guard let target = handler.targets.first(ofType: "officeDocument")?.target else {
            throw .notAWorkbook(.unknown)
        }
        let path = PartPath.resolved(target, in: "")
        if path.hasSuffix(".bin") { throw .notAWorkbook(.binary) }
        guard path.hasPrefix("xl/") || has("xl/workbook.xml") else { throw .notAWorkbook(.unknown) }
        return path
    }

    private func relationships(of part: String) throws(ReadingFailure) -> [String: RelationshipsHandler.Target] {
        let folder = PartPath.folder(of: part)
        let name = part.dropFirst(folder.isEmpty ? 0 : folder.utf8.count + 1)
        let handler = RelationshipsHandler()
        try PartParser.parse((folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels", of: self, into: handler)
        return handler.targets
    }
}

/// Names of parts within the archive.
enum PartPath {
    static func folder(of part: String) -> String {
        part.lastIndex(of: "/").map { String(part[..<$0]) } ?? ""
    }

    /// The part that `target` names as seen from `folder`. Steps out of the archive stay at its root: it is a name to look up, no path.
    static func resolved(_ target: String, in folder: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = parts.popLast() } else { parts.append(step) }
        }
        return parts.joined(separator: "/")
    }
}

/// Reads which part stands for which relationship.
final class RelationshipsHandler: PartHandler {
    struct Target { var target: String, type: String }

    var failure: ReadingFailure?
    private(set) var targets: [String: Target] = [:]

    func start(_ tag: PartTag, _ attributes: PartAttributes) {
        guard case .relationship = tag, let id = attributes.text("Id"), let target = attributes.text("Target"), targets.count < 100_000
        else { return }
        // What lies outside of the archive is never followed.
        guard attributes.text("TargetMode") != "External" else { return }
        targets[id] = Target(target: target, type: attributes.text("Type") ?? "")
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    func end(_ tag: PartTag) {}
}

/// Reads the list of sheets, and from which year the days are counted.
final class SheetListHandler: PartHandler {
    var failure: ReadingFailure?
    private(set) var entries: [(name: String, relationship: String, isHidden: Bool)] = []
    private(set) var isFrom1904 = false
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func start(_ tag: PartTag, _ attributes: PartAttributes) {
        switch tag {
        case .workbookProperties: isFrom1904 = ["1", "true"].contains(attributes.text("date1904"))
        case .sheet:
            guard let name = attributes.text("name"), let id = attributes.text("id") else { return }
            guard entries.count < limit else {
                failure = .beyondLimit(.sheets, limit: limit)
                return
            }
            entries.append((EscapedText.read(name), id, ["hidden", "veryHidden"].contains(attributes.text("state"))))
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    func end(_ tag: PartTag) {}
}

extension [String: RelationshipsHandler.Target] {
    /// The first relationship of a type, by id: of several the same in every run.
    fileprivate func first(ofType type: String) -> RelationshipsHandler.Target? {
        filter { $0.value.type.hasSuffix("/" + type) }.min { $0.key < $1.key }?.value
    }
}
