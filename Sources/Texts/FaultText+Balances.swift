// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension ProcessFault {
    static func somethingOfNothing(_ loop: [String], _ resource: String, _ surplus: Double, _ unit: Unit) -> FaultText {
        let names = loop.map { Phrase(same: "“\($0)”") }.enumerated, amount = Phrase.quantity(surplus, unit), first = loop.first ?? ""
        return FaultText(
            problem: Phrase(
                en:
                    "\(names.english) feed each other, need nothing from outside, and still leave \(amount.english) of “\(resource)” over for each activity of “\(first)”: something of nothing.",
                vi:
                    "\(names.vietnamese) cung cấp đầu vào cho nhau, không cần gì từ bên ngoài mà mỗi đơn vị hoạt động của “\(first)” vẫn dư \(amount.vietnamese) “\(resource)”: tạo ra vật chất từ hư không."
            ),
            mend: Phrase(
                en: "Correct their per_activity, or the ratio of a substitution between them, or declare the input that is missing.",
                vi: "Sửa per_activity của các công đoạn này hoặc ratio của phép thay thế giữa chúng, hoặc khai báo đầu vào còn thiếu."))
    }

    static func makesMass(_ process: String, _ input: Double, _ output: Double) -> FaultText {
        FaultText(
            problem: moreOut(process, input, output, .tonne, of: Phrase(en: "mass", vi: "khối lượng")),
            mend: Phrase(
                en: "Correct per_activity or tonnes_per_unit, or declare the input that is missing, such as water or air.",
                vi: "Sửa per_activity hoặc tonnes_per_unit, hoặc khai báo đầu vào còn thiếu, chẳng hạn nước hay không khí."))
    }

    static func makesEnergy(_ process: String, _ input: Double, _ output: Double) -> FaultText {
        FaultText(
            problem: moreOut(process, input, output, .megawattHour, of: Phrase(en: "energy", vi: "năng lượng")),
            mend: Phrase(
                en: "Correct per_activity, or declare the energy that is missing, such as what a heat pump takes from its surroundings.",
                vi: "Sửa per_activity, hoặc khai báo phần năng lượng còn thiếu, chẳng hạn phần bơm nhiệt lấy từ môi trường."))
    }

    static func makesWater(_ process: String, _ input: Double, _ output: Double) -> FaultText {
        FaultText(
            problem: moreOut(process, input, output, .cubicMetre, of: Phrase(en: "water", vi: "nước")),
            mend: Phrase(
                en: "Correct per_activity, or declare the water that is missing.",
                vi: "Sửa per_activity, hoặc khai báo phần nước còn thiếu."))
    }

    private static func moreOut(_ process: String, _ input: Double, _ output: Double, _ unit: Unit, of what: Phrase) -> Phrase {
        let (taken, given) = (Phrase.quantity(input, unit), Phrase.quantity(output, unit))
        let excess = Phrase.quantity(output - input, unit)
        return Phrase(
            en:
                "“\(process)” makes \(what.english): per activity \(taken.english) go in and \(given.english) come out, \(excess.english) more.",
            vi:
                "“\(process)” sinh thêm \(what.vietnamese): mỗi đơn vị hoạt động lấy vào \(taken.vietnamese) mà cho ra \(given.vietnamese), nhiều hơn \(excess.vietnamese)."
        )
    }
}
