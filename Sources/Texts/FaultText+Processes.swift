// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension ProcessFault {
    static func noFlows(_ process: String) -> FaultText {
        FaultText(
            problem: Phrase(
                en: "“\(process)” takes nothing in and gives nothing off: process_flows has no row of it.",
                vi: "“\(process)” không lấy vào và không cho ra gì: bảng process_flows không có dòng nào của công đoạn này."),
            mend: Phrase(
                en: "Add its inputs and outputs to process_flows, or remove the process.",
                vi: "Thêm đầu vào và đầu ra của công đoạn vào process_flows, hoặc bỏ công đoạn."))
    }

    static func noOutputs(_ process: String) -> FaultText {
        FaultText(
            problem: Phrase(
                en: "“\(process)” gives nothing off: whatever goes in vanishes from the account.",
                vi: "“\(process)” không cho ra gì: mọi thứ lấy vào đều biến mất khỏi tính toán."),
            mend: Phrase(
                en: "Add its outputs to process_flows, residues for disposal among them.",
                vi: "Thêm đầu ra vào process_flows, kể cả phần cặn phải thải bỏ."))
    }

    static func noCapacity(_ process: String) -> FaultText {
        FaultText(
            problem: Phrase(
                en: "“\(process)” has a capacity of 0: it can never run.", vi: "“\(process)” có công suất 0: không bao giờ chạy được."),
            mend: Phrase(
                en: "Give its activity in a year, or remove the process.", vi: "Điền mức hoạt động trong một năm, hoặc bỏ công đoạn."))
    }

    static func emptyFlow(_ process: String, _ resource: String, _ role: FlowRole) -> FaultText {
        let verb =
            switch role {
            case .input: Phrase(en: "takes in", vi: "lấy vào")
            case .output: Phrase(en: "gives off", vi: "cho ra")
            }
        return FaultText(
            problem: Phrase(
                en: "“\(process)” \(verb.english) 0 of “\(resource)” per activity: the row says nothing.",
                vi: "Mỗi đơn vị hoạt động “\(process)” \(verb.vietnamese) 0 “\(resource)”: dòng này không nói lên điều gì."),
            mend: Phrase(en: "Give the figure, or remove the row.", vi: "Điền số liệu, hoặc bỏ dòng này."))
    }

    static func sameInAndOut(_ process: String, _ resource: String) -> FaultText {
        FaultText(
            problem: Phrase(
                en: "“\(process)” takes in “\(resource)” and gives it off; a process cannot feed itself, so both pass through its gate.",
                vi: "“\(process)” vừa lấy vào vừa cho ra “\(resource)”; một công đoạn không thể tự cấp cho mình nên cả hai đều qua cổng."),
            mend: Phrase(
                en: "Give the difference on one side only, or call what comes out by another resource.",
                vi: "Chỉ ghi phần chênh lệch ở một phía, hoặc khai báo phần cho ra là một tài nguyên khác."))
    }

    static func noLicence(_ process: String, _ resource: String, _ wasteCode: String?) -> FaultText {
        let code = wasteCode.map { Phrase(en: " or its waste code “\($0)”", vi: " hoặc mã chất thải “\($0)”") } ?? Phrase(same: "")
        return FaultText(
            problem: Phrase(
                en:
                    "“\(resource)” is hazardous and the licences of “\(process)” do not name it: nobody may hand it over. A process does not inherit the licences of its host.",
                vi:
                    "“\(resource)” là chất thải nguy hại mà giấy phép của “\(process)” không ghi: không ai được chuyển giao cho công đoạn này. Công đoạn không thừa hưởng giấy phép của doanh nghiệp nơi nó đặt."
            ),
            mend: Phrase(
                en: "If the plant holds the licence, add “\(resource)”\(code.english) to its licences.",
                vi: "Nếu cơ sở có giấy phép, thêm “\(resource)”\(code.vietnamese) vào cột licences."))
    }

    static func hostOfAnotherProject(_ process: String, _ firm: String, _ project: String, _ own: String?) -> FaultText {
        let belongs =
            own.map { Phrase(en: "belongs to “\($0)”", vi: "thuộc “\($0)”") } ?? Phrase(en: "belongs to none", vi: "không thuộc dự án nào")
        return FaultText(
            problem: Phrase(
                en:
                    "“\(process)” stands at “\(firm)”, a firm of the project “\(project)”, and itself \(belongs.english): wherever “\(project)” is left out, so is the process.",
                vi:
                    "“\(process)” đặt tại “\(firm)”, doanh nghiệp của dự án “\(project)”, còn bản thân công đoạn \(belongs.vietnamese): khi “\(project)” không được tính thì công đoạn cũng bị bỏ ra."
            ),
            mend: Phrase(
                en: "Write “\(project)” into the column project of the process, or give it another site.",
                vi: "Ghi “\(project)” vào cột project của công đoạn, hoặc đặt công đoạn ở nơi khác."))
    }

    static func capexOfExisting(_ process: String, _ capex: Double, _ currency: String) -> FaultText {
        let amount = MoneyStyle(currency: currency).phrase(capex)
        return FaultText(
            problem: Phrase(
                en: "“\(process)” stands already and has its capex behind it: \(amount.english) count nowhere.",
                vi: "“\(process)” đã có sẵn và vốn đầu tư đã bỏ ra: \(amount.vietnamese) không được tính vào đâu cả."),
            mend: Phrase(
                en: "Write candidate = yes if it is yet to be built; else leave capex blank.",
                vi: "Ghi candidate = có nếu chưa xây; nếu không thì để trống capex."))
    }
}
