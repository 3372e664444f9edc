// SPDX-License-Identifier: GPL-3.0-or-later

/// What is known of a run beside its outcome.
public struct RunFacts: Sendable {
    /// The SHA-256 of the canonical tables, in hexadecimal digits.
    public var inputSHA256: String
    /// Wall time of the run in seconds; the only figure that differs between two equal runs.
    public var seconds: Double

    /// Makes the facts.
    public init(inputSHA256: String, seconds: Double) { (self.inputSHA256, self.seconds) = (inputSHA256, seconds) }
}

/// The product's own name and version.
public enum Product {
    /// The version by semantic versioning.
    public static let version = "0.1.0"
}
