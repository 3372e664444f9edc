// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PackagePlugin

/// Puts files into the program as string constants: the criteria sets, the library of firm types, and what the report's page needs.
///
/// A constant of text costs the compiler nothing; the arrays of bytes that SwiftPM embeds took minutes. The libraries of the page are
/// read from Debian's packages when the program is built: none of their code lives in this repository, and the built program needs
/// none of those packages.
@main
struct EmbeddingPlugin: BuildToolPlugin {
    /// The folder of each module whose files are embedded, by their names.
    private static let folders = ["Criteria": "Resources", "ScenarioFiles": "Library", "PlanReport": "Web"]

    private static let libraries = [
        (name: "d3.js", path: "/usr/share/nodejs/d3/dist/d3.min.js"),
        (name: "sankey.js", path: "/usr/share/nodejs/d3-sankey/dist/d3-sankey.min.js"),
        (name: "leaflet.js", path: "/usr/share/javascript/leaflet/leaflet.min.js"),
        (name: "leaflet.css", path: "/usr/share/javascript/leaflet/leaflet.css"),
    ]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let name = Self.folders[target.name] else { return [] }
        let folder = target.directoryURL.appending(path: name)
        let own = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { !$0.hasPrefix(".") }.sorted()
        let files =
            (target.name == "PlanReport" ? Self.libraries : []) + own.map { (name: $0, path: folder.appending(path: $0).path()) }
        let script = context.package.directoryURL.appending(path: "Sources/EmbeddingPlugin/embed.sh")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(name)", executable: URL(filePath: "/bin/sh"),
                arguments: [script.path(), output.path()] + files.flatMap { [$0.name, $0.path] },
                inputFiles: [script] + files.map { URL(filePath: $0.path) }, outputFiles: [output])
        ]
    }
}
