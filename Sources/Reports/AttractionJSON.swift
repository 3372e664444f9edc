// SPDX-License-Identifier: GPL-3.0-or-later
internal import Decisions
internal import Exchange
internal import Scenario

extension ScreeningJSON {
    /// Whom to attract, as a member of the document.
    func attraction(_ attraction: Attraction, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("library_types", attraction.librarySize)
            writer.member("known_types", attraction.known)
            writer.member("priced_types", attraction.priced)
            writer.member("too_large", texts: attraction.tooLarge)
            writer.member("parks", texts: attraction.parks.map { tables.parks[$0].id })
            writer.member("full_parks", texts: attraction.full.map { tables.parks[$0].id })
            writer.member("code_matches", objects: attraction.codeMatches) { object, match in
                object.member("library", match.own.id)
                object.member("resource", tables.resources[match.resource].id)
                object.member("code", match.own.wasteCode)
            }
            writer.member("types", objects: attraction.types) { object, type in
                object.member("type", type.type.id)
                object.member("park", tables.parks[type.park].id)
                object.member("unit", type.type.unit)
                object.member("priced_gain", type.pricedGain)
                object.member("points", objects: type.points) { point($1, &$0) }
                object.member("gain_by_scenario", type.gainByScenario)
                object.member("gain_low", type.gainAtLow)
                object.member("gain_high", type.gainAtHigh)
                object.member("saturation") { writer in
                    if let end = type.saturation { writer.object { point(end, &$0) } } else { writer.text(nil) }
                }
                object.member("partners", objects: type.partners) { partner($1, attraction.library, &$0) }
                object.member("counted", type.counted)
                object.member("unmatched", texts: type.unmatched)
                object.member("unpriced", texts: type.unpriced.map(id))
            }
        }
    }

    private func id(_ resource: NewcomerResource) -> String {
        switch resource {
        case .known(let reference): tables.resources[reference].id
        case .library(let own): own.id
        }
    }

    private func partner(_ link: NewcomerLink, _ library: FirmTypeLibrary, _ object: inout JSONWriter) {
        object.member("partner", tables.id(link.partner))
        object.member("partner_gives", link.partnerGives)
        object.member("resource", id(link.resource))
        object.member("as", id(link.asResource))
        object.member("quantity", link.quantity)
        object.member("km", link.kilometres)
        object.member("gain", link.gain)
        object.member("known_exchange") { writer in
            guard let exchange = link.exchange else { return writer.text(nil) }
            writer.object { known(exchange, library, &$0) }
        }
    }

    private func known(_ exchange: KnownExchange, _ library: FirmTypeLibrary, _ object: inout JSONWriter) {
        object.member("ratio", exchange.ratio)
        object.member("ratio_low", exchange.low)
        object.member("ratio_high", exchange.high)
        object.member("max_share", exchange.maximumShare)
        object.member("confidence", exchange.confidence.rawValue)
        object.member("figures", exchange.figures.rawValue)
        object.member("treatment", exchange.treatment)
        object.member("quality", exchange.quality)
        object.member("sources", texts: exchange.sources.map { library.source($0)?.citation ?? $0 })
    }

    private func point(_ point: CapacityPoint, _ object: inout JSONWriter) {
        object.member("capacity", point.capacity)
        object.member("gain", point.gain)
    }
}
