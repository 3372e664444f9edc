// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// What the system says by an error number, in both languages where it is a common one.
public enum SystemErrorText {
    /// The reason behind `number`, without a full stop.
    public static func phrase(_ number: Int32) -> Phrase {
        switch number {
        case ENOENT: Phrase(en: "no such file or folder", vi: "không có tệp hoặc thư mục này")
        case EACCES, EPERM: Phrase(en: "permission denied", vi: "không đủ quyền truy cập")
        case ENOTDIR: Phrase(en: "it is not a folder", vi: "đây không phải là thư mục")
        case EISDIR: Phrase(en: "it is a folder", vi: "đây là một thư mục")
        case ENOSPC: Phrase(en: "the disk is full", vi: "đĩa đã đầy")
        case EROFS: Phrase(en: "the disk is read-only", vi: "đĩa chỉ cho phép đọc")
        case EEXIST: Phrase(en: "it is there already", vi: "đã tồn tại")
        default: Phrase(en: "system error \(number)", vi: "lỗi hệ thống \(number)")
        }
    }
}
