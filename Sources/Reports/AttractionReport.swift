// SPDX-License-Identifier: GPL-3.0-or-later
public import Decisions
internal import Exchange
public import Scenario
internal import Texts

/// Whom to attract, told to people on a terminal.
public struct AttractionReport {
    private let attraction: Attraction
    private let tables: Tables
    private let names: ScenarioNames
    private let money: MoneyStyle
    private var report: TextReport

    /// Tells `attraction` of `scenario` in the given layout; in UTF-8.
    public static func bytes(_ attraction: Attraction, of scenario: Scenario, layout: ReportLayout) -> [UInt8] {
        var report = AttractionReport(attraction, scenario.tables, layout)
        report.summary()
        report.details()
        return report.report.bytes
    }

    private init(_ attraction: Attraction, _ tables: Tables, _ layout: ReportLayout) {
        (self.attraction, self.tables, names, report) = (attraction, tables, ScenarioNames(tables), TextReport(layout))
        money = MoneyStyle(currency: tables.settings.currency)
    }

    private mutating func summary() {
        report.heading(Phrase(en: "Whom to attract", vi: "Nên thu hút loại hình nào"))
        let (all, known, priced) = (
            Phrase.count(attraction.librarySize), Phrase.count(attraction.known), Phrase.count(attraction.priced)
        )
        let (parks, solved) = (Phrase.count(attraction.parks.count), Phrase.count(attraction.types.count))
        report.paragraph(
            Phrase(
                en:
                    "Of \(all.english) types of firms in the library the scenario knows streams of \(known.english); \(priced.english) would "
                    + "gain at the prices of the present plan in one of \(parks.english) parks. The \(solved.english) that promise most were "
                    + "added and solved again. All figures are typical ones, not declared.",
                vi: "Trong \(all.vietnamese) loại hình doanh nghiệp của thư viện, kịch bản biết dòng vật chất của \(known.vietnamese); "
                    + "\(priced.vietnamese) loại hình có lợi theo hệ giá của phương án hiện tại ở một trong \(parks.vietnamese) khu. "
                    + "\(solved.vietnamese) loại hình hứa hẹn nhất đã được thêm vào và giải lại. Mọi số liệu là mức điển hình, không phải kê khai."
            ),
            indent: 2)
        if !attraction.tooLarge.isEmpty {
            let list = attraction.tooLarge.joined(separator: ", ")
            report.paragraph(
                Phrase(
                    en: "Too large for a park even as the smallest usual plant (--largest): \(list).",
                    vi: "Quá lớn đối với một khu dù ở quy mô nhỏ nhất thường gặp (--largest): \(list)."),
                indent: 2)
        }
        if !attraction.full.isEmpty {
            let list = attraction.full.map(names.park).enumerated
            report.paragraph(
                Phrase(
                    en: "Not tried, as they declare no free land: \(list.english).",
                    vi: "Không xét vì khu kê khai không còn đất trống: \(list.vietnamese)."),
                indent: 2)
        }
        matches()
        guard !attraction.types.isEmpty else { return }
        let amounts = report.moneyColumn(tables.settings.currency, attraction.types.flatMap { $0.points.map(\.gain) })
        let rows = attraction.types.map { type -> [String] in
            let unit = type.type.unit
            let end = type.saturation.map { report.numbers.readable($0.capacity) + " " + unit } ?? "–"
            let range = [type.gainAtLow, type.gainAtHigh].map { $0.map(amounts.text) ?? "–" }.joined(separator: " … ")
            return [
                type.type.name.phrase[report.layout.language], report.tell(names.park(type.park)),
                type.points.count > 1 ? report.numbers.readable(type.points[1].capacity) + " " + unit : "–",
                type.points.count > 1 ? amounts.text(type.points[1].gain) : "–", range, end,
            ]
        }
        let gain = Phrase(en: "Adds a year (\(amounts.unit.english))", vi: "Lợi ích thêm mỗi năm (\(amounts.unit.vietnamese))")
        report.table(
            [
                .words(Phrase(en: "Type", vi: "Loại hình")), .words(Phrase(en: "Park", vi: "Khu")),
                .words(Phrase(en: "Capacity a year", vi: "Công suất mỗi năm")), .numbers(gain),
                .words(Phrase(en: "Recipe low … high", vi: "Định mức thấp … cao")),
                .words(Phrase(en: "Gain used up at", vi: "Lợi ích tối đa ở")),
            ], rows)
    }

    /// What rests on a waste code alone, and what helps where the scenario's names tell the library nothing.
    private mutating func matches() {
        if attraction.known == 0 {
            report.paragraph(
                Phrase(
                    en:
                        "The library knows none of the scenario's resources by their ids or waste codes. Say which is which under library.same_as in "
                        + "scenario.yaml, for example library: {same_as: {fly-ash: my-ash}}; the library's resources are listed in "
                        + "Sources/ScenarioFiles/Library/firm-types.yaml.",
                    vi:
                        "Thư viện không nhận ra tài nguyên nào của kịch bản theo mã tài nguyên hay mã chất thải. Hãy chỉ định tài nguyên tương ứng "
                        + "trong library.same_as của scenario.yaml, ví dụ library: {same_as: {fly-ash: tro-cua-toi}}; tài nguyên của thư viện được liệt kê "
                        + "trong Sources/ScenarioFiles/Library/firm-types.yaml."),
                indent: 2)
        }
        guard !attraction.codeMatches.isEmpty else { return }
        let list = attraction.codeMatches.map(pair).enumerated
        report.paragraph(
            Phrase(
                en:
                    "Taken to be the same by the waste code alone, though the names differ: \(list.english). The library's codes are of the "
                    + "European List of Waste; a code of the same form in another list, as that of Circular 02/2022/TT-BTNMT, can mean "
                    + "another waste. What is not the same is to be left blank under library.same_as in scenario.yaml; what is, named there.",
                vi:
                    "Được coi là một chỉ vì trùng mã chất thải, dù tên khác nhau: \(list.vietnamese). Mã của thư viện theo Danh mục chất thải châu Âu; "
                    + "mã cùng dạng trong danh mục khác, như của Thông tư 02/2022/TT-BTNMT, có thể chỉ chất thải khác. Nếu không phải là một, hãy để "
                    + "trống trong library.same_as của scenario.yaml; nếu đúng, hãy ghi tên ở đó."),
            indent: 2)
    }

    private func pair(_ match: CodeMatch) -> Phrase {
        let (own, other) = (match.own.name.phrase, names.resource(match.resource)), id = match.own.id
        let code = (tables.resources[match.resource].wasteCode ?? "").printable
        return Phrase(
            en: "\(other.english) = “\(own.english)” (\(id), code \(code))",
            vi: "\(other.vietnamese) = “\(own.vietnamese)” (\(id), mã \(code))")
    }

    private mutating func details() {
        for type in attraction.types {
            report.heading(type.type.name.phrase)
            let points = type.points.map { point -> Phrase in
                let (size, gain) = (Phrase.number(point.capacity), money.phrase(point.gain))
                return Phrase(
                    en: "\(size.english) \(type.type.unit) → \(gain.english)",
                    vi: "\(size.vietnamese) \(type.type.unit) → \(gain.vietnamese)")
            }
            byKnownExchanges(type)
            report.bullet(
                Phrase(
                    en: "By capacity a year: " + points.map(\.english).joined(separator: "; ") + ".",
                    vi: "Theo công suất mỗi năm: " + points.map(\.vietnamese).joined(separator: "; ") + "."))
            for link in type.partners.prefix(6) { report.bullet(sentence(link)) }
            notes(type)
        }
    }

    /// How much of the gain the scenario itself tells.
    private mutating func byKnownExchanges(_ type: AttractiveType) {
        guard type.partners.contains(where: { $0.exchange != nil }), type.points.count > 1 else { return }
        let (all, own) = (money.phrase(type.points[1].gain), money.phrase(type.gainByScenario))
        report.bullet(
            Phrase(
                en:
                    "Of the \(all.english) at the middle capacity \(own.english) come by exchanges that the scenario itself tells; the rest by "
                    + "exchanges known from practice, before their treatment is paid.",
                vi:
                    "Trong \(all.vietnamese) ở công suất giữa, \(own.vietnamese) là nhờ các trao đổi đã có trong kịch bản; phần còn lại nhờ các "
                    + "trao đổi đã biết trong thực tiễn, chưa trừ chi phí xử lý."))
    }

    private func sentence(_ link: NewcomerLink) -> Phrase {
        let (partner, gain) = (names.party(link.partner), money.phrase(link.gain))
        let (quantity, resource) = (names.quantity(link.quantity, of: link.resource), names.resource(link.resource))
        let told =
            link.partnerGives
            ? Phrase(
                en: "\(partner.english) could give it \(quantity.english) of \(resource.english): gain \(gain.english).",
                vi:
                    "\(partner.vietnamese) có thể chuyển cho loại hình này \(quantity.vietnamese) \(resource.vietnamese): lợi ích \(gain.vietnamese)."
            )
            : Phrase(
                en: "\(partner.english) could take \(quantity.english) of its \(resource.english): gain \(gain.english).",
                vi:
                    "\(partner.vietnamese) có thể nhận \(quantity.vietnamese) \(resource.vietnamese) của loại hình này: lợi ích \(gain.vietnamese)."
            )
        guard let exchange = link.exchange else { return told }
        return told + source(exchange, names.resource(link.asResource))
    }

    /// Where it is known from that one thing stands in for another, and what is not counted.
    private func source(_ exchange: KnownExchange, _ replaced: Phrase) -> Phrase {
        let ratio = Phrase.number(exchange.ratio), share = Phrase.percent(exchange.maximumShare), confidence = exchange.confidence.phrase
        let sources = exchange.sources.map { attraction.library.source($0)?.citation ?? $0 }.joined(separator: "; ").printable
        let treatment = exchange.treatment.map { ", “\($0.printable)”," } ?? ""
        return Phrase(
            en:
                "It stands in for \(replaced.english), \(ratio.english) to 1, for up to \(share.english) of the need: not said in the scenario but "
                + "known from practice (\(confidence.english)): \(sources). What its treatment\(treatment) costs is not counted.",
            vi:
                "Dùng thay \(replaced.vietnamese), hệ số \(ratio.vietnamese), tối đa \(share.vietnamese) nhu cầu: kịch bản chưa nêu nhưng đã có "
                + "trong thực tiễn (\(confidence.vietnamese)): \(sources). Chưa tính chi phí xử lý trước khi dùng.")
    }

    private mutating func notes(_ type: AttractiveType) {
        let streams = Set((type.type.gives + type.type.takes).map(\.resource))
        let byCode = attraction.codeMatches.filter { streams.contains($0.own.id) }
        if !byCode.isEmpty {
            let list = byCode.map(pair).enumerated
            report.bullet(
                Phrase(
                    en: "Rests on a waste code alone, to be checked: \(list.english).",
                    vi: "Chỉ dựa vào mã chất thải, cần kiểm tra: \(list.vietnamese)."))
        }
        if !type.unpriced.isEmpty {
            let list = type.unpriced.map(names.resource).enumerated
            report.bullet(
                Phrase(
                    en: "Nobody sells in the scenario, and counted as free elsewhere: \(list.english).",
                    vi: "Không ai bán trong kịch bản, được tính như có sẵn miễn phí ở nơi khác: \(list.vietnamese)."))
        }
        guard !type.unmatched.isEmpty else { return }
        let list = type.unmatched.joined(separator: ", ")
        report.bullet(
            Phrase(
                en: "Not counted, as the scenario has no such resource: \(list).",
                vi: "Không được tính vì kịch bản không có tài nguyên tương ứng: \(list)."))
    }
}
