// SPDX-License-Identifier: GPL-3.0-or-later
public import Criteria
internal import Scenario

extension CriteriaFault {
    var text: FaultText {
        switch self {
        case .unknownSet(let found, let nearest):
            FaultText(
                en: "No criteria set has the id “\(found)”.", vi: "Không có bộ tiêu chí nào mang mã “\(found)”.",
                mend: .meant(
                    nearest,
                    else: Phrase(
                        en: "symbio assess --list shows them all; a file of your own is named with its path.",
                        vi: "symbio assess --list liệt kê tất cả; tệp riêng thì ghi cả đường dẫn.")))
        case .repeatedSet(let id):
            FaultText(
                en: "The set \(id) is named twice.", vi: "Bộ tiêu chí \(id) được nêu hai lần.", mend: "Remove one of the two.",
                "Bỏ một trong hai.")
        case .setTaken(let id):
            FaultText(
                en: "Another set has the id \(id) already.", vi: "Đã có bộ tiêu chí khác mang mã \(id).",
                mend: "Give the file an id of its own.", "Đặt cho tệp này một mã riêng.")
        case .superseded(let id, let successor, let day): Self.superseded(id, successor, day)
        case .outOfForce(let id, let from, let until, let year): Self.outOfForce(id, from, until, year)
        case .citesSuperseded(let document, let successor):
            FaultText(
                en: "The set cites \(document), which is superseded; its figures are not in force.",
                vi: "Bộ tiêu chí viện dẫn văn bản \(document) đã bị thay thế; các con số trong đó không còn hiệu lực.",
                mend: successor.map { Phrase(en: "Take the figures of \($0).", vi: "Dùng các con số của \($0).") }
                    ?? Phrase(en: "Take the figures that hold today.", vi: "Dùng các con số đang có hiệu lực."))
        case .needsPart(let judgement, let part):
            FaultText(
                en: "A criterion with the judgement \(judgement) needs \(part).",
                vi: "Tiêu chí có judgement là \(judgement) cần có \(part).",
                mend: "Add \(part), or choose another judgement.", "Thêm \(part), hoặc chọn judgement khác.")
        case .uselessPart(let judgement, let part):
            FaultText(
                en: "A criterion with the judgement \(judgement) has no use for \(part) here.",
                vi: "Tiêu chí có judgement là \(judgement) không dùng đến \(part) ở đây.",
                mend: "Remove \(part), or choose another judgement.", "Bỏ \(part), hoặc chọn judgement khác.")
        case .thresholdForm(let found): Self.thresholdForm(found)
        case .emptySet:
            FaultText(
                en: "The set has neither criteria nor declared measures.", vi: "Bộ này không có tiêu chí cũng không có chỉ tiêu kê khai.",
                mend: "Write them under criteria or declared.", "Ghi chúng dưới criteria hoặc declared.")
        case .badMeasureName(let found):
            FaultText(
                en: "“\(found)” is no name that a formula can use.", vi: "“\(found)” không phải tên dùng được trong công thức.",
                mend: "Take letters, digits and “_”, a letter first, and no word of the grammar.",
                "Chỉ dùng chữ cái không dấu, chữ số và “_”, bắt đầu bằng chữ cái, không trùng từ khóa của công thức.")
        case .measureTaken(let name):
            FaultText(
                en: "\(name) is a measure that is computed; nothing can be declared for it.",
                vi: "\(name) là chỉ tiêu được tính, không thể kê khai.", mend: "Choose another name.", "Chọn tên khác.")
        case .formula(let fault, let formula, let character): fault.text(formula: formula, character: character)
        default: declarationText
        }
    }

    private static func superseded(_ id: String, _ successor: String?, _ day: Day?) -> FaultText {
        let since = day.map(\.text)
        let problem = since.map { day in
            Phrase(
                en: "The set \(id) is superseded, in force until \(day.english) only; its verdicts count for nothing.",
                vi: "Bộ tiêu chí \(id) đã bị thay thế, chỉ có hiệu lực đến \(day.vietnamese); kết luận theo bộ này không có giá trị.")
        }
        let mend = successor.map { Phrase(en: "Name \($0) in its place.", vi: "Thay bằng \($0).") }
        return FaultText(
            problem: problem
                ?? Phrase(
                    en: "The set \(id) is superseded; its verdicts count for nothing.",
                    vi: "Bộ tiêu chí \(id) đã hết hiệu lực; kết luận theo bộ này không có giá trị."),
            mend: mend ?? Phrase(en: "Name the set that holds today.", vi: "Dùng bộ tiêu chí đang có hiệu lực."))
    }

    private static func outOfForce(_ id: String, _ from: Day?, _ until: Day?, _ year: Int) -> FaultText {
        let days = Phrase.days(from, until)
        return FaultText(
            en: "The set \(id) is in force \(days.english), not at the end of \(year), the scenario's year.",
            vi: "Bộ tiêu chí \(id) có hiệu lực \(days.vietnamese), không bao gồm cuối năm \(year) của kịch bản.",
            mend: "Name the set that holds in that year, or check valid_from and valid_until.",
            "Dùng bộ tiêu chí có hiệu lực trong năm đó, hoặc kiểm tra valid_from và valid_until.")
    }

    private static func thresholdForm(_ found: [String]) -> FaultText {
        let mend = Phrase(
            en: "Write one of at_least, at_most, above, below and equals, such as {at_least: 20}.",
            vi: "Ghi một trong các khóa at_least, at_most, above, below, equals, ví dụ {at_least: 20}.")
        guard found.isEmpty else {
            let list = found.joined(separator: ", ")
            return FaultText(
                problem: Phrase(en: "A threshold has one bound; this one has \(list).", vi: "Ngưỡng chỉ có một giá trị; ở đây có \(list)."),
                mend: mend)
        }
        return FaultText(problem: Phrase(en: "The threshold has no bound.", vi: "Ngưỡng không có giá trị."), mend: mend)
    }
}

extension Phrase {
    /// From one day until another: `from 15 July 2022`, `until 31 December 2025`, `from … until …`.
    static func days(_ from: Day?, _ until: Day?) -> Phrase {
        switch (from?.text, until?.text) {
        case (let from?, let until?):
            Phrase(
                en: "from \(from.english) until \(until.english)", vi: "từ \(from.vietnamese) đến \(until.vietnamese)")
        case (let from?, nil): Phrase(en: "from \(from.english) on", vi: "từ \(from.vietnamese)")
        case (nil, let until?): Phrase(en: "until \(until.english)", vi: "đến \(until.vietnamese)")
        case (nil, nil): Phrase(en: "without a stated time", vi: "không rõ thời hạn")
        }
    }
}

extension Phrase {
    /// When something is in force: `from 15 July 2022 on`.
    public static func validity(_ validity: Validity) -> Phrase { days(validity.from, validity.until) }
}
