// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// What a run of the built program printed, and how it ended.
struct ProgramRun {
    var status: Int32
    var output: Data
    var errors: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }

    /// Standard output as a JSON object.
    func json() throws -> [String: Any] { try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any]) }
}

/// The built program, which stands beside the test bundle.
enum Program {
    static let path: String = {
        // The tests run in one of the folders below the one that products are built into.
        var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path() != "/" {
            let candidate = folder.appending(path: "symbio")
            let isFile = (try? candidate.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false
            if isFile, FileManager.default.isExecutableFile(atPath: candidate.path()) { return candidate.path() }
            folder.deleteLastPathComponent()
        }
        return "symbio is not built"
    }()

    /// Runs the program with an environment of its own: none but what is given.
    static func run(_ arguments: String..., environment: [String: String] = [:], in workingFolder: String? = nil) throws -> ProgramRun {
        try run(arguments, environment: environment, in: workingFolder)
    }

    static func run(_ arguments: [String], environment: [String: String] = [:], in workingFolder: String? = nil) throws -> ProgramRun {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = environment
        if let workingFolder { process.currentDirectoryURL = URL(filePath: workingFolder) }
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        // Standard error goes to a file, so that no full pipe can hold the program while the other one is read.
        let folder = try TemporaryFolder()
        let errors = folder.path + "/errors"
        try Data().write(to: URL(filePath: errors))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return ProgramRun(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus, output: printed,
            errors: String(decoding: try folder.read("errors"), as: UTF8.self))
    }
}

/// A folder that goes away with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "symbio-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes files, those in folders too.
    func write(_ files: [String: String]) throws {
        for (name, text) in files {
            let url = URL(filePath: path).appending(path: name)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
    }

    func read(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path).appending(path: name)) }
}
