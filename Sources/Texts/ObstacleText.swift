// SPDX-License-Identifier: GPL-3.0-or-later
public import Exchange
public import Scenario

/// Why an output and a need are no candidate, and what would lift it, with the names and figures of the pair.
public struct ObstacleText: Sendable {
    private let names: ScenarioNames
    private let from: Party, to: Party
    private let resource: Reference<Resource>, asResource: Reference<Resource>

    /// Prepares to speak of what `from` gives and what `to` needs.
    public init(
        names: ScenarioNames, from: Party, to: Party, resource: Reference<Resource>, asResource: Reference<Resource>
    ) {
        (self.names, self.from, self.to, self.resource, self.asResource) = (names, from, to, resource, asResource)
    }

    private var tables: Tables { names.tables }

    /// The rule and its figures, as a sentence.
    public func reason(_ obstacle: Obstacle) -> Phrase {
        let (given, needed, taker) = (names.resource(resource), names.resource(asResource), names.party(to))
        switch obstacle {
        case .noMatch:
            return Phrase(
                en: "\(given.english) is not \(needed.english), and no row of substitutions lets it stand in for it.",
                vi: "\(given.vietnamese) không phải là \(needed.vietnamese) và bảng substitutions không có dòng nào cho phép thay thế.")
        case .period:
            return Phrase(
                en: "\(given.english) is given and \(needed.english) is needed in different periods only.",
                vi: "\(given.vietnamese) được cung cấp và \(needed.vietnamese) được cần đến ở các kỳ khác nhau.")
        case .samePlace(isProcess: true):
            return Phrase(en: "A plant does not feed itself.", vi: "Một cơ sở không tự cung cấp cho chính mình.")
        case .samePlace(isProcess: false):
            return Phrase(
                en: "Giver and taker are the same firm, and exchange.within_firm is false.",
                vi: "Bên cung cấp và bên tiếp nhận là cùng một doanh nghiệp, mà exchange.within_firm là false.")
        case .contract(let row):
            let contract = names.contract(row)
            return Phrase(
                en: "The contract \(contract.english) has max 0, which forbids it.",
                vi: "Hợp đồng \(contract.vietnamese) có max bằng 0 nên không cho phép.")
        case .licence(let reference): return licence(reference)
        case .quality(let properties):
            let list = properties.map { Phrase(same: tables.properties[$0].id.printable) }.enumerated
            return Phrase(
                en:
                    "\(taker.english) limits \(list.english), which is not known of this \(given.english); missing data is never read as zero.",
                vi:
                    "\(taker.vietnamese) giới hạn \(list.vietnamese), nhưng \(given.vietnamese) này chưa có số liệu; số liệu thiếu không được coi là 0."
            )
        case .noMode:
            return Phrase(
                en: "No transport mode carries \(given.english).", vi: "Không có phương thức vận chuyển nào chở được \(given.vietnamese).")
        case .dimension(let mode):
            let (unit, own) = (tables.modes[mode].unit.symbol, tables.resources[resource].unit.symbol)
            return Phrase(
                en: "it carries what is counted in \(unit.english); \(given.english) is counted in \(own.english).",
                vi: "chở hàng tính bằng \(unit.vietnamese), còn \(given.vietnamese) tính bằng \(own.vietnamese).")
        case .notCarried:
            return Phrase(
                en: "its column resources does not name \(given.english) or its kind.",
                vi: "cột resources của phương thức này không có \(given.vietnamese) hay loại của nó.")
        case .closedRoute(let route):
            let name = names.route(route)
            return Phrase(en: "The route \(name.english) is closed.", vi: "Tuyến \(name.vietnamese) đã đóng.")
        case .distance(let kilometres, let mode, let own): return distance(kilometres, mode, own)
        case .loss(let kilometres, let share):
            let (way, percent) = (Phrase.kilometres(kilometres), Phrase.number(share * 100))
            return Phrase(
                en: "All of it is lost on the way: \(percent.english)% a km over \(way.english).",
                vi: "Hao hụt hết trên đường: \(percent.vietnamese)% mỗi km trên quãng đường \(way.vietnamese).")
        }
    }

    /// What would lift the rule, as a sentence; nil of a mode that simply carries other things.
    public func mend(_ obstacle: Obstacle) -> Phrase? {
        let (giver, taker) = (names.party(from), names.party(to))
        switch obstacle {
        case .noMatch:
            let (given, needed) = (tables.resources[resource].id, tables.resources[asResource].id)
            return Phrase(
                en: "If it can stand in for it, add a row from \(given) to \(needed) to substitutions.",
                vi: "Nếu thay thế được, thêm dòng từ \(given) sang \(needed) vào bảng substitutions.")
        case .period:
            return Phrase(
                en: "A storage at the giver would carry it from one period to the next; or give the rows without a period.",
                vi: "Cần kho chứa tại bên cung cấp để giữ từ kỳ này sang kỳ khác, hoặc khai báo dòng không ghi kỳ.")
        case .samePlace(isProcess: true): return nil
        case .samePlace(isProcess: false): return Exclusion.samePlace.mend
        case .contract: return Exclusion.contract.mend
        case .licence(let reference):
            let word = tables.resources[reference].wasteCode ?? tables.resources[reference].id
            return Phrase(
                en: "If \(taker.english) holds the licence, add “\(word)” to its licences.",
                vi: "Nếu \(taker.vietnamese) có giấy phép, thêm “\(word)” vào cột licences của bên này.")
        case .quality(let properties):
            let list = properties.map { Phrase(same: tables.properties[$0].id.printable) }.enumerated
            return Phrase(
                en: "Give the values of \(list.english) for \(giver.english) in qualities.",
                vi: "Điền giá trị \(list.vietnamese) của \(giver.vietnamese) vào bảng qualities.")
        case .noMode: return Exclusion.mode.mend
        case .dimension, .notCarried: return nil
        case .closedRoute: return Exclusion.closedRoute.mend
        case .distance(let kilometres, let mode, let own): return farther(kilometres, mode, own)
        case .loss(_, let share):
            let most = Phrase.kilometres(1 / share)
            return Phrase(
                en: "Something arrives over less than \(most.english), or with a smaller loss_per_km in modes.",
                vi: "Hàng chỉ còn đến nơi nếu quãng đường dưới \(most.vietnamese), hoặc nếu loss_per_km trong bảng modes nhỏ hơn.")
        }
    }

    private func licence(_ reference: Reference<Resource>) -> Phrase {
        let resource = tables.resources[reference], id = resource.id, (given, taker) = (names.resource(reference), names.party(to))
        guard let code = resource.wasteCode else {
            return Phrase(
                en: "\(given.english) is hazardous, and the licences of \(taker.english) do not name it (\(id)).",
                vi: "\(given.vietnamese) là chất thải nguy hại, mà giấy phép của \(taker.vietnamese) không có tài nguyên này (\(id)).")
        }
        return Phrase(
            en: "\(given.english) is hazardous, and the licences of \(taker.english) name neither it (\(id)) nor its waste code \(code).",
            vi:
                "\(given.vietnamese) là chất thải nguy hại, mà giấy phép của \(taker.vietnamese) không có tài nguyên này (\(id)) cũng không có mã chất thải \(code)."
        )
    }

    private func distance(_ kilometres: Double, _ mode: Double?, _ own: Double?) -> Phrase {
        let way = Phrase.kilometres(kilometres), given = names.resource(resource)
        let goes = mode.map { limit -> (isTight: Bool, tight: Phrase, loose: Phrase) in
            let most = Phrase.kilometres(limit)
            return (
                kilometres > limit,
                Phrase(en: "the mode goes \(most.english) at most", vi: "phương thức chỉ đi tối đa \(most.vietnamese)"),
                Phrase(en: "the mode would go \(most.english)", vi: "phương thức đi được \(most.vietnamese)")
            )
        }
        let travels = own.map { limit -> (isTight: Bool, tight: Phrase, loose: Phrase) in
            let most = Phrase.kilometres(limit)
            return (
                kilometres > limit,
                Phrase(
                    en: "\(given.english) may travel \(most.english) at most",
                    vi: "\(given.vietnamese) chỉ được chở tối đa \(most.vietnamese)"),
                Phrase(en: "\(given.english) might travel \(most.english)", vi: "\(given.vietnamese) được chở đến \(most.vietnamese)")
            )
        }
        let limits = [goes, travels].compactMap(\.self)
        let tight = limits.filter(\.isTight).map(\.tight).enumerated
        guard let loose = limits.first(where: { !$0.isTight })?.loose else {
            return Phrase(
                en: "It is too far: the way is \(way.english), and \(tight.english).",
                vi: "Quá xa: quãng đường \(way.vietnamese), trong khi \(tight.vietnamese).")
        }
        return Phrase(
            en: "It is too far: the way is \(way.english), and \(tight.english) (\(loose.english)).",
            vi: "Quá xa: quãng đường \(way.vietnamese), trong khi \(tight.vietnamese) (\(loose.vietnamese)).")
    }

    private func farther(_ kilometres: Double, _ mode: Double?, _ own: Double?) -> Phrase {
        // Rounded up, so that the figure told lets the pair in.
        let least = Phrase.number((kilometres * 10).rounded(.up) / 10)
        let tables = [
            (mode, Phrase(en: "in modes", vi: "trong bảng modes")), (own, Phrase(en: "in resources", vi: "trong bảng resources")),
        ]
        let list = tables.filter { kilometres > $0.0 ?? .infinity }.map(\.1).enumerated
        return Phrase(
            en: "If it may travel that far, raise max_km \(list.english) to \(least.english) or more.",
            vi: "Nếu được phép chở xa như vậy, nâng max_km \(list.vietnamese) lên ít nhất \(least.vietnamese).")
    }
}
