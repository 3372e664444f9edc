// SPDX-License-Identifier: GPL-3.0-or-later
internal import CNettle

/// SHA-256 digests.
enum SHA256 {
    /// The digest of `bytes`.
    static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var context = sha256_ctx()
        unsafe nettle_sha256_init(&context)
        unsafe bytes.withUnsafeBufferPointer { buffer in unsafe nettle_sha256_update(&context, buffer.count, buffer.baseAddress) }
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        unsafe digest.withUnsafeMutableBufferPointer { buffer in unsafe nettle_sha256_digest(&context, buffer.count, buffer.baseAddress) }
        return digest
    }

    /// How a content security policy names a script or style of that text.
    static func policySource(_ text: String) -> String { "'sha256-\(base64(digest(Array(text.utf8))))'" }

    /// The letters of RFC 4648 for `bytes`, filled up to fours.
    private static func base64(_ bytes: [UInt8]) -> String {
        unsafe String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { letters in
            unsafe letters.withMemoryRebound(to: CChar.self) { unsafe nettle_base64_encode_raw($0.baseAddress, bytes.count, bytes) }
            return letters.count
        }
    }
}
