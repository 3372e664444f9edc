// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// A folder that only this user may look into, for what passes between this process and a library or a program; it goes away with the value, whatever
/// stands in it then.
package struct TemporaryFolder: ~Copyable {
    /// Where it is.
    package let path: String

    /// Makes one under `TMPDIR`, or under `/tmp`.
    ///
    /// - Throws: the system's error number.
    package init() throws(SystemError) {
        let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/symbio-XXXXXX".utf8CString)
        let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return false }
            return unsafe mkdtemp(start) != nil
        }
        guard isMade else { throw SystemError(number: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(path) }

    /// Removes what stands at `path`: a link itself, and all that is in a folder before it.
    private static func remove(_ path: String) {
        guard unsafe unlink(path) != 0, errno == EISDIR, let folder = unsafe opendir(path) else { return }
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
                unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { remove("\(path)/\(name)") }
        }
        unsafe closedir(folder)
        unsafe rmdir(path)
    }

    /// The bytes of the file `name` in it.
    ///
    /// - Throws: the system's error number.
    package func contents(of name: String) throws(SystemError) -> [UInt8] {
        let descriptor = unsafe open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError(number: errno) }
        defer { close(descriptor) }
        return try SystemError.bytes(of: descriptor)
    }
}

/// What the system refused.
package struct SystemError: Error {
    /// Its error number.
    package let number: Int32

    /// All bytes from an open file or pipe to its end.
    package static func bytes(of descriptor: Int32) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw SystemError(number: errno) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }
}
