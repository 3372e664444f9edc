// SPDX-License-Identifier: GPL-3.0-or-later
internal import CWorkbooks

/// Owns the library's archive of a workbook. Nothing is ever unpacked to a disk: names in the archive are only looked up.
@safe final class Archive {
    private let library: symbio_zip
    private let handle: OpaquePointer
    let limits: ReadingLimits
    /// What may still be unpacked, of all parts together.
    private(set) var bytesLeft: Int

    /// Opens the archive in `bytes`, which must outlive it.
    init(_ bytes: UnsafeRawBufferPointer, limits: ReadingLimits) throws(ReadingFailure) {
        (self.limits, bytesLeft) = (limits, limits.unpackedBytes)
        if let kind = unsafe Signature.kind(of: bytes) { throw .notAWorkbook(kind) }
        guard let library = unsafe symbio_open_zip()?.pointee else { throw .noLibrary(.zip) }
        self.library = library
        var error = unsafe zip_error_t()
        guard let source = unsafe library.zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error) else {
            throw .damaged(part: "")
        }
        guard let handle = unsafe library.zip_open_from_source(source, ZIP_RDONLY, &error) else {
            unsafe library.zip_source_free(source)
            throw .damaged(part: "")
        }
        unsafe self.handle = unsafe handle
        let count = unsafe library.zip_get_num_entries(handle, 0)
        guard count <= limits.entries else { throw .beyondLimit(.entries, limit: limits.entries) }
    }

    deinit { unsafe library.zip_discard(handle) }

    /// Whether the archive has a file of that name.
    func has(_ part: String) -> Bool { unsafe library.zip_name_locate(handle, part, 0) >= 0 }

    /// Hands the bytes of a part to `take`, piece by piece.
    func read(_ part: String, _ take: (UnsafeRawBufferPointer) throws(ReadingFailure) -> Void) throws(ReadingFailure) {
        let index = unsafe library.zip_name_locate(handle, part, 0)
        guard index >= 0 else { throw .damaged(part: part) }
        var status = unsafe zip_stat_t()
        if unsafe library.zip_stat_index(handle, zip_uint64_t(index), 0, &status) == 0, unsafe status.encryption_method != ZIP_EM_NONE {
            throw .notAWorkbook(.encrypted)
        }
        guard let file = unsafe library.zip_fopen_index(handle, zip_uint64_t(index), 0) else { throw .damaged(part: part) }
        defer { _ = unsafe library.zip_fclose(file) }
        let size = 1 << 16
        let chunk = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        defer { unsafe chunk.deallocate() }
        while true {
            let count = Int(unsafe library.zip_fread(file, chunk, zip_uint64_t(size)))
            // The library compares the check sum at the end, so damage shows here too.
            guard count >= 0 else { throw .damaged(part: part) }
            if count == 0 { return }
            bytesLeft -= count
            guard bytesLeft >= 0 else { throw .beyondLimit(.unpackedBytes, limit: limits.unpackedBytes) }
            try unsafe take(UnsafeRawBufferPointer(start: chunk, count: count))
        }
    }
}

/// What the first bytes of a file tell.
enum Signature {
    /// What the file is, unless it is a zip archive.
    static func kind(of bytes: UnsafeRawBufferPointer) -> ReadingFailure.Kind? {
        if unsafe starts(bytes, [0x50, 0x4B]) { return nil }
        if unsafe starts(bytes, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            // The directory of a compound file names its streams in UTF-16.
            let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            return unsafe holds(bytes, name) ? .encrypted : .oldExcel
        }
        var start = unsafe starts(bytes, [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, unsafe bytes[start] <= 0x20 { start += 1 }
        guard start < bytes.count else { return .unknown }
        return unsafe bytes[start] == UInt8(ascii: "<") ? .markup : .unknown
    }

    private static func starts(_ bytes: UnsafeRawBufferPointer, _ beginning: [UInt8]) -> Bool {
        guard bytes.count >= beginning.count else { return false }
        for (position, byte) in beginning.enumerated() where unsafe bytes[position] != byte { return false }
        return true
    }

    private static func holds(_ bytes: UnsafeRawBufferPointer, _ wanted: [UInt8]) -> Bool {
        guard bytes.count >= wanted.count else { return false }
        for start in 0...(bytes.count - wanted.count) where unsafe bytes[start] == wanted[0] {
            var isEqual = true
            for (offset, byte) in wanted.enumerated() where unsafe bytes[start + offset] != byte {
                isEqual = false
                break
            }
            if isEqual { return true }
        }
        return false
    }
}
