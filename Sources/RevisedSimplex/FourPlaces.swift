// SPDX-License-Identifier: GPL-3.0-or-later

/// Four places in an array, one for each lane of a vector: read one by one they need not be taken out of one.
struct FourPlaces {
    private(set) var first: Int32, second: Int32, third: Int32, fourth: Int32

    /// The same place in every lane.
    init(_ place: Int32) { (first, second, third, fourth) = (place, place, place, place) }

    /// The place in a lane from 0 to 3.
    subscript(_ lane: Int) -> Int32 {
        @inline(__always) get {
            switch lane {
            case 0: first
            case 1: second
            case 2: third
            default: fourth
            }
        }
        set {
            switch lane {
            case 0: first = newValue
            case 1: second = newValue
            case 2: third = newValue
            default: fourth = newValue
            }
        }
    }

    /// What stands in these places.
    @inline(__always) func values(of array: [Float]) -> SIMD4<Float> {
        SIMD4(array[Int(first)], array[Int(second)], array[Int(third)], array[Int(fourth)])
    }
}
