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
        case .links:
            Phrase(
                en: "Capacities of links of a mode without a charge for links",
                vi: "Công suất tuyến nối của phương thức không tính phí tuyến nối")
        }
    }

    private var mend: Phrase {
        switch self {
        case .links:
            Phrase(
                en: "Clear the cell, or give the links a charge in capex_per_km or fixed_cost_per_km.",
                vi: "Xóa ô này, hoặc ghi phí của tuyến nối vào capex_per_km hoặc fixed_cost_per_km.")
        }
    }
}
