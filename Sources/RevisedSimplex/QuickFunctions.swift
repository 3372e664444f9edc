// SPDX-License-Identifier: GPL-3.0-or-later

/// e^x to about four digits for −20 ≤ x < 30, 0 below and the value at 30 above: 2^k · 2^f with a cubic for 2^f.
@inline(__always) func exponential(_ x: SIMD4<Float>) -> SIMD4<Float> {
    let high = SIMD4<Float>(repeating: 30), scaled = x.replacing(with: high, where: x .> high) * 1.442_695_04
    // Adding 1.5 · 2^23 leaves the nearest whole number in the last bits of the significand.
    let shifted = scaled + SIMD4(repeating: 12_582_912), whole = shifted - SIMD4(repeating: 12_582_912), rest = scaled - whole
    var power = rest * 0.055_171_67 + SIMD4(repeating: 0.242_618_17)
    power = power * rest + SIMD4(repeating: 0.693_254_3)
    power = power * rest + SIMD4(repeating: 0.999_973_4)
    // The lanes stay where they are: taken out one by one, compilers go on with single numbers.
    let bits =
        unsafe unsafeBitCast(power, to: SIMD4<UInt32>.self) &+ (unsafeBitCast(shifted, to: SIMD4<UInt32>.self) &<< SIMD4(repeating: 23))
    return unsafe unsafeBitCast(bits, to: SIMD4<Float>.self).replacing(with: 0, where: x .< SIMD4(repeating: -20))
}

/// ln x to about five digits after the point, for finite x > 0 that are not below the normal ones: x = 2^k · m with √½ ≤ m < √2, and (m − 1) times a quartic in m − 1.
@inline(__always) func logarithm(_ x: Double) -> Double {
    let above = Int64(bitPattern: x.bitPattern) &- Int64(bitPattern: 0.5.squareRoot().bitPattern), k = above >> 52
    let m = Double(bitPattern: x.bitPattern &- UInt64(bitPattern: k << 52)) - 1
    var q = m * 0.168_015_33 - 0.272_038_46
    q = q * m + 0.338_413_21
    q = q * m - 0.499_343_77
    q = q * m + 0.999_879_75
    return q * m + Double(k) * 0.693_147_180_559_945_3
}
