// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
public import Scenario

/// The parts of a reduced cost in words, as the rows of a table, and why a candidate carries nothing, in a few words.
public struct CostTermText: Sendable {
    private let names: ScenarioNames

    /// Prepares to speak of the things of a scenario.
    public init(names: ScenarioNames) { self.names = names }

    private var tables: Tables { names.tables }

    /// A part of the reduced cost; what a part saves reads otherwise than what it costs.
    public func row(_ term: CostTerm, resource: Reference<Resource>, to: Party) -> Phrase {
        let given = names.resource(resource)
        switch term.kind {
        case .disposal where term.amount > 0:
            return Phrase(en: "Giver: what selling it outside would bring", vi: "Bên cung cấp: khoản thu nếu bán ra ngoài")
        case .disposal: return Phrase(en: "Giver: no disposal", vi: "Bên cung cấp: không phải xử lý, thải bỏ")
        case .purchase: return Phrase(en: "Taker: no purchase", vi: "Bên tiếp nhận: không phải mua mới")
        case .supply: return Phrase(en: "Handing it over", vi: "Giao hàng tại bên cung cấp")
        case .transport: return Phrase(en: "Transport", vi: "Vận chuyển")
        case .treatment: return Phrase(en: "Making it fit for the use", vi: "Xử lý để dùng thay thế được")
        case .handling: return Phrase(en: "Taking it in", vi: "Tiếp nhận tại bên nhận")
        case .loss: return Phrase(en: "Disposing of what is lost on the way", vi: "Xử lý phần hao hụt trên đường")
        case .carbon: return Phrase(en: "Greenhouse gas at the carbon price", vi: "Khí nhà kính tính theo giá các-bon")
        case .worth:
            return Phrase(
                en: "Taker: what it is worth there, as it cannot be bought", vi: "Bên tiếp nhận: giá trị tại đó, vì không mua mới được")
        case .running: return Phrase(en: "Running the plant", vi: "Vận hành cơ sở")
        case .plantOutputs: return Phrase(en: "What the plant makes of it", vi: "Những gì cơ sở làm ra từ đó")
        case .plantInputs: return Phrase(en: "What else the plant takes in for it", vi: "Các đầu vào khác mà cơ sở cần thêm")
        case .plantFull:
            return Phrase(
                en: "The plant is full: something else has to give way", vi: "Cơ sở đã hết công suất: thứ khác phải nhường chỗ")
        case .plantNotBuilt: return Phrase(en: "The plan does not build the plant", vi: "Phương án không xây dựng cơ sở này")
        case .plantIdle:
            return Phrase(en: "The plant stands still, as running it does not pay", vi: "Cơ sở không hoạt động vì chưa có lợi")
        case .givenElsewhere:
            return Phrase(
                en: "All of the giver's \(given.english) is in use, and would be taken from there",
                vi: "Toàn bộ \(given.vietnamese) của bên cung cấp đang được dùng, phải lấy bớt từ đó")
        case .notMade:
            return Phrase(
                en: "The giver's plant stands still and would have to make it",
                vi: "Cơ sở của bên cung cấp không hoạt động, phải chạy mới có hàng")
        case .needMet:
            return Phrase(
                en: "The need is met already, for less than its price new", vi: "Nhu cầu đã được đáp ứng, rẻ hơn giá mua mới")
        case .secondaryShare:
            return Phrase(en: "The largest share of secondary material is reached", vi: "Đã đạt tỷ lệ nguyên liệu thứ cấp tối đa")
        case .substitutionShare(let row): return share(row)
        case .quality(let row, let isMaximum): return quality(row, isMaximum, helps: term.amount < 0)
        case .route(let row):
            let route = names.route(row)
            return Phrase(en: "The route \(route.english) is full", vi: "Tuyến \(route.vietnamese) đã hết sức chở")
        case .contract(let row):
            let contract = names.contract(row)
            return term.amount < 0
                ? Phrase(
                    en: "It fulfils the contract \(contract.english)", vi: "Góp phần thực hiện hợp đồng \(contract.vietnamese)")
                : Phrase(en: "The contract \(contract.english) allows no more", vi: "Hợp đồng \(contract.vietnamese) không cho phép thêm")
        case .choice:
            return Phrase(
                en: "The capacity of a link, or the least quantity of an exchange",
                vi: "Công suất của tuyến nối, hoặc lượng trao đổi tối thiểu")
        }
    }

    private func share(_ row: Reference<Substitution>) -> Phrase {
        let substitution = tables.substitutions[row]
        let (from, to, most) = (
            names.resource(substitution.from), names.resource(substitution.to), Phrase.percent(substitution.maximumShare)
        )
        return Phrase(
            en: "The largest share of \(from.english) for \(to.english), \(most.english), is reached",
            vi: "Đã đạt tỷ lệ tối đa của \(from.vietnamese) thay \(to.vietnamese), \(most.vietnamese)")
    }

    private func quality(_ row: Reference<Quality>, _ isMaximum: Bool, helps: Bool) -> Phrase {
        let limit = limit(row, isMaximum)
        return helps
            ? Phrase(
                en: "It helps the mixture keep the limit of \(limit.english)", vi: "Giúp hỗn hợp giữ được giới hạn \(limit.vietnamese)")
            : Phrase(
                en: "The mixture that arrives is at the limit of \(limit.english)",
                vi: "Hỗn hợp tại nơi nhận đã chạm giới hạn \(limit.vietnamese)")
    }

    /// A limit of quality: `chloride (at most 0.5 %)`.
    public func limit(_ row: Reference<Quality>, _ isMaximum: Bool) -> Phrase {
        let quality = tables.qualities[row], property = tables.properties[quality.property]
        let figure = Phrase.number((isMaximum ? quality.maximum : quality.minimum) ?? 0),
            unit = property.unit.map { " " + $0.printable } ?? ""
        let name = names.property(quality.property)
        return isMaximum
            ? Phrase(
                en: "\(name.english) (at most \(figure.english)\(unit))", vi: "\(name.vietnamese) (tối đa \(figure.vietnamese)\(unit))")
            : Phrase(
                en: "\(name.english) (at least \(figure.english)\(unit))", vi: "\(name.vietnamese) (tối thiểu \(figure.vietnamese)\(unit))")
    }

    /// Why a candidate carries nothing, as part of a table.
    public func shortfall(_ shortfall: Shortfall) -> Phrase {
        switch shortfall {
        case .tie: Phrase(en: "no better and no worse than the plan", vi: "không tốt hơn cũng không kém phương án")
        case .itself: Phrase(en: "does not pay by itself", vi: "tự nó chưa có lợi")
        case .scarce(let kind): scarce(kind)
        case .leftOff: Phrase(en: "what it needs is not built or used", vi: "hạng mục cần thiết không được xây hoặc không dùng")
        case .displaces: Phrase(en: "what it would displace is worth more", vi: "thứ bị nó thay chỗ có lợi hơn")
        case .noRoom(nil): Phrase(en: "no plan has room for it", vi: "không phương án nào còn chỗ")
        case .noRoom(let kind?): Phrase(en: "no plan has room for it; ", vi: "không phương án nào còn chỗ; ").followed(by: scarce(kind))
        }
    }

    private func scarce(_ kind: CostTerm.Kind) -> Phrase {
        switch kind {
        case .givenElsewhere: Phrase(en: "the giver's is all in use", vi: "nguồn này đã được dùng hết")
        case .notMade: Phrase(en: "the giver's plant stands still", vi: "cơ sở cung cấp không hoạt động")
        case .needMet: Phrase(en: "the need is met for less", vi: "nhu cầu đã được đáp ứng rẻ hơn")
        case .plantFull: Phrase(en: "the plant is full", vi: "cơ sở đã hết công suất")
        case .plantNotBuilt: Phrase(en: "the plant is not built", vi: "cơ sở không được xây dựng")
        case .plantIdle: Phrase(en: "the plant stands still", vi: "cơ sở không hoạt động")
        case .secondaryShare: Phrase(en: "largest share of secondary reached", vi: "đã đạt tỷ lệ thứ cấp tối đa")
        case .substitutionShare: Phrase(en: "largest share of the substitution reached", vi: "đã đạt tỷ lệ thay thế tối đa")
        case .quality(let row, let isMaximum):
            Phrase(en: "quality limit: ", vi: "giới hạn chất lượng: ").followed(by: limit(row, isMaximum))
        case .route: Phrase(en: "the route is full", vi: "tuyến đã hết sức chở")
        case .contract: Phrase(en: "a contract allows no more", vi: "hợp đồng không cho phép thêm")
        case .choice: Phrase(en: "the link is full, or a least quantity", vi: "tuyến nối đã hết công suất, hoặc lượng tối thiểu")
        case .disposal, .purchase, .supply, .transport, .treatment, .handling, .loss, .carbon, .worth, .running, .plantOutputs,
            .plantInputs:
            Phrase(en: "does not pay by itself", vi: "tự nó chưa có lợi")
        }
    }

    /// Why something is still disposed of, or still bought, as part of a table.
    public func reason(_ reason: RestReason, isSupply: Bool) -> Phrase {
        switch reason {
        case .nobody:
            isSupply
                ? Phrase(en: "nobody needs it or what it can stand in for", vi: "không ai cần nó hoặc thứ nó thay thế được")
                : Phrase(en: "nobody offers it or what can stand in for it", vi: "không ai cung cấp nó hoặc thứ thay thế được")
        case .excluded(let rule): rule.reason
        case .short(.scarce(.givenElsewhere)) where !isSupply:
            Phrase(en: "what is offered is all in use", vi: "nguồn cung cấp đã được dùng hết")
        case .short(.scarce(.needMet)) where isSupply:
            Phrase(en: "the needs within reach are met", vi: "các nhu cầu trong tầm đã được đáp ứng")
        case .short(let shortfall): self.shortfall(shortfall)
        }
    }
}
