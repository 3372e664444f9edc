// SPDX-License-Identifier: GPL-3.0-or-later
internal import Exchange
internal import Scenario

extension InfeasibilityText {
    /// A figure of a rule with the unit that it is in; without one it is a share, an activity or a property's own unit.
    func figure(_ value: Double, _ rule: BrokenRule) -> Phrase {
        if let unit = rule.unit { return .quantity(value, unit) }
        switch rule.kind {
        case .share, .substitutionShare: return .percent(value)
        case .qualityMaximum, .qualityMinimum:
            let number = Phrase.number(value)
            guard case .quality(let reference) = rule.subject,
                let unit = names.tables.properties[names.tables.qualities[reference].property].unit
            else { return number }
            return Phrase(en: "\(number.english) \(unit)", vi: "\(number.vietnamese) \(unit)")
        default: return .number(value)
        }
    }

    /// What the rule speaks of, in the middle of a sentence.
    func subject(_ subject: BrokenRule.Subject) -> Phrase {
        switch subject {
        case .output(let reference):
            let output = names.tables.outputs[reference]
            return given(names.resource(output.resource), names.firm(output.firm))
        case .need(let reference):
            let need = names.tables.needs[reference]
            return needed(names.resource(need.resource), names.firm(need.firm))
        case .flow(let reference):
            let flow = names.tables.processFlows[reference]
            let (resource, place) = (names.resource(flow.resource), names.process(flow.process))
            return flow.role == .input ? needed(resource, place) : given(resource, place)
        case .contract(let reference):
            let contract = names.contract(reference)
            return Phrase(en: "the contract \(contract.english)", vi: "hợp đồng \(contract.vietnamese)")
        case .route(let reference):
            let route = names.route(reference)
            return Phrase(en: "the route \(route.english)", vi: "tuyến \(route.vietnamese)")
        case .link(let from, let to, let mode):
            let link = names.link(from, to, mode)
            return Phrase(en: "the link \(link.english)", vi: "tuyến nối \(link.vietnamese)")
        case .process(let reference): return names.process(reference)
        case .quality(let reference): return quality(names.tables.qualities[reference])
        case .setting(let key):
            return key.hasSuffix("max_partners")
                ? Phrase(en: "the number of partners of a firm", vi: "số đối tác của một doanh nghiệp")
                : Phrase(en: "the least quantity of an exchange", vi: "lượng tối thiểu của một trao đổi")
        case .substitution(let reference, let party): return substitution(names.tables.substitutions[reference], party)
        }
    }

    /// The figure that a mend changes, in the middle of a sentence.
    func lever(_ rule: BrokenRule) -> Phrase {
        let subject = subject(rule.subject)
        switch rule.subject {
        // Both figures are declared once, for every link and every taker.
        case .link(_, _, let mode):
            let name = names.mode(mode)
            return Phrase(en: "the capacity of each link of \(name.english)", vi: "công suất của mỗi tuyến nối \(name.vietnamese)")
        case .substitution(let reference, _):
            let substitution = names.tables.substitutions[reference]
            let (from, to) = (names.resource(substitution.from), names.resource(substitution.to))
            return Phrase(
                en: "the largest share of \(from.english) in place of \(to.english) at every taker",
                vi: "tỷ lệ tối đa của \(from.vietnamese) thay cho \(to.vietnamese) tại mọi bên tiếp nhận")
        default: break
        }
        return switch rule.kind {
        case .contractMinimum: Phrase(en: "the least amount of \(subject.english)", vi: "mức tối thiểu của \(subject.vietnamese)")
        case .contractMaximum: Phrase(en: "the largest amount of \(subject.english)", vi: "mức tối đa của \(subject.vietnamese)")
        case .route: Phrase(en: "the capacity of \(subject.english)", vi: "sức chở của \(subject.vietnamese)")
        case .linkCapacity, .process: Phrase(en: "the capacity of \(subject.english)", vi: "công suất của \(subject.vietnamese)")
        case .share: Phrase(en: "the largest secondary share of \(subject.english)", vi: "tỷ lệ thứ cấp tối đa của \(subject.vietnamese)")
        case .qualityMaximum, .qualityMinimum: Phrase(en: "the limit of \(subject.english)", vi: "giới hạn của \(subject.vietnamese)")
        case .need, .supply, .leastQuantity, .mostPartners, .substitutionShare: subject
        }
    }

    private func needed(_ resource: Phrase, _ place: Phrase) -> Phrase {
        Phrase(
            en: "the need of \(place.english) for \(resource.english)",
            vi: "nhu cầu \(resource.vietnamese) của \(place.vietnamese)")
    }

    private func given(_ resource: Phrase, _ place: Phrase) -> Phrase {
        Phrase(
            en: "the output of \(resource.english) by \(place.english)",
            vi: "đầu ra \(resource.vietnamese) của \(place.vietnamese)")
    }

    private func quality(_ quality: Quality) -> Phrase {
        let property = names.property(quality.property)
        let resource = names.resource(quality.resource)
        guard let party = quality.party.map(names.party) else {
            return Phrase(
                en: "the property \(property.english) of \(resource.english)",
                vi: "chỉ tiêu \(property.vietnamese) của \(resource.vietnamese)")
        }
        return Phrase(
            en: "the property \(property.english) of the \(resource.english) that \(party.english) takes in",
            vi: "chỉ tiêu \(property.vietnamese) của \(resource.vietnamese) mà \(party.vietnamese) nhận vào")
    }

    private func substitution(_ substitution: Substitution, _ party: Party) -> Phrase {
        let (from, to, place) = (names.resource(substitution.from), names.resource(substitution.to), names.party(party))
        return Phrase(
            en: "the \(from.english) in place of \(to.english) at \(place.english)",
            vi: "lượng \(from.vietnamese) thay cho \(to.vietnamese) tại \(place.vietnamese)")
    }
}
