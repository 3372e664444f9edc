// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Spreadsheet
import Testing

@testable import PlanReport

@Suite("Programs that are run and waited for")
struct ChildProgramTests {
    @Test("The code is the one that the program ended with, or tells of the signal that ended it")
    func code() {
        #expect(ChildProgram.run("/bin/sh", ["-c", "exit 7"], seconds: 10) == 7)
        #expect(ChildProgram.run("/bin/sh", ["-c", "kill -9 $$"], seconds: 10) == 137)
        #expect(ChildProgram.run("/no/such/program", [], seconds: 10) == -1)
    }

    @Test("One that takes too long is stopped, even where it does not listen")
    func stopped() {
        let start = ContinuousClock.now
        #expect(ChildProgram.run("/bin/sleep", ["60"], seconds: 1) == nil)
        #expect(ChildProgram.run("/bin/sh", ["-c", "trap '' TERM; while :; do sleep 0.1; done"], seconds: 1) == nil)
        #expect(ContinuousClock.now - start < .seconds(30))
    }

    @Test("What it writes arrives whole, and nothing is there to be read")
    func output() {
        let text = ChildProgram.output(of: "/bin/sh", ["-c", "cat; echo unheard >&2; head -c 200000 /dev/zero"])
        #expect(text?.count == 200_000)
        #expect(ChildProgram.output(of: "/no/such/program", []) == nil)
    }

    @Test("A folder for what passes between is for this user alone, and goes away with all that is in it, but not with what links lead to")
    func folder() throws {
        let kept = FileManager.default.temporaryDirectory.appending(path: "kept-\(UUID().uuidString)")
        try Data("here".utf8).write(to: kept)
        defer { try? FileManager.default.removeItem(at: kept) }
        let path = try fill(linkingTo: kept.path)
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(FileManager.default.fileExists(atPath: kept.path))
    }

    private func fill(linkingTo kept: String) throws -> String {
        let folder = try TemporaryFolder(), path = folder.path
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o700)
        try FileManager.default.createDirectory(atPath: path + "/profile/deep", withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(filePath: path + "/profile/deep/file"))
        try FileManager.default.createSymbolicLink(atPath: path + "/profile/link", withDestinationPath: kept)
        #expect(try folder.contents(of: "profile/deep/file") == Array("x".utf8))
        return path
    }

    @Test("The address of a file escapes what means something in addresses")
    func address() {
        #expect(PDFPrinter.address(ofFile: "/tmp/a b#1%/Đà_Nẵng.html") == "file:///tmp/a%20b%231%25/%C4%90%C3%A0_N%E1%BA%B5ng.html")
    }

    @Test("A digest in a security policy has the letters of base64")
    func policy() {
        // The digest of the empty text, as FIPS 180-4's examples and any tool give it.
        #expect(SHA256.policySource("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='")
    }
}
