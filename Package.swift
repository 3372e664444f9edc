// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

let package = Package(
    name: "Symbio",
    products: [.executable(name: "symbio", targets: ["symbio"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // The libraries are named in the module maps: what pkg-config adds would come before the folder of archives that `make build` names.
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
        .target(name: "CGLPKGuard", dependencies: ["CGLPK"], linkerSettings: [.linkedLibrary("glpk")]),
        .target(name: "CHeap"),
        // libxlsxwriter, libzip and libxml2 are opened at run time, by the first workbook; only their headers (libxlsxwriter-dev, libzip-dev,
        // libxml2-dev) are needed to build.
        .target(
            name: "CWorkbooks", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])], linkerSettings: [.linkedLibrary("dl")]),
        // PROJ is opened at run time, only for a scenario that names a projected system.
        .target(name: "CProjection", linkerSettings: [.linkedLibrary("dl")]),

        // Puts data, style and scripts into the program as constants, so that it finds them wherever it is put.
        .plugin(
            name: "EmbeddingPlugin", capability: .buildTool(), path: "Sources/EmbeddingPlugin", exclude: ["embed.sh"]),

        .target(name: "LinearProgram"),
        .target(name: "GLPKSolver", dependencies: ["LinearProgram", "CGLPK", "CGLPKGuard"]),
        .target(name: "RevisedSimplex", dependencies: ["LinearProgram"]),
        .target(name: "Spreadsheet", dependencies: ["CWorkbooks"]),
        // What is on or off in a linear program: blocks, relaxation, rounding, fixing, and branch and cut for the rest.
        .target(name: "MixedInteger", dependencies: ["LinearProgram"]),
        .target(name: "Scenario"),
        .target(
            name: "ScenarioFiles",
            dependencies: ["Scenario", "Spreadsheet", "CProjection", "CNettle", "CYAML"],
            exclude: ["Library"], plugins: ["EmbeddingPlugin"]),
        .target(name: "Exchange", dependencies: ["Scenario", "LinearProgram", "MixedInteger"]),
        .target(
            name: "Criteria", dependencies: ["Scenario", "ScenarioFiles", "LinearProgram", "Exchange"],
            exclude: ["Resources"], plugins: ["EmbeddingPlugin"]),
        .target(name: "Decisions", dependencies: ["Scenario", "LinearProgram", "Exchange", "Criteria"]),
        .target(name: "Texts", dependencies: ["Scenario", "Spreadsheet", "LinearProgram", "Exchange", "Criteria", "Decisions"]),
        .target(
            name: "Reports",
            dependencies: ["Scenario", "Spreadsheet", "ScenarioFiles", "LinearProgram", "Exchange", "Criteria", "Decisions", "Texts"]),
        .target(
            name: "PlanReport",
            dependencies: ["Scenario", "LinearProgram", "Exchange", "Criteria", "Decisions", "Spreadsheet", "Texts", "Reports", "CNettle"],
            exclude: ["Web"], plugins: ["EmbeddingPlugin"]),
        .executableTarget(
            name: "symbio",
            dependencies: [
                "CHeap", "Scenario", "Spreadsheet", "ScenarioFiles", "LinearProgram", "GLPKSolver", "RevisedSimplex", "Exchange",
                "Criteria",
                "Decisions", "Texts", "Reports", "PlanReport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // What `make what-ifs` measures with.
        .executableTarget(
            name: "what-ifs",
            dependencies: ["CHeap", "Scenario", "ScenarioFiles", "LinearProgram", "GLPKSolver", "RevisedSimplex", "Exchange"],
            path: "Tests/WhatIfs"),
        .target(name: "ZipText", path: "Tests/ZipText"),
        .testTarget(name: "SpreadsheetTests", dependencies: ["Spreadsheet", "ZipText"]),
        .testTarget(name: "LinearProgramTests", dependencies: ["LinearProgram"]),
        .testTarget(name: "GLPKSolverTests", dependencies: ["GLPKSolver", "RevisedSimplex", "CGLPKGuard", "LinearProgram"]),
        .testTarget(name: "MixedIntegerTests", dependencies: ["MixedInteger", "LinearProgram", "GLPKSolver", "RevisedSimplex"]),
        .testTarget(name: "RevisedSimplexTests", dependencies: ["RevisedSimplex", "GLPKSolver", "LinearProgram"]),
        .testTarget(
            name: "ScenarioFilesTests",
            dependencies: ["Scenario", "ScenarioFiles", "GLPKSolver", "Exchange", "Texts", "Spreadsheet", "ZipText"],
            exclude: ["Messages"]),
        .testTarget(
            name: "ExchangeTests", dependencies: ["Scenario", "ScenarioFiles", "LinearProgram", "GLPKSolver", "Exchange", "Texts"],
            exclude: ["Golden"]),
        .testTarget(
            name: "CriteriaTests",
            dependencies: ["Scenario", "ScenarioFiles", "LinearProgram", "GLPKSolver", "Exchange", "Criteria", "Texts"],
            exclude: ["Messages"]),
        .testTarget(
            name: "DecisionsTests",
            dependencies: ["Scenario", "ScenarioFiles", "LinearProgram", "GLPKSolver", "Exchange", "Decisions", "Texts"]),
        .testTarget(
            name: "PlanReportTests", dependencies: ["Scenario", "Spreadsheet", "LinearProgram", "Exchange", "Texts", "PlanReport"]),
        .testTarget(name: "TextsTests", dependencies: ["Texts", "Scenario", "Exchange", "Criteria"]),
        .testTarget(
            name: "CommandTests",
            dependencies: ["Scenario", "Spreadsheet", "LinearProgram", "GLPKSolver", "Exchange", "Texts", "Reports", "symbio"],
            exclude: ["Golden"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets
where ![.system, .plugin].contains(target.type) && !target.name.hasPrefix("C") || target.name == "CommandTests" {
    target.swiftSettings = [
        .treatAllWarnings(as: .error),
        .strictMemorySafety(),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ]
}

// Programs of the size that the tests solve take minutes in a debug build: the two modules that do arithmetic alone are optimised always.
for target in package.targets where ["LinearProgram", "RevisedSimplex"].contains(target.name) {
    target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}
