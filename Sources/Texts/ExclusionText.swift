// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

extension Exclusion {
    /// Why a pair cannot exchange, inside a sentence.
    public var reason: Phrase {
        switch self {
        case .samePlace: Phrase(en: "it is the same firm or plant", vi: "cùng một doanh nghiệp hoặc cơ sở")
        case .contract: Phrase(en: "a contract forbids it", vi: "hợp đồng không cho phép")
        case .licence: Phrase(en: "the taker has no licence for it", vi: "bên tiếp nhận không có giấy phép")
        case .quality: Phrase(en: "a property that the taker limits is not known", vi: "chưa biết tính chất mà bên tiếp nhận giới hạn")
        case .mode: Phrase(en: "no transport mode carries it", vi: "không có phương thức vận chuyển phù hợp")
        case .closedRoute: Phrase(en: "the route is closed", vi: "tuyến đã đóng")
        case .distance: Phrase(en: "it is too far", vi: "quá xa")
        case .loss: Phrase(en: "all of it is lost on the way", vi: "hao hụt hết trên đường")
        }
    }

    /// What would let the pair exchange, as a sentence.
    var mend: Phrase {
        switch self {
        case .samePlace:
            Phrase(
                en: "Write exchange.within_firm: true if a firm may serve itself.",
                vi: "Ghi exchange.within_firm: true nếu doanh nghiệp được tự cung cấp cho mình.")
        case .contract: Phrase(en: "Raise max in contracts, or remove the row.", vi: "Nâng max trong bảng contracts, hoặc bỏ dòng đó.")
        case .licence:
            Phrase(
                en: "If the taker holds the licence, add the resource or its waste code to its licences.",
                vi: "Nếu bên tiếp nhận có giấy phép, thêm tài nguyên hoặc mã chất thải của nó vào cột licences.")
        case .quality: Phrase(en: "Give the missing value in qualities.", vi: "Điền giá trị còn thiếu vào bảng qualities.")
        case .mode: Phrase(en: "Add a mode that carries it to modes.", vi: "Thêm phương thức vận chuyển phù hợp vào bảng modes.")
        case .closedRoute:
            Phrase(en: "Open the route in routes if it can be used.", vi: "Mở lại tuyến trong bảng routes nếu tuyến dùng được.")
        case .distance: Phrase(en: "Raise max_km if it may travel that far.", vi: "Nâng max_km nếu được vận chuyển xa như vậy.")
        case .loss: Phrase(en: "Correct loss_per_km in modes.", vi: "Sửa loss_per_km trong bảng modes.")
        }
    }
}
