// SPDX-License-Identifier: GPL-3.0-or-later

/// Memory that C may read and write for the length of one call, freed with the object.
///
/// Copies cost little beside a solve, and a dozen arrays borrowed at once would nest a dozen closures.
@unsafe final class LentMemory {
    private var regions: [UnsafeMutableRawPointer] = unsafe []

    /// A copy of `array` that stays where it is until the object goes.
    func copy<Element: BitwiseCopyable>(_ array: [Element]) -> UnsafeMutablePointer<Element> {
        let region = UnsafeMutablePointer<Element>.allocate(capacity: max(array.count, 1))
        unsafe array.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { unsafe region.initialize(from: start, count: array.count) }
        }
        unsafe regions.append(UnsafeMutableRawPointer(region))
        return unsafe region
    }

    deinit { unsafe regions.forEach { unsafe $0.deallocate() } }
}
