// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// The encoding of a text file: UTF-8, with or without a byte-order mark.
enum TextEncoding {
    /// What is wrong with the bytes of `file`, and where; nil where they are sound UTF-8.
    static func fault(of bytes: [UInt8], file: String) -> LocatedFault? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return LocatedFault(.file(.utf16), file: file) }
        guard let offset = firstFlaw(in: bytes.span) else { return nil }
        // UTF-16 without a mark shows itself by a zero in every other byte of its first letters.
        let early = bytes.prefix(64)
        if bytes[offset] == 0, early.count(where: { $0 == 0 }) * 3 > early.count { return LocatedFault(.file(.utf16), file: file) }
        let kind = bytes[offset] == 0 ? FileFault.nulByte : .notUTF8(byte: bytes[offset])
        let place = place(of: offset, in: bytes[...])
        return LocatedFault(.file(kind), file: file, line: place.line, column: place.column)
    }

    /// The line, and the character in it, that begin `offset` bytes behind the beginning of `bytes`; both from 1.
    static func place(of offset: Int, in bytes: ArraySlice<UInt8>) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? before.startIndex
        return (before.count { $0 == 0x0A } + 1, before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1)
    }

    /// The length of a byte-order mark at the beginning.
    static func markLength(of bytes: [UInt8]) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// The offset of the first byte that is zero or no part of well-formed UTF-8 (Unicode 15, table 3-7).
    private static func firstFlaw(in bytes: Span<UInt8>) -> Int? {
        var position = 0
        while position < bytes.count {
            // Eight letters of ASCII at once, which is most of every file.
            if position + 8 <= bytes.count, ByteWord(bytes, at: position).isPlainASCII {
                position += 8
                continue
            }
            let byte = bytes[position]
            if byte < 0x80 {
                if byte == 0 { return position }
                position += 1
                continue
            }
            let length = sequenceLength(lead: byte)
            guard length > 0, position + length <= bytes.count, isContinued(bytes, position, length) else { return position }
            position += length
        }
        return nil
    }

    private static func sequenceLength(lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    private static func isContinued(_ bytes: Span<UInt8>, _ position: Int, _ length: Int) -> Bool {
        let second = bytes[position + 1]
        // Overlong forms, surrogates and what lies beyond Unicode show in the second byte.
        let allowed: ClosedRange<UInt8> =
            switch bytes[position] {
            case 0xE0: 0xA0...0xBF
            case 0xED: 0x80...0x9F
            case 0xF0: 0x90...0xBF
            case 0xF4: 0x80...0x8F
            default: 0x80...0xBF
            }
        guard allowed.contains(second) else { return false }
        for offset in 2..<max(2, length) where bytes[position + offset] & 0xC0 != 0x80 { return false }
        return true
    }
}
