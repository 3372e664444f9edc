// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Scenario
import ScenarioFiles
import Testing

@Suite("Faults of numbers, units, dates and words")
struct ValueFaultTests {
    static let valid = ScenarioFolder.valid

    static let scenarios: [BrokenScenario] = numbers + ranges + units + words + places

    /// The quantity of a need, written in another way.
    private static func quantity(_ text: String) -> ScenarioFolder {
        valid.replacing("F2,scrap,200,", with: "F2,scrap,\(text),", in: "needs.csv")
    }

    static let numbers = [
        BrokenScenario("V101", "a required cell is blank", quantity("")),
        BrokenScenario("V101", "a required setting is not given", valid.replacing("currency: USD\n", with: "", in: "scenario.yaml")),
        BrokenScenario("V102", "a word for a number", quantity("about 200")),
        BrokenScenario("V103", "blanks between thousands", quantity("1 200")),
        BrokenScenario("V103", "both marks in one number", quantity("\"1.234,5\"")),
        BrokenScenario("V104", "a percentage", valid.with("substitutions.csv", "from,to,max_share\nsand,scrap,12%\n")),
        BrokenScenario("V104", "a percentage for an amount", quantity("12%")),
        BrokenScenario(
            "V102", "no number in a file with decimal commas",
            valid.with("needs.csv", "firm;resource;quantity\nF1;water;4000,5\nF2;scrap;about 200\n")),
        BrokenScenario("V105", "a decimal comma in a comma file", quantity("\"200,25\"")),
        BrokenScenario(
            "V105", "a decimal point beside decimal commas",
            valid.with("needs.csv", "firm;resource;quantity\nF1;water;4000,5\nF2;scrap;200.25\n")),
        BrokenScenario(
            "V106", "numbers that may be thousands, in the whole file",
            valid.with("needs.csv", "firm;resource;quantity\nF1;water;4.000\nF2;scrap;1.200\n")),
        BrokenScenario("V106", "one number that may be thousands", quantity("\"1,200\"")),
        BrokenScenario("V128", "thousands with a point in a comma file", quantity("1.200")),
        BrokenScenario(
            "V128", "three decimals that may be thousands, beside another column that settles the mark",
            valid.with("needs.csv", "firm;resource;quantity;virgin_price\nF1;water;4,125;7,5\nF2;scrap;1,250;480\n")),
        BrokenScenario("V106", "a price of carbon that may be thousands", valid.adding("carbon_price: 120.000", to: "scenario.yaml")),
        BrokenScenario("V106", "a price of carbon with a comma", valid.adding("carbon_price: '1,200'", to: "scenario.yaml")),
        BrokenScenario(
            "V106", "a weight that may be thousands", valid.adding("objective: {weights: {cost: 1, ghg: 2.500}}", to: "scenario.yaml")),
        BrokenScenario("V107", "not a number, as programs write it", quantity("NaN")),
        BrokenScenario("V107", "beyond what a number can hold", quantity("1e400")),
        BrokenScenario("V127", "a figure too large to compute with", quantity("1e308")),
        BrokenScenario("V108", "a formula", quantity("=1+1")),
        BrokenScenario("V108", "an error of the spreadsheet", quantity("#REF!")),
        BrokenScenario("V109", "a unit behind the number", quantity("200 t")),
        BrokenScenario("V110", "a typographic minus", valid.replacing("F2,scrap,200,,480", with: "F2,scrap,200,,−5", in: "needs.csv")),
    ]

    static let ranges = [
        BrokenScenario("V111", "a negative quantity", quantity("-200")),
        BrokenScenario("V111", "a ratio of 0", valid.with("substitutions.csv", "from,to,ratio\nsand,scrap,0\n")),
        BrokenScenario("V111", "a share above 1", valid.with("substitutions.csv", "from,to,max_share\nsand,scrap,35\n")),
        BrokenScenario(
            "V111", "a share in percent, in a file with decimal commas",
            valid.with("substitutions.csv", "from;to;max_share;ratio\nsand;scrap;40;1,5\n")),
        BrokenScenario("V111", "a share far above 1", valid.with("substitutions.csv", "from,to,max_share\nsand,scrap,350\n")),
        BrokenScenario("V111", "a rate in percent", valid.adding("discount_rate: 8", to: "scenario.yaml")),
        BrokenScenario(
            "V112", "a number of partners that is not whole", valid.adding("exchange: {max_partners: 2.5}", to: "scenario.yaml")),
        BrokenScenario("V113", "a year with two digits", valid.replacing("year: 2030", with: "year: 30", in: "scenario.yaml")),
        BrokenScenario(
            "V121", "kg that were taken for t",
            valid.adding("F1,sand,250,,\nF3,sand,310,,\nF4,sand,280000,,\nF2,sand,290,,", to: "needs.csv")),
        BrokenScenario(
            "V121", "kg that were taken for t, in a table of three rows of the resource",
            valid.adding("F1,sand,250,,\nF4,sand,280000,,\nF2,sand,290,,", to: "needs.csv")),
        BrokenScenario(
            "V129", "prices and outlays in thousands or millions of đồng",
            priced("1500", need: "1400").with(
                "projects.csv", "id,name,capex\nJ1,Plant,35000\nJ2,Other,35000000000\n")),
    ]

    /// The usual scenario with prices in đồng.
    private static func priced(_ resource: String, need: String) -> ScenarioFolder {
        valid.replacing("USD", with: "VND", in: "scenario.yaml").replacing("40,500,", with: "40,\(resource),", in: "resources.csv")
            .replacing("25,30,", with: "25,120000,", in: "resources.csv").replacing("2,8,", with: "2,8000,", in: "resources.csv")
            .replacing(",,60,", with: ",,600000,", in: "resources.csv").replacing("200,,480", with: "200,,\(need)", in: "needs.csv")
    }

    static let units = [
        BrokenScenario("V114", "a unit in words", valid.replacing("F4,scrap,90,t", with: "F4,scrap,90,tấn", in: "outputs.csv")),
        BrokenScenario(
            "V115", "a volume of a resource that is weighed", valid.replacing("F4,scrap,90,t", with: "F4,scrap,90,m3", in: "outputs.csv")),
    ]

    static let words = [
        BrokenScenario(
            "V116", "a date in the order of Viet Nam",
            valid.with("contracts.csv", "from,to,resource,signed\nF4,F2,scrap,31/12/2029\n")),
        BrokenScenario("V117", "a day that no month has", valid.with("contracts.csv", "from,to,resource,signed\nF4,F2,scrap,2029-02-30\n")),
        BrokenScenario("V118", "maybe", valid.replacing("08 01 13,true", with: "08 01 13,maybe", in: "resources.csv")),
        BrokenScenario(
            "V119", "a word that the column does not take",
            valid.replacing("material,t,,,40", with: "materials,t,,,40", in: "resources.csv")),
        BrokenScenario("V120", "a currency by its sign", valid.replacing("USD", with: "VNĐ", in: "scenario.yaml")),
        BrokenScenario("V122", "a line break in a name", valid.replacing("Steel works", with: "\"Steel\nworks\"", in: "firms.csv")),
    ]

    /// The parks of the usual scenario in VN-2000 / TM-3 107-45, as another first line and other figures tell.
    private static func projected(_ rows: String, system: String = "EPSG:5899") -> ScenarioFolder {
        valid.replacing("same_park_km: 1.0", with: "same_park_km: 1.0, crs: \"\(system)\"", in: "scenario.yaml")
            .with("parks.csv", "id,name,latitude,longitude\n" + rows)
    }

    static let places = [
        BrokenScenario("V124", "northing and easting in each other's column", projected("P1,A,594000,1709000\nP2,B,1706000,597000\n")),
        BrokenScenario("V125", "a point of another zone", projected("P1,A,1709000,5940000\nP2,B,1706000,597000\n")),
        BrokenScenario(
            "V126", "a reference system that nobody knows", projected("P1,A,1709000,594000\nP2,B,1706000,597000\n", system: "EPSG:589900")),
    ]

    @Test(
        "Decimals that cannot be thousands, and columns that show what their mark means, bring no warning",
        arguments: ["F1,water,4.125\nF2,scrap,1.25\n", "F1,water,0.125\nF2,scrap,4125.125\n"])
    func plainDecimals(needs: String) throws {
        let faults = try Self.valid.with("needs.csv", "firm,resource,quantity\n" + needs)
            .with("parks.csv", "id,name,latitude,longitude\nP1,A,15.450,108.630\nP2,B,15.420,108.660\n")
            .with("substitutions.csv", "from,to,ratio\nsand,scrap,1.125\n").read().faults
        #expect(faults.isEmpty)
    }

    @Test("Messages are pinned whole", .enabled(if: projectionLibraryVersion() != nil, "PROJ is not installed"))
    func messages() throws { try PinnedMessages.expect(Self.scenarios, "values.txt") }

    @Test(
        "A number of the settings that has one reading only is taken as it is",
        arguments: [("0.125", 0.125), ("120000", 120_000), ("120.0000", 120), ("12.5", 12.5), ("-0.125", -0.125), ("1234.500", 1234.5)])
    func plainNumbers(text: String, value: Double) throws {
        let reading = try Self.valid.adding("carbon_price: \(text)", to: "scenario.yaml").read()
        #expect(reading.scenario?.tables.settings.carbonPrice == value)
    }

    @Test("Prices in đồng as they are bring no warning, nor does a figure of two rows, however far apart")
    func usualPrices() throws {
        let priced = Self.priced("7500000", need: "7000000").adding("F1,sand,1,,\nF4,sand,280000,,", to: "needs.csv")
        #expect(try priced.read().faults.isEmpty)
    }

    @Test(
        "The line by which Excel states the delimiter is no row of headings",
        arguments: ["sep=;\r\n", "sep=;\n", "\u{FEFF}sep=;\r\n", "SEP=;\n"])
    func statedDelimiter(line: String) throws {
        let needs = "firm;resource;quantity;unit;virgin_price\nF1;water;4000;;\nF2;scrap;200;;480\nF3;steam;100;;\n"
        let reading = try Self.valid.with("needs.csv", line + needs).read()
        #expect(reading.faults.isEmpty)
        #expect(try reading.fingerprint() == Self.valid.read().fingerprint())
        let faulty = try Self.valid.with("needs.csv", line + needs.replacingOccurrences(of: "200", with: "2OO")).read().faults
        #expect(faulty.map(\.line) == [4])
    }

    @Test("A detour with three decimals is no thousands")
    func detour() throws {
        let reading = try Self.valid.replacing("detour: 1.3,", with: "detour: 1.305,", in: "scenario.yaml").read()
        #expect(reading.scenario?.tables.settings.detour == 1.305)
    }

    @Test("Every code has a broken scenario")
    func coverage() {
        // V123 is a variant's, and stands with them.
        PinnedMessages.expectCoverage(Self.scenarios, ValueFault.Code.allCases.map(\.rawValue).filter { $0 != "V123" })
    }
}
