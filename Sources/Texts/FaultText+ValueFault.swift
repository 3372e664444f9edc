// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension ValueFault {
    var text: FaultText { numberText ?? wordText }

    /// Numbers that cannot be read, or not in one way only.
    private var numberText: FaultText? {
        switch self {
        case .notANumber(let found, let mark):
            FaultText(
                en: "“\(found)” is not a number.", vi: "“\(found)” không phải là số.",
                mend: "Write digits with at most one decimal mark, such as 1250 or 12\(mark)5.",
                "Viết chữ số với nhiều nhất một dấu thập phân, chẳng hạn 1250 hoặc 12\(mark)5.")
        case .thousandsMark(let found, let plain):
            FaultText(
                en: "“\(found)” has thousands marks; numbers are written without.",
                vi: "“\(found)” có dấu phân cách hàng nghìn; số phải viết liền.",
                mend: plain.map { "Write \($0)." } ?? "Write the digits without marks between them.",
                plain.map { "Viết \($0)." } ?? "Viết liền các chữ số.")
        case .percentSign(let found, let share): Self.percent(found, share)
        case .wrongDecimalMark(let found, let mark, let mended):
            FaultText(
                en: "“\(found)” has another decimal mark than this file, which has “\(mark)”.",
                vi: "“\(found)” dùng dấu thập phân khác với tệp này, vốn dùng “\(mark)”.",
                mend: "Write \(mended).", "Viết \(mended).")
        case .ambiguousMark(let found, let asDecimal, let asThousands, let count): Self.ambiguous(found, asDecimal, asThousands, count)
        case .likeThousands(let found, let asRead, let asThousands, let asDecimal, let count):
            Self.likeThousands(found, asRead, asThousands, asDecimal, count)
        case .notFinite(let found):
            FaultText(
                en: "“\(found)” is no finite number.", vi: "“\(found)” không phải số hữu hạn.",
                mend: "Write the figure, or leave the cell blank if there is none.", "Ghi số cụ thể, hoặc để trống nếu không có.")
        case .tooLarge(let found):
            FaultText(
                en: "“\(found)” is larger than 10^30, beyond all that can be computed with.",
                vi: "“\(found)” lớn hơn 10^30, vượt quá mức có thể tính toán.",
                mend: "Write the figure, or leave the cell blank where nothing limits it.",
                "Ghi số cụ thể, hoặc để trống nếu không giới hạn.")
        case .formula(let found):
            FaultText(
                en: "“\(found)” is a formula or an error of the spreadsheet, not its result.",
                vi: "“\(found)” là công thức hoặc lỗi của bảng tính, không phải kết quả.",
                mend: "Paste the value in its place.", "Dán giá trị thay cho công thức.")
        case .unitInNumber(let found, let number, let unit):
            FaultText(
                en: "“\(found)” holds a number and “\(unit)”; the cell takes the number only.",
                vi: "“\(found)” gồm cả số và “\(unit)”; ô này chỉ nhận số.",
                mend: "Write \(number), and the unit in its own column.", "Viết \(number), đơn vị ghi ở cột riêng.")
        case .lookAlike(let found, let plain):
            FaultText(
                en: "“\(found)” has a minus or digits that only look like the plain ones.",
                vi: "“\(found)” có dấu trừ hoặc chữ số chỉ trông giống ký tự thường.",
                mend: "Write \(plain) with the keyboard's own characters.", "Gõ lại \(plain) bằng ký tự bàn phím.")
        case .outOfRange(let found, let range, let mark): Self.outOfRange(found, range, mark)
        case .notWhole(let found):
            FaultText(
                en: "“\(found)” is not a whole number.", vi: "“\(found)” không phải số nguyên.",
                mend: "Write a whole number.", "Viết một số nguyên.")
        case .yearOutOfRange(let found):
            FaultText(
                en: "The year \(found) is beyond 1900 to 2200.", vi: "Năm \(found) nằm ngoài khoảng 1900 đến 2200.",
                mend: "Write the year with four digits.", "Viết năm đủ bốn chữ số.")
        case .farBelowPrices(let amount, let unit): Self.farBelow(amount, unit)
        case .farAboveMedian(let quantity, let median, let unit): Self.farAbove(quantity, median, unit)
        default: nil
        }
    }

    private static func ambiguous(_ found: String, _ asDecimal: String, _ asThousands: String, _ count: Int) -> FaultText {
        let others = count > 1
        return FaultText(
            en: "“\(found)” can be read as \(asDecimal) or as \(asThousands)"
                + (others ? ", and nothing in the file tells which (\(count) cells)." : "."),
            vi: "“\(found)” có thể đọc là \(asDecimal) hoặc \(asThousands)"
                + (others ? ", và không có gì trong tệp cho biết cách nào đúng (\(count) ô)." : "."),
            mend: "Write \(asThousands) for thousands; for decimals add a digit, such as \(asDecimal)0.",
            "Viết \(asThousands) nếu là hàng nghìn; nếu là số thập phân thì thêm một chữ số, chẳng hạn \(asDecimal)0.")
    }

    private static func likeThousands(
        _ found: String, _ asRead: String, _ asThousands: String, _ asDecimal: String, _ count: Int
    ) -> FaultText {
        let cells = Phrase.count(count)
        return FaultText(
            en: "“\(found)” is read as \(asRead), but three digits behind the mark look like thousands"
                + (count > 1 ? " (\(cells.english) cells of the column)." : "."),
            vi: "“\(found)” được đọc là \(asRead), nhưng ba chữ số sau dấu trông giống hàng nghìn"
                + (count > 1 ? " (\(cells.vietnamese) ô của cột này)." : "."),
            mend: "Write \(asThousands) if thousands are meant, or else \(asDecimal).",
            "Viết \(asThousands) nếu là hàng nghìn, nếu không thì viết \(asDecimal).")
    }

    private static func percent(_ found: String, _ share: String?) -> FaultText {
        guard let share else {
            return FaultText(
                en: "“\(found)” is a percentage; an amount is expected here.",
                vi: "“\(found)” là phần trăm; ở đây cần một con số tuyệt đối.",
                mend: "Write the amount itself, in the column's unit.", "Ghi chính con số đó, theo đơn vị của cột.")
        }
        return FaultText(
            en: "“\(found)” is a percentage; shares are written as a part of one.",
            vi: "“\(found)” là phần trăm; tỷ lệ phải viết theo phần của một.",
            mend: "Write \(share).", "Viết \(share).")
    }

    /// A percentage from 1 to 100 and the share that it is, with the file's own decimal mark: of the number found, where it can be meant so.
    private static func shareMeant(_ found: String, _ mark: Character, usual: Int) -> (share: String, percent: Int) {
        let percent = Int(found).flatMap { (2...100).contains($0) ? $0 : nil } ?? usual
        let digits = percent % 10 == 0 ? "\(percent / 10)" : (percent < 10 ? "0\(percent)" : "\(percent)")
        return (percent == 100 ? "1" : "0\(mark)\(digits)", percent)
    }

    private static func outOfRange(_ found: String, _ range: NumberRange, _ mark: Character) -> FaultText {
        switch range {
        case .notNegative:
            return FaultText(
                en: "\(found) is negative; here it must be 0 or above.", vi: "\(found) là số âm; ở đây phải từ 0 trở lên.",
                mend: "Write the amount without the sign, or 0.", "Ghi giá trị không có dấu trừ, hoặc 0.")
        case .positive:
            return FaultText(
                en: "\(found) is not above 0.", vi: "\(found) không lớn hơn 0.",
                mend: "Write a number above 0, or leave the cell blank for its default.",
                "Ghi số lớn hơn 0, hoặc để trống để dùng giá trị mặc định.")
        case .share:
            let (share, percent) = shareMeant(found, mark, usual: 35)
            return FaultText(
                en: "\(found) is no share; a share is from 0 to 1.", vi: "\(found) không phải tỷ lệ; tỷ lệ nằm từ 0 đến 1.",
                mend: "Write \(share) for \(percent) %.", "Viết \(share) cho \(percent) %.")
        case .rate:
            let (share, percent) = shareMeant(found, mark, usual: 8)
            return FaultText(
                en: "\(found) is no rate a year; a rate is written as a share, from 0 to 1.",
                vi: "\(found) không phải lãi suất một năm; lãi suất phải viết theo phần của một, từ 0 đến 1.",
                mend: "Write \(share) for \(percent) %.", "Viết \(share) cho \(percent) %.")
        }
    }

    private static func farBelow(_ amount: Double, _ unit: Unit?) -> FaultText {
        let number = Phrase.number(amount), symbol = unit?.symbol
        let what = Phrase(
            en: "\(number.english) đồng" + (symbol.map { " per \($0.english)" } ?? ""),
            vi: "\(number.vietnamese) đồng" + (symbol.map { " mỗi \($0.vietnamese)" } ?? ""))
        return FaultText(
            problem: Phrase(
                en: "\(what.english) is far below what anything of the kind costs.",
                vi: "\(what.vietnamese) thấp hơn nhiều so với mọi mức giá thực tế."),
            mend: Phrase(
                en: "Was it meant in thousands or millions of đồng? Write it in đồng.",
                vi: "Số này tính bằng nghìn hay triệu đồng? Hãy ghi bằng đồng."))
    }

    private static func farAbove(_ quantity: Double, _ median: Double, _ unit: Unit) -> FaultText {
        let times = Phrase.number((quantity / median).rounded())
        let (amount, middle) = (Phrase.quantity(quantity, unit), Phrase.quantity(median, unit))
        return FaultText(
            en: "\(amount.english) is \(times.english) times the median of this resource's rows, \(middle.english).",
            vi: "\(amount.vietnamese) gấp \(times.vietnamese) lần trung vị các dòng của tài nguyên này, \(middle.vietnamese).",
            mend: "Check the unit: kg or t?", "Kiểm tra đơn vị: kg hay tấn?")
    }
}
