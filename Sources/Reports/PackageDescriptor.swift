// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
public import ScenarioFiles

/// The descriptor `datapackage.json` of a scenario's folder, by the rules of Frictionless Data (tabular data package, version 1).
public struct PackageDescriptor: Sendable {
    /// What the file is called.
    public static let name = "datapackage.json"

    private let package: TablePackage

    /// Makes the descriptor of `package`.
    public init(_ package: TablePackage) { self.package = package }

    /// The JSON in UTF-8.
    public var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("profile", "tabular-data-package")
            writer.member("name", slug)
            writer.member("title", package.title ?? package.id)
            writer.member("resources", objects: package.files) { resource, file in describe(file, &resource) }
        }
        writer.newline()
        return writer.bytes
    }

    /// The id in the letters that the name of a package may have.
    private var slug: String {
        let letters = package.id.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) }
        return letters.isEmpty ? "scenario" : letters
    }

    private func describe(_ file: TableFile, _ resource: inout JSONWriter) {
        resource.member("name", file.table.rawValue)
        resource.member("path", file.table.rawValue + ".csv")
        resource.member("profile", "tabular-data-resource")
        resource.member("scheme", "file")
        resource.member("format", "csv")
        resource.member("mediatype", "text/csv")
        resource.member("encoding", "utf-8")
        resource.member("dialect") { dialect in
            dialect.object { $0.member("delimiter", String(file.delimiter)) }
        }
        resource.member("schema") { schema in schema.object { self.schema(of: file, &$0) } }
    }

    private func schema(of file: TableFile, _ schema: inout JSONWriter) {
        let key = ColumnRule.key(of: file.table)
        schema.member("fields", objects: file.headings) { field, heading in
            field.member("name", heading)
            // What is declared is a number, yes or no, or text, as its criterion says.
            let isDeclared = file.table == .declarations && heading == "value"
            let isNumeric = ColumnRule.isNumeric(heading, in: file.table) && !isDeclared
            field.member("type", isNumeric ? "number" : isDeclared ? "any" : "string")
            if isNumeric, file.decimalMark != "." { field.member("decimalChar", String(file.decimalMark)) }
            let isRequired = ColumnRule.columns(of: file.table).contains {
                $0.name == heading && $0.isRequired && (!file.isVariant || key.contains(heading))
            }
            if isRequired {
                field.member("constraints") { constraints in constraints.object { $0.member("required", true) } }
            }
        }
        // A hyphen clears a cell of the base; a program that knows no layers sees a blank.
        if file.isVariant { schema.member("missingValues", texts: ["", "-"]) }
        if key == ["id"], file.headings.contains("id") { schema.member("primaryKey", texts: ["id"]) }
        // A variant names what stands in its base, where no program that knows no layers can find it.
        let references = file.isVariant ? [] : self.references(of: file)
        guard !references.isEmpty else { return }
        schema.member("foreignKeys", objects: references) { key, reference in
            key.member("fields", texts: [reference.column])
            key.member("reference") { target in
                target.object {
                    $0.member("resource", reference.table.rawValue)
                    $0.member("fields", texts: ["id"])
                }
            }
        }
    }

    /// The columns that name a row of exactly one other table, where the folder has that table.
    private func references(of file: TableFile) -> [(column: String, table: Table)] {
        file.headings.compactMap { heading in
            guard case .ids(let tables) = ColumnRule.of(heading, in: file.table), tables.count == 1, let table = tables.first,
                package.files.contains(where: { $0.table == table })
            else { return nil }
            return (heading, table)
        }
    }
}
