// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram
internal import Texts

/// A part that the program is made of or calls.
public struct Component: Hashable, Sendable {
    /// The part's name.
    public let name: String
    /// Its version; nil where it is missing.
    public let version: String?
    /// Whether nothing works without it.
    public let isRequired: Bool
    /// What it is for.
    let purpose: Phrase
    /// The Debian packages that bring it.
    let packages: [String]

    /// Symbio itself.
    public static let symbio = Component(
        name: "Symbio", version: Product.version, isRequired: true, purpose: Phrase(en: "this program", vi: "chương trình này"),
        packages: [])

    /// The compiler that built the program.
    public static let swift = Component(
        name: "Swift", version: compiler, isRequired: true, purpose: Phrase(en: "built the program", vi: "dùng để biên dịch chương trình"),
        packages: [])

    /// GLPK in a version.
    public static func glpk(_ version: String?) -> Component {
        Component(
            name: "GLPK", version: version, isRequired: true, purpose: Phrase(en: "solves the model", vi: "giải mô hình"),
            packages: ["libglpk-dev"])
    }

    /// libyaml in a version.
    public static func yaml(_ version: String?) -> Component {
        Component(
            name: "libyaml", version: version, isRequired: true,
            purpose: Phrase(en: "reads and writes scenario.yaml", vi: "đọc và ghi scenario.yaml"), packages: ["libyaml-dev"])
    }

    /// Nettle in a version.
    public static func nettle(_ version: String?) -> Component {
        Component(
            name: "Nettle", version: version, isRequired: true,
            purpose: Phrase(en: "fingerprints the input (SHA-256)", vi: "tính dấu vân tay của dữ liệu vào (SHA-256)"),
            packages: ["nettle-dev"])
    }

    /// PROJ in a version; nil where it is not installed.
    public static func proj(_ version: String?) -> Component {
        Component(
            name: "PROJ", version: version, isRequired: false,
            purpose: Phrase(en: "reads projected coordinates such as VN-2000", vi: "đọc tọa độ phẳng như VN-2000"),
            packages: ["libproj-dev"])
    }

    /// libxlsxwriter in a version.
    public static func xlsxWriter(_ version: String?) -> Component {
        Component(
            name: "libxlsxwriter", version: version, isRequired: false,
            purpose: Phrase(en: "writes Excel workbooks", vi: "ghi tệp Excel"), packages: ["libxlsxwriter-dev"])
    }

    /// libzip in a version.
    public static func zip(_ version: String?) -> Component {
        Component(
            name: "libzip", version: version, isRequired: false,
            purpose: Phrase(en: "unpacks Excel workbooks", vi: "giải nén tệp Excel"), packages: ["libzip-dev"])
    }

    /// libxml2 in a version.
    public static func xml(_ version: String?) -> Component {
        Component(
            name: "libxml2", version: version, isRequired: false,
            purpose: Phrase(en: "reads the sheets of Excel workbooks", vi: "đọc các trang tính của tệp Excel"), packages: ["libxml2-dev"])
    }

    /// Chromium in a version; nil where it is not installed.
    public static func chromium(_ version: String?) -> Component {
        Component(
            name: "Chromium", version: version, isRequired: false,
            purpose: Phrase(en: "prints reports to PDF", vi: "in báo cáo ra PDF"), packages: ["chromium"])
    }

    private static var compiler: String {
        #if compiler(>=6.5)
        "6.5+"
        #elseif compiler(>=6.4)
        "6.4"
        #elseif compiler(>=6.3)
        "6.3"
        #else
        "6.2"
        #endif
    }
}

/// Whether the program can work on this machine: its parts, and a solve whose optimum is known.
public struct Health: Sendable {
    /// The parts, in the order of the report.
    public let components: [Component]
    /// The value that the known program was solved to; nil where it could not be solved.
    public let value: Double?

    /// The optimum of ``transport``, as its author published it: 153.675 thousand dollars.
    static let knownOptimum = 153.675

    /// Looks at the parts and solves the known program by `solver`.
    public init(components: [Component], solver: any Solver) {
        self.components = components
        let solution = try? solver.solve(Self.transport, options: SolveOptions())
        value = solution.flatMap { $0.primal == .optimal ? $0.objective : nil }
    }

    /// Whether the known program was solved to its known optimum.
    public var solves: Bool { value.map { ($0 - Self.knownOptimum).magnitude <= 1e-9 * Self.knownOptimum } ?? false }

    /// Whether nothing that is required is missing.
    public var isSound: Bool { solves && components.allSatisfy { $0.version != nil || !$0.isRequired } }

    /// The transport problem of G. B. Dantzig, Linear Programming and Extensions (1963), chapter 3.3: two canneries ship to three
    /// markets; 90 dollars per case and thousand miles.
    static let transport: LinearProgram = {
        var program = LinearProgram()
        let capacities = [350.0, 600].map { program.addRow(upper: $0) }
        let demands = [325.0, 300, 275].map { program.addRow(lower: $0) }
        let thousandMiles = [[2.5, 1.7, 1.8], [2.5, 1.8, 1.4]]
        for plant in capacities.indices {
            for market in demands.indices {
                _ = program.addColumn(cost: 90 * thousandMiles[plant][market] / 1000)
                program.addEntry(capacities[plant], 1)
                program.addEntry(demands[market], 1)
            }
        }
        return program
    }()
}
