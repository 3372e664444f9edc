// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import PackagePlugin

/// Puts the style and script of the report's page, and the libraries that it draws with, into the program as string constants.
///
/// The libraries are read from Debian's packages when the program is built: none of their code lives in this repository, and the
/// built program needs none of those packages.
@main
struct PageFilesPlugin: BuildToolPlugin {
    private static let libraries = [
        (name: "d3", path: "/usr/share/nodejs/d3/dist/d3.min.js"),
        (name: "sankey", path: "/usr/share/nodejs/d3-sankey/dist/d3-sankey.min.js"),
        (name: "leaflet", path: "/usr/share/javascript/leaflet/leaflet.min.js"),
        (name: "leafletStyle", path: "/usr/share/javascript/leaflet/leaflet.css"),
    ]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = target.directoryURL
        let own = ["style.css", "page.js", "charts.js", "map.js", "tables.js"].map {
            (name: $0.replacing(".", with: "_"), path: folder.appending(path: "Web/\($0)").path())
        }
        let script = folder.appending(path: "Web/embed.sh")
        let output = context.pluginWorkDirectoryURL.appending(path: "PageFiles.swift")
        let files = Self.libraries + own
        return [
            .buildCommand(
                displayName: "Embedding the files of the report's page", executable: URL(filePath: "/bin/sh"),
                arguments: [script.path(), output.path()] + files.flatMap { [$0.name, $0.path] },
                inputFiles: [script] + files.map { URL(filePath: $0.path) }, outputFiles: [output])
        ]
    }
}
