// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds rows by the text of their keys, without making a string of any.
///
/// A table of row numbers, open addressing with linear probing, at most half full. A key of up to eight bytes is one word, so that nearly every
/// look compares two numbers.
struct IdentifierIndex: Sendable {
    private var slots: [Int32]
    /// Of a key of up to eight bytes, these with zeros behind, which no text has; of a longer one its hash with a byte at the end that no text has.
    private var words: [UInt64]
    private var starts: [UInt32]
    private var text: [UInt8]

    private static let longMark: UInt64 = 0xFF << 56

    /// An empty index with room for `capacity` keys.
    init(capacity: Int = 0) {
        var size = 8
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        words = []
        starts = [0]
        text = []
        words.reserveCapacity(capacity)
        starts.reserveCapacity(capacity + 1)
        text.reserveCapacity(capacity * 8)
    }

    /// The number of keys.
    var count: Int { words.count }

    /// The text of the key at `position`.
    func key(_ position: Int) -> String { String(decoding: text[range(position)], as: UTF8.self) }

    /// All keys, in the order in which they were added.
    var keys: [String] { (0..<count).map(key) }

    private func range(_ position: Int) -> Range<Int> { Int(starts[position])..<Int(starts[position + 1]) }

    /// The position of the key in `bytes`, from 0 in the order of adding; nil where there is none.
    func position(of bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let found = find(word(bytes, range), bytes, range)
        return found.position < 0 ? nil : found.position
    }

    /// The position of `key`; nil where there is none.
    func position(of key: String) -> Int? {
        let bytes = Array(key.utf8)
        return position(of: bytes.span, 0..<bytes.count)
    }

    /// Adds the key in `bytes`, or finds the earlier one that is equal.
    mutating func insert(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (isNew: Bool, position: Int) {
        if (count + 1) * 2 > slots.count { grow() }
        let word = word(bytes, range), found = find(word, bytes, range), position = count
        if found.position >= 0 { return (false, found.position) }
        slots[found.slot] = Int32(truncatingIfNeeded: position)
        words.append(word)
        for offset in range { text.append(bytes[offset]) }
        starts.append(UInt32(text.count))
        return (true, position)
    }

    /// Adds `key`, or finds the earlier one that is equal.
    mutating func insert(_ key: String) -> (isNew: Bool, position: Int) {
        let bytes = Array(key.utf8)
        return insert(bytes.span, 0..<bytes.count)
    }

    /// The slot of a key and its position; −1 where the slot is free for it.
    @inline(__always) private func find(_ word: UInt64, _ bytes: Span<UInt8>, _ range: Range<Int>) -> (slot: Int, position: Int) {
        let mask = slots.count - 1
        var slot = ByteHash.scattered(word) & mask
        while true {
            let found = Int(slots[slot])
            if found < 0 || words[found] == word && (range.count <= 8 || isEqual(found, bytes, range)) { return (slot, found) }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always) private func word(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        if range.count <= 8 { return range.isEmpty ? 0 : ByteWord(bytes, range).bits }
        var hash = ByteHash()
        hash.mix(bytes, range)
        return hash.value | IdentifierIndex.longMark
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        let mask = slots.count - 1
        for (position, word) in words.enumerated() {
            var slot = ByteHash.scattered(word) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(truncatingIfNeeded: position)
        }
    }

    private func isEqual(_ position: Int, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let start = Int(starts[position])
        guard Int(starts[position + 1]) - start == range.count else { return false }
        let text = text.span
        var (offset, other) = (start, range.lowerBound)
        while other < range.upperBound {
            let length = min(8, range.upperBound - other)
            if ByteWord(text, offset..<offset + length) != ByteWord(bytes, other..<other + length) { return false }
            (offset, other) = (offset + length, other + length)
        }
        return true
    }
}

/// A hash of bytes that takes eight at once: each word is mixed in by a multiplication whose two halves are folded together.
struct ByteHash {
    /// A start that differs from run to run: nobody can prepare a file whose ids all fall into one slot. It changes no result.
    private static let processSeed = UInt64.random(in: .min ... .max)
    private var state = ByteHash.processSeed

    @inline(__always) private mutating func mix(_ word: UInt64) {
        let product = (state ^ word).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
        state = product.high ^ product.low
    }

    /// Where in a table a word's search begins, in bits of which any number from the lowest on will do.
    @inline(__always) static func scattered(_ word: UInt64) -> Int {
        var hash = ByteHash()
        hash.mix(word)
        return Int(truncatingIfNeeded: hash.state >> 32)
    }

    @inline(__always) mutating func mix(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        // A short text and its length are one word.
        if range.count < 8 {
            let bits = range.isEmpty ? 0 : ByteWord(bytes, range).bits
            return mix(bits | UInt64(range.count + 1) << 56)
        }
        var position = range.lowerBound
        while position < range.upperBound {
            let length = min(8, range.upperBound - position)
            mix(ByteWord(bytes, position..<position + length).bits)
            position += length
        }
        // The length tells texts from each other that end in zeros, and ends one part of a key.
        mix(UInt64(range.count) | 1 << 63)
    }

    var value: UInt64 { state }
}

/// A set of hashes: open addressing with linear probing, at most half full.
struct HashSet {
    private var slots: [UInt64]
    private var hasZero = false

    /// An empty set with room for `capacity` hashes.
    init(capacity: Int) {
        var size = 8
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
    }

    /// Adds a hash; false where it was there.
    mutating func insert(_ hash: UInt64) -> Bool {
        guard hash != 0 else {
            defer { hasZero = true }
            return !hasZero
        }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 32) & mask
        while slots[slot] != 0 {
            if slots[slot] == hash { return false }
            slot = (slot + 1) & mask
        }
        slots[slot] = hash
        return true
    }
}
