// SPDX-License-Identifier: GPL-3.0-or-later
internal import Criteria
internal import Decisions
internal import Exchange
internal import Scenario
internal import Texts

extension ScreeningReport {
    /// One project: partners, what it opens and takes away, size, prices, blockers.
    mutating func details(_ project: ScreenedProject) {
        report.heading(names.project(project.project))
        for partner in report.shown(project.partners) { report.bullet(sentence(partner)) }
        report.leftOut(of: project.partners.count)
        if project.partners.isEmpty, project.effect != nil {
            report.bullet(Phrase(en: "No exchange with anybody in the plan.", vi: "Không có trao đổi với ai trong phương án."))
        }
        for change in report.shown(project.opened) { report.bullet(opened(change)) }
        for change in report.shown(project.displaced) { report.bullet(displaced(change)) }
        if let size = project.size { sizes(size) }
        for price in project.prices { report.bullet(sentence(price)) }
        if let criteria = project.criteria { self.criteria(criteria) }
        for blocker in project.blockers { report.bullet(blocker.text(names)) }
    }

    /// How the verdicts on the project come out, those not met by name, and what changes for the whole and the parks.
    private mutating func criteria(_ criteria: ScreenedCriteria) {
        let results: [VerdictResult] = [.met, .notMet, .better, .worse, .unchanged, .figureOnly, .evidenceMissing]
        let counts = results.map { ($0, criteria.count($0)) }.filter { $0.1 > 0 }.map { result, count in
            let number = Phrase.count(count)
            return Phrase(en: "\(number.english) \(result.name.english)", vi: "\(number.vietnamese) \(result.name.vietnamese)")
        }
        if !counts.isEmpty {
            let list = counts.enumerated
            report.bullet(
                Phrase(
                    en: "Criteria for it and its firms: \(list.english).",
                    vi: "Tiêu chí đối với dự án và doanh nghiệp của dự án: \(list.vietnamese)."))
        }
        for verdict in report.shown(criteria.verdicts.filter({ $0.result == .notMet })) {
            let text = verdict.criterion.text.phrase
            report.bullet(
                Phrase(
                    en: "Not met: \(text.english) (\(verdict.criterion.id)).",
                    vi: "Chưa đạt: \(text.vietnamese) (\(verdict.criterion.id))."))
        }
        for change in report.shown(criteria.changes) {
            let (before, after, text) = (change.before.result.name, change.after.result.name, change.after.criterion.text.phrase)
            let id = change.after.criterion.id, place = name(change.after.subject)
            report.bullet(
                Phrase(
                    en: "Changes a verdict, \(place.english): \(text.english) (\(id)), \(before.english) → \(after.english).",
                    vi: "Làm thay đổi kết quả, \(place.vietnamese): \(text.vietnamese) (\(id)), \(before.vietnamese) → \(after.vietnamese)."
                ))
        }
        report.leftOut(of: criteria.changes.count)
    }

    private func name(_ subject: AssessedSubject) -> Phrase {
        switch subject {
        case .network: Phrase(en: "all parks together", vi: "toàn bộ các khu")
        case .park(let park): names.park(park)
        case .firm(let firm): names.firm(firm)
        case .project(let project): names.project(project)
        }
    }

    private func sentence(_ link: PartnerLink) -> Phrase {
        let (partner, gain) = (names.party(link.partner), money.phrase(link.gain))
        let (quantity, resource) = (names.quantity(link.quantity, of: link.resource), names.resource(link.resource))
        let way = Phrase.kilometres(link.kilometres)
        return link.partnerGives
            ? Phrase(
                en: "Takes \(quantity.english) of \(resource.english) from \(partner.english), \(way.english): gain \(gain.english).",
                vi:
                    "Nhận \(quantity.vietnamese) \(resource.vietnamese) từ \(partner.vietnamese), \(way.vietnamese): lợi ích \(gain.vietnamese)."
            )
            : Phrase(
                en: "Gives \(quantity.english) of \(resource.english) to \(partner.english), \(way.english): gain \(gain.english).",
                vi:
                    "Chuyển \(quantity.vietnamese) \(resource.vietnamese) cho \(partner.vietnamese), \(way.vietnamese): lợi ích \(gain.vietnamese)."
            )
    }

    private func opened(_ change: LinkChange) -> Phrase {
        let (from, to, resource) = (names.party(change.from), names.party(change.to), names.resource(change.resource))
        let (before, after) = (names.quantity(change.before, of: change.resource), names.quantity(change.after, of: change.resource))
        return Phrase(
            en: "Opens for others: \(resource.english) from \(from.english) to \(to.english), \(before.english) → \(after.english).",
            vi:
                "Mở thêm cho bên khác: \(resource.vietnamese) từ \(from.vietnamese) đến \(to.vietnamese), \(before.vietnamese) → \(after.vietnamese)."
        )
    }

    private func displaced(_ change: LinkChange) -> Phrase {
        let (from, to, resource) = (names.party(change.from), names.party(change.to), names.resource(change.resource))
        let (before, after) = (names.quantity(change.before, of: change.resource), names.quantity(change.after, of: change.resource))
        return change.isRival
            ? Phrase(
                en:
                    "Takes away as a rival: \(resource.english) from \(from.english) to \(to.english), \(before.english) → \(after.english).",
                vi:
                    "Cạnh tranh làm giảm: \(resource.vietnamese) từ \(from.vietnamese) đến \(to.vietnamese), \(before.vietnamese) → \(after.vietnamese)."
            )
            : Phrase(
                en: "Less among others: \(resource.english) from \(from.english) to \(to.english), \(before.english) → \(after.english).",
                vi:
                    "Giảm giữa các bên khác: \(resource.vietnamese) từ \(from.vietnamese) đến \(to.vietnamese), \(before.vietnamese) → \(after.vietnamese)."
            )
    }

    private mutating func sizes(_ size: SizeStudy) {
        let points = size.points.map { point -> Phrase in
            let (factor, gain) = (Phrase.number(point.factor), money.phrase(point.gain))
            return Phrase(en: "× \(factor.english) → \(gain.english)", vi: "× \(factor.vietnamese) → \(gain.vietnamese)")
        }
        report.bullet(
            Phrase(
                en: "By size: " + points.map(\.english).joined(separator: "; ") + ".",
                vi: "Theo quy mô: " + points.map(\.vietnamese).joined(separator: "; ") + "."))
        guard let end = size.saturation else {
            return report.bullet(
                Phrase(
                    en: "The parks could take far more of it: even at 32 times the size one unit more still adds something.",
                    vi: "Các khu còn tiếp nhận được nhiều hơn: ở 32 lần quy mô, thêm một đơn vị vẫn còn mang lại lợi ích."))
        }
        let (factor, gain) = (Phrase.number(end.factor), money.phrase(end.gain))
        report.bullet(
            Phrase(
                en: "The gain is used up at \(factor.english) times the declared size\(amount(size, end.factor).english): "
                    + "\(gain.english) a year, and nothing more beyond.",
                vi: "Lợi ích đạt mức tối đa ở \(factor.vietnamese) lần quy mô kê khai\(amount(size, end.factor).vietnamese): "
                    + "\(gain.vietnamese) mỗi năm, lớn hơn nữa không thêm gì."))
    }

    /// The size in units of the stream that tells it, in brackets.
    private func amount(_ size: SizeStudy, _ factor: Double) -> Phrase {
        guard let stream = size.stream else { return Phrase(same: "") }
        let (quantity, resource) = (names.quantity(declared(stream) * factor, of: stream.resource), names.resource(stream.resource))
        return Phrase(
            en: " (\(quantity.english) of \(resource.english) a year)", vi: " (\(quantity.vietnamese) \(resource.vietnamese) mỗi năm)")
    }

    /// What the stream comes to in a year at the declared size, running full.
    private func declared(_ stream: MainStream) -> Double {
        switch stream.row {
        case .output(let output): return tables.outputs[output].quantity
        case .need(let need): return tables.needs[need].quantity
        case .flow(let flow):
            let row = tables.processFlows[flow]
            return row.perActivity * tables.processes[row.process].capacity
        }
    }

    private func sentence(_ price: EvenPrice) -> Phrase {
        let (resource, margin) = (names.resource(price.stream.resource), money.phrase(price.margin))
        let unit = tables.resources[price.stream.resource].unit.symbol
        let known = price.reference.map { money.phrase($0) }
        let sold = known.map { Phrase(en: " (sold elsewhere at \($0.english))", vi: " (bán ra ngoài với giá \($0.vietnamese))") }
        let bought = known.map { Phrase(en: " (bought new it costs \($0.english))", vi: " (mua mới giá \($0.vietnamese))") }
        let note = (price.stream.isSupply ? sold : bought) ?? Phrase(same: "")
        let end =
            price.endsProject
            ? Phrase(en: "then the project adds nothing", vi: "đến mức đó dự án không còn mang lại lợi ích")
            : Phrase(en: "then this stream adds nothing, the others still do", vi: "đến mức đó dòng này hết lợi ích, các dòng khác vẫn còn")
        // Of a firm's need the charge is on what exchange delivers: what stands in for it may cost more, not what is bought.
        if case .need = price.stream.row {
            return Phrase(
                en:
                    "Comes out even until what meets a \(unit.english) of its need of \(resource.english) by exchange\(note.english) costs \(margin.english) more: \(end.english).",
                vi:
                    "Còn hòa vốn cho đến khi phần đáp ứng mỗi \(unit.vietnamese) nhu cầu \(resource.vietnamese) bằng trao đổi\(note.vietnamese) đắt thêm \(margin.vietnamese): \(end.vietnamese)."
            )
        }
        return price.stream.isSupply
            ? Phrase(
                en:
                    "Comes out even until a \(unit.english) of \(resource.english)\(note.english) earns \(margin.english) less: \(end.english).",
                vi:
                    "Còn hòa vốn cho đến khi mỗi \(unit.vietnamese) \(resource.vietnamese)\(note.vietnamese) thu kém \(margin.vietnamese): \(end.vietnamese)."
            )
            : Phrase(
                en:
                    "Comes out even until a \(unit.english) of \(resource.english)\(note.english) costs \(margin.english) more: \(end.english).",
                vi:
                    "Còn hòa vốn cho đến khi mỗi \(unit.vietnamese) \(resource.vietnamese)\(note.vietnamese) đắt thêm \(margin.vietnamese): \(end.vietnamese)."
            )
    }

    /// Pairs that help or hurt each other.
    mutating func pairs() {
        guard screening.projects.count > 1 else { return }
        report.heading(Phrase(en: "Projects together", vi: "Các dự án cùng nhau"))
        if screening.pairs.isEmpty {
            report.bullet(
                Phrase(
                    en: "No two projects help or hurt each other: together they add the sum.",
                    vi: "Không có hai dự án nào hỗ trợ hay cản trở nhau: cùng nhau mang lại đúng tổng lợi ích."))
        }
        for pair in report.shown(screening.pairs) {
            let (one, other) = (names.project(pair.first), names.project(pair.second))
            let (size, both) = (money.phrase(abs(pair.interaction)), money.phrase(pair.together))
            report.bullet(
                pair.interaction > 0
                    ? Phrase(
                        en:
                            "\(one.english) and \(other.english) help each other: together \(both.english), \(size.english) more than the sum.",
                        vi:
                            "\(one.vietnamese) và \(other.vietnamese) hỗ trợ nhau: cùng nhau \(both.vietnamese), hơn tổng \(size.vietnamese)."
                    )
                    : Phrase(
                        en:
                            "\(one.english) and \(other.english) hurt each other: together \(both.english), \(size.english) less than the sum.",
                        vi:
                            "\(one.vietnamese) và \(other.vietnamese) cản trở nhau: cùng nhau \(both.vietnamese), kém tổng \(size.vietnamese)."
                    ))
        }
        report.leftOut(of: screening.pairs.count)
    }

    /// The best set within the limits.
    mutating func best() {
        guard let best = screening.best, screening.projects.count > 1 else { return }
        report.heading(Phrase(en: "The best set", vi: "Nhóm dự án tốt nhất"))
        let list = best.projects.map(names.project).enumerated, gain = money.phrase(best.gain)
        let (land, investment) = (Phrase.number(best.landUsed), money.phrase(best.investmentUsed))
        let limits = limits(best)
        if best.projects.isEmpty {
            report.bullet(
                Phrase(
                    en: "None\(limits.english): no set adds anything.", vi: "Không có\(limits.vietnamese): không nhóm nào mang lại lợi ích."
                ))
        } else {
            report.bullet(
                Phrase(
                    en: "\(list.english)\(limits.english): \(gain.english) a year, on \(land.english) ha, for \(investment.english).",
                    vi:
                        "\(list.vietnamese)\(limits.vietnamese): \(gain.vietnamese) mỗi năm, trên \(land.vietnamese) ha, với \(investment.vietnamese)."
                ))
        }
        report.bullet(
            best.isProved
                ? Phrase(
                    en: "Exact: one integer program over all sets, and the set solved again.",
                    vi: "Chính xác: một bài toán quy hoạch nguyên trên mọi nhóm, và nhóm này đã được giải lại.")
                : Phrase(
                    en: "The search was not proved to its end; a better set may exist.",
                    vi: "Việc tìm kiếm chưa được chứng minh đến cùng; có thể còn nhóm tốt hơn."))
        for room in best.parkLand {
            let (park, used, free) = (names.park(room.park), Phrase.number(room.used), Phrase.number(room.available))
            report.bullet(
                Phrase(
                    en: "\(park.english): \(used.english) ha of the \(free.english) ha that it declares to be free.",
                    vi: "\(park.vietnamese): \(used.vietnamese) ha trong \(free.vietnamese) ha đất trống theo kê khai."))
        }
        guard !best.undeclared.isEmpty else { return }
        let missing = best.undeclared.map(names.project).enumerated
        report.bullet(
            Phrase(
                en: "Left out, because they do not say what the limit asks: \(missing.english).",
                vi: "Không xét vì chưa khai thông tin mà giới hạn cần: \(missing.vietnamese)."))
    }

    private func limits(_ best: BestSet) -> Phrase {
        let land = best.land.map(Phrase.number), investment = best.investment.map { money.phrase($0) }
        switch (land, investment) {
        case (nil, nil): return Phrase(same: "")
        case (let land?, nil): return Phrase(en: " within \(land.english) ha", vi: " trong \(land.vietnamese) ha")
        case (nil, let sum?): return Phrase(en: " within \(sum.english)", vi: " trong \(sum.vietnamese)")
        case (let land?, let sum?):
            return Phrase(
                en: " within \(land.english) ha and \(sum.english)", vi: " trong \(land.vietnamese) ha và \(sum.vietnamese)")
        }
    }
}
