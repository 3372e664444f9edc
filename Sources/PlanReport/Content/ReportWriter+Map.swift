// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Reports
internal import Scenario
internal import Texts

extension ReportWriter {
    /// The map of parks, of firms that stand elsewhere, and of the exchanges between them.
    func map() -> ReportSection {
        let spots = spots
        guard !spots.places.isEmpty else {
            let none = Phrase(
                en: "No park or firm has coordinates, so there is no map.",
                vi: "Chưa khu hay doanh nghiệp nào có tọa độ nên không có bản đồ.")
            return ReportSection("map", Self.mapHeading, [.paragraph(none)])
        }
        let drawing = drawing(spots)
        let (places, lines) = (Phrase.count(drawing.places.count), Phrase.count(drawing.lines.count))
        let inside = ranked.count { spots.position(of: $0.from) == spots.position(of: $0.to) }
        let within = Phrase.count(inside)
        let chart = ReportChart(
            id: "map", title: Phrase(en: "Parks and exchanges", vi: "Các khu và các trao đổi"),
            summary: Phrase(
                en: "\(places.english) places and \(lines.english) links between them; \(within.english) exchanges stay within one place. "
                    + "Circles grow with the number of firms, lines with the gain.",
                vi:
                    "\(places.vietnamese) địa điểm và \(lines.vietnamese) liên kết; \(within.vietnamese) trao đổi diễn ra tại cùng một địa điểm. "
                    + "Vòng tròn lớn theo số doanh nghiệp, đường nối đậm theo lợi ích."),
            drawing: .map(drawing), table: linkTable(spots))
        return ReportSection("map", Self.mapHeading, [.chart(chart)])
    }

    private static let mapHeading = Phrase(en: "Map of parks and exchanges", vi: "Bản đồ các khu và trao đổi")

    private var spots: MapSpots { MapSpots(ledger, names, hidesOwnPoints: input.isAnonymous) }

    private func drawing(_ spots: MapSpots) -> MapDrawing {
        var lines: [MapDrawing.Line] = []
        for (ends, exchanges) in grouped(spots) where ends.from != ends.to {
            let gain = exchanges.reduce(0) { $0 + $1.gain }, total = money.phrase(gain)
            let (from, to) = (spots.places[ends.from].name, spots.places[ends.to].name)
            let shown = exchanges.prefix(4).map(resourceAmount)
            var listed = shown.enumerated
            if exchanges.count > 4 {
                let more = Phrase.count(exchanges.count - 4)
                listed = Phrase(
                    en: "\(listed.english) and \(more.english) more", vi: "\(listed.vietnamese) và \(more.vietnamese) loại khác")
            }
            let tones = exchanges.map { tone($0.resource) }
            lines.append(
                MapDrawing.Line(
                    from: ends.from, to: ends.to, tone: Set(tones).count == 1 ? tones[0] : .plan, weight: max(gain, 0),
                    detail: Phrase(
                        en: "\(from.english) → \(to.english): \(listed.english); gain \(total.english) a year",
                        vi: "\(from.vietnamese) → \(to.vietnamese): \(listed.vietnamese); lợi ích \(total.vietnamese)/năm")))
        }
        let used = Set(lines.map(\.tone))
        var legend = kindLegend(ranked).filter { used.contains($0.tone) }
        if lines.contains(where: { $0.tone == .plan }) { legend.append((.plan, Phrase(en: "several kinds", vi: "nhiều loại"))) }
        return MapDrawing(places: spots.places, lines: lines, legend: legend)
    }

    private func resourceAmount(_ exchange: PlannedExchange) -> Phrase {
        let (amount, resource) = (told(exchange.quantity, exchange.resource), names.resource(exchange.resource))
        return Phrase(en: "\(amount.english) \(resource.english)", vi: "\(amount.vietnamese) \(resource.vietnamese)")
    }

    private typealias Ends = (from: Int, to: Int)

    /// The exchanges between each two places that are on the map, by the order of the places; the largest gain first.
    private func grouped(_ spots: MapSpots) -> [(ends: Ends, exchanges: [PlannedExchange])] {
        var groups: [[Int]: [PlannedExchange]] = [:]
        for exchange in ranked {
            guard let from = spots.position(of: exchange.from), let to = spots.position(of: exchange.to) else { continue }
            groups[[from, to], default: []].append(exchange)
        }
        return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { (($0.key[0], $0.key[1]), $0.value) }
    }

    private func linkTable(_ spots: MapSpots) -> ReportTable {
        let groups = grouped(spots)
        let gains = groups.map { $0.exchanges.reduce(0) { $0 + $1.gain } }
        let gain = moneyColumn(Phrase(en: "Gain a year", vi: "Lợi ích mỗi năm"), gains)
        let rows = zip(groups, gains).map { group, sum -> [ReportTable.Cell] in
            [
                .text(spots.places[group.ends.from].name), .text(spots.places[group.ends.to].name),
                .number(Double(group.exchanges.count)), .text(group.exchanges.map { names.resource($0.resource) }.unique.enumerated),
                .number(sum / gain.factor),
            ]
        }
        return ReportTable(
            id: "links",
            caption: Phrase(en: "Exchanges between and within places", vi: "Trao đổi giữa các địa điểm và trong từng địa điểm"),
            columns: [
                .words(Phrase(en: "From", vi: "Từ")), .words(Phrase(en: "To", vi: "Đến")),
                .number(Phrase(en: "Exchanges", vi: "Số trao đổi"), decimals: 0), .words(Phrase(en: "Resources", vi: "Tài nguyên")),
                gain.column,
            ], rows: rows)
    }
}

extension [Phrase] {
    /// The phrases without repetitions, in the order of their first.
    var unique: [Phrase] {
        var seen: Set<Phrase> = []
        return filter { seen.insert($0).inserted }
    }
}

/// Where the parks, firms and plants of a scenario stand on the map; those without any coordinates are not on it.
struct MapSpots {
    private(set) var places: [MapDrawing.Place] = []
    private var parks: [Reference<Park>: Int] = [:], firms: [Reference<Firm>: Int] = [:]
    private var processes: [Reference<ConversionProcess>: Int] = [:]

    init(_ ledger: Ledger, _ names: ScenarioNames, hidesOwnPoints: Bool) {
        let tables = ledger.tables
        let active = Set(ledger.outcome.exchanges.flatMap { [$0.from, $0.to] }.compactMap(ledger.host))
        for park in tables.parks.references.sorted(by: { tables.parks[$0].id < tables.parks[$1].id }) {
            guard let point = tables.parks[park].coordinates else { continue }
            parks[park] = add(names.park(park), point, isPark: true)
        }
        for firm in tables.firms.references.sorted(by: { tables.firms[$0].id < tables.firms[$1].id }) {
            if let point = tables.firms[firm].coordinates,
                tables.firms[firm].park == nil || parks[tables.firms[firm].park ?? Reference(0)] == nil
            {
                // A firm outside the parks that takes part in nothing would only be one more dot.
                guard active.contains(firm) else { continue }
                firms[firm] = add(names.firm(firm), point, isPark: false)
            } else if let spot = tables.firms[firm].park.flatMap({ parks[$0] }) {
                firms[firm] = spot
            }
            if let spot = firms[firm] { places[spot].firms += 1 }
        }
        for process in tables.processes.references {
            switch tables.processes[process].site {
            case .firm(let host): processes[process] = firms[host]
            case .park(let park): processes[process] = parks[park]
            case .coordinates(let point) where !hidesOwnPoints: processes[process] = add(names.process(process), point, isPark: false)
            case .coordinates: break
            }
        }
        for index in places.indices { places[index].detail = Self.detail(places[index]) }
    }

    /// The place on the map, as a position in ``places``.
    func position(of party: Party) -> Int? {
        switch party {
        case .firm(let firm): firms[firm]
        case .process(let process): processes[process]
        }
    }

    private mutating func add(_ name: Phrase, _ point: Coordinates, isPark: Bool) -> Int {
        places.append(
            MapDrawing.Place(
                name: name, latitude: point.latitude, longitude: point.longitude, firms: 0, isPark: isPark, detail: name))
        return places.count - 1
    }

    private static func detail(_ place: MapDrawing.Place) -> Phrase {
        guard place.isPark else { return place.name }
        let count = Phrase.count(place.firms)
        return Phrase(
            en: "\(place.name.english): \(count.english) \(plural(place.firms, "firm", "firms"))",
            vi: "\(place.name.vietnamese): \(count.vietnamese) doanh nghiệp")
    }
}
