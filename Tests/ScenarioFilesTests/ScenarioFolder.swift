// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import ScenarioFiles

/// A scenario written as text in a test. It is written to a folder of its own, read, and removed.
///
/// Two steel works, a foundry and a cannery in two parks near Chu Lai; every rule is kept, so that each test breaks one.
struct ScenarioFolder {
    var files: [String: Data]

    /// A folder of other files than the usual ones.
    init(_ files: [String: String]) { self.files = files.mapValues { Data($0.utf8) } }

    /// The usual scenario, which has neither errors nor warnings.
    static let valid = ScenarioFolder([
        "scenario.yaml": """
        format: 1
        id: test
        name: {en: Test, vi: Thử nghiệm}
        currency: USD
        year: 2030
        distance: {detour: 1.3, same_park_km: 1.0}
        sources: [{id: survey, title: Survey of 2029, year: 2029}]

        """,
        "resources.csv": """
        id,name,name_vi,kind,unit,waste_code,hazardous,disposal_cost,virgin_price,tonnes_per_unit
        scrap,Steel scrap,Thép phế liệu,material,t,,,40,500,
        sand,Foundry sand,Cát khuôn đúc thải,material,t,,,25,30,
        sludge,Paint sludge,Bùn sơn,material,t,08 01 13,true,300,,
        water,Treated wastewater,Nước thải sau xử lý,water,m3,,,2,8,
        steam,Steam,Hơi nước,energy,MWh,,,,60,

        """,
        "parks.csv": """
        id,name,name_vi,latitude,longitude
        P1,Tam Hiep,Tam Hiệp,15.45,108.63
        P2,Bac Chu Lai,Bắc Chu Lai,15.42,108.66

        """,
        "firms.csv": """
        id,name,name_vi,park,licences,source
        F1,Steel works,Nhà máy thép,P1,,survey
        F2,Foundry,Xưởng đúc,P1,sludge,survey
        F3,Cannery,Nhà máy đồ hộp,P2,,
        F4,Car plant,Nhà máy ô tô,P2,,

        """,
        "outputs.csv": """
        firm,resource,quantity,unit
        F1,scrap,120,
        F2,sand,300,
        F4,sludge,12000,kg
        F4,scrap,90,t
        F3,water,5000,

        """,
        "needs.csv": """
        firm,resource,quantity,unit,virgin_price
        F1,water,4000,,
        F2,scrap,200,,480
        F3,steam,100,,

        """,
        "modes.csv": """
        id,unit,resources,cost_per_unit_km
        truck,t,,0.2
        pipe,m3,water,0.1
        line,MWh,steam,0.3

        """,
    ])

    subscript(file: String) -> String {
        get { files[file].map { String(decoding: $0, as: UTF8.self) } ?? "" }
        set { files[file] = Data(newValue.utf8) }
    }

    /// Changes the text of one file.
    func replacing(_ old: String, with new: String, in file: String) -> ScenarioFolder {
        precondition(self[file].contains(old), "\(file) does not hold \(old)")
        var folder = self
        folder[file] = self[file].replacingOccurrences(of: old, with: new)
        return folder
    }

    /// Puts a text in place of a file, or adds the file.
    func with(_ file: String, _ text: String) -> ScenarioFolder {
        var folder = self
        folder[file] = text
        return folder
    }

    /// Puts bytes in place of a file, or adds the file.
    func with(_ file: String, bytes: [UInt8]) -> ScenarioFolder {
        var folder = self
        folder.files[file] = Data(bytes)
        return folder
    }

    /// Adds a row to a file.
    func adding(_ row: String, to file: String) -> ScenarioFolder { with(file, self[file] + row + "\n") }

    /// Leaves a file out.
    func without(_ file: String) -> ScenarioFolder {
        var folder = self
        folder.files[file] = nil
        return folder
    }

    /// Writes the files, lets `prepare` change the folder, and reads the scenario; files may stand in folders beside each other.
    func read(_ inner: String = "scenario", prepare: (URL) throws -> Void = { _ in }) throws -> ScenarioReading {
        let outer = FileManager.default.temporaryDirectory.appendingPathComponent("symbio-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: outer) }
        let folder = outer.appendingPathComponent(inner)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, data) in files {
            let file = URL(fileURLWithPath: name, relativeTo: folder.appendingPathComponent("")).standardizedFileURL
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
        try prepare(folder)
        return readScenario(at: folder.path)
    }
}
