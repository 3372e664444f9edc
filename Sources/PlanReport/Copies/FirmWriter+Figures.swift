// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

extension FirmWriter {
    /// What the amounts of the table of what is given are: disposal no longer paid, sales given up, or both.
    var givenHeading: Phrase {
        let sides = given.map { side($0, isGiver: true) }
        if sides.allSatisfy({ $0 >= 0 }) { return Phrase(en: "You no longer pay for disposal", vi: "Không còn phải trả tiền xử lý") }
        return sides.contains { $0 > 0 }
            ? Phrase(
                en: "Disposal you no longer pay; below zero, sales elsewhere that you give up",
                vi: "Tiền xử lý không còn phải trả; số âm là doanh thu bán ra ngoài không còn")
            : Phrase(en: "Sales elsewhere that you give up", vi: "Doanh thu bán ra ngoài không còn")
    }

    /// What the firm's sides bring in all that it no longer pays, and what it sells elsewhere today and would not any more; both above zero.
    private var saved: Double { sides.reduce(0) { $0 + max(0, $1) } }
    var salesGivenUp: Double { sides.reduce(0) { $0 - min(0, $1) } }

    private var sides: [Double] { given.map { side($0, isGiver: true) } + taken.map { side($0, isGiver: false) } }

    private var money: [KeyFigure] {
        var figures: [KeyFigure] = []
        if saved > 0 || salesGivenUp == 0 {
            figures.append(
                KeyFigure(
                    label: Phrase(en: "You no longer pay", vi: "Không còn phải chi"), value: writer.money.phrase(saved),
                    detail: Phrase(en: "a year, before freight, treatment and prices", vi: "mỗi năm, chưa kể cước, xử lý và giá trao đổi"),
                    tone: .good))
        }
        if salesGivenUp > 0 {
            figures.append(
                KeyFigure(
                    label: Phrase(en: "Sales elsewhere that you give up", vi: "Doanh thu bán ra ngoài không còn"),
                    value: writer.money.phrase(salesGivenUp),
                    detail: Phrase(
                        en: "a year, before what your partner pays you", vi: "mỗi năm, chưa kể tiền đối tác trả cho quý vị"),
                    tone: .warning))
        }
        return figures
    }

    var figures: [KeyFigure] {
        let partners = Set(given.map(\.to) + taken.map(\.from)).count
        return money + [
            KeyFigure(
                label: Phrase(en: "By-products passed on", vi: "Phụ phẩm chuyển giao"), value: .count(given.count),
                detail: Phrase(en: "exchanges", vi: "trao đổi")),
            KeyFigure(
                label: Phrase(en: "Materials taken in", vi: "Nguyên liệu tiếp nhận"), value: .count(taken.count),
                detail: Phrase(en: "exchanges", vi: "trao đổi")),
            KeyFigure(
                label: Phrase(en: "Partners", vi: "Đối tác"), value: .count(partners),
                detail: Phrase(en: "firms and plants", vi: "doanh nghiệp và cơ sở")),
        ]
    }
}
