// SPDX-License-Identifier: GPL-3.0-or-later
internal import Texts

/// Headings that several result tables share.
enum ResultHeading {
    static let firmID = Phrase(en: "Firm id", vi: "Mã doanh nghiệp")
    static let firm = Phrase(en: "Firm", vi: "Doanh nghiệp")
    static let processID = Phrase(en: "Process id", vi: "Mã công đoạn")
    static let process = Phrase(en: "Process", vi: "Công đoạn")
    static let resourceID = Phrase(en: "Resource id", vi: "Mã tài nguyên")
    static let resource = Phrase(en: "Resource", vi: "Tài nguyên")
    static let unit = Phrase(en: "Unit", vi: "Đơn vị")
    static let quantity = Phrase(en: "Quantity a year", vi: "Lượng mỗi năm")
    static let exchanged = Phrase(en: "Exchanged", vi: "Trao đổi")
    static let mode = Phrase(en: "Mode", vi: "Phương thức")
    static let capacity = Phrase(en: "Capacity a year", vi: "Công suất mỗi năm")
    static let giverID = Phrase(en: "Giver id", vi: "Mã bên cung cấp")
    static let giver = Phrase(en: "Giver", vi: "Bên cung cấp")
    static let takerID = Phrase(en: "Taker id", vi: "Mã bên tiếp nhận")
    static let taker = Phrase(en: "Taker", vi: "Bên tiếp nhận")
    static let stored = Phrase(en: "Put into storage", vi: "Đưa vào kho")
    static let charge = (en: "Charge a year", vi: "Phí mỗi năm")
    static let period = Phrase(en: "Period", vi: "Kỳ")
}
