// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension UnsupportedFeature {
    var text: FaultText {
        FaultText(
            problem: name
                + Phrase(
                    en: "are part of the format, but this version cannot compute with them yet.",
                    vi: "thuộc định dạng nhưng phiên bản này chưa tính toán được."), mend: mend)
    }

    private var name: Phrase {
        switch self {
        case .periods: Phrase(en: "Periods", vi: "Các kỳ")
        case .storages: Phrase(en: "Storages", vi: "Kho chứa")
        case .candidateProcesses: Phrase(en: "Processes that are yet to be built", vi: "Công đoạn chưa xây dựng")
        case .links: Phrase(en: "Charges and capacities of a mode's links", vi: "Chi phí và công suất theo từng đường nối của phương thức")
        case .routeCharges: Phrase(en: "Charges for using a route", vi: "Phí sử dụng tuyến")
        case .minimumQuantity: Phrase(en: "Least quantities of an exchange", vi: "Lượng tối thiểu của một trao đổi")
        case .maximumPartners: Phrase(en: "Limits on the number of partners", vi: "Giới hạn số đối tác")
        }
    }

    private var mend: Phrase {
        switch self {
        case .links:
            Phrase(en: "Clear the cell, and put the charge in cost_per_unit_km.", vi: "Xóa ô này và tính chi phí vào cost_per_unit_km.")
        case .routeCharges: Phrase(en: "Clear the cell.", vi: "Xóa ô này.")
        case .minimumQuantity: Phrase(en: "Write min_quantity: 0.", vi: "Đặt min_quantity: 0.")
        case .maximumPartners: Phrase(en: "Write max_partners: null.", vi: "Đặt max_partners: null.")
        }
    }
}
