// SPDX-License-Identifier: GPL-3.0-or-later
internal import CNettle
internal import Scenario

/// The SHA-256 of values in a canonical binary form.
///
/// Text is written with its length before it, numbers as the bits of a double (least byte first, zero without a sign), counts as
/// numbers, and what may be absent after a byte that tells whether it is there: two different scenarios never give the same bytes.
struct Fingerprint {
    private var context = sha256_ctx()
    private var buffer: [UInt8] = []

    /// The fingerprint of `tables`.
    static func hexadecimal(of tables: Tables) -> String {
        var writer = Fingerprint()
        writer.put("symbio scenario 1")
        writer.put(tables)
        return writer.finish()
    }

    private init() {
        unsafe nettle_sha256_init(&context)
        buffer.reserveCapacity(1 << 16)
    }

    private mutating func flush() {
        unsafe buffer.withUnsafeBufferPointer { bytes in
            unsafe nettle_sha256_update(&context, bytes.count, bytes.baseAddress)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func finish() -> String {
        flush()
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        unsafe digest.withUnsafeMutableBufferPointer { bytes in
            unsafe nettle_sha256_digest(&context, bytes.count, bytes.baseAddress)
        }
        let digits = Array("0123456789abcdef")
        return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    mutating func put(_ bits: UInt64) {
        if buffer.count > 65_000 { flush() }
        unsafe withUnsafeBytes(of: bits.littleEndian) { unsafe buffer.append(contentsOf: $0) }
    }

    mutating func put(_ value: Double) { put(value == 0 ? 0 : value.bitPattern) }

    mutating func put(_ count: Int) { put(UInt64(bitPattern: Int64(count))) }

    mutating func put(_ truth: Bool) { buffer.append(truth ? 1 : 0) }

    mutating func put(_ text: String) {
        put(text.utf8.count)
        buffer += text.utf8
    }

    mutating func put<Element>(_ reference: Reference<Element>) { put(Int(reference.position)) }

    mutating func put<Word: RawRepresentable>(_ word: Word) where Word.RawValue == String { put(word.rawValue) }

    /// What may be absent.
    mutating func put<Value>(_ value: Value?, _ write: (inout Fingerprint, Value) -> Void) {
        put(value != nil)
        if let value { write(&self, value) }
    }

    mutating func put(_ value: Double?) { put(value) { $0.put($1) } }
    mutating func put(_ value: Int?) { put(value) { $0.put($1) } }
    mutating func put(_ text: String?) { put(text) { $0.put($1) } }
    mutating func put<Element>(_ reference: Reference<Element>?) { put(reference) { $0.put($1) } }
    mutating func put<Word: RawRepresentable>(_ word: Word?) where Word.RawValue == String { put(word) { $0.put($1) } }

    mutating func put<Element>(each elements: [Element], _ write: (inout Fingerprint, Element) -> Void) {
        put(elements.count)
        for element in elements { write(&self, element) }
    }
}
