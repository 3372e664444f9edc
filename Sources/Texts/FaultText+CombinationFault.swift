// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension CombinationFault {
    var text: FaultText { columnText ?? figureText }

    /// Rows and columns that exclude or require each other.
    private var columnText: FaultText? {
        switch self {
        case .duplicate(let key, let firstLine):
            FaultText(
                en: "“\(key)” stands on line \(firstLine) already.", vi: "“\(key)” đã có ở dòng \(firstLine).",
                mend: "Remove or merge one of the two rows.", "Bỏ hoặc gộp một trong hai dòng.")
        case .mixedPeriods(let firm, let resource):
            FaultText(
                en: "\(resource) of \(firm) has rows for a period and rows for the whole year.",
                vi: "\(resource) của \(firm) vừa có dòng theo kỳ vừa có dòng cho cả năm.",
                mend: "Give every row a period, or none.", "Ghi period cho mọi dòng, hoặc không ghi ở dòng nào.")
        case .capexWithoutLifetime:
            FaultText(
                en: "There is an investment, but no lifetime to spread it over.", vi: "Có vốn đầu tư nhưng không có tuổi thọ để phân bổ.",
                mend: "Give lifetime_years.", "Điền lifetime_years.")
        case .exclusive(let columns):
            FaultText(
                en: "Only one of \(Self.list(columns)) may be given.", vi: "Chỉ được ghi một trong các cột \(Self.list(columns)).",
                mend: "Clear the others.", "Xóa các ô còn lại.")
        case .noneOf(let columns):
            FaultText(
                en: "One of \(Self.list(columns)) must be given.", vi: "Phải ghi một trong các cột \(Self.list(columns)).",
                mend: "Fill in one of them.", "Điền một trong các cột đó.")
        case .halfCoordinates(let missing):
            FaultText(
                en: "A point needs latitude and longitude; \(missing) is blank.",
                vi: "Một điểm cần cả latitude và longitude; \(missing) đang trống.",
                mend: "Fill in \(missing), or clear both.", "Điền \(missing), hoặc xóa cả hai.")
        case .needs(let column):
            FaultText(
                en: "The figure means nothing without \(column), which is blank.",
                vi: "Số liệu này không có nghĩa khi thiếu \(column), đang để trống.",
                mend: "Fill in \(column).", "Điền \(column).")
        case .notForThisRow(let column, let word):
            FaultText(
                en: "The cell has no meaning where \(column) is \(word).", vi: "Ô này không có nghĩa khi \(column) là \(word).",
                mend: "Clear it, or correct \(column).", "Xóa ô này, hoặc sửa \(column).")
        case .saysNothing:
            FaultText(
                en: "The row gives neither value nor min nor max.", vi: "Dòng này không có value, min hay max.",
                mend: "Give one of them, or remove the row.", "Điền một trong ba cột, hoặc bỏ dòng này.")
        default: nil
        }
    }

    /// Figures that contradict each other.
    private var figureText: FaultText {
        switch self {
        case .minimumAboveMaximum(let minimum, let maximum):
            FaultText(
                problem: .composed(.number(minimum), .number(maximum)) { least, most in
                    (
                        en: "The least, \(least), is above the most, \(most).",
                        vi: "Giá trị nhỏ nhất \(least) lớn hơn giá trị lớn nhất \(most)."
                    )
                }, mend: Phrase(en: "Swap or correct min and max.", vi: "Đổi chỗ hoặc sửa min và max."))
        case .twoUnits(let property, let unit, let other):
            FaultText(
                en: "\(property) is in “\(unit)” here and in “\(other)” in an earlier row; a property has one unit.",
                vi: "\(property) ở đây tính bằng “\(unit)” nhưng dòng trước tính bằng “\(other)”; mỗi thuộc tính chỉ có một đơn vị.",
                mend: "Convert the figure, and write the same unit.", "Quy đổi số liệu và ghi cùng một đơn vị.")
        case .sharesDoNotSum(let sum):
            Self.sum(sum)
        case .cannotCarry(let resource, let unit, let mode):
            FaultText(
                en: "The mode is counted in \(mode.rawValue) and cannot carry \(resource), which is counted in \(unit.rawValue).",
                vi: "Phương thức tính bằng \(mode.rawValue) nên không thể chở \(resource), vốn tính bằng \(unit.rawValue).",
                mend: "Remove it from the list, or correct a unit.", "Bỏ khỏi danh sách, hoặc sửa đơn vị.")
        case .tonnesContradictUnit(let tonnes, let unit, let expected):
            FaultText(
                en: "One \(unit.rawValue) is \(expected) t, not \(tonnes).",
                vi: "Một \(unit.rawValue) bằng \(expected) tấn, không phải \(tonnes).",
                mend: "Clear the cell; it is for resources not counted by mass.",
                "Xóa ô này; cột dành cho tài nguyên không tính theo khối lượng.")
        case .quantityAboveSupply(let giver, let resource, let quantity, let supply, let unit):
            Self.aboveSupply(giver, resource, .quantity(quantity, unit), .quantity(supply, unit))
        case .quantityOutsideContract(let quantity, let minimum, let maximum): Self.outside(quantity, minimum, maximum)
        case .virginOutsideLimit(let value, let limit, let firm):
            FaultText(
                problem: .composed(.number(value), .number(limit)) { value, limit in
                    (
                        en: "The virgin resource has \(value), beyond the limit \(limit) of \(firm), which may buy it.",
                        vi: "Tài nguyên nguyên sinh có giá trị \(value), vượt giới hạn \(limit) của \(firm), nơi có thể mua nó."
                    )
                }, mend: Phrase(en: "Check the value and the limit.", vi: "Kiểm tra lại giá trị và giới hạn."))
        default:
            FaultText(
                en: "All weights are 0, so that every plan is as good as any other.",
                vi: "Mọi trọng số đều bằng 0 nên phương án nào cũng như nhau.",
                mend: "Give at least one weight above 0.", "Cho ít nhất một trọng số lớn hơn 0.")
        }
    }

    private static func list(_ columns: [String]) -> String { columns.joined(separator: ", ") }

    private static func outside(_ quantity: Double, _ minimum: Double, _ maximum: Double?) -> FaultText {
        let most = maximum.map(Phrase.number) ?? Phrase(same: "∞")
        let (today, least) = (Phrase.number(quantity), Phrase.number(minimum))
        return FaultText(
            en: "Today's \(today.english) is outside what the contract allows, \(least.english) to \(most.english).",
            vi: "Lượng hiện tại \(today.vietnamese) nằm ngoài mức hợp đồng cho phép, \(least.vietnamese) đến \(most.vietnamese).",
            mend: "Check quantity, min and max.", "Kiểm tra lại quantity, min và max.")
    }
}

extension CombinationFault {
    /// The sum is told with nine decimals: fewer could show 1, for what differs by a millionth is told, and more are the computer's own.
    fileprivate static func sum(_ sum: Double) -> FaultText {
        let digits = "\((sum * 1e9).rounded() / 1e9)"
        return FaultText(
            en: "The shares of the periods sum to \(digits), not to 1.",
            vi: "Tổng share của các kỳ là \(digits.replacing(".", with: ",")), không phải 1.",
            mend: "Correct the shares so that they cover the year.", "Sửa các share sao cho đủ cả năm.")
    }

    fileprivate static func aboveSupply(_ giver: String, _ resource: String, _ quantity: Phrase, _ supply: Phrase) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "By its contracts “\(giver)” hands on \(quantity.english) of “\(resource)” today, and it has \(supply.english) a year; so there is no plan of today to compare with.",
                vi:
                    "Theo các hợp đồng, “\(giver)” hiện giao \(quantity.vietnamese) “\(resource)”, nhưng mỗi năm chỉ có \(supply.vietnamese); vì vậy không có phương án hiện trạng để so sánh."
            ),
            mend: Phrase(en: "Correct quantity, or what is given off.", vi: "Sửa quantity, hoặc lượng cho ra."))
    }
}
