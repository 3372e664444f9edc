// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong, as facts; `Texts` turns it into a sentence of either language.
///
/// Each family has a file of its own. A code never changes its meaning and is never used again.
public enum FaultKind: Hashable, Sendable {
    /// A file, its encoding, its form or its headings.
    case file(FileFault)
    /// A number, a unit, a date or another value.
    case value(ValueFault)
    /// An id or a reference.
    case reference(ReferenceFault)
    /// A duplicate, or figures that do not go together.
    case combination(CombinationFault)
    /// A place, a route or a distance.
    case place(PlaceFault)
    /// A process or a loop of processes.
    case process(ProcessFault)
    /// Something that cannot be met.
    case unmet(UnmetFault)
    /// A criteria set, or what is said to one.
    case criteria(CriteriaFault)
    /// A row of `types`, or what the library makes of it.
    case library(LibraryFault)
    /// An Excel workbook, its sheets or cells.
    case workbook(WorkbookFault)
    /// A part of the format whose model is not built yet.
    case unsupported(UnsupportedFeature)

    /// The stable code, such as `V104`.
    public var code: String {
        switch self {
        case .file(let fault): fault.code
        case .value(let fault): fault.code
        case .reference(let fault): fault.code
        case .combination(let fault): fault.code
        case .place(let fault): fault.code
        case .process(let fault): fault.code
        case .unmet(let fault): fault.code
        case .criteria(let fault): fault.code
        case .library(let fault): fault.code
        case .workbook(let fault): fault.code
        case .unsupported(let feature): feature.code
        }
    }

    /// Whether the fault stops the run.
    public var severity: Severity {
        switch self {
        case .file(let fault): fault.severity
        case .value(let fault): fault.severity
        case .reference(let fault): fault.severity
        case .combination(let fault): fault.severity
        case .place(let fault): fault.severity
        case .process(let fault): fault.severity
        case .unmet(let fault): fault.severity
        case .criteria(let fault): fault.severity
        case .library(let fault): fault.severity
        case .workbook(let fault): fault.severity
        case .unsupported: .error
        }
    }
}

/// A fault and the spot that it speaks of.
public struct Fault: Error, Hashable, Sendable {
    /// What is wrong.
    public var kind: FaultKind
    /// Where.
    public var spot: Spot

    /// Makes a fault.
    public init(_ kind: FaultKind, at spot: Spot) {
        (self.kind, self.spot) = (kind, spot)
    }
}
