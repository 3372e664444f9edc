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

    /// Checks that results may be written to `path`: it is missing, empty, or holds earlier results.
    public init(path: String) throws(ResultFolderFailure) {
        self.path = path
        guard WholeFile.exists(path) else { return }
        let names: [String]
        do { names = try WholeFile.names(in: path) } catch { throw .file(error) }
        guard names.isEmpty || names.contains(ResultTables.summaryName) else { throw .foreign(path: path) }
    }

    /// Writes all files, each whole or not at all; the summary comes last, so that where it is new, all are.
    public func write(_ files: [(name: String, bytes: [UInt8])]) throws(ResultFolderFailure) {
        do {
            try WholeFile.makeFolder(path)
            for file in files { try WholeFile.write(file.bytes, to: "\(path)/\(file.name)") }
        } catch {
            throw .file(error)
        }
    }
}
