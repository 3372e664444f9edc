// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// What a cell of a column may hold, for those who write forms: the readers decide, this only helps people to get it right.
public enum ColumnRule: Hashable, Sendable {
    /// One of these words.
    case words([String])
    /// The id of a row of one of these tables.
    case ids([Table])
    /// The id of a source.
    case source
    /// A number in a range; nil for any.
    case number(NumberRange?)
    /// A day.
    case day
    /// Free text, an id of the row's own, or a list.
    case text

    /// The rule of `column` in `table`.
    public static func of(_ column: String, in table: Table) -> ColumnRule {
        if let rule = reference(column, table) ?? word(column, table) { return rule }
        guard let format = TableFormat.all[table]?.columns.first(where: { $0.name == column }), format.content == .number else {
            return .text
        }
        let shares: Set = ["renewable", "recycled_share", "max_secondary_share", "max_share", "loss_per_km", "loss_share", "share"]
        if shares.contains(column) { return .number(.share) }
        let free: Set = [
            "disposal_cost", "disposal_ghg", "virgin_price", "virgin_ghg", "supply_cost", "handling_cost", "cost", "ghg", "price", "value",
            "min", "max", "latitude", "longitude", "cost_per_unit", "cost_per_unit_km", "ghg_per_unit_km",
        ]
        return .number(free.contains(column) && !(table == .contracts && column != "price") ? nil : .notNegative)
    }

    private static func reference(_ column: String, _ table: Table) -> ColumnRule? {
        switch (table, column) {
        case (_, "source"): .source
        case (.parks, "id"), (.firms, "id"), (.resources, "id"): nil
        case (_, "park"): .ids([.parks])
        case (_, "firm"): .ids([.firms])
        case (_, "process"): .ids([.processes])
        case (_, "resource"): .ids([.resources])
        case (_, "project"): .ids([.projects])
        case (_, "mode"): .ids([.modes])
        case (_, "period"): .ids([.periods])
        case (.substitutions, "from"), (.substitutions, "to"): .ids([.resources])
        case (.routes, "from"), (.routes, "to"): .ids([.firms, .parks])
        case (.contracts, "from"), (.contracts, "to"): .ids([.firms, .processes])
        case (.declarations, "subject"): .ids([.firms, .parks, .projects])
        default: nil
        }
    }

    private static func word(_ column: String, _ table: Table) -> ColumnRule? {
        func all<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> ColumnRule where Word.RawValue == String {
            .words(type.allCases.map(\.rawValue))
        }
        return switch (table, column) {
        case (_, "basis"): all(Basis.self)
        case (_, "hazardous"), (_, "confidential"), (_, "open"), (_, "one_way"), (_, "candidate"), (_, "remove"): .words(["true", "false"])
        case (_, "disposal_route"): all(DisposalRoute.self)
        case (_, "origin"): all(Origin.self)
        case (.resources, "kind"): all(ResourceKind.self)
        case (.resources, "carrier"): all(Carrier.self)
        case (.qualities, "unit"), (.declarations, "unit"), (.types, "unit"): nil
        case (_, "unit"): all(Unit.self)
        case (.parks, "type"): all(ParkType.self)
        case (.qualities, "scope"): all(QualityScope.self)
        case (.substitutions, "use"): all(SubstitutionUse.self)
        case (.processFlows, "role"): all(FlowRole.self)
        case (.contracts, "status"): all(ContractStatus.self)
        case (.projects, "status"): all(ProjectStatus.self)
        case (_, "signed"), (_, "valid_until"), (_, "date"): .day
        default: nil
        }
    }

    /// The columns of a table in the order of the specification, and whether each must be filled.
    public static func columns(of table: Table) -> [(name: String, isRequired: Bool)] {
        (TableFormat.all[table]?.columns ?? []).map { ($0.name, $0.isRequired) }
    }

    /// The columns whose values no two rows of a table share.
    public static func key(of table: Table) -> [String] { TableFormat.all[table]?.key ?? [] }

    /// Whether a column holds numbers.
    public static func isNumeric(_ column: String, in table: Table) -> Bool {
        TableFormat.all[table]?.columns.first { $0.name == column }?.content == .number
    }
}
