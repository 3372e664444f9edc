// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// A fault in words: what is wrong (found and expected), and the likely mend.
public struct FaultText: Hashable, Sendable {
    /// What is wrong.
    public let problem: Phrase
    /// What to do about it.
    public let mend: Phrase

    /// Makes a text.
    public init(problem: Phrase, mend: Phrase) { (self.problem, self.mend) = (problem, mend) }
}

extension FaultKind {
    /// The fault in words. Each family's texts stand in a file of their own.
    public var text: FaultText {
        switch self {
        case .file(let fault): fault.text
        case .value(let fault): fault.text
        case .reference(let fault): fault.text
        case .combination(let fault): fault.text
        case .place(let fault): fault.text
        case .process(let fault): fault.text
        case .unmet(let fault): fault.text
        case .criteria(let fault): fault.text
        case .library(let fault): fault.text
        case .workbook(let fault): fault.text
        case .unsupported(let feature): feature.text
        }
    }
}
