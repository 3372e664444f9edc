// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes JSON into a buffer of bytes as it is told, without building a tree first.
///
/// Members of the outer object and elements of its lists stand on a line of their own, everything deeper in one line, so that a
/// person can read it, and `diff` and `grep` see one exchange a line. Numbers are the shortest that read back exactly.
package struct JSONWriter {
    private var buffer: ByteBuffer
    private var depth = 0
    private var needsComma = false

    package init(capacity: Int = 1 << 16) { buffer = ByteBuffer(capacity: capacity) }

    /// What has been written so far, in UTF-8.
    package var bytes: [UInt8] { buffer.bytes }

    /// All that has been written, given away without a copy: the writer is empty afterwards.
    package mutating func taken() -> [UInt8] { buffer.taken() }

    /// An object whose members `body` writes.
    package mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", opensLinesAt: 0, body) }

    /// A list with an element for each of `items`.
    package mutating func list<Item>(of items: some Sequence<Item>, _ write: (inout JSONWriter, Item) -> Void) {
        nest("[", "]", opensLinesAt: 1) { list in
            for item in items {
                list.begin(linesAt: 2)
                list.needsComma = false
                write(&list, item)
                list.needsComma = true
            }
        }
    }

    /// A member whose value `body` writes.
    package mutating func member(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
        begin(key)
        body(&self)
        needsComma = true
    }

    /// A member whose key is known only at run time.
    package mutating func member(named key: String, _ body: (inout JSONWriter) -> Void) {
        begin(linesAt: 1)
        quoted(key)
        append(": ")
        needsComma = false
        body(&self)
        needsComma = true
    }

    package mutating func member(_ key: StaticString, _ value: Double?) { member(key) { $0.number(value) } }
    package mutating func member(_ key: StaticString, _ value: Int) { member(key) { $0.integer(value) } }
    package mutating func member(_ key: StaticString, _ value: Bool) { member(key) { $0.truth(value) } }
    package mutating func member(_ key: StaticString, _ value: String?) { member(key) { $0.text(value) } }

    private mutating func begin(_ key: StaticString) {
        // Most members stand deep in one line: there the whole beginning goes in at once.
        if depth == 1 { begin(linesAt: 1) }
        buffer.append(key: key, after: depth != 1 && needsComma ? ", " : "")
        needsComma = false
    }

    /// A member that is a list of texts.
    package mutating func member(_ key: StaticString, texts: some Sequence<String>) {
        member(key) { $0.list(of: texts) { $0.text($1) } }
    }

    /// A member that is a list of objects, one for each of `items`.
    package mutating func member<Item>(_ key: StaticString, objects items: some Sequence<Item>, _ write: (inout JSONWriter, Item) -> Void) {
        member(key) { list in list.list(of: items) { element, item in element.object { write(&$0, item) } } }
    }

    /// A number; nil, and what JSON has no digits for, is `null`.
    package mutating func number(_ value: Double?) {
        guard let value, value.isFinite else { return append("null") }
        // Minus zero is zero to every reader of a plan; a fifth of all numbers of a plan are zero.
        if value == 0 { append("0.0") } else if !buffer.append(short: value) { buffer.append(value.description) }
    }

    package mutating func integer(_ value: Int) { buffer.append(String(value)) }
    package mutating func truth(_ value: Bool) { append(value ? "true" : "false") }

    /// A text; nil is `null`.
    package mutating func text(_ value: String?) {
        guard let value else { return append("null") }
        quoted(value)
    }

    /// The end of the document.
    package mutating func newline() { append("\n") }

    /// `lineDepth` is the depth at which the insides of such a bracket stand on lines of their own.
    private mutating func nest(
        _ open: StaticString, _ close: StaticString, opensLinesAt lineDepth: Int, _ body: (inout JSONWriter) -> Void
    ) {
        append(open)
        depth += 1
        needsComma = false
        let start = buffer.count
        body(&self)
        depth -= 1
        if depth == lineDepth, buffer.count > start { line() }
        append(close)
        needsComma = true
    }

    private mutating func begin(linesAt lineDepth: Int) {
        if needsComma { append(",") }
        if depth == lineDepth { line() } else if needsComma { append(" ") }
    }

    private mutating func line() {
        append("\n")
        for _ in 0..<depth { append(" ") }
    }

    private mutating func append(_ text: StaticString) { buffer.append(text) }

    private mutating func quoted(_ text: String) {
        if buffer.appendQuoted(text, unless: Self.isEscaped) { return }
        append("\"")
        for byte in text.utf8 { if Self.isEscaped(byte) { escape(byte) } else { buffer.append(byte) } }
        append("\"")
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case UInt8(ascii: "\n"): append("\\n")
        case UInt8(ascii: "\r"): append("\\r")
        case UInt8(ascii: "\t"): append("\\t")
        default:
            let digits = Array("0123456789abcdef".utf8)
            append("\\u00")
            buffer.append(digits[Int(byte >> 4)])
            buffer.append(digits[Int(byte & 15)])
        }
    }
}
