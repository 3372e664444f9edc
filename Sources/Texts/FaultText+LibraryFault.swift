// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension LibraryFault {
    var text: FaultText {
        switch self {
        case .unknownType(let found, let nearest):
            return FaultText(
                en: "The library has no type of firm “\(found)”.", vi: "Thư viện không có loại hình doanh nghiệp “\(found)”.",
                mend: .meant(
                    nearest,
                    else: Phrase(
                        en: "Docs/Specification/library.md lists those that it has; or declare outputs and needs.",
                        vi: "Docs/Specification/library.md liệt kê các loại hình; hoặc kê khai đầu ra và nhu cầu.")))
        case .wrongUnit(let found, let expected):
            return FaultText(
                en: "The capacity is in “\(found)”; the recipe of this type is per \(expected).",
                vi: "Công suất ghi theo “\(found)”; định mức của loại hình này tính theo \(expected).",
                mend: "Give the capacity a year in \(expected).", "Ghi công suất mỗi năm theo \(expected).")
        case .unusualCapacity(let type, let capacity, let least, let most, let unit):
            let (size, low, high) = (Phrase.number(capacity), Phrase.number(least), Phrase.number(most))
            return FaultText(
                en: "A capacity of \(size.english) \(unit) is outside the usual \(low.english) to \(high.english) of \(type).",
                vi:
                    "Công suất \(size.vietnamese) \(unit) nằm ngoài khoảng thường gặp \(low.vietnamese) đến \(high.vietnamese) của \(type).",
                mend: "Check the capacity and its unit; the recipe may not hold at this size.",
                "Kiểm tra công suất và đơn vị; định mức có thể không đúng ở quy mô này.")
        case .unmatched(let type, let resources):
            let list = resources.joined(separator: ", ")
            return FaultText(
                en: "The scenario has no resource for what \(type) typically gives or takes: \(list). It is not counted.",
                vi: "Kịch bản không có tài nguyên ứng với những gì \(type) thường thải ra hoặc cần: \(list). Phần này không được tính.",
                mend: "Add the resources, or name them under library.same_as in scenario.yaml.",
                "Thêm các tài nguyên này, hoặc chỉ định trong library.same_as của scenario.yaml.")
        case .ambiguous(let type, let resource, let among):
            let list = among.joined(separator: ", ")
            return FaultText(
                en: "\(resource) of \(type) has a waste code that does not tell which of \(list) it is. It is not counted.",
                vi: "\(resource) của \(type) có mã chất thải không đủ để biết là tài nguyên nào trong \(list). Phần này không được tính.",
                mend: "Name one under library.same_as in scenario.yaml.", "Chỉ định một trong library.same_as của scenario.yaml.")
        case .otherDimension(let type, let resource, let unit, let match, let other):
            return FaultText(
                en: "\(resource) of \(type) is measured in \(unit.rawValue), \(match) in \(other.rawValue). It is not counted.",
                vi:
                    "\(resource) của \(type) tính theo \(unit.rawValue), còn \(match) tính theo \(other.rawValue). Phần này không được tính.",
                mend: "Declare the stream, or name another resource under library.same_as.",
                "Kê khai dòng này, hoặc chỉ định tài nguyên khác trong library.same_as.")
        case .codeAlone(let type, let resource, let match, let code):
            return FaultText(
                en:
                    "\(resource) of \(type) is taken to be \(match) by the waste code \(code) alone; the library's codes are of the European List of Waste.",
                vi:
                    "\(resource) của \(type) được coi là \(match) chỉ vì trùng mã chất thải \(code); mã của thư viện theo Danh mục chất thải châu Âu.",
                mend:
                    "Name \(match) for \(resource) under library.same_as in scenario.yaml, or leave it blank there if it is another waste.",
                "Ghi \(match) cho \(resource) trong library.same_as của scenario.yaml, hoặc để trống ở đó nếu là chất thải khác.")
        case .unknownResource(let found, let nearest):
            return FaultText(
                en: "The library speaks of no resource “\(found)”.", vi: "Thư viện không có tài nguyên “\(found)”.",
                mend: .meant(nearest, else: Phrase(en: "Correct the id, or remove it.", vi: "Sửa lại mã, hoặc bỏ đi.")))
        }
    }
}
