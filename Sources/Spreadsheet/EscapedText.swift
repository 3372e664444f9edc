// SPDX-License-Identifier: GPL-3.0-or-later

/// Text of cells as the file format escapes it: `_x000D_` stands for a character that XML has no room for.
enum EscapedText {
    /// `text` for a cell. The library escapes the control characters of ASCII itself; what looks like an escape, and the two characters
    /// of the basic plane that no XML may hold, are left to its caller.
    static func written(_ text: String) -> String {
        let needsNothing = text.utf8.allSatisfy { $0 != UInt8(ascii: "_") && $0 != 0xEF && $0 != 0 }
        guard !needsNothing else { return text }
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (position, scalar) in scalars.enumerated() {
            switch scalar.value {
            case 0: result.append(contentsOf: "_x0000_".unicodeScalars)
            case 0xFFFE: result.append(contentsOf: "_xFFFE_".unicodeScalars)
            case 0xFFFF: result.append(contentsOf: "_xFFFF_".unicodeScalars)
            case 0x5F where isEscape(scalars[position...]): result.append(contentsOf: "_x005F_".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// `text` as people wrote it, its escapes undone.
    static func read(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let scalars = Array(text.unicodeScalars)
        var units: [UInt16] = []
        var position = 0
        while position < scalars.count {
            if isEscape(scalars[position...]) {
                let digits = String(String.UnicodeScalarView(scalars[(position + 2)..<(position + 6)]))
                units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
                position += 7
            } else {
                units += Character(scalars[position]).utf16
                position += 1
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// Whether `_xHHHH_` stands at the beginning.
    private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        guard scalars.count >= 7 else { return false }
        let start = scalars.startIndex
        guard scalars[start] == "_", scalars[start + 1] == "x", scalars[start + 6] == "_" else { return false }
        return scalars[(start + 2)..<(start + 6)].allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
    }

    /// `text` with blanks for control characters, for places that know no escapes. Line breaks and tabs stay.
    static func withoutControls(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case ..<0x20, 0x7F, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Whether a spreadsheet that reads `text` anew, as after a click into the cell, could take it for a formula.
    static func looksLikeFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D].contains(first)
    }
}
