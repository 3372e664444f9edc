// SPDX-License-Identifier: GPL-3.0-or-later

extension String {
    /// The text with a blank for each control character, so that a name out of somebody's file cannot steer a terminal.
    public var printable: String {
        // Most texts hold no byte that one of these scalars begins with, which is quicker to see.
        guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }), unicodeScalars.contains(where: \.isControl)
        else { return self }
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars { text.append(scalar.isControl ? " " : scalar) }
        return String(text)
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is a control of the C0 or C1 set, or turns the direction of what follows.
    fileprivate var isControl: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }
}
