// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing
import Texts

@testable import Exchange

/// Each rule that keeps a pair from being a candidate, by a scenario that breaks it, with the whole text in both languages.
@Suite("What keeps a pair apart:") struct ObstacleTextTests {
    struct Case: CustomTestStringConvertible {
        var code: String
        var files: [String: String]
        var from = "A", to = "B"
        var english: String, vietnamese: String
        var testDescription: String { "\(code): \(english)" }
    }

    private static let hazardous = "id,name,kind,unit,disposal_cost,virgin_price,hazardous,waste_code\nw,sludge,material,t,50,80,true,"

    static let cases = [
        Case(
            code: "period",
            files: [
                "periods.csv": "id,share\ns1,0.5\ns2,0.5\n", "outputs.csv": "firm,resource,quantity,period\nA,w,100,s1\n",
                "needs.csv": "firm,resource,quantity,period\nB,w,60,s2\n",
            ],
            english:
                "waste is given and waste is needed in different periods only. A storage at the giver would carry it from one period to the next; or give the rows without a period.",
            vietnamese:
                "waste được cung cấp và waste được cần đến ở các kỳ khác nhau. Cần kho chứa tại bên cung cấp để giữ từ kỳ này sang kỳ khác, hoặc khai báo dòng không ghi kỳ."
        ),
        Case(
            code: "samePlace", files: ["needs.csv": "firm,resource,quantity\nA,w,60\n"], to: "A",
            english:
                "Giver and taker are the same firm, and exchange.within_firm is false. Write exchange.within_firm: true if a firm may serve itself.",
            vietnamese:
                "Bên cung cấp và bên tiếp nhận là cùng một doanh nghiệp, mà exchange.within_firm là false. Ghi exchange.within_firm: true nếu doanh nghiệp được tự cung cấp cho mình."
        ),
        Case(
            code: "samePlace",
            files: [
                "processes.csv": "id,name,firm,capacity\nT,Plant,B,10\n",
                "process_flows.csv": "process,resource,role,per_activity\nT,w,input,1\nT,w,output,0.5\n",
            ], from: "T", to: "T", english: "A plant does not feed itself.", vietnamese: "Một cơ sở không tự cung cấp cho chính mình."),
        Case(
            code: "contract", files: ["contracts.csv": "from,to,resource,max\nA,B,w,0\n"],
            english: "The contract Firm A → Firm B, waste has max 0, which forbids it. Raise max in contracts, or remove the row.",
            vietnamese:
                "Hợp đồng Firm A → Firm B, waste có max bằng 0 nên không cho phép. Nâng max trong bảng contracts, hoặc bỏ dòng đó."),
        Case(
            code: "licence", files: ["resources.csv": hazardous + "08 01 13\n"],
            english:
                "sludge is hazardous, and the licences of Firm B name neither it (w) nor its waste code 08 01 13. If Firm B holds the licence, add “08 01 13” to its licences.",
            vietnamese:
                "sludge là chất thải nguy hại, mà giấy phép của Firm B không có tài nguyên này (w) cũng không có mã chất thải 08 01 13. Nếu Firm B có giấy phép, thêm “08 01 13” vào cột licences của bên này."
        ),
        Case(
            code: "licence", files: ["resources.csv": hazardous + "\n"],
            english:
                "sludge is hazardous, and the licences of Firm B do not name it (w). If Firm B holds the licence, add “w” to its licences.",
            vietnamese:
                "sludge là chất thải nguy hại, mà giấy phép của Firm B không có tài nguyên này (w). Nếu Firm B có giấy phép, thêm “w” vào cột licences của bên này."
        ),
        Case(
            code: "quality",
            files: [
                "qualities.csv": "scope,firm,process,resource,property,unit,value,min,max\nneed,B,,w,salt,%,,,10\nneed,B,,w,ash,%,,,10\n"
            ],
            english:
                "Firm B limits ash and salt, which is not known of this waste; missing data is never read as zero. Give the values of ash and salt for Firm A in qualities.",
            vietnamese:
                "Firm B giới hạn ash và salt, nhưng waste này chưa có số liệu; số liệu thiếu không được coi là 0. Điền giá trị ash và salt của Firm A vào bảng qualities."
        ),
        Case(
            code: "mode", files: ["modes.csv": "id,unit\npipe,m3\n"],
            english: "No transport mode carries waste. Add a mode that carries it to modes.",
            vietnamese: "Không có phương thức vận chuyển nào chở được waste. Thêm phương thức vận chuyển phù hợp vào bảng modes."),
        Case(
            code: "closedRoute", files: ["routes.csv": "from,to,km,open\nA,B,10,false\n"],
            english: "The route Firm A – Firm B is closed. Open the route in routes if it can be used.",
            vietnamese: "Tuyến Firm A – Firm B đã đóng. Mở lại tuyến trong bảng routes nếu tuyến dùng được."),
        Case(
            code: "distance", files: ["modes.csv": "id,unit,max_km\ntruck,t,9.94\n"],
            english:
                "It is too far: the way is 10 km, and the mode goes 9.94 km at most. If it may travel that far, raise max_km in modes to 10 or more.",
            vietnamese:
                "Quá xa: quãng đường 10 km, trong khi phương thức chỉ đi tối đa 9,94 km. Nếu được phép chở xa như vậy, nâng max_km trong bảng modes lên ít nhất 10."
        ),
        Case(
            code: "distance",
            files: [
                "modes.csv": "id,unit,max_km\ntruck,t,50\n",
                "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price,max_km\nw,waste,material,t,50,80,5\n",
            ],
            english:
                "It is too far: the way is 10 km, and waste may travel 5 km at most (the mode would go 50 km). If it may travel that far, raise max_km in resources to 10 or more.",
            vietnamese:
                "Quá xa: quãng đường 10 km, trong khi waste chỉ được chở tối đa 5 km (phương thức đi được 50 km). Nếu được phép chở xa như vậy, nâng max_km trong bảng resources lên ít nhất 10."
        ),
        Case(
            code: "distance",
            files: [
                "modes.csv": "id,unit,max_km\ntruck,t,8\n",
                "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price,max_km\nw,waste,material,t,50,80,5\n",
            ],
            english:
                "It is too far: the way is 10 km, and the mode goes 8 km at most and waste may travel 5 km at most. If it may travel that far, raise max_km in modes and in resources to 10 or more.",
            vietnamese:
                "Quá xa: quãng đường 10 km, trong khi phương thức chỉ đi tối đa 8 km và waste chỉ được chở tối đa 5 km. Nếu được phép chở xa như vậy, nâng max_km trong bảng modes và trong bảng resources lên ít nhất 10."
        ),
        Case(
            code: "loss", files: ["modes.csv": "id,unit,loss_per_km\ntruck,t,0.1\n"],
            english:
                "All of it is lost on the way: 10% a km over 10 km. Something arrives over less than 10 km, or with a smaller loss_per_km in modes.",
            vietnamese:
                "Hao hụt hết trên đường: 10% mỗi km trên quãng đường 10 km. Hàng chỉ còn đến nơi nếu quãng đường dưới 10 km, hoặc nếu loss_per_km trong bảng modes nhỏ hơn."
        ),
    ]

    @Test("the rule, its figures and what would lift it, whole and in both languages", arguments: cases)
    func text(of rule: Case) throws {
        var text = ScenarioText()
        for (name, content) in rule.files { text[name] = content }
        let explanation = try text.planner().explanation(), tables = explanation.network.scenario.tables
        func party(_ id: String) throws -> Party {
            if let firm = tables.firms.references.first(where: { tables.firms[$0].id == id }) { return .firm(firm) }
            return .process(try #require(tables.processes.references.first { tables.processes[$0].id == id }))
        }
        let pair = try explanation.pair(from: try party(rule.from), to: try party(rule.to))
        #expect(pair.matches.count == 1)
        let match = try #require(pair.matches.first), obstacle = try #require(match.obstacle)
        #expect(obstacle.code == rule.code)
        let words = ObstacleText(
            names: ScenarioNames(tables), from: match.from, to: match.to, resource: match.resource, asResource: match.asResource)
        let (reason, mend) = (words.reason(obstacle), words.mend(obstacle))
        #expect([reason.english, mend?.english].compactMap(\.self).joined(separator: " ") == rule.english)
        #expect([reason.vietnamese, mend?.vietnamese].compactMap(\.self).joined(separator: " ") == rule.vietnamese)
    }

    @Test("what shares no resource is told with what the taker needs")
    func unmatched() throws {
        var text = ScenarioText()
        text["resources.csv"] += "v,other,material,t,50,90,0,0\n"
        text["needs.csv"] = "firm,resource,quantity\nB,v,60\n"
        let explanation = try text.planner().explanation(), tables = explanation.network.scenario.tables
        let pair = try explanation.pair(from: .firm(Reference(0)), to: .firm(Reference(1)))
        #expect(pair.matches.isEmpty)
        #expect(pair.unmatched.map { tables.resources[$0].id } == ["w"])
        #expect(pair.needs.map { tables.resources[$0].id } == ["v"])
        #expect(PairJudge(explanation.network).judge(0, 0).obstacle == .noMatch)
    }
}
