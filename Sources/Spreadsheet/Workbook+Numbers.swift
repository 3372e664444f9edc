// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

extension Workbook {
    /// Whether a cell can hold `number` exactly: the library writes 16 digits, and some numbers need 17.
    public static func holds(_ number: Double) -> Bool {
        guard number.isFinite else { return false }
        let digits = number.magnitude.description.prefix { $0 != "e" }.count { $0 != "." }
        if digits <= 15 { return true }
        var text = [CChar](repeating: 0, count: 40)
        let value = unsafe text.withUnsafeMutableBufferPointer { buffer in
            _ = unsafe withVaList([number]) { unsafe vsnprintf(buffer.baseAddress, buffer.count, "%.16G", $0) }
            return unsafe buffer.baseAddress.map { unsafe strtod($0, nil) }
        }
        return value == number
    }
}
