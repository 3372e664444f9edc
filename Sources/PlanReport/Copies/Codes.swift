// SPDX-License-Identifier: GPL-3.0-or-later

/// Codes that stand for names: made from the id and a secret key, so that the same key gives the same code in every copy and nobody
/// without the key can tell the id from it.
struct Codes {
    private let key: String
    private var known: [String: String] = [:]
    private var taken: Set<String> = []

    init(key: String) { self.key = key }

    /// The code of an id: five letters and digits, more where two would be alike.
    mutating func code(_ id: String) -> String {
        if let code = known[id] { return code }
        let letters = Self.letters(SHA256.digest(Array("symbio code\n\(key)\n\(id)".utf8)))
        var length = 5
        while taken.contains(String(letters.prefix(length))), length < letters.count { length += 1 }
        let code = String(letters.prefix(length))
        taken.insert(code)
        known[id] = code
        return code
    }

    /// A digest in the 32 letters and digits of D. Crockford's base 32, which leaves out those that are taken for others.
    private static func letters(_ digest: [UInt8]) -> [Character] {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        return digest.map { alphabet[Int($0 & 31)] }
    }
}
