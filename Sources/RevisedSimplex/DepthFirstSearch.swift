// SPDX-License-Identifier: GPL-3.0-or-later

/// The lines that a set of lines reaches, each after all that it reaches.
struct DepthFirstSearch {
    /// Postorder of the last search.
    private(set) var order: [Int32] = []
    private var seen: [UInt32], epoch: UInt32 = 0
    private var line: [Int32] = [], next: [Int32] = []

    init(count: Int) { seen = [UInt32](repeating: 0, count: count) }

    mutating func run(from roots: [Int32], along lines: SparseLines) {
        order.removeAll(keepingCapacity: true)
        epoch &+= 1
        if epoch == 0 {
            for i in seen.indices { seen[i] = 0 }
            epoch = 1
        }
        for root in roots where seen[Int(root)] != epoch {
            seen[Int(root)] = epoch
            line.append(root)
            next.append(0)
            while let top = line.last {
                let places = lines.places(Int(top)), depth = line.count - 1
                var place = places.lowerBound + Int(next[depth]), found: Int32 = -1
                while place < places.upperBound {
                    let other = lines.index[place]
                    place += 1
                    if seen[Int(other)] != epoch {
                        found = other
                        break
                    }
                }
                if found >= 0 {
                    next[depth] = Int32(truncatingIfNeeded: place - places.lowerBound)
                    seen[Int(found)] = epoch
                    line.append(found)
                    next.append(0)
                } else {
                    line.removeLast()
                    next.removeLast()
                    order.append(top)
                }
            }
        }
    }
}
