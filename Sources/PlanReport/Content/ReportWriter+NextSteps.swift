// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import LinearProgram
internal import Reports
internal import Scenario
internal import Texts

extension ReportWriter {
    /// What the plan asks for first: talks, licences, projects, measurements, and takers for what is left.
    var nextSteps: [Phrase] {
        [talks, licence, project, measurement, taker].compactMap(\.self)
    }

    /// The exchanges that nobody has agreed to yet and that nothing bad stands against, each with what the table of exchanges remarks of it.
    private var talks: Phrase? {
        let easy = ranked.filter { exchange in
            let obstacles = ledger.obstacles(exchange)
            return exchange.gain > 0 && obstacles.contains(.noContract) && !obstacles.contains { $0.tone == .bad }
        }
        guard let first = easy.first else { return nil }
        let pairs = easy.prefix(3).map { exchange -> Phrase in
            let pair = pair(exchange), told = [names.resource(exchange.resource)] + remarks(exchange)
            let (en, vi) = (told.map(\.english).joined(separator: "; "), told.map(\.vietnamese).joined(separator: "; "))
            return Phrase(en: "\(pair.english) (\(en))", vi: "\(pair.vietnamese) (\(vi))")
        }
        let listed = pairs.enumerated
        let isFree = easy.prefix(3).allSatisfy { remarks($0).isEmpty }
        let free = isFree ? Phrase(en: ", nothing in the way", vi: ", không có trở ngại") : Phrase(same: "")
        let gain = money.phrase(easy.prefix(3).reduce(0) { $0 + $1.gain })
        let opening =
            easy.count == 1 || first.gain <= 0
            ? Phrase(en: "Bring together", vi: "Kết nối") : Phrase(en: "Bring together first", vi: "Trước hết, kết nối")
        return Phrase(
            en: "\(opening.english) \(listed.english): no contract yet\(free.english), \(gain.english) a year together.",
            vi:
                "\(opening.vietnamese) \(listed.vietnamese): chưa có hợp đồng\(free.vietnamese), tổng lợi ích \(gain.vietnamese) mỗi năm."
        )
    }

    /// What could block an exchange beside that no contract speaks of it.
    private func remarks(_ exchange: PlannedExchange) -> [Phrase] {
        ledger.obstacles(exchange).filter { $0 != .noContract }.map { $0.text(names) }
    }

    private var licence: Phrase? {
        let hazardous = ranked.filter { tables.resources[$0.resource].hazardous && $0.gain > 0 }
        guard !hazardous.isEmpty else { return nil }
        let takers = Set(hazardous.map(\.to)).sorted { tables.id($0) < tables.id($1) }.map(names.party)
        let shown = Array(takers.prefix(3)).enumerated
        let (count, gain) = (Phrase.count(hazardous.count), money.phrase(hazardous.reduce(0) { $0 + $1.gain }))
        return Phrase(
            en: "See the environmental licences of \(shown.english): \(count.english) \(plural(hazardous.count, "exchange", "exchanges")) "
                + "of hazardous waste, \(gain.english) a year, \(plural(hazardous.count, "stands", "stand")) or fall with them.",
            vi: "Kiểm tra giấy phép môi trường của \(shown.vietnamese): \(count.vietnamese) trao đổi chất thải nguy hại, "
                + "\(gain.vietnamese) mỗi năm, phụ thuộc vào giấy phép này.")
    }

    private var project: Phrase? {
        var gains: [Reference<Project>: Double] = [:]
        for exchange in ranked {
            for project in Set([exchange.from, exchange.to].compactMap(ledger.project)) where tables.projects[project].status != .committed
            {
                gains[project, default: 0] += exchange.gain
            }
        }
        let ordered = gains.sorted { ($1.value, tables.projects[$0.key].id) < ($0.value, tables.projects[$1.key].id) }
        guard let best = ordered.first else { return nil }
        let (name, gain) = (names.project(best.key), money.phrase(best.value))
        return Phrase(
            en: "Decide on the project \(name.english): exchanges with a gain of \(gain.english) a year need it.",
            vi: "Quyết định về dự án \(name.vietnamese): các trao đổi có lợi ích \(gain.vietnamese) mỗi năm cần dự án này.")
    }

    /// The quantity that is least sure where most depends on it.
    private var measurement: Phrase? {
        let unsure = ranked.filter { exchange in
            let basis = ledger.basis(exchange)
            return exchange.gain > 0 && basis != .measured && basis != .declared
        }
        guard let first = unsure.first else { return nil }
        let total = ranked.reduce(0) { $0 + max($1.gain, 0) }
        let share = Phrase.percent(unsure.prefix(5).reduce(0) { $0 + $1.gain } / total)
        let (pair, resource) = (pair(first), names.resource(first.resource))
        let count = Phrase.count(min(unsure.count, 5))
        guard unsure.count > 1 else {
            return Phrase(
                en: "Ask for measured figures of \(resource.english) (\(pair.english)): \(share.english) of all gains hang on them.",
                vi:
                    "Yêu cầu số liệu đo đạc về \(resource.vietnamese) (\(pair.vietnamese)): \(share.vietnamese) tổng lợi ích phụ thuộc vào đó."
            )
        }
        return Phrase(
            en: "Ask for measured figures of the \(count.english) largest exchanges that rest on estimates, \(resource.english) "
                + "(\(pair.english)) first: \(share.english) of all gains hang on them.",
            vi:
                "Yêu cầu số liệu đo đạc cho \(count.vietnamese) trao đổi lớn nhất còn dựa trên ước tính, trước hết là \(resource.vietnamese) "
                + "(\(pair.vietnamese)): \(share.vietnamese) tổng lợi ích phụ thuộc vào đó.")
    }

    private var taker: Phrase? {
        guard let left = thrownAway.first(where: { $0.money > 0 }) else { return nil }
        let (place, resource) = (left.place, names.resource(left.resource))
        let (amount, cost) = (told(left.quantity, left.resource), money.phrase(left.money))
        return Phrase(
            en: "Look for a taker of \(resource.english) from \(place.english): \(amount.english) a year are still thrown away, "
                + "at \(cost.english).",
            vi: "Tìm bên tiếp nhận \(resource.vietnamese) từ \(place.vietnamese): mỗi năm còn thải bỏ \(amount.vietnamese), "
                + "tốn \(cost.vietnamese).")
    }

    /// How far the plan is proved, on what its figures rest, and what would overturn it first.
    var assurance: [Phrase] {
        var sentences: [Phrase] = []
        if outcome.status == .optimal { sentences.append(outcome.statusText) }
        if let certificate = outcome.certificate, certificate.holds {
            sentences.append(
                Phrase(
                    en: "The proof was checked apart from the solver and holds; it is exact about the figures, not about the world.",
                    vi: "Chứng thực lời giải đã được kiểm tra độc lập với bộ giải và đạt; nó đúng với số liệu, chưa phải với thực tế."))
        }
        sentences.append(basisSentence)
        let running = ranked.filter { ledger.contracts[Link(from: $0.from, to: $0.to, resource: $0.resource)]?.status == .running }
        let (all, count) = (Phrase.count(ranked.count), Phrase.count(running.count))
        sentences.append(
            running.isEmpty
                ? Phrase(
                    en: "None of \(all.english) \(plural(ranked.count, "exchange", "exchanges")) runs under contract today.",
                    vi: "Trong \(all.vietnamese) trao đổi chưa có trao đổi nào được thực hiện theo hợp đồng.")
                : Phrase(
                    en:
                        "Of \(all.english) \(plural(ranked.count, "exchange", "exchanges")), \(count.english) \(plural(running.count, "runs", "run")) under contract today.",
                    vi: "Trong \(all.vietnamese) trao đổi, \(count.vietnamese) trao đổi đang được thực hiện theo hợp đồng."))
        return sentences
    }

    private var basisSentence: Phrase {
        let shares = gainByBasis
        let told = shares.filter { $0.share > 0 }.map { entry -> Phrase in
            let (percent, name) = (Phrase.percent(entry.share), entry.name)
            return Phrase(en: "\(percent.english) \(name.english)", vi: "\(percent.vietnamese) \(name.vietnamese)")
        }
        guard !told.isEmpty else { return Phrase(en: "There is no gain to judge.", vi: "Không có lợi ích nào để đánh giá.") }
        let listed = told.enumerated
        return Phrase(
            en: "Of all gains, by the less sure of the two quantities behind each: \(listed.english).",
            vi: "Trong tổng lợi ích, tính theo số liệu kém chắc chắn hơn của mỗi trao đổi: \(listed.vietnamese).")
    }
}
