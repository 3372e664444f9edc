// SPDX-License-Identifier: GPL-3.0-or-later

extension Double {
    /// The number, or zero where it is below 1e-9 of `scale`: what is left of rounding is nobody's figure.
    package func cut(_ scale: Double) -> Double { magnitude < 1e-9 * scale.magnitude ? 0 : self }
}

extension Sequence {
    /// The largest magnitude that `figure` has in the sequence; 0 where there is none.
    package func largest(_ figure: (Element) -> Double?) -> Double { reduce(0) { Swift.max($0, figure($1)?.magnitude ?? 0) } }
}
