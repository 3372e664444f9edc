// SPDX-License-Identifier: GPL-3.0-or-later

/// `value`, or zero where it is below 1e-9 of `scale`: what is left of rounding is nobody's figure.
/// Nil stays nil.
func cut(_ value: Double?, _ scale: Double) -> Double? {
    value.map { $0.magnitude < 1e-9 * scale.magnitude ? 0 : $0 }
}

extension Sequence {
    /// The largest magnitude that `figure` has in the sequence; 0 where there is none.
    func largest(_ figure: (Element) -> Double?) -> Double { reduce(0) { Swift.max($0, figure($1)?.magnitude ?? 0) } }
}
