// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Reports
internal import Spreadsheet

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
                guard unsafe access(path, X_OK) == 0, !WholeFile.isFolder(path) else { continue }
                browser = path
                return
            }
        }
        return nil
    }

    /// The version that the browser tells of itself.
    public var version: String? {
        guard let output = ChildProgram.output(of: browser, ["--version"]) else { return nil }
        let text = String(decoding: output, as: UTF8.self)
        return text.split(separator: " ").first { $0.first?.isNumber ?? false }.map(String.init)
    }

    /// `page` as PDF.
    public func pdf(of page: [UInt8], _ languages: PageLanguages) throws(PrintFailure) -> [UInt8] {
        let folder: TemporaryFolder
        do { folder = try TemporaryFolder() } catch { throw .folder }
        do { try WholeFile.write(page, to: "\(folder.path)/page.html") } catch { throw .folder }
        let code = ChildProgram.run(browser, arguments(folder.path, languages), seconds: 120)
        guard code == 0, let data = try? folder.contents(of: "page.pdf"), !data.isEmpty else { throw .failed(code) }
        return Self.withoutClock(data)
    }

    private func arguments(_ folder: String, _ languages: PageLanguages) -> [String] {
        [
            "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
            "--disable-background-networking",
            "--no-pdf-header-footer", "--user-data-dir=\(folder)/profile", "--print-to-pdf=\(folder)/page.pdf",
        ]
            // Chromium refuses to work for the superuser inside its sandbox.
            + (getuid() == 0 ? ["--no-sandbox"] : []) + [Self.address(ofFile: "\(folder)/page.html") + "#lang=\(languages.rawValue)"]
    }

    /// The address of the file at `path`, which begins at the root, with everything that means something in an address escaped.
    static func address(ofFile path: String) -> String {
        let plain = "/-_.~".utf8
        return path.utf8.reduce(into: "file://") { address, byte in
            let isPlain =
                plain.contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            let hex = String(byte, radix: 16, uppercase: true)
            address += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + hex
        }
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
