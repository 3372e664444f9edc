// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
public import Scenario

/// What is told of streams that nobody declared.
public enum TypicalText {
    /// The heading of a list of such streams.
    public static let heading = Phrase(
        en: "Estimated from the type of firm, not declared", vi: "Ước tính theo loại hình doanh nghiệp, chưa được kê khai")

    /// Headings of the columns of a table of streams: the type of firm, and the range.
    public static let columns = [
        Phrase(en: "Typical of the type (not declared)", vi: "Mức điển hình của loại hình (chưa kê khai)"),
        Phrase(en: "Range from", vi: "Khoảng từ"), Phrase(en: "Range to", vi: "Khoảng đến"),
    ]
    /// Heading of the column that says whose quantity of an exchange is such a figure.
    public static let ends = Phrase(en: "Quantity typical (not declared) of", vi: "Lượng điển hình (chưa kê khai) của")
    /// Whose quantity it is.
    public static let giver = Phrase(en: "giver", vi: "bên cung cấp")
    /// Whose quantity it is.
    public static let taker = Phrase(en: "taker", vi: "bên tiếp nhận")
    /// Whose quantity it is.
    public static let bothEnds = Phrase(en: "giver and taker", vi: "bên cung cấp và bên tiếp nhận")

    /// A stream with its range: `Panko: textile cuttings given off, 1,200 t (600 to 2,000), as of garments`.
    public static func stream(
        _ firm: Reference<Firm>, _ resource: Reference<Resource>, _ quantity: Double, _ estimate: Estimate, isOutput: Bool,
        _ names: ScenarioNames
    ) -> Phrase {
        let (who, what, amount) = (names.firm(firm), names.resource(resource), names.quantity(quantity, of: resource))
        let (low, high) = (Phrase.number(estimate.low), Phrase.number(estimate.high))
        return isOutput
            ? Phrase(
                en: "\(who.english) gives off \(what.english): estimated \(amount.english), range \(low.english) to \(high.english) "
                    + "(type \(estimate.type)).",
                vi: "\(who.vietnamese) thải ra \(what.vietnamese): ước tính \(amount.vietnamese), khoảng \(low.vietnamese) đến "
                    + "\(high.vietnamese) (loại hình \(estimate.type)).")
            : Phrase(
                en: "\(who.english) needs \(what.english): estimated \(amount.english), range \(low.english) to \(high.english) "
                    + "(type \(estimate.type)).",
                vi: "\(who.vietnamese) cần \(what.vietnamese): ước tính \(amount.vietnamese), khoảng \(low.vietnamese) đến "
                    + "\(high.vietnamese) (loại hình \(estimate.type)).")
    }

    /// How much of a gain rests on such streams.
    public static func share(_ typical: Phrase, _ share: Double) -> Phrase {
        let percent = Phrase.percent(share)
        return Phrase(
            en: "\(typical.english) a year, \(percent.english) of the plan's gain, rest on these estimates; declared figures replace them.",
            vi:
                "\(typical.vietnamese) mỗi năm, tức \(percent.vietnamese) lợi ích của phương án, dựa trên các ước tính này; số liệu kê khai "
                + "sẽ thay thế chúng.")
    }
}
