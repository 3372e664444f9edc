// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// Texts that are pinned whole, in files beside the tests.
enum Golden {
    /// Compares `text` with the file `name`. With `RECORD_GOLDEN` set the file is written anew, and the test fails all the same.
    static func expect(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("\(name) was recorded", sourceLocation: sourceLocation)
            return
        }
        let pinned = try String(contentsOf: file, encoding: .utf8)
        #expect(text == pinned, "differs from \(name)", sourceLocation: sourceLocation)
    }
}
