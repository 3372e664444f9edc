// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// A column of the format.
struct ColumnFormat: Sendable {
    enum Content: Sendable { case text, number }

    let name: String
    let isRequired: Bool
    let content: Content
}

/// The columns and the key of a table, as the specification lists them.
struct TableFormat: Sendable {
    let columns: [ColumnFormat]
    /// The columns whose values no two rows may share.
    let key: [String]
    let isRequired: Bool

    /// Reads a list such as `id* name #quantity`: a star marks a required column, a hash one that holds numbers.
    private init(_ list: String, key: String, isRequired: Bool = false) {
        // By bytes: every start reads all of these lists.
        let space = UInt8(ascii: " ")
        columns =
            (list + " source basis note").utf8.split(separator: space).map { word in
                let isNumber = word.first == UInt8(ascii: "#"), isRequired = word.last == UInt8(ascii: "*")
                let name = Substring(word.dropFirst(isNumber ? 1 : 0).dropLast(isRequired ? 1 : 0))
                return ColumnFormat(name: String(name), isRequired: isRequired, content: isNumber ? .number : .text)
            }
        self.key = key.utf8.split(separator: space).map { String(Substring($0)) }
        self.isRequired = isRequired
    }

    func position(of column: String) -> Int? { columns.firstIndex { $0.name == column } }

    static let all: [Table: TableFormat] = Dictionary(uniqueKeysWithValues: Table.allCases.map { ($0, TableFormat($0)) })

    private init(_ table: Table) {
        self =
            switch table {
            case .resources:
                .init(
                    "id* name* name_vi kind* unit* waste_code hazardous #disposal_cost #disposal_ghg #virgin_price #virgin_ghg #max_km "
                        + "disposal_route carrier #renewable #recycled_share origin #tonnes_per_unit", key: "id", isRequired: true)
            case .parks: .init("id* name* name_vi #latitude #longitude #area_ha type", key: "id")
            case .firms:
                .init(
                    "id* name* name_vi park #latitude #longitude sector #employees #turnover licences confidential project", key: "id",
                    isRequired: true)
            case .outputs:
                .init(
                    "firm* resource* #quantity* unit period #disposal_cost #disposal_ghg disposal_route #supply_cost",
                    key: "firm resource period", isRequired: true)
            case .needs:
                .init(
                    "firm* resource* #quantity* unit period #virgin_price #virgin_ghg #max_secondary_share #handling_cost origin",
                    key: "firm resource period", isRequired: true)
            case .qualities:
                .init(
                    "scope* firm process resource* property* unit #value #min #max", key: "scope firm process resource property")
            case .substitutions: .init("from* to* #ratio #max_share #cost #ghg use", key: "from to")
            case .modes:
                .init(
                    "id* unit* resources #cost_per_unit #cost_per_unit_km #ghg_per_unit_km #loss_per_km #max_km #capex_per_km "
                        + "#fixed_cost_per_km #link_capacity #lifetime_years", key: "id", isRequired: true)
            case .routes: .init("from* to* #km* mode #capacity #fixed_cost open one_way", key: "from to mode")
            case .processes:
                .init(
                    "id* name* name_vi firm park #latitude #longitude #capacity* #cost #ghg #capex #fixed_cost #lifetime_years "
                        + "candidate project licences", key: "id")
            case .processFlows:
                .init(
                    "process* resource* role* #per_activity* #virgin_price #disposal_cost disposal_route", key: "process resource role")
            case .contracts: .init("from* to* resource* #min #max #quantity #price status signed", key: "from to resource")
            case .periods: .init("id* #share*", key: "id")
            case .storages: .init("firm process resource* #capacity* #cost #loss_share", key: "firm process resource")
            case .projects: .init("id* name* name_vi investor #capex #land_ha #jobs sector status", key: "id")
            case .types: .init("firm* type* #capacity* unit", key: "firm type")
            case .declarations:
                .init(
                    "subject* criterion* #value* unit #year valid_until evidence date", key: "subject criterion year date")
            }
    }
}
