// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import ScenarioFiles
internal import Texts

extension CheckedScenario {
    /// The check told to people, in UTF-8.
    public func report(layout: ReportLayout) -> [UInt8] {
        var report = TextReport(layout)
        faultList(&report)
        guard let understood, isValid else { return report.bytes }
        let names = ScenarioNames(understood.scenario.tables)
        contents(&report, names, understood.understanding)
        variant(&report)
        totals(&report, names, understood.understanding)
        withoutQuality(&report, names, understood.understanding)
        lonely(&report, names, understood.understanding)
        report.typicalStreams(names)
        return report.bytes
    }

    /// One line per fault, in the form that editors and other tools take, and how many there are.
    private func faultList(_ report: inout TextReport) {
        for fault in faults {
            let isError = fault.kind.severity == .error
            report.line(fault.message(in: report.layout.language).printable, style: isError ? report.layout.style.bad : { $0 })
        }
        let (errorCount, warningCount) = (Phrase.count(errors), Phrase.count(warnings))
        let summary = Phrase(
            en:
                "\(errorCount.english) \(plural(errors, "error", "errors")), \(warningCount.english) \(plural(warnings, "warning", "warnings")).",
            vi: "\(errorCount.vietnamese) lỗi, \(warningCount.vietnamese) cảnh báo.")
        report.paragraph(report.tell(summary), style: isValid ? report.layout.style.good : report.layout.style.bad)
    }

    private func contents(_ report: inout TextReport, _ names: ScenarioNames, _ understanding: Understanding) {
        report.heading(names.scenario)
        let counts = names.tables.counts.filter { $0.rows > 0 }.map { $0.table.rows($0.rows) }.enumerated
        let isEmpty = names.tables.counts.allSatisfy { $0.rows == 0 }
        report.paragraph(
            isEmpty
                ? Phrase(en: "It declares nothing yet.", vi: "Kịch bản chưa khai báo gì.")
                : Phrase(en: "It declares \(counts.english).", vi: "Kịch bản khai báo \(counts.vietnamese)."))
        let (candidates, supplies, demands) = (
            Phrase.count(understanding.candidates), Phrase.count(understanding.supplies), Phrase.count(understanding.demands)
        )
        report.paragraph(
            Phrase(
                en: "\(supplies.english) \(plural(understanding.supplies, "output", "outputs")) and \(demands.english) "
                    + "\(plural(understanding.demands, "need", "needs")) of firms and processes count; "
                    + "they could exchange in \(candidates.english) \(plural(understanding.candidates, "way", "ways")).",
                vi: "Có \(supplies.vietnamese) đầu ra và \(demands.vietnamese) nhu cầu của doanh nghiệp và công đoạn được tính; "
                    + "có thể trao đổi theo \(candidates.vietnamese) cách."))
    }

    /// In what a variant differs from its base.
    private func variant(_ report: inout TextReport) {
        guard layers.count > 1 else { return }
        let bases = layers.dropLast().map { Phrase(same: $0) }.enumerated
        let count = Phrase.count(differences.count)
        report.heading(
            Phrase(
                en: "It differs from \(bases.english) in \(count.english) \(plural(differences.count, "place", "places"))",
                vi: "Khác với \(bases.vietnamese) ở \(count.vietnamese) chỗ"))
        // What changes a figure comes before what only tells where it is from.
        let (remarks, figures) = (differences.filter(\.isRemark), differences.filter { !$0.isRemark })
        for difference in report.shown(figures + remarks) { report.bullet(difference.sentence) }
        report.leftOut(of: differences.count)
    }

    private func totals(_ report: inout TextReport, _ names: ScenarioNames, _ understanding: Understanding) {
        guard !understanding.totals.isEmpty else { return }
        report.heading(Phrase(en: "Each resource in a year", vi: "Từng tài nguyên trong một năm"))
        let tables = names.tables
        let rows = report.shown(understanding.totals).map { total in
            [
                tables.resources[total.resource].id, report.tell(names.resource(total.resource)), report.numbers.readable(total.offered),
                report.numbers.readable(total.takable), report.numbers.readable(total.needed), report.numbers.readable(total.meetable),
                report.tell(tables.resources[total.resource].unit.symbol),
            ]
        }
        report.table(
            [
                .ids(Phrase(en: "Id", vi: "Mã")), .words(Phrase(en: "Resource", vi: "Tài nguyên")),
                .numbers(Phrase(en: "Offered", vi: "Cung cấp")), .numbers(Phrase(en: "could be taken", vi: "có thể tiếp nhận")),
                .numbers(Phrase(en: "Needed", vi: "Nhu cầu")), .numbers(Phrase(en: "could be met", vi: "có thể đáp ứng")), .unit,
            ], rows)
        report.leftOut(of: understanding.totals.count)
    }

    private func withoutQuality(_ report: inout TextReport, _ names: ScenarioNames, _ understanding: Understanding) {
        guard !understanding.withoutQuality.isEmpty else { return }
        report.heading(
            Phrase(
                en: "Outputs that lack a quality which a taker within reach limits",
                vi: "Các đầu ra thiếu số liệu chất lượng mà bên tiếp nhận trong tầm vận chuyển giới hạn"))
        for output in report.shown(understanding.withoutQuality) { report.bullet(sentence(output, names)) }
        report.leftOut(of: understanding.withoutQuality.count)
    }

    private func sentence(_ unqualified: Understanding.Unqualified, _ names: ScenarioNames) -> Phrase {
        let (output, takers) = (names.output(unqualified.output), Phrase.count(unqualified.takers))
        let properties = unqualified.properties.map { Phrase(same: names.tables.properties[$0].id) }.enumerated
        return Phrase(
            en: "\(output.english): \(properties.english) (\(takers.english) \(plural(unqualified.takers, "need", "needs")))",
            vi: "\(output.vietnamese): \(properties.vietnamese) (\(takers.vietnamese) nhu cầu)")
    }

    private func lonely(_ report: inout TextReport, _ names: ScenarioNames, _ understanding: Understanding) {
        guard !understanding.lonely.isEmpty else { return }
        report.heading(Phrase(en: "Without a partner", vi: "Chưa có đối tác"))
        for lonely in report.shown(understanding.lonely) { report.bullet(sentence(lonely, understanding, names)) }
        report.leftOut(of: understanding.lonely.count)
    }

    private func sentence(_ lonely: Understanding.Lonely, _ understanding: Understanding, _ names: ScenarioNames) -> Phrase {
        let (what, none) =
            switch lonely.row {
            case .output(let output):
                (
                    names.output(output),
                    Phrase(en: "nobody needs it or what it can stand in for", vi: "không ai cần nó hoặc thứ nó thay thế được")
                )
            case .need(let need):
                (
                    names.need(need),
                    Phrase(en: "nobody offers it or what can stand in for it", vi: "không ai cung cấp nó hoặc thứ thay thế được")
                )
            }
        let reasons = understanding.exclusions(of: lonely).map { exclusion -> Phrase in
            let (reason, count) = (exclusion.rule.reason, Phrase.count(exclusion.pairs))
            return Phrase(
                en: "\(reason.english) (\(count.english) \(plural(exclusion.pairs, "pair", "pairs")))",
                vi: "\(reason.vietnamese) (\(count.vietnamese) cặp)")
        }
        let why = reasons.isEmpty ? none : reasons.enumerated
        return Phrase(en: "\(what.english): \(why.english).", vi: "\(what.vietnamese): \(why.vietnamese).")
    }
}
