// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@Suite("symbio explain")
struct ExplainTests {
    private func scenario(_ changes: [String: String] = [:]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        // Alpha has 50 t; Beta, a kilometre off, takes them all, and Gamma, beyond, would too.
        let own = [
            "firms.csv": "id,name,latitude,longitude\nalpha,Alpha,15.40,108.60\nbeta,Beta,15.41,108.60\ngamma,Gamma,15.60,108.60\n",
            "outputs.csv": "firm,resource,quantity\nalpha,sand,50\n", "needs.csv": "firm,resource,quantity\nbeta,sand,60\ngamma,sand,30\n",
            "modes.csv": "id,unit,cost_per_unit,cost_per_unit_km\ntruck,t,1,0.1\n",
            "routes.csv": "from,to,km\nalpha,beta,10\nalpha,gamma,30\n",
        ]
        try folder.write(smallScenario(own.merging(changes) { $1 }))
        return folder
    }

    @Test(
        "What goes into a storage and what comes out of it is told with what is exchanged and thrown away",
        arguments: [
            (
                "en",
                [
                    "0 t exchanged, 50 t disposed of, 50 t put into storage.",
                    "45 t exchanged, 0 t disposed of; 45 t of it came out of storage.",
                ]
            ),
            ("vi", ["Trao đổi 0 tấn, thải bỏ 50 tấn, đưa vào kho 50 tấn.", "Trao đổi 45 tấn, thải bỏ 0 tấn; trong đó lấy từ kho 45 tấn."]),
        ])
    func storage(language: String, sentences: [String]) throws {
        // 50 t are held over the dry season; 5 t of them rot, and 45 t reach Beta.
        let folder = try scenario([
            "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price\nsand,sand,material,t,50,80\n",
            "periods.csv": "id,share\ndry,0.25\nwet,0.75\n", "outputs.csv": "firm,resource,period,quantity\nalpha,sand,dry,100\n",
            "needs.csv": "firm,resource,period,quantity\nbeta,sand,wet,60\n",
            "storages.csv": "firm,resource,capacity,cost,loss_share\nalpha,sand,50,2,0.1\n",
        ])
        let run = try Program.run("explain", folder.path, "alpha", "--lang", language, environment: ["COLUMNS": "120"])
        #expect(run.status == 0, "\(run.errors)")
        for sentence in sentences { #expect(run.text.contains(sentence), "\(run.text)") }

        let firm = try Program.run("explain", folder.path, "alpha", "--json").json()
        let streams = try #require(firm["streams"] as? [[String: Any]])
        #expect(streams.compactMap { $0["stored"] as? Double } == [50, -45])
        for stream in streams {
            let parts = ["exchanged", "rest", "stored"].compactMap { stream[$0] as? Double }
            #expect(parts.count == 3 && parts.reduce(0, +) == stream["quantity"] as? Double)
        }
        // Over the year the storage gave back all but what rotted, and the row of the overview adds up.
        let whole = try Program.run("explain", folder.path, "--json").json()
        let rest = try #require((whole["rests"] as? [[String: Any]])?.first { $0["role"] as? String == "output" })
        #expect(["quantity", "exchanged", "rest", "stored"].compactMap { rest[$0] as? Double } == [100, 45, 50, 5])
        let told = try Program.run("explain", folder.path, "--lang", language, environment: ["COLUMNS": "120"]).text
        #expect(told.firstMatch(of: #/sand +100 +45 +5 +50 /#) != nil, "\(told)")
    }

    @Test("A pair that is not used is told in full", arguments: ["en", "vi"])
    func pair(language: String) throws {
        let folder = try scenario()
        let run = try Program.run("explain", folder.path, "alpha", "gamma", "--lang", language, environment: ["COLUMNS": "100"])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.text == (language == "en" ? Self.english : Self.vietnamese))
    }

    private static let english = """
        small
        Optimal: under these figures no plan has less yearly cost.

        From Alpha to Gamma

        Sand
          In the plan the giver disposes of 0 t of 50 t, and the taker buys 30 t of 30 t.
          By truck, 30 km: not in the plan. By itself it would save 31 USD per tonne, but what it takes from
          better uses is worth more: 2 USD per tonne are missing.
          For each tonne sent (below 0 it saves)                               USD
          ────────────────────────────────────────────────────────────────────────
          Giver: no disposal                                                −10.00
          Taker: no purchase                                                −25.00
          Transport                                                           4.00
          = by itself                                                       −31.00
          All of the giver's Sand is in use, and would be taken from there   33.00
          = missing for it to pay                                             2.00
            Its first unit would pay if one of these held, all else as it is (exact for the first unit
            only):
          · moving it and taking it in were cheaper by 2 USD per tonne (now 4 USD)
          · the way were 10 km at most (now 30 km)
          · Sand bought new cost Gamma 27 USD per tonne or more (now 25 USD)
            With each tonne sent this way, the best plan would change so:
          · 1 t of Sand less bought by Gamma
          · 1 t of Sand less from Alpha to Beta (truck, of 50 t)
          · 1 t of Sand more bought by Beta

        """

    private static let vietnamese = """
        small
        Tối ưu: với các số liệu này, không phương án nào có chi phí hằng năm thấp hơn.

        Từ Alpha đến Gamma

        Sand
          Trong phương án, bên cung cấp còn thải bỏ 0 tấn trong tổng 50 tấn, bên tiếp nhận còn mua mới 30
          tấn trong tổng 30 tấn.
          Bằng truck, 30 km: không có trong phương án. Tự nó tiết kiệm 31 USD mỗi tấn, nhưng những gì nó lấy
          đi của cách dùng tốt hơn đáng giá hơn: còn thiếu 2 USD mỗi tấn.
          Cho mỗi tấn gửi đi (dưới 0 là tiết kiệm)                             USD
          ────────────────────────────────────────────────────────────────────────
          Bên cung cấp: không phải xử lý, thải bỏ                           −10,00
          Bên tiếp nhận: không phải mua mới                                 −25,00
          Vận chuyển                                                          4,00
          = tự thân trao đổi                                                −31,00
          Toàn bộ Sand của bên cung cấp đang được dùng, phải lấy bớt từ đó   33,00
          = còn thiếu để có lợi                                               2,00
            Đơn vị đầu tiên sẽ có lợi nếu có một trong các thay đổi sau, mọi thứ khác giữ nguyên (chỉ chính
            xác cho đơn vị đầu tiên):
          · chi phí chuyển và tiếp nhận giảm 2 USD mỗi tấn (hiện là 4 USD)
          · quãng đường không quá 10 km (hiện là 30 km)
          · giá mua mới Sand của Gamma từ 27 USD mỗi tấn trở lên (hiện là 25 USD)
            Nếu vẫn gửi theo cách này, mỗi tấn sẽ làm phương án tốt nhất thay đổi như sau:
          · Gamma bớt mua mới 1 tấn Sand
          · Alpha chuyển bớt 1 tấn Sand cho Beta (truck, trong tổng 50 tấn)
          · Beta phải mua mới thêm 1 tấn Sand

        """

    @Test("One firm: what becomes of it, and what lies nearest")
    func firm() throws {
        let folder = try scenario()
        let run = try Program.run("explain", folder.path, "alpha", "--lang", "en", environment: ["COLUMNS": "100"])
        #expect(run.status == 0)
        #expect(
            run.text == """
                small
                Optimal: under these figures no plan has less yearly cost.

                Alpha

                Gives Sand: 50 t a year
                  50 t exchanged, 0 t disposed of.
                  · 50 t to Beta (Sand; truck, 10 km): gain 1,650 USD
                  Not used, the nearest to paying first (what the first unit sent lacks):
                  Taker  Resource  Mode     km  Missing         Why
                                                  (USD)
                  ───────────────────────────────────────────────────────────────────────
                  Gamma  Sand      truck  30.0     2.00  per t  the giver's is all in use

                """)
    }

    @Test("The whole plan: what is left over and why, and which limits bind")
    func plan() throws {
        let folder = try scenario([
            "outputs.csv": "firm,resource,quantity\nalpha,sand,100\n",
            "needs.csv": "firm,resource,quantity,max_secondary_share\nbeta,sand,60,0.5\n",
            "routes.csv": "from,to,km\nalpha,beta,10\n",
        ])
        let run = try Program.run("explain", folder.path, "--lang", "vi", environment: ["COLUMNS": "100"])
        #expect(run.status == 0)
        #expect(
            run.text == """
                small
                Tối ưu: với các số liệu này, không phương án nào có chi phí hằng năm thấp hơn.

                Những gì còn phải thải bỏ, và vì sao
                  Tài nguyên  Tổng  Trao  Thải       Vì sao
                                     đổi    bỏ
                  ──────────────────────────────────────────────────────────────
                  Sand         100    30    70  tấn  đã đạt tỷ lệ thứ cấp tối đa

                Những gì còn phải mua mới, và vì sao
                  Tài nguyên  Tổng  Trao  Mua       Vì sao
                                     đổi  mới
                  ─────────────────────────────────────────────────────────────
                  Sand          60    30   30  tấn  đã đạt tỷ lệ thứ cấp tối đa

                Các giới hạn đang kìm phương án, xếp theo giá trị khi nới thêm 1%
                  Nới 1% tiết  Nới thêm sẽ thay đổi gì
                   kiệm (USD)
                  ──────────────────────────────────────────────────────────────────────────────────────────────────
                        9,900  Cho phép đáp ứng thêm một điểm phần trăm nhu cầu Sand của Beta bằng trao đổi sẽ tiết
                               kiệm 19,8 USD.

                """)
    }

    @Test("What earns money outside is told as sold, never as disposed of, in each answer", arguments: ["en", "vi"])
    func sold(language: String) throws {
        // A tonne brings Alpha 2 elsewhere; Gamma's is thrown away. Beta, which may take half of its need, is too far for Gamma.
        let folder = try scenario([
            "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price,max_km\nsand,sand,material,t,10,25,35\n",
            "outputs.csv": "firm,resource,quantity,disposal_cost\nalpha,sand,100,-2\ngamma,sand,7,\n",
            "needs.csv": "firm,resource,quantity,max_secondary_share\nbeta,sand,60,0.5\n",
            "routes.csv": "from,to,km\nalpha,beta,10\nbeta,gamma,40\n",
        ])
        func told(_ arguments: String...) throws -> String {
            try Program.run(["explain", folder.path] + arguments + ["--lang", language], environment: ["COLUMNS": "200"]).text
        }
        let (thrown, sold) =
            language == "en"
            ? ("What is still disposed of, and why", "What is sold outside the plan, and why")
            : ("Những gì còn phải thải bỏ, và vì sao", "Những gì bán ra ngoài phương án, và vì sao")
        let parts = try told().components(separatedBy: "\n\n")
        let disposed = try #require(parts.first { $0.hasPrefix(thrown) }), outside = try #require(parts.first { $0.hasPrefix(sold) })
        #expect(disposed.contains(#/sand +7 +0 +7 /#) && outside.contains(#/sand +100 +30 +70 /#), "\(disposed)\n\(outside)")
        #expect(
            try told("alpha").contains(
                language == "en" ? "30 t exchanged, 70 t sold outside the plan." : "Trao đổi 30 tấn, bán ra ngoài phương án 70 tấn."))
        #expect(
            try told("alpha", "beta").contains(
                language == "en"
                    ? "In the plan the giver sells 70 t of 100 t outside it, and the taker buys 30 t of 60 t."
                    : "Trong phương án, bên cung cấp bán ra ngoài 70 tấn trong tổng 100 tấn, bên tiếp nhận còn mua mới 30 tấn trong tổng 60 tấn."
            ))
        let rests = try #require(try Program.run("explain", folder.path, "--json").json()["rests"] as? [[String: Any]])
        #expect(rests.compactMap { $0["sold"] as? Bool } == [false, true])
        #expect(rests.compactMap { $0["rest"] as? Double } == [7, 70, 30])
    }

    @Test("With a unit that the plan leaves out, what is sold outside changes as such", arguments: ["en", "vi"])
    func soldLess(language: String) throws {
        let folder = try scenario([
            "outputs.csv": "firm,resource,quantity,disposal_cost\nalpha,sand,50,-30\n", "routes.csv": "from,to,km\nalpha,beta,10\n",
            "needs.csv": "firm,resource,quantity\nbeta,sand,60\n",
        ])
        let text = try Program.run("explain", folder.path, "alpha", "beta", "--lang", language, environment: ["COLUMNS": "120"]).text
        let change = language == "en" ? "1 t of sand less sold outside the plan by Alpha" : "Alpha bớt bán ra ngoài phương án 1 tấn sand"
        #expect(text.lowercased().contains(change.lowercased()), "\(text)")
        // A tonne brings 30, and 25 of purchase saved for 2 of transport are 7 short of that.
        let remedy =
            language == "en"
            ? "selling it outside brought Alpha 23 USD per tonne at most (now 30 USD)"
            : "bán ra ngoài chỉ mang lại cho Alpha nhiều nhất 23 USD mỗi tấn (hiện là 30 USD)"
        #expect(text.contains(remedy), "\(text)")
    }

    @Test("Where only disposal that costs would make it pay, what selling brings now is told beside it", arguments: ["en", "vi"])
    func soldCheaply(language: String) throws {
        let folder = try scenario([
            "outputs.csv": "firm,resource,quantity,disposal_cost\nalpha,sand,50,-3\n", "routes.csv": "from,to,km\nalpha,beta,300\n",
            "needs.csv": "firm,resource,quantity\nbeta,sand,60\n",
        ])
        let text = try Program.run("explain", folder.path, "alpha", "beta", "--lang", language, environment: ["COLUMNS": "120"]).text
        // 31 of transport for 25 of purchase: disposal would have to cost 6.
        #expect(
            text.contains(
                language == "en"
                    ? "Alpha had to pay 6 USD per tonne or more to dispose of it (now selling it outside brings 3 USD)"
                    : "Alpha phải trả từ 6 USD mỗi tấn trở lên để xử lý, thải bỏ (hiện bán ra ngoài thu được 3 USD)"), "\(text)")
    }

    @Test("JSON has the keys that the manual lays down")
    func json() throws {
        let folder = try scenario()
        let head: Set = [
            "format", "scenario", "status", "gap", "objective", "unit", "has_prices", "choices", "projects", "infeasible", "provenance",
        ]
        let pair = try Program.run("explain", folder.path, "alpha", "gamma", "--json").json()
        #expect(Set(pair.keys) == head.union(["from", "to", "unmatched", "needs", "matches"]))
        let match = try #require((pair["matches"] as? [[String: Any]])?.first)
        #expect(
            Set(match.keys) == [
                "from", "to", "resource", "as", "period", "given", "disposed", "sold", "given_unit", "needed", "bought", "needed_unit",
                "ratio", "rule", "ways",
            ])
        let way = try #require((match["ways"] as? [[String: Any]])?.first)
        #expect(
            Set(way.keys) == ["mode", "km", "state", "exact", "remedies", "changes", "reduced_cost", "by_itself", "terms"])
        #expect(way["reduced_cost"] as? Double == 2)
        let terms = try #require(way["terms"] as? [[String: Any]])
        #expect(terms.compactMap { $0["kind"] as? String } == ["disposal", "purchase", "transport", "given-elsewhere"])
        #expect(terms.reduce(0) { $0 + ($1["amount"] as? Double ?? .nan) } == 2)

        let used = try Program.run("explain", folder.path, "alpha", "beta", "--json").json()
        let ways = (used["matches"] as? [[String: Any]])?.first?["ways"] as? [[String: Any]]
        #expect(ways?.first?["state"] as? String == "used")
        // Gamma would take 30 t of them for 2 more a tonne, and 20 t would save nothing: 30 · 2 + 20 · 33.
        #expect(ways?.first?["cost_may_rise"] as? Double == 2)
        #expect(ways?.first?["objective_without"] as? Double == 720.0)

        let firm = try Program.run("explain", folder.path, "alpha", "--json").json()
        #expect(Set(firm.keys) == head.union(["from", "streams"]))
        let stream = try #require((firm["streams"] as? [[String: Any]])?.first)
        #expect(
            Set(stream.keys) == [
                "role", "at", "resource", "period", "quantity", "exchanged", "rest", "stored", "sold", "resource_unit", "reason",
                "exchanges",
                "alternatives", "excluded",
            ])
        let plan = try Program.run("explain", folder.path, "--json").json()
        #expect(Set(plan.keys) == head.union(["rests", "unused", "ties", "nearest", "limits"]))
    }

    @Test("A wrong id is refused with those that may be meant, before anything is solved")
    func unknown() throws {
        let folder = try scenario()
        let near = try Program.run("explain", folder.path, "alpah", "gamma", "--lang", "en")
        #expect(near.status == 2)
        #expect(near.text.isEmpty)
        #expect(near.errors == "Error: “alpah” is no firm and no process of the scenario. Did you mean alpha?\n")
        let far = try Program.run("explain", folder.path, "alpha", "zzz", "--lang", "vi")
        #expect(far.status == 2)
        #expect(
            far.errors
                == "Lỗi: “zzz” không phải là doanh nghiệp hay công đoạn của kịch bản. Hãy ghi một mã trong bảng firms hoặc processes.\n")
    }

    @Test("A firm of a project that does not count names the option")
    func project() throws {
        let folder = try scenario([
            "projects.csv": "id,name\np1,Project\n",
            "firms.csv":
                "id,name,latitude,longitude,project\nalpha,Alpha,15.40,108.60,\nbeta,Beta,15.41,108.60,\ngamma,Gamma,15.60,108.60,p1\n",
        ])
        let without = try Program.run("explain", folder.path, "gamma", "--lang", "en")
        #expect(without.status == 2)
        #expect(without.errors == "Error: “gamma” belongs to the project p1, which does not count. Add --with p1.\n")
        #expect(try Program.run("explain", folder.path, "gamma", "--with", "p1", "--lang", "en").status == 0)
    }

    @Test("An infeasible scenario is told with its conflict and ends with 4")
    func infeasible() throws {
        let folder = try scenario(["resources.csv": "id,name,kind,unit,disposal_cost\nsand,Sand,material,t,10\n"])
        let run = try Program.run("explain", folder.path, "alpha", "gamma", "--lang", "en", environment: ["COLUMNS": "100"])
        let solved = try Program.run("solve", folder.path, "--lang", "en", environment: ["COLUMNS": "100"])
        #expect(run.status == 4)
        #expect(run.text == solved.text)
        let json = try Program.run("explain", folder.path, "--json")
        #expect(json.status == 4)
        #expect(try json.json()["infeasible"] is [String: Any])
    }

    @Test("Amounts of another objective are in its own unit")
    func objective() throws {
        let folder = try scenario([
            "resources.csv": "id,name,kind,unit,disposal_cost,virgin_price,disposal_ghg\nsand,Sand,material,t,10,25,7\n",
            "modes.csv": "id,unit,cost_per_unit,cost_per_unit_km,ghg_per_unit_km\ntruck,t,1,0.1,0.5\n",
        ])
        let run = try Program.run(
            "explain", folder.path, "alpha", "gamma", "--objective", "ghg", "--lang", "en", environment: ["COLUMNS": "200"])
        #expect(run.status == 0)
        #expect(run.text.contains("not in the plan. It does not pay by itself; in the plan it would add 10 kg CO2e per tonne."))
        #expect(try Program.run("explain", folder.path, "--objective", "ghg", "--json").json()["unit"] as? String == "kg CO2e")
    }
}
