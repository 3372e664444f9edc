// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange

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
}
