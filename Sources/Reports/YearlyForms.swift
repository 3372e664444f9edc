// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Scenario
internal import Texts

/// The yearly forms on eco-industrial parks that a park's office and firms hand in.
enum YearlyForm: String, CaseIterable {
    /// The park's report, the park's indicators, the firm's report, the firms' shares.
    case a4 = "A.4", a5 = "A.5", b4 = "B.4", b5 = "B.5"

    var fileName: String { "form-\(rawValue.filter { $0 != "." }).csv" }

    /// The criteria that are lines of the form begin so.
    var prefix: String {
        switch self {
        case .a4, .b4: "VN.C05.A4."
        case .a5: "VN.C05.A5."
        case .b5: "VN.C05.B5."
        }
    }

    /// Whether each park hands it in, or each firm.
    var kind: AssessedKind { self == .b4 ? .firm : .park }

    /// The line that is asked for the coming three years too, and the lines that are asked for inside firms as well as between them.
    static let networks = "VN.C05.A4.IS-count"
    static let savings: [String: Phrase] = [
        "VN.C05.A4.elec": Phrase(en: "Electricity saved", vi: "Điện năng tiết kiệm"),
        "VN.C05.A4.fuel": Phrase(en: "Other fuel saved", vi: "Nhiên liệu khác tiết kiệm"),
        "VN.C05.A4.fuel-mass": Phrase(en: "Other fuel saved, measured by mass,", vi: "Nhiên liệu khác tiết kiệm, đo theo khối lượng,"),
        "VN.C05.A4.co2": Phrase(en: "CO2 avoided by electricity and fuel saved", vi: "Giảm phát thải CO2 nhờ tiết kiệm điện và nhiên liệu"),
        "VN.C05.A4.water": Phrase(en: "Water saved", vi: "Nước tiết kiệm"),
        "VN.C05.A4.wastewater": Phrase(en: "Wastewater avoided", vi: "Giảm nước thải"),
        "VN.C05.A4.reuse": Phrase(en: "Waste kept from treatment by reuse", vi: "Giảm chất thải phải xử lý nhờ tái sử dụng"),
        "VN.C05.A4.recycle": Phrase(en: "Waste kept from treatment by recycling", vi: "Giảm chất thải phải xử lý nhờ tái chế"),
        "VN.C05.A4.primary": Phrase(en: "Primary material saved", vi: "Vật liệu sơ cấp tiết kiệm"),
        "VN.C05.A4.chem": Phrase(en: "Chemicals saved", vi: "Hóa chất tiết kiệm"),
        "VN.C05.A4.total-saving": Phrase(
            en: "Total cost saving (gross: purchases and disposal avoided)",
            vi: "Tổng chi phí tiết kiệm (gộp: chi phí mua và xử lý không phải trả)"),
    ]

    /// The set that lays the form down.
    static let set = "vn-eip-circular-05-2025"
}

extension AssessTables {
    /// A form of every park or firm that is judged: each line in both languages, what is so today, what the plan comes to, and why a line is
    /// empty.
    func form(_ form: YearlyForm) -> [UInt8] {
        var table = CSVTable(
            [
                Phrase(en: "Form", vi: "Mẫu"), Phrase(en: "Subject", vi: "Mã đối tượng"), Phrase(en: "Name", vi: "Tên"),
                Phrase(en: "Line", vi: "Dòng"), Phrase(en: "Line in Vietnamese", vi: "Nội dung (tiếng Việt)"),
                Phrase(en: "Line in English", vi: "Nội dung (tiếng Anh)"), Phrase(en: "Unit", vi: "Đơn vị"),
                Phrase(en: "Today", vi: "Thực hiện (hiện trạng)"), Phrase(en: "Planned", vi: "Dự kiến (phương án)"),
                Phrase(en: "Why empty, in Vietnamese", vi: "Lý do còn trống (tiếng Việt)"),
                Phrase(en: "Why empty, in English", vi: "Lý do còn trống (tiếng Anh)"),
            ], language: language)
        let inside = form == .a4 || form == .b4 ? assessment.assessor.insideFirms : assessment.assessor
        let lines = assessment.assessor.catalogue.set(YearlyForm.set)?.criteria.filter {
            $0.id.hasPrefix(form.prefix) && $0.assessed.contains(form.kind)
        }
        for subject in assessment.subjects where subject.kind == form.kind {
            let asked = lines ?? []
            for line in general(form, subject) + asked.map({ self.line($0, subject) }) { table.append(cells(form, subject, line)) }
            guard form == .a4 || form == .b4 else { continue }
            for line in later(asked) + asked.compactMap({ self.inside($0, subject, inside) }) { table.append(cells(form, subject, line)) }
        }
        return table.bytes
    }

    /// One line of a form.
    struct FormLine {
        var id: String, text: Phrase, unit: Phrase?
        var today: CSVTable.Cell, plan: CSVTable.Cell
        /// Why a cell is empty; nil where none is.
        var reason: Phrase?
    }

    private func cells(_ form: YearlyForm, _ subject: AssessedSubject, _ line: FormLine) -> [CSVTable.Cell] {
        [
            .text(form.rawValue), .text(subject.id(in: names.tables) ?? ""), text(words.subject(subject)), .text(line.id),
            .text(line.text.vietnamese), .text(line.text.english), text(line.unit), line.today, line.plan,
            .text(line.reason?.vietnamese ?? ""), .text(line.reason?.english ?? ""),
        ]
    }

    /// What the head of a report asks for and a scenario knows.
    private func general(_ form: YearlyForm, _ subject: AssessedSubject) -> [FormLine] {
        let tables = names.tables
        func line(_ id: String, _ text: Phrase, _ unit: String?, _ measure: Measure) -> FormLine {
            let value = assessment.assessor.measure(measure, of: subject, .baseline)
            let exact = value?.figure.exact
            return FormLine(
                id: id, text: text, unit: figures.unit(unit), today: .number(exact), plan: .number(exact),
                reason: exact == nil ? reason(value?.figure, unit, value?.gaps ?? []) : nil)
        }
        switch (form, subject) {
        case (.a4, .park):
            return [
                line("I.1", Phrase(en: "Area of the park", vi: "Diện tích khu công nghiệp"), "ha", .areaHa),
                line("I.2", Phrase(en: "Firms of the park in this scenario", vi: "Số doanh nghiệp của khu trong kịch bản"), nil, .firms),
                line("I.3", Phrase(en: "People who work there", vi: "Số lao động"), nil, .employees),
            ]
        case (.b4, .firm(let firm)):
            let sector = tables.firms[firm].sector
            return [
                FormLine(
                    id: "I.1", text: Phrase(en: "Industry (VSIC 2018)", vi: "Ngành nghề (VSIC 2018)"), unit: nil,
                    today: .text(sector ?? ""),
                    plan: .text(sector ?? ""),
                    reason: sector == nil ? Phrase(en: "sector is not given in firms", vi: "chưa ghi sector trong firms") : nil),
                line("I.2", Phrase(en: "People who work there", vi: "Số lao động"), nil, .employees),
                line("I.3", Phrase(en: "Yearly turnover", vi: "Doanh thu hằng năm"), "currency", .turnover),
            ]
        default: return []
        }
    }

    /// Lines that the forms ask for the three years after this one: the scenario is of one year.
    private func later(_ lines: [Criterion]) -> [FormLine] {
        guard let networks = lines.first(where: { $0.id == YearlyForm.networks }) else { return [] }
        let year = names.tables.settings.year, text = networks.text.phrase
        return (1...3).map { ahead in
            let then = String(year + ahead)
            return FormLine(
                id: "IS-count.N+\(ahead)",
                text: Phrase(en: "\(text.english): in \(then)", vi: "\(text.vietnamese): năm \(then)"), unit: nil, today: .text(""),
                plan: .text(""),
                reason: Phrase(
                    en: "the scenario speaks of \(year) alone; assess a scenario of \(then), or compare both years",
                    vi: "kịch bản chỉ nói về năm \(year); hãy đánh giá kịch bản của năm \(then) hoặc so sánh hai năm"))
        }
    }

    /// A line of savings once more for what stays inside firms (RECP), which the forms keep apart from symbiosis; nil for another line.
    private func inside(_ criterion: Criterion, _ subject: AssessedSubject, _ inside: Assessor) -> FormLine? {
        guard let what = YearlyForm.savings[criterion.id] else { return nil }
        let told = Phrase(
            en: "\(what.english) inside the firm (RECP)", vi: "\(what.vietnamese) trong nội bộ doanh nghiệp (RECP)")
        guard inside.tellsInside(subject) else {
            return FormLine(
                id: "RECP." + short(criterion), text: told, unit: figures.unit(criterion.unit), today: .text(""), plan: .text(""),
                reason: Phrase(
                    en:
                        "the scenario says nothing of what stays inside: no firm here has a plant of its own, and exchange.within_firm is false",
                    vi:
                        "kịch bản không nêu dòng vật chất trong nội bộ: không doanh nghiệp nào ở đây có cơ sở xử lý riêng và exchange.within_firm là false"
                ))
        }
        var line = line(criterion, subject, inside)
        (line.id, line.text) = ("RECP." + line.id, told)
        // That no flow of the scenario saves any is no zero to file: firms save by other means than flows.
        func isNone(_ cell: CSVTable.Cell) -> Bool { if case .number(0) = cell { true } else { false } }
        guard isNone(line.today) || isNone(line.plan) else { return line }
        (line.today, line.plan) = (isNone(line.today) ? .text("") : line.today, isNone(line.plan) ? .text("") : line.plan)
        let none = Phrase(
            en: "no flow inside the firms of this scenario saves any; what they save by other means is theirs to tell",
            vi: "không dòng vật chất nội bộ nào trong kịch bản tạo ra tiết kiệm; phần tiết kiệm bằng biện pháp khác do doanh nghiệp khai")
        line.reason = line.reason.map { none + Phrase(same: "–") + $0 } ?? none
        return line
    }

    private func short(_ criterion: Criterion) -> String { String(criterion.id.split(separator: ".").suffix(2).joined(separator: ".")) }

    private func line(_ criterion: Criterion, _ subject: AssessedSubject, _ other: Assessor? = nil) -> FormLine {
        let assessor = other ?? assessment.assessor
        let verdicts = [Formula.Moment.today, .plan].map { moment in
            assessor.moments.contains(moment) ? assessor.verdict(criterion, in: YearlyForm.set, on: subject, moment) : nil
        }
        var reasons: [Phrase] = []
        for verdict in verdicts {
            guard let verdict else {
                reasons.append(Phrase(en: "no contract says what flows today", vi: "chưa có hợp đồng ghi lượng trao đổi hiện nay"))
                continue
            }
            if let reason = emptyReason(verdict), !reasons.contains(reason) { reasons.append(reason) }
        }
        return FormLine(
            id: short(criterion), text: criterion.text.phrase,
            unit: figures.unit(criterion.unit), today: cell(verdicts[0]), plan: cell(verdicts[1]),
            reason: reasons.isEmpty ? nil : reasons.dropFirst().reduce(reasons[0]) { $0 + Phrase(same: "–") + $1 })
    }

    private func cell(_ verdict: Verdict?) -> CSVTable.Cell {
        guard let verdict else { return .text("") }
        switch verdict.criterion.measured.type {
        case .number: return .number(verdict.figure?.exact)
        case .truth:
            guard let value = verdict.figure?.exact else { return .text("") }
            return .truth(value != 0)
        case .text:
            if case .text(let text)? = verdict.declaration?.value { return .text(text) }
            return .text("")
        }
    }

    /// Why a verdict gives no single value; nil where it does.
    private func emptyReason(_ verdict: Verdict) -> Phrase? {
        if verdict.result == .notApplicable(.nothingToMeasure) {
            return Phrase(en: "there is nothing to measure", vi: "không có đối tượng để tính")
        }
        if case .number = verdict.criterion.measured.type, verdict.figure?.exact != nil { return nil }
        guard verdict.result == .evidenceMissing || verdict.figure?.exact == nil && verdict.criterion.measured.type == .number else {
            return nil
        }
        return reason(verdict.figure, verdict.criterion.unit, verdict.gaps)
    }

    private func reason(_ figure: Figure?, _ unit: String?, _ gaps: [Gap]) -> Phrase {
        let missing = gaps.prefix(3).map(words.sentence)
        let more = gaps.count > 3 ? Phrase(en: "and \(gaps.count - 3) more", vi: "và \(gaps.count - 3) mục nữa") : nil
        let list =
            missing.isEmpty ? Phrase(en: "not declared", vi: "chưa kê khai") : (missing + [more].compactMap(\.self)).enumeratedPlainly
        let head = Phrase(en: "missing: \(list.english)", vi: "còn thiếu: \(list.vietnamese)")
        guard let figure, !figure.isUnknown, figure.exact == nil else { return head }
        let known = figures.phrase(figure, unit)
        return Phrase(en: "known so far: \(known.english); ", vi: "mới biết: \(known.vietnamese); ").joined(head)
    }
}

extension Phrase {
    fileprivate func joined(_ next: Phrase) -> Phrase { Phrase(en: english + next.english, vi: vietnamese + next.vietnamese) }
}

extension [Phrase] {
    /// The phrases with semicolons between.
    fileprivate var enumeratedPlainly: Phrase {
        Phrase(en: map(\.english).joined(separator: "; "), vi: map(\.vietnamese).joined(separator: "; "))
    }
}
