// SPDX-License-Identifier: GPL-3.0-or-later

/// The files of the product's own sets.
enum BuiltInSets {
    struct File: Sendable {
        var id: String
        var bytes: [UInt8]
        /// Other sets that the set's formulas refer to.
        var needs: [String] = []
    }

    /// The measures that several sets ask to declare.
    static var common: [UInt8] { PackageResources.declared_measures_yaml }

    /// The ids, in their order; ``all`` has the same.
    static let ids = [
        "allocation-rules",
        "cmur-eurostat",
        "cti-4.0",
        "eip-assessment-tool",
        "eip-framework-2.0",
        "eu-taxonomy-ce",
        "iso-59020-2024",
        "mci-2019",
        "programme-measures",
        "screening",
        "vn-ce-decision-222-2025",
        "vn-ce-decision-687-2022",
        "vn-ce-decree-08-2022",
        "vn-ce-law-72-2020",
        "vn-eip-circular-05-2025",
        "vn-eip-decree-35-2022",
        "vn-eip-decree-82-2018",
        "vn-epr-decree-08-2022",
        "vn-ghg-decree-06-2022",
        "vn-green-decision-21-2025",
        "vn-incentives-2026",
        "vn-local-plans",
        "vn-waste-exchange",
    ]

    /// The sets, in the order of their ids.
    static let all: [File] = [
        File(id: "allocation-rules", bytes: PackageResources.allocation_rules_yaml),
        File(id: "cmur-eurostat", bytes: PackageResources.cmur_eurostat_yaml),
        File(id: "cti-4.0", bytes: PackageResources.cti_4_0_yaml),
        File(id: "eip-assessment-tool", bytes: PackageResources.eip_assessment_tool_yaml, needs: ["eip-framework-2.0"]),
        File(id: "eip-framework-2.0", bytes: PackageResources.eip_framework_2_0_yaml),
        File(id: "eu-taxonomy-ce", bytes: PackageResources.eu_taxonomy_ce_yaml),
        File(id: "iso-59020-2024", bytes: PackageResources.iso_59020_2024_yaml),
        File(id: "mci-2019", bytes: PackageResources.mci_2019_yaml),
        File(id: "programme-measures", bytes: PackageResources.programme_measures_yaml),
        File(id: "screening", bytes: PackageResources.screening_yaml),
        File(id: "vn-ce-decision-222-2025", bytes: PackageResources.vn_ce_decision_222_2025_yaml),
        File(id: "vn-ce-decision-687-2022", bytes: PackageResources.vn_ce_decision_687_2022_yaml),
        File(id: "vn-ce-decree-08-2022", bytes: PackageResources.vn_ce_decree_08_2022_yaml),
        File(id: "vn-ce-law-72-2020", bytes: PackageResources.vn_ce_law_72_2020_yaml),
        File(id: "vn-eip-circular-05-2025", bytes: PackageResources.vn_eip_circular_05_2025_yaml),
        File(id: "vn-eip-decree-35-2022", bytes: PackageResources.vn_eip_decree_35_2022_yaml),
        File(id: "vn-eip-decree-82-2018", bytes: PackageResources.vn_eip_decree_82_2018_yaml),
        File(id: "vn-epr-decree-08-2022", bytes: PackageResources.vn_epr_decree_08_2022_yaml),
        File(id: "vn-ghg-decree-06-2022", bytes: PackageResources.vn_ghg_decree_06_2022_yaml),
        File(id: "vn-green-decision-21-2025", bytes: PackageResources.vn_green_decision_21_2025_yaml),
        File(id: "vn-incentives-2026", bytes: PackageResources.vn_incentives_2026_yaml),
        File(id: "vn-local-plans", bytes: PackageResources.vn_local_plans_yaml),
        File(id: "vn-waste-exchange", bytes: PackageResources.vn_waste_exchange_yaml),
    ]

    /// The sets with those that they refer to.
    static func needed(by ids: [String]) -> Set<String> {
        var needed = Set(ids)
        for set in all where needed.contains(set.id) { needed.formUnion(set.needs) }
        return needed
    }
}
