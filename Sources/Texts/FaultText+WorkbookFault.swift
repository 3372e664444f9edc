// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension WorkbookFault {
    var text: FaultText { fileText ?? answerText ?? sheetText }

    /// What keeps the file as a whole from being read.
    private var fileText: FaultText? {
        switch self {
        case .otherFile(let file): file.text
        case .damaged(let part):
            FaultText(
                problem: part.isEmpty
                    ? Phrase(
                        en: "The workbook is cut off or damaged: it is no whole archive.",
                        vi: "Tệp Excel bị cắt cụt hoặc hỏng: không còn là một tệp nén trọn vẹn.")
                    : Phrase(
                        en: "The workbook is damaged: its part \(part) is missing or broken.",
                        vi: "Tệp Excel bị hỏng: phần \(part) bị thiếu hoặc sai cấu trúc."),
                mend: Phrase(
                    en: "Open it in Excel or LibreOffice, let that repair it, and save it anew; or ask for it to be sent again.",
                    vi: "Mở bằng Excel hoặc LibreOffice để sửa chữa rồi lưu lại; hoặc đề nghị gửi lại tệp."))
        case .documentType(let part):
            FaultText(
                en: "The part \(part) of the workbook declares a document type, as attacks by endless entities do.",
                vi: "Phần \(part) của tệp Excel có khai báo kiểu tài liệu (DOCTYPE), dấu hiệu của tấn công bằng thực thể lồng nhau.",
                mend: "Do not trust the file; ask its sender for one saved by Excel or LibreOffice.",
                "Không nên tin tệp này; hãy đề nghị người gửi lưu lại bằng Excel hoặc LibreOffice.")
        case .beyondLimit(let limit, let most):
            FaultText(
                problem: Phrase.composed(limit.name, .count(most)) { name, most in
                    (
                        en: "The workbook has too much in it: \(name), at most \(most).",
                        vi: "Tệp Excel chứa quá nhiều: \(name), tối đa \(most)."
                    )
                },
                mend: Phrase(
                    en: "Check that it is the right file; clear sheets and formats that no table needs.",
                    vi: "Kiểm tra xem có đúng tệp không; xóa các trang tính và định dạng không cần thiết."))
        case .impossibleCell(let part, let cell):
            FaultText(
                en: "The part \(part) of the workbook has the cell \(cell), which no sheet has room for, or has it twice.",
                vi: "Phần \(part) của tệp Excel có ô \(cell) nằm ngoài phạm vi trang tính, hoặc bị lặp.",
                mend: "Open it in Excel or LibreOffice and save it anew.", "Mở bằng Excel hoặc LibreOffice rồi lưu lại.")
        case .noLibrary(let name, let package):
            FaultText(
                en: "Workbooks are read with \(name), which is not installed.",
                vi: "Chưa cài đặt \(name), thư viện dùng để đọc tệp Excel.",
                mend: "Install it (on Debian: apt-get install \(package)), or give the scenario as a folder of CSV files.",
                "Hãy cài đặt (trên Debian: apt-get install \(package)), hoặc đưa kịch bản dưới dạng thư mục tệp CSV.")
        default: nil
        }
    }

    /// What is wrong with the answer of a firm.
    private var answerText: FaultText? {
        switch self {
        case .noQuestionnaire:
            FaultText(
                en: "The workbook is no questionnaire: its sheet scenario does not say which firm was asked.",
                vi: "Tệp Excel không phải phiếu hỏi: trang tính scenario không cho biết đã hỏi doanh nghiệp nào.",
                mend: "Collect the files that “symbio convert … --questionnaires” made and firms sent back.",
                "Hãy thu thập các tệp do “symbio convert … --questionnaires” tạo và doanh nghiệp gửi lại.")
        case .otherScenario(let found, let expected):
            FaultText(
                en: "The questionnaire belongs to the scenario “\(found)”, not to “\(expected)”.",
                vi: "Phiếu hỏi thuộc kịch bản “\(found)”, không phải “\(expected)”.",
                mend: "Name the scenario that asked, or leave the file out.", "Nêu đúng kịch bản đã hỏi, hoặc bỏ tệp này ra.")
        case .unknownFirm(let found, let nearest):
            FaultText(
                problem: Phrase(
                    en: "The questionnaire is of the firm “\(found)”, which the scenario does not have.",
                    vi: "Phiếu hỏi của doanh nghiệp “\(found)”, không có trong kịch bản."),
                mend: .meant(nearest, else: Phrase(en: "Leave the file out.", vi: "Bỏ tệp này ra.")))
        case .otherFirm(let found, let expected):
            FaultText(
                en: "The row speaks of “\(found)”, but the questionnaire is of the firm “\(expected)”.",
                vi: "Dòng này nói về “\(found)”, nhưng phiếu hỏi là của doanh nghiệp “\(expected)”.",
                mend: "Each firm answers for itself alone: correct the id, or take the row out.",
                "Mỗi doanh nghiệp chỉ trả lời cho mình: sửa mã, hoặc xóa dòng.")
        case .conflict(let found, let other, let place):
            FaultText(
                en: "The answer is “\(found)” here and “\(other)” in \(place).",
                vi: "Câu trả lời ở đây là “\(found)”, còn ở \(place) là “\(other)”.",
                mend: "Ask which one holds, and collect again without the other.",
                "Hỏi lại câu trả lời nào đúng, rồi thu thập lại mà không có tệp kia.")
        default: nil
        }
    }

    private var sheetText: FaultText {
        switch self {
        case .errorCell(let found):
            FaultText(
                en: "The cell shows the error \(found).", vi: "Ô hiển thị lỗi \(found).",
                mend: "Mend the formula, or type the value.", "Sửa công thức, hoặc nhập trực tiếp giá trị.")
        case .uncomputed(let formula):
            FaultText(
                en: "The formula “\(formula)” has no value: no program has worked it out yet.",
                vi: "Công thức “\(formula)” chưa có giá trị: chưa chương trình nào tính.",
                mend: "Open the workbook in Excel or LibreOffice and save it, or type the value.",
                "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại, hoặc nhập trực tiếp giá trị.")
        case .mergedCells(let first, let last):
            FaultText(
                en: "The cells \(first) to \(last) are merged; only the first of them has the value, the others count as blank.",
                vi: "Các ô từ \(first) đến \(last) đã bị gộp; chỉ ô đầu có giá trị, các ô còn lại bị coi là trống.",
                mend: "Unmerge them, and write the value in each row that it holds for.",
                "Bỏ gộp ô, rồi ghi giá trị vào từng dòng mà nó áp dụng.")
        case .hiddenSheet:
            FaultText(
                en: "The sheet is hidden; it was read like any other.", vi: "Trang tính đang bị ẩn; vẫn được đọc như các trang khác.",
                mend: "Show it, so that nobody overlooks what it says, or delete it.",
                "Bỏ ẩn để không ai bỏ sót nội dung, hoặc xóa đi.")
        case .unknownSheet(let nearest):
            FaultText(
                problem: Phrase(
                    en: "No scenario has a sheet of this name; it was not read.",
                    vi: "Kịch bản không có trang tính tên này; nội dung không được đọc."),
                mend: nearest.map {
                    Phrase(en: "Name it \($0) if that is meant.", vi: "Đổi tên thành \($0) nếu đó là điều muốn nói.")
                } ?? Phrase(en: "Delete it, or leave it for yourself.", vi: "Xóa đi, hoặc giữ lại để dùng riêng."))
        case .duplicateSheet(let first):
            FaultText(
                en: "The sheet \(first) is for the same table.", vi: "Trang tính \(first) cũng dành cho bảng này.",
                mend: "Put the rows on one sheet.", "Gộp các dòng vào một trang tính.")
        case .missingSettings:
            FaultText(
                en: "The workbook has no sheet scenario.", vi: "Tệp Excel không có trang tính scenario.",
                mend: "Add a sheet scenario with the columns key and value, and the keys id, currency and year.",
                "Thêm trang tính scenario gồm hai cột key và value, với các khóa id, currency và year.")
        case .missingSheet(let table):
            FaultText(
                en: "The sheet \(table.rawValue) is missing; every scenario needs it.",
                vi: "Thiếu trang tính \(table.rawValue); kịch bản nào cũng cần bảng này.",
                mend: "Add a sheet \(table.rawValue), with headings only if it has no rows.",
                "Thêm trang tính \(table.rawValue), chỉ cần dòng tiêu đề nếu chưa có dữ liệu.")
        case .valueWithoutKey(let found):
            FaultText(
                en: "The value “\(found)” stands beside a blank key.", vi: "Giá trị “\(found)” không có khóa ở ô key.",
                mend: "Write the key, or clear the value.", "Ghi khóa, hoặc xóa giá trị.")
        case .formulaInText(let found):
            FaultText(
                en: "In a CSV file a spreadsheet would take the text “\(found)” for a formula.",
                vi: "Khi nằm trong tệp CSV, phần mềm bảng tính sẽ hiểu “\(found)” là công thức.",
                mend: "Let it begin with a letter, or keep the scenario in a workbook.",
                "Hãy bắt đầu bằng một chữ cái, hoặc giữ kịch bản ở dạng tệp Excel.")
        default: FaultText(en: "The workbook cannot be read.", vi: "Không đọc được tệp Excel.", mend: "Save it anew.", "Lưu lại tệp.")
        }
    }
}

extension WorkbookFault.OtherFile {
    fileprivate var text: FaultText {
        let saveAs = Phrase(
            en: "Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”.",
            vi: "Mở bằng Excel hoặc LibreOffice rồi lưu với định dạng “Excel Workbook (.xlsx)”.")
        return switch self {
        case .encrypted:
            FaultText(
                en: "The workbook is protected by a password.", vi: "Tệp Excel được bảo vệ bằng mật khẩu.",
                mend: "Open it, take the password off, and save it.", "Mở tệp, bỏ mật khẩu rồi lưu lại.")
        case .oldExcel:
            FaultText(
                problem: Phrase(
                    en: "The file is a workbook of Excel 97 to 2003 (.xls), whatever its name says.",
                    vi: "Đây là tệp của Excel 97–2003 (.xls), dù tên tệp ghi thế nào."), mend: saveAs)
        case .binary:
            FaultText(
                problem: Phrase(en: "The file is a binary workbook (.xlsb).", vi: "Đây là tệp Excel nhị phân (.xlsb)."), mend: saveAs)
        case .openDocument:
            FaultText(
                problem: Phrase(en: "The file is an OpenDocument spreadsheet (.ods).", vi: "Đây là bảng tính OpenDocument (.ods)."),
                mend: saveAs)
        case .markup:
            FaultText(
                problem: Phrase(
                    en: "The file is a web page or XML text under the name of a workbook.",
                    vi: "Đây là trang web hoặc văn bản XML được đặt tên như tệp Excel."), mend: saveAs)
        case .unknown:
            FaultText(
                en: "The file is no Excel workbook (.xlsx).", vi: "Đây không phải tệp Excel (.xlsx).",
                mend: "Give the path of a workbook, or of a folder with scenario.yaml.",
                "Cho đường dẫn tới một tệp Excel, hoặc tới thư mục có scenario.yaml.")
        }
    }
}

extension WorkbookFault.Limit {
    fileprivate var name: Phrase {
        switch self {
        case .unpackedBytes: Phrase(en: "bytes once unpacked", vi: "byte sau khi giải nén")
        case .cells: Phrase(en: "cells", vi: "ô")
        case .textBytes: Phrase(en: "bytes of text in cells", vi: "byte văn bản trong các ô")
        case .entries: Phrase(en: "files in the archive", vi: "tệp trong gói nén")
        case .sheets: Phrase(en: "sheets", vi: "trang tính")
        case .formats: Phrase(en: "cell formats", vi: "định dạng ô")
        case .sharedStrings: Phrase(en: "shared texts", vi: "chuỗi dùng chung")
        }
    }
}
