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
            writer.member("types", objects: attraction.types) { object, type in
                object.member("type", type.type.id)
                object.member("park", tables.parks[type.park].id)
                object.member("unit", type.type.unit)
                object.member("priced_gain", type.pricedGain)
                object.member("points", objects: type.points) { point($1, &$0) }
                object.member("gain_low", type.gainAtLow)
                object.member("gain_high", type.gainAtHigh)
                object.member("saturation") { writer in
                    if let end = type.saturation { writer.object { point(end, &$0) } } else { writer.text(nil) }
                }
                object.member("partners", objects: type.partners) { partner($1, &$0) }
                object.member("counted", type.counted)
                object.member("unmatched", texts: type.unmatched)
                object.member("unpriced", texts: type.unpriced.map { tables.resources[$0].id })
            }
        }
    }

    private func point(_ point: CapacityPoint, _ object: inout JSONWriter) {
        object.member("capacity", point.capacity)
        object.member("gain", point.gain)
    }
}
