// SPDX-License-Identifier: GPL-3.0-or-later

/// Bytes that grow at their end by many small pieces: each asks once for room and is copied whole.
struct ByteBuffer {
    private var storage: [UInt8]
    /// How many bytes have been written.
    private(set) var count = 0

    /// An empty buffer with room for `capacity` bytes.
    init(capacity: Int) { storage = [UInt8](repeating: 0, count: max(capacity, 64)) }

    /// What has been written.
    var bytes: [UInt8] { Array(storage[..<count]) }

    /// What has been written, given away without a copy: the buffer is empty afterwards.
    mutating func taken() -> [UInt8] {
        storage.removeLast(storage.count - count)
        defer { (storage, count) = ([], 0) }
        return storage
    }

    mutating func append(_ byte: UInt8) {
        if count == storage.count { grow(by: 1) }
        storage[count] = byte
        count += 1
    }

    mutating func append(_ text: StaticString) { text.withUTF8Buffer { unsafe append($0) } }

    /// Appends what separates a member from the one before, its key in quotation marks, and a colon: with one look for room.
    mutating func append(key: StaticString, after separator: StaticString) {
        let length = separator.utf8CodeUnitCount + key.utf8CodeUnitCount + 4
        if count + length > storage.count { grow(by: length) }
        let start = count
        unsafe storage.withUnsafeMutableBufferPointer { target in
            guard var place = unsafe target.baseAddress?.advanced(by: start) else { return }
            unsafe place.update(from: separator.utf8Start, count: separator.utf8CodeUnitCount)
            unsafe place += separator.utf8CodeUnitCount
            unsafe place.pointee = UInt8(ascii: "\"")
            unsafe (place + 1).update(from: key.utf8Start, count: key.utf8CodeUnitCount)
            unsafe place += 1 + key.utf8CodeUnitCount
            unsafe (place[0], place[1], place[2]) = (UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: " "))
        }
        count += length
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { unsafe append($0) }
    }

    /// Appends a number of up to four decimals and eleven digits before them, as half of those of a plan are, and returns true; or leaves it and returns false.
    ///
    /// These digits are the shortest that read back exactly: of decimals with up to 15 digits no two are the same number.
    mutating func append(short number: Double) -> Bool {
        let shifted = number.magnitude * 10_000 + 0.5
        guard shifted < 1e15 else { return false }
        var rest = Int(shifted), decimals = 4
        guard Double(rest) / 10_000 == number.magnitude else { return false }
        while decimals > 1, rest % 10 == 0 { (rest, decimals) = (rest / 10, decimals - 1) }
        if number < 0 { append(UInt8(ascii: "-")) }
        var length = decimals + 2, limit = 100
        for _ in 1..<decimals { limit *= 10 }
        while rest >= limit { (length, limit) = (length + 1, limit * 10) }
        if count + length > storage.count { grow(by: length) }
        count += length
        let end = count
        var bytes = storage.mutableSpan
        // From the last digit to the first.
        for place in 1...length where place != decimals + 1 {
            bytes[end - place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        bytes[end - decimals - 1] = UInt8(ascii: ".")
        return true
    }

    /// Appends a text between quotation marks and returns true, or leaves it and returns false where `isExcluded` holds of a byte of it.
    mutating func appendQuoted(_ text: String, unless isExcluded: (UInt8) -> Bool) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for index in bytes.indices where unsafe isExcluded(bytes[index]) { return false }
            append(UInt8(ascii: "\""))
            unsafe append(bytes)
            append(UInt8(ascii: "\""))
            return true
        }
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
        if count + bytes.count > storage.count { grow(by: bytes.count) }
        let start = count
        unsafe storage.withUnsafeMutableBufferPointer { target in
            if let base = target.baseAddress { unsafe (base + start).update(from: source, count: bytes.count) }
        }
        count += bytes.count
    }

    /// Doubles the room, at least by `more`.
    private mutating func grow(by more: Int) {
        storage.append(contentsOf: repeatElement(0, count: max(more, storage.count)))
    }
}
