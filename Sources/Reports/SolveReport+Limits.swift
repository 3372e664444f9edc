// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario
internal import Texts

extension SolveReport {
    /// What each process does.
    mutating func processes() {
        guard !outcome.processes.isEmpty else { return }
        report.heading(Phrase(en: "Processes", vi: "Các công đoạn xử lý"))
        let gains = report.moneyColumn(tables.settings.currency, outcome.processes.map(\.gain))
        let rows = report.shown(outcome.processes).map { planned in
            [
                report.tell(names.process(planned.process)), report.numbers.readable(planned.activity.cut(planned.capacity)),
                report.numbers.readable(planned.capacity),
                planned.capacity > 0 ? report.numbers.percent(planned.activity.cut(planned.capacity) / planned.capacity) : "",
                gains.text(planned.gain),
            ]
        }
        report.table(
            [
                .words(Phrase(en: "Process", vi: "Công đoạn")), .numbers(Phrase(en: "Activity", vi: "Mức hoạt động")),
                .numbers(Phrase(en: "Capacity", vi: "Công suất")), .numbers(Phrase(en: "Used", vi: "Sử dụng")),
                .numbers(Phrase(en: "Gain (\(gains.unit.english))", vi: "Lợi ích (\(gains.unit.vietnamese))")),
            ], rows)
        report.leftOut(of: outcome.processes.count)
        guard outcome.processes.contains(where: { $0.gain < 0 }) else { return }
        let note = Phrase(
            en:
                "The gain of a process is what running it alone would bring; what partners give it and take from it stands with the exchanges.",
            vi: "Lợi ích của công đoạn là kết quả khi chỉ riêng nó vận hành; phần trao đổi với các bên khác nằm ở các trao đổi.")
        report.paragraph(note, indent: 2)
    }

    /// Processes, routes, links and contracts that could not carry or do more, or had to do that much.
    mutating func limits() {
        let reached = processesAtLimit + routesAtLimit + linksAtLimit + contractsAtLimit
        guard !reached.isEmpty else { return }
        report.heading(Phrase(en: "At their limits", vi: "Đã chạm giới hạn"))
        for sentence in report.shown(reached) { report.bullet(sentence) }
        report.leftOut(of: reached.count)
    }

    private var processesAtLimit: [Phrase] {
        byPeriod.processes.filter { $0.capacity > 0 && isAt($0.activity, $0.capacity) }.map { planned in
            let (process, capacity) = (names.process(planned.process), names.activity(planned.capacity, of: planned.process))
            let each = names.each(planned.period)
            return Phrase(
                en: "\(process.english) works at its full capacity of \(capacity.english) \(each.english).",
                vi: "\(process.vietnamese) chạy hết công suất \(capacity.vietnamese) \(each.vietnamese).")
        }
    }

    private var routesAtLimit: [Phrase] {
        outcome.routes.compactMap { planned in
            let route = tables.routes[planned.route]
            guard let capacity = route.capacity, let mode = route.mode, isAt(planned.load, capacity) else { return nil }
            let (name, limit) = (names.route(planned.route), Phrase.quantity(capacity, tables.modes[mode].unit))
            return Phrase(
                en: "The route \(name.english) carries its full \(limit.english) a year.",
                vi: "Tuyến \(name.vietnamese) chở hết sức chở \(limit.vietnamese) mỗi năm.")
        }
    }

    private var linksAtLimit: [Phrase] {
        outcome.links.compactMap { planned in
            guard let capacity = planned.capacity, isAt(planned.load, capacity) else { return nil }
            let (name, limit) = (
                names.link(planned.from, planned.to, planned.mode), Phrase.quantity(capacity, tables.modes[planned.mode].unit)
            )
            return Phrase(
                en: "The link \(name.english) carries its full \(limit.english) a year.",
                vi: "Đường nối \(name.vietnamese) chở hết năng lực \(limit.vietnamese) mỗi năm.")
        }
    }

    private var contractsAtLimit: [Phrase] {
        outcome.contracts.compactMap { planned in
            let contract = tables.contracts[planned.contract]
            let (name, quantity) = (names.contract(planned.contract), names.quantity(planned.quantity, of: contract.resource))
            if let maximum = contract.maximum, isAt(planned.quantity, maximum) {
                return Phrase(
                    en: "The contract \(name.english) moves its largest amount, \(quantity.english).",
                    vi: "Hợp đồng \(name.vietnamese) đạt mức tối đa, \(quantity.vietnamese).")
            }
            guard contract.minimum > 0, isAt(planned.quantity, contract.minimum) else { return nil }
            return Phrase(
                en: "The contract \(name.english) moves only its least amount, \(quantity.english).",
                vi: "Hợp đồng \(name.vietnamese) chỉ đạt mức tối thiểu, \(quantity.vietnamese).")
        }
    }

    /// Whether a figure has come to its limit, up to rounding.
    private func isAt(_ value: Double, _ limit: Double) -> Bool { (value - limit).magnitude <= 1e-6 * max(1, limit.magnitude) }
}
