// SPDX-License-Identifier: GPL-3.0-or-later

/// Eight bytes taken at once, or fewer with zeros behind.
struct ByteWord: Equatable {
    let bits: UInt64

    /// The eight bytes from `position` on; all of them must be there.
    @inline(__always) init(_ bytes: Span<UInt8>, at position: Int) {
        precondition(position >= 0 && position + 8 <= bytes.count)
        bits = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self).littleEndian
    }

    /// The bytes of `range`, of which there are one to eight.
    @inline(__always) init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        if range.lowerBound + 8 <= bytes.count {
            bits = ByteWord(bytes, at: range.lowerBound).bits & (.max >> UInt64(64 - 8 * range.count))
        } else {
            var bits: UInt64 = 0
            for (place, position) in range.enumerated() { bits |= UInt64(bytes[position]) << UInt64(8 * place) }
            self.bits = bits
        }
    }

    /// A byte eight times.
    @inline(__always) static func repeated(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

    /// A number whose lowest bit stands in the first byte that equals one of the three; 0 where none does. What is above means nothing.
    @inline(__always) func first(of one: UInt64, _ two: UInt64, _ three: UInt64) -> UInt64 {
        let high: UInt64 = 0x8080_8080_8080_8080, ones: UInt64 = 0x0101_0101_0101_0101
        let (a, b, c) = (bits ^ one, bits ^ two, bits ^ three)
        return (((a &- ones) & ~a) | ((b &- ones) & ~b) | ((c &- ones) & ~c)) & high
    }

    /// How often a byte stands in `range`.
    static func count(of byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F, pattern = repeated(byte)
        var (count, position) = (0, range.lowerBound)
        while position + 8 <= range.upperBound {
            // Where the difference is zero, and only there, neither it nor its sum with 0x7F has the high bit.
            let difference = ByteWord(bytes, at: position).bits ^ pattern
            let found = ~(((difference & low) &+ low) | difference | low)
            if found != 0 { count += found.nonzeroBitCount }
            position += 8
        }
        while position < range.upperBound {
            if bytes[position] == byte { count += 1 }
            position += 1
        }
        return count
    }

    /// Whether every byte is a letter of ASCII other than zero: no high bit, and no byte that a subtraction of 1 borrows into.
    var isPlainASCII: Bool {
        let high: UInt64 = 0x8080_8080_8080_8080, ones: UInt64 = 0x0101_0101_0101_0101
        return (bits | (bits &- ones)) & high == 0
    }
}
