// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension FileFault {
    /// The form of delimited text: quotes, rows, line ends, limits.
    var formText: FaultText? {
        switch self {
        case .unclosedQuote:
            FaultText(
                en: "A quote opens here and never closes; all that follows would be one cell.",
                vi: "Dấu ngoặc kép mở ở đây nhưng không đóng; toàn bộ phần sau sẽ bị coi là một ô.",
                mend: "Close the quote, or double a quote that belongs to the text.",
                "Đóng ngoặc kép, hoặc viết đôi dấu ngoặc kép nếu nó thuộc nội dung.")
        case .textAfterQuote(let found):
            FaultText(
                en: "“\(found)” stands between a closing quote and the next delimiter.",
                vi: "“\(found)” nằm giữa dấu ngoặc kép đóng và dấu phân cách tiếp theo.",
                mend: "Double the quotes that belong to the text.", "Viết đôi các dấu ngoặc kép thuộc nội dung.")
        case .rowTooLong(let found, let expected):
            FaultText(
                en: "The row has \(found) cells, the headings have \(expected).",
                vi: "Dòng có \(found) ô trong khi tiêu đề có \(expected) ô.",
                mend: "Put a cell with a delimiter in it in quotes, or remove what is too much.",
                "Đặt ô có chứa dấu phân cách trong ngoặc kép, hoặc bỏ phần thừa.")
        case .rowTooShort(let found, let expected):
            FaultText(
                en: "The row has \(found) \(plural(found, "cell", "cells")), the headings have \(expected).",
                vi: "Dòng có \(found) ô trong khi tiêu đề có \(expected) ô.",
                mend: "Add the missing delimiters, so that blank cells are seen as blank.",
                "Thêm các dấu phân cách còn thiếu để ô trống được hiểu là trống.")
        case .bareCarriageReturn:
            FaultText(
                en: "The line ends with a carriage return only, as on old Macintoshes.",
                vi: "Dòng chỉ kết thúc bằng ký tự CR như trên máy Macintosh đời cũ.",
                mend: "Save the file with the line ends of Windows or Linux.", "Lưu tệp với ký tự xuống dòng của Windows hoặc Linux.")
        case .beyondLimit(let limit, let found, let most): Self.beyond(limit, found, most)
        default: nil
        }
    }

    private static func beyond(_ limit: InputLimit, _ found: Int, _ most: Int) -> FaultText {
        let numbers = (Phrase.count(found), Phrase.count(most))
        func text(_ english: String, _ vietnamese: String, mend: Phrase) -> FaultText {
            FaultText(
                problem: Phrase(
                    en: "\(english) (\(numbers.0.english); at most \(numbers.1.english)).",
                    vi: "\(vietnamese) (\(numbers.0.vietnamese); tối đa \(numbers.1.vietnamese))."), mend: mend)
        }
        return switch limit {
        case .columns:
            text(
                "The headings have too many columns", "Dòng tiêu đề có quá nhiều cột",
                mend: Phrase(en: "Check that it is the right file.", vi: "Kiểm tra xem có đúng tệp không."))
        case .cellLength:
            text(
                "The cell is too long", "Ô quá dài",
                mend: Phrase(en: "Shorten the text, or check the quotes round it.", vi: "Rút ngắn nội dung, hoặc kiểm tra dấu ngoặc kép."))
        case .tableCells:
            text(
                "The table has too many cells up to here, blank ones in its rows counted",
                "Đến dòng này bảng đã có quá nhiều ô, tính cả ô trống trong các dòng",
                mend: Phrase(
                    en: "Take out the columns that nobody fills in, and check that it is the right file.",
                    vi: "Bỏ các cột không ai điền, và kiểm tra xem có đúng tệp không."))
        case .layers:
            text(
                "Too many variants extend each other", "Quá nhiều biến thể nối tiếp nhau",
                mend: Phrase(en: "Let this one extend an earlier one.", vi: "Cho biến thể này mở rộng từ một kịch bản gần gốc hơn."))
        case .nesting:
            text(
                "The settings are nested too deeply", "Các thiết lập lồng nhau quá sâu",
                mend: Phrase(en: "A scenario needs three levels; remove the others.", vi: "Kịch bản chỉ cần ba cấp; bỏ các cấp còn lại."))
        case .aliases:
            text(
                "There are too many YAML references (*name)", "Có quá nhiều tham chiếu YAML (*tên)",
                mend: Phrase(en: "Write the values out.", vi: "Viết trực tiếp các giá trị."))
        }
    }
}
