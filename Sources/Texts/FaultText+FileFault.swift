// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension FileFault {
    var text: FaultText { formText ?? headingText ?? settingText ?? uncheckedText ?? accessText }

    /// Whether the system hands the file out, and in which encoding.
    private var accessText: FaultText {
        switch self {
        case .missingTable(let table):
            FaultText(
                en: "The table \(table.rawValue) is missing; every scenario needs it.",
                vi: "Thiếu bảng \(table.rawValue); kịch bản nào cũng cần bảng này.",
                mend: "Add \(table.rawValue).csv, with headings only if it has no rows.",
                "Thêm tệp \(table.rawValue).csv, chỉ cần dòng tiêu đề nếu chưa có dữ liệu.")
        case .missingSettings:
            FaultText(
                en: "The folder has no scenario.yaml.", vi: "Thư mục không có tệp scenario.yaml.",
                mend: "Name the scenario's folder, or add scenario.yaml with id, currency and year.",
                "Chỉ đúng thư mục kịch bản, hoặc thêm scenario.yaml gồm id, currency và year.")
        case .noScenario(let reason):
            FaultText(
                problem: Phrase(en: "There is no scenario here to read: ", vi: "Không đọc được kịch bản nào ở đây: ").followed(
                    by: reason.phrase),
                mend: Phrase(
                    en: "Give the path of a folder with scenario.yaml, or of a workbook (.xlsx).",
                    vi: "Cho đường dẫn tới thư mục có scenario.yaml, hoặc tới một tệp Excel (.xlsx)."))
        case .unreadable(reason: .missing):
            FaultText(
                problem: Phrase(en: "The file cannot be read: ", vi: "Không đọc được tệp: ").followed(by: SystemReason.missing.phrase),
                mend: Phrase(
                    en: "Check the name and the path, or put the file there.",
                    vi: "Kiểm tra tên tệp và đường dẫn, hoặc đặt tệp vào đúng chỗ."))
        case .unreadable(reason: .linkLoop):
            FaultText(
                problem: Phrase(en: "The file cannot be read: ", vi: "Không đọc được tệp: ").followed(by: SystemReason.linkLoop.phrase),
                mend: Phrase(en: "Put the file itself in its place.", vi: "Thay liên kết bằng chính tệp đó."))
        case .unreadable(let reason):
            FaultText(
                problem: Phrase(en: "The file cannot be read: ", vi: "Không đọc được tệp: ").followed(by: reason.phrase),
                mend: Phrase(
                    en: "Give yourself permission to read it, or put a copy in its place.",
                    vi: "Cấp quyền đọc cho tệp, hoặc thay bằng một bản sao."))
        case .notAFile:
            FaultText(
                en: "A folder, a pipe or a device stands where a file is expected.",
                vi: "Ở đây là thư mục, đường ống hoặc thiết bị chứ không phải tệp.",
                mend: "Put an ordinary file in its place.", "Thay bằng một tệp thông thường.")
        case .tooLarge(let bytes, let limit):
            FaultText(
                problem: Phrase.composed(.count(bytes), .count(limit)) { bytes, limit in
                    (
                        en: "The file has \(bytes) bytes; at most \(limit) are read.",
                        vi: "Tệp có \(bytes) byte; chỉ đọc tối đa \(limit) byte."
                    )
                },
                mend: Phrase(
                    en: "Check that it is the right file, or split the scenario.",
                    vi: "Kiểm tra xem có đúng tệp không, hoặc chia nhỏ kịch bản."))
        case .notUTF8(let byte):
            FaultText(
                en: "The byte \(hexadecimal(byte)) is no UTF-8: the file is in another encoding.",
                vi: "Byte \(hexadecimal(byte)) không thuộc UTF-8: tệp dùng bảng mã khác.",
                mend: "Save it as “CSV UTF-8”.", "Lưu lại với định dạng “CSV UTF-8”.")
        case .utf16:
            FaultText(
                en: "The file is UTF-16 (“Unicode text”), not UTF-8.", vi: "Tệp là UTF-16 (“Unicode text”), không phải UTF-8.",
                mend: "Save it as “CSV UTF-8”.", "Lưu lại với định dạng “CSV UTF-8”.")
        default:
            FaultText(
                en: "A byte of zero stands in the text: the file is damaged or is no text.",
                vi: "Trong văn bản có byte 0: tệp bị hỏng hoặc không phải tệp văn bản.",
                mend: "Export the table again as “CSV UTF-8”.", "Xuất lại bảng với định dạng “CSV UTF-8”.")
        }
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }
}

extension SystemReason {
    fileprivate var phrase: Phrase {
        switch self {
        case .missing: Phrase(en: "there is no such file or folder.", vi: "không có tệp hay thư mục này.")
        case .forbidden: Phrase(en: "permission is denied.", vi: "không có quyền truy cập.")
        case .linkLoop: Phrase(en: "its symbolic links lead in a circle.", vi: "các liên kết tượng trưng trỏ vòng tròn.")
        case .other(let number): Phrase(en: "the system reports error \(number).", vi: "hệ thống báo lỗi số \(number).")
        }
    }
}
