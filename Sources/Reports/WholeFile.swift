// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// A file operation that the system refused.
public struct FileFailure: Error, Hashable, Sendable {
    /// The file or folder.
    public let path: String
    /// The system's error number.
    public let number: Int32

    init(_ path: String, _ number: Int32 = errno) { (self.path, self.number) = (path, number) }
}

/// Files that are written whole or not at all.
public enum WholeFile {
    /// Writes `bytes` to `path`: to a new file beside it first, which takes the place of `path` once all of it is on the disk.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        let temporary = "\(path).\(getpid()).tmp"
        // A file of that name can only be left over from a process that broke off; it is nobody's any more.
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else { throw FileFailure(path) }
        let failure = Descriptor.write(bytes, to: descriptor) ?? (fsync(descriptor) == 0 ? nil : errno)
        let closed = close(descriptor)
        if let number = failure ?? (closed == 0 ? nil : errno) {
            unsafe unlink(temporary)
            throw FileFailure(path, number)
        }
        guard unsafe rename(temporary, path) == 0 else {
            let number = errno
            unsafe unlink(temporary)
            throw FileFailure(path, number)
        }
    }

    /// Makes the folder `path` and those above it where they are missing.
    public static func makeFolder(_ path: String) throws(FileFailure) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made == "/" ? String(part) : "/" + part
            if unsafe mkdir(made, 0o777) != 0, errno != EEXIST { throw FileFailure(path) }
        }
        guard isFolder(path) else { throw FileFailure(path, ENOTDIR) }
    }

    /// Removes the file `path` where there is one.
    public static func remove(_ path: String) throws(FileFailure) {
        guard unsafe unlink(path) != 0, errno != ENOENT else { return }
        throw FileFailure(path)
    }

    /// Whether `path` is a folder.
    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether anything stands at `path`.
    public static func exists(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0
    }

    /// The names in the folder `path`, those beginning with a dot included, sorted.
    public static func names(in path: String) throws(FileFailure) -> [String] {
        guard let folder = unsafe opendir(path) else { throw FileFailure(path) }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}

/// Writing to an open file, pipe or terminal.
public enum Descriptor {
    /// Writes all of `bytes`, however often that takes; gives the system's error number where it fails.
    public static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                guard let start = buffer.baseAddress else { return 0 }
                return unsafe Glibc.write(descriptor, start + written, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return count == 0 ? EIO : errno }
            written += count
        }
        return nil
    }
}
