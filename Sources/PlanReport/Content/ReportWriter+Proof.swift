// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import LinearProgram
internal import Reports
internal import Scenario
internal import Texts

extension ReportWriter {
    /// Why there is no plan, and what would mend it.
    func noPlan() -> ReportSection {
        var blocks: [ReportBlock] = [.notice(outcome.statusText, .bad)]
        if let infeasibility = outcome.infeasibility {
            let words = InfeasibilityText(names: names)
            blocks.append(.heading(Phrase(en: "These cannot all hold", vi: "Các quy định sau không thể cùng thỏa mãn")))
            blocks.append(.list(infeasibility.rules.map(words.sentence), isNumbered: false))
            if !infeasibility.mends.isEmpty {
                blocks.append(
                    .heading(
                        Phrase(
                            en: "What would mend it, each tried by solving again, the cheapest first",
                            vi: "Cách khắc phục, mỗi cách đã được giải lại để kiểm tra, rẻ nhất trước")))
                blocks.append(.list(infeasibility.mends.map(words.sentence), isNumbered: true))
            }
        }
        return ReportSection("summary", Phrase(en: "There is no plan", vi: "Không có phương án"), blocks)
    }

    /// The proof of the plan, for those who check it.
    func certificate() -> ReportSection {
        var blocks: [ReportBlock] = []
        // Of a plan with choices it says what is proved with them held, and what is not.
        if let certificate = outcome.certificate, let text = outcome.certificateText {
            blocks.append(.notice(text, certificate.holds ? .good : .bad))
        }
        blocks.append(.table(proofTable))
        return ReportSection("certificate", Phrase(en: "Certificate of the plan", vi: "Chứng thực lời giải"), blocks)
    }

    private var proofTable: ReportTable {
        var rows: [[ReportTable.Cell]] = []
        func add(_ name: Phrase, _ value: Phrase) { rows.append([.text(name), .text(value)]) }
        add(Phrase(en: "What is known of the plan", vi: "Tình trạng lời giải"), outcome.statusText)
        if let value = outcome.objectiveValue { add(Phrase(en: "Value of the objective", vi: "Giá trị mục tiêu"), told(value)) }
        if let bound = outcome.bound { add(Phrase(en: "Proved bound", vi: "Cận đã chứng minh"), told(bound)) }
        if let gap = outcome.gap { add(Phrase(en: "Gap between the two", vi: "Khoảng cách giữa hai giá trị"), .percent(gap)) }
        if let certificate = outcome.certificate {
            add(
                Phrase(en: "Largest breach of a rule, of its size", vi: "Vi phạm lớn nhất so với độ lớn của quy định"),
                .scientific(certificate.primalResidual))
            if certificate.dualResidual.isFinite {
                add(Phrase(en: "Largest breach by the prices", vi: "Vi phạm lớn nhất của hệ giá"), .scientific(certificate.dualResidual))
            }
            if let gap = certificate.dualityGap {
                add(Phrase(en: "Duality gap, of the value", vi: "Khoảng cách đối ngẫu so với giá trị"), .scientific(gap))
            }
        }
        add(Phrase(en: "Ways in which could be exchanged", vi: "Số cách có thể trao đổi"), .count(outcome.candidates))
        let (rowCount, columns, entries) = (Phrase.count(outcome.rows), Phrase.count(outcome.columns), Phrase.count(outcome.nonzeros))
        add(
            Phrase(en: "Size of the model", vi: "Kích thước mô hình"),
            Phrase(
                en: "\(rowCount.english) rows, \(columns.english) columns, \(entries.english) entries",
                vi: "\(rowCount.vietnamese) hàng, \(columns.vietnamese) cột, \(entries.vietnamese) hệ số"))
        return ReportTable(
            id: "proof", caption: Phrase(en: "The proof in figures", vi: "Chứng thực bằng số liệu"),
            columns: [.words(Phrase(en: "Figure", vi: "Chỉ số")), .words(Phrase(en: "Value", vi: "Giá trị"))], rows: rows)
    }

    private func told(_ value: Double) -> Phrase {
        switch outcome.objective {
        case .cost: money.phrase(value)
        case .ghg: Self.with(value, Phrase(same: "kg CO2e"))
        case .waste, .virgin: Self.with(value, Phrase(en: "t", vi: "tấn"))
        case .weights: .number(value)
        }
    }

    private static func with(_ value: Double, _ unit: Phrase) -> Phrase {
        let number = Phrase.number(value)
        return Phrase(en: "\(number.english) \(unit.english)", vi: "\(number.vietnamese) \(unit.vietnamese)")
    }
}
