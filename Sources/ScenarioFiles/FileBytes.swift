// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
package import Scenario

/// Reading whole files with bounds, through the C library only: loading Foundation costs more time than reading a thousand firms.
package enum FileBytes {
    /// The largest file that is read, in bytes. A million rows of needs take a quarter of it.
    package static let limit = 64 << 20

    /// What stands at a path.
    enum Item { case missing, folder, file, other }

    /// What stands at `path`, symbolic links followed.
    static func item(at path: String) -> Item {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return errno == ENOENT || errno == ENOTDIR ? .missing : .other }
        return switch status.st_mode & S_IFMT {
        case S_IFDIR: .folder
        case S_IFREG: .file
        default: .other
        }
    }

    /// All bytes of the file at `path`.
    ///
    /// A pipe or a device would block or never end, so it is opened without waiting and refused by its kind.
    /// - Throws: the fault that kept it from being read.
    package static func read(_ path: String, limit: Int = FileBytes.limit) throws(FileFault) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw .unreadable(reason: SystemReason(errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .unreadable(reason: SystemReason(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        let size = Int(status.st_size)
        guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
        var failure: CInt = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let more = unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
                if more < 0 && errno == EINTR { continue }
                if more < 0 { failure = errno }
                guard more > 0 else { break }
                count += more
            }
        }
        guard failure == 0 else { throw .unreadable(reason: SystemReason(failure)) }
        return bytes
    }

    /// The names in the folder at `path`, sorted, without `.` and `..`.
    ///
    /// - Throws: the fault that kept it from being read.
    static func names(inFolder path: String) throws(FileFault) -> [String] {
        guard let folder = unsafe opendir(path) else { throw .unreadable(reason: SystemReason(errno)) }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
                unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}

extension SystemReason {
    /// The reason that a call of the system gave in `errno`.
    fileprivate init(_ number: CInt) {
        self =
            switch number {
            case ENOENT, ENOTDIR: .missing
            case EACCES, EPERM: .forbidden
            case ELOOP: .linkLoop
            default: .other(Int(number))
            }
    }
}
