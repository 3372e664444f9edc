// SPDX-License-Identifier: GPL-3.0-or-later

/// The files of the product's own sets.
enum BuiltInSets {
    struct File: Sendable {
        var id: String
        var text: StaticString
        var bytes: [UInt8] { text.withUTF8Buffer { unsafe Array($0) } }
    }

    /// The measures that several sets ask to declare.
    static let common = File(id: "declared-measures", text: EmbeddedFiles.declared_measures_yaml)

    /// The sets, in the order of their ids.
    static let all: [File] = EmbeddedFiles.all
        .map { File(id: String($0.name.dropLast(".yaml".count)), text: $0.text) }
        .filter { $0.id != common.id }
        .sorted { $0.id < $1.id }

    /// Other sets that a set's formulas refer to.
    private static let needs = ["eip-assessment-tool": ["eip-framework-2.0"]]

    /// The sets with those that they refer to.
    static func needed(by ids: [String]) -> Set<String> {
        Set(ids + ids.flatMap { needs[$0] ?? [] })
    }
}
