// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

/// Why a page could not be printed.
public enum PrintFailure: Error, Hashable, Sendable {
    /// There is no Chromium on this machine.
    case noBrowser
    /// It ended with that code, or was stopped after two minutes (nil).
    case failed(Int32?)
    /// The folder for what passes between could not be written.
    case folder
}

/// Prints pages to PDF by a Chromium that works without a window.
public struct PDFPrinter: Sendable {
    /// The browser's program.
    public let browser: String

    /// The names under which systems install it.
    static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

    /// Finds a browser in the folders of `searchPath`; nil where there is none.
    public init?(searchPath: String) {
        for name in Self.names {
            for folder in searchPath.split(separator: ":") {
                let path = "\(folder)/\(name)"
                guard FileManager.default.isExecutableFile(atPath: path) else { continue }
                browser = path
                return
            }
        }
        return nil
    }

    /// The version that the browser tells of itself.
    public var version: String? {
        let output = Pipe(), process = Process()
        process.executableURL = URL(filePath: browser)
        process.arguments = ["--version"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: " ").first { $0.first?.isNumber ?? false }.map(String.init)
    }

    /// `page` as PDF.
    public func pdf(of page: [UInt8], _ languages: PageLanguages) throws(PrintFailure) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "symbio-print-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, printed) = (folder.appending(path: "page.html"), folder.appending(path: "page.pdf"))
        do {
            // Only the owner may look into it while the page stands there.
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(page).write(to: file)
        } catch { throw .folder }
        let code = run(folder, "\(file.absoluteString)#lang=\(languages.rawValue)", printed)
        guard code == 0, let data = try? Data(contentsOf: printed), !data.isEmpty else { throw .failed(code) }
        return Self.withoutClock(Array(data))
    }

    /// Runs the browser; its exit code, or nil where it had to be stopped.
    private func run(_ folder: URL, _ address: String, _ printed: URL) -> Int32? {
        let process = Process()
        process.executableURL = URL(filePath: browser)
        process.arguments =
            [
                "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
                "--disable-background-networking",
                "--no-pdf-header-footer", "--user-data-dir=\(folder.appending(path: "profile").path())", "--print-to-pdf=\(printed.path())",
            ]
            // Chromium refuses to work for the superuser inside its sandbox.
            + (getuid() == 0 ? ["--no-sandbox"] : []) + [address]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return -1 }
        let end = Date(timeIntervalSinceNow: 120)
        while process.isRunning {
            guard Date() < end else {
                process.terminate()
                return nil
            }
            usleep(20_000)
        }
        return process.terminationStatus
    }

    /// The document with the moment of printing taken out, figure by figure, so that the same report gives the same bytes.
    static func withoutClock(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for key in ["/CreationDate (D:", "/ModDate (D:"] {
            let mark = Array(key.utf8)
            var index = 0
            while index + mark.count < bytes.count {
                guard bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) else {
                    index += 1
                    continue
                }
                // The first day of 2000 stands in for the moment, so that the date stays one.
                let stamp = Array("20000101000000".utf8)
                for (offset, digit) in stamp.enumerated() where index + mark.count + offset < bytes.count {
                    bytes[index + mark.count + offset] = digit
                }
                index += mark.count
            }
        }
        return bytes
    }
}
