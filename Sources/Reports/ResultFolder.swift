// SPDX-License-Identifier: GPL-3.0-or-later

/// Why results cannot be written to a folder.
public enum ResultFolderFailure: Error, Hashable, Sendable {
    /// The folder holds things and no earlier results, so that writing could spoil what someone keeps there.
    case foreign(path: String)
    /// The system refused.
    case file(FileFailure)
}

/// The folder that result tables are written to.
public struct ResultFolder: Sendable {
    private let path: String
    /// The file that tells what wrote the folder; it is written last.
    private let summary: String

    /// Checks that results may be written to `path`: it is missing, empty, or holds earlier results, as the file `summary` in it tells.
    public init(path: String, summary: String = ResultTables.summaryName) throws(ResultFolderFailure) {
        (self.path, self.summary) = (path, summary)
        guard WholeFile.exists(path) else { return }
        let names: [String]
        do { names = try WholeFile.names(in: path) } catch { throw .file(error) }
        guard names.isEmpty || names.contains(summary) else { throw .foreign(path: path) }
    }

    /// Writes all files, each whole or not at all; the summary comes last, so that where it is new, all are.
    public func write(_ files: [(name: String, bytes: [UInt8])]) throws(ResultFolderFailure) {
        do {
            try WholeFile.makeFolder(path)
            for folder in Set(files.compactMap { Self.folder(of: $0.name) }).sorted() { try WholeFile.makeFolder("\(path)/\(folder)") }
            for file in files { try WholeFile.write(file.bytes, to: "\(path)/\(file.name)") }
        } catch {
            throw .file(error)
        }
    }

    /// Removes files of an earlier run that this one did not write: of `names`, and pages in the folder `pages` below.
    public func removeOthers(than written: [String], of names: [String], pages: String) throws(ResultFolderFailure) {
        do {
            let kept = Set(written)
            var found = names
            if WholeFile.isFolder("\(path)/\(pages)") {
                found += try WholeFile.names(in: "\(path)/\(pages)").filter { $0.hasSuffix(".html") }.map { "\(pages)/\($0)" }
            }
            for name in found where !kept.contains(name) { try WholeFile.remove("\(path)/\(name)") }
        } catch {
            throw .file(error)
        }
    }

    private static func folder(of name: String) -> String? { name.lastIndex(of: "/").map { String(name[..<$0]) } }
}
