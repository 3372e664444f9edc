// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes HTML; whatever comes from a scenario passes through ``escaped(_:)``, so that no name can become markup.
struct HTMLWriter {
    private(set) var text = ""

    init() { text.reserveCapacity(1 << 19) }

    /// An element with what `body` writes in it.
    mutating func element(_ tag: StaticString, _ attributes: [(StaticString, String)] = [], _ body: (inout HTMLWriter) -> Void) {
        open(tag, attributes)
        body(&self)
        text += "</\(tag)>"
    }

    /// An element with a text in it.
    mutating func element(_ tag: StaticString, _ attributes: [(StaticString, String)] = [], text content: String) {
        open(tag, attributes)
        text += Self.escaped(content)
        text += "</\(tag)>"
    }

    /// A tag that opens an element, or is one by itself.
    mutating func open(_ tag: StaticString, _ attributes: [(StaticString, String)] = []) {
        text += "<\(tag)"
        for (name, value) in attributes { text += " \(name)=\"\(Self.escaped(value))\"" }
        text += ">"
    }

    /// Text that is no part of an element of its own.
    mutating func write(_ content: String) { text += Self.escaped(content) }

    /// Markup of the program's own.
    mutating func raw(_ markup: String) { text += markup }

    mutating func line() { text += "\n" }

    /// `content` with every character that means something in HTML written so that it means itself.
    static func escaped(_ content: String) -> String {
        guard content.utf8.contains(where: { isSpecial($0) }) else { return content }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(content.utf8.count + 16)
        for byte in content.utf8 {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            case UInt8(ascii: "'"): escaped += "&#39;".utf8
            // A null is no character of HTML.
            case 0: escaped += "\u{FFFD}".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0: true
        default: false
        }
    }
}
