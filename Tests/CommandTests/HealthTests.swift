// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GLPKSolver
import LinearProgram
import Testing
import Texts

@testable import Reports

@Suite("The doctor")
struct HealthTests {
    /// A solver that claims an optimum that it did not compute.
    private struct Claiming: Solver {
        var objective: Double
        var name: String { "claiming" }
        func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
            Solution(
                termination: .finished, primal: .optimal, dual: .feasible, objective: objective, bound: objective, columnValues: [],
                rowDuals: [])
        }
    }

    private struct Broken: Solver {
        var name: String { "broken" }
        func solve(_ program: LinearProgram, options: SolveOptions) throws(SolverFailure) -> Solution {
            throw .library(doing: "x", message: "y")
        }
    }

    @Test("The known program has its published optimum")
    func knownOptimum() {
        #expect(Health(components: [.symbio], solver: GLPKSolver()).isSound)
    }

    @Test("A wrong optimum, a broken solver and a missing part are told")
    func unsound() {
        let wrong = Health(components: [.symbio], solver: Claiming(objective: 153.6))
        #expect(!wrong.isSound)
        let layout = ReportLayout(language: .english)
        #expect(String(decoding: wrong.report(layout: layout), as: UTF8.self).contains("which is wrong"))
        #expect(!Health(components: [], solver: Broken()).isSound)
        let missing = Health(components: [.glpk(nil)], solver: GLPKSolver())
        #expect(!missing.isSound)
        #expect(String(decoding: missing.report(layout: layout), as: UTF8.self).contains("apt-get install libglpk-dev"))
        let optional = Health(components: [.proj(nil)], solver: GLPKSolver())
        #expect(optional.isSound)
        #expect(String(decoding: optional.report(layout: ReportLayout(language: .vietnamese)), as: UTF8.self).contains("Chưa có PROJ"))
    }

    @Test(
        "A library of workbooks that is missing is told with what installs it",
        arguments: [
            (Component.xlsxWriter(nil), "apt-get install libxlsxwriter-dev"), (.zip(nil), "apt-get install libzip-dev"),
            (.xml(nil), "apt-get install libxml2-dev"),
        ])
    func missingLibrary(_ component: Component, _ advice: String) {
        let health = Health(components: [component], solver: GLPKSolver())
        // The rest of the program works without.
        #expect(health.isSound)
        for language in [Language.english, .vietnamese] {
            #expect(String(decoding: health.report(layout: ReportLayout(language: language)), as: UTF8.self).contains(advice))
        }
    }

    @Test("A workbook needs libraries that a folder does not: without them it is told which, nothing is written, and folders go on")
    func withoutLibraries() throws {
        let folder = try TemporaryFolder()
        let (park, book) = (folder.path + "/park", folder.path + "/park.xlsx")
        #expect(try Program.run("new", park, "--quiet").status == 0)
        #expect(try Program.run("convert", park, book, "--quiet").status == 0)
        // Files of their names that are no libraries stand first in the search, and the loader goes no further.
        try folder.write(
            Dictionary(
                uniqueKeysWithValues: ["zip.so.4", "zip.so.5", "xml2.so.2", "xml2.so.16"].map { ("broken/lib" + $0, "") }
                    + (1...20).map { ("broken/libxlsxwriter.so.\($0)", "") }))
        let environment = ["LD_LIBRARY_PATH": folder.path + "/broken"]

        let read = try Program.run("check", book, "--lang", "en", environment: environment)
        #expect(read.status == 3)
        #expect(
            read.text.contains(
                "error W120: Workbooks are read with libzip, which is not installed. Install it (on Debian: apt-get install libzip-dev), or give the scenario as a folder of CSV files."
            ))
        let written = try Program.run("convert", park, folder.path + "/new.xlsx", "--lang", "vi", environment: environment)
        #expect(written.status == 1)
        #expect(
            written.errors.hasSuffix(
                "chưa cài đặt libxlsxwriter, thư viện dùng để tạo tệp Excel. Hãy cài đặt (trên Debian: apt-get install libxlsxwriter-dev), hoặc chọn định dạng khác.\n"
            ), "\(written.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/new.xlsx"))
        #expect(try Program.run("solve", park, "--quiet", environment: environment).status == 0)
    }

    @Test("The command ends with 0 on this machine, in words and in JSON")
    func command() throws {
        let run = try Program.run("doctor", "--lang", "vi")
        #expect(run.status == 0)
        #expect(run.text.contains("GLPK"))
        let json = try Program.run("doctor", "--json").json()
        #expect(json["sound"] as? Bool == true)
        let components = try #require(json["components"] as? [[String: Any]])
        // Each is on this machine, and its version reads as one.
        for name in ["GLPK", "libyaml", "Nettle", "libxlsxwriter", "libzip", "libxml2"] {
            let component = try #require(components.first { $0["name"] as? String == name }, "\(name)")
            let version = try #require(component["version"] as? String, "\(name)")
            #expect(version.wholeMatch(of: /[0-9]+(\.[0-9]+)+/) != nil, "\(name) \(version)")
        }
    }
}
