// SPDX-License-Identifier: GPL-3.0-or-later

/// The strongly connected components of a directed graph, by Tarjan's algorithm (SIAM J. Comput. 1, 1972) without recursion,
/// so that a long chain cannot exhaust the stack.
struct StrongComponents {
    /// Per node, the number of its component.
    private(set) var component: [Int]
    /// How many there are.
    private(set) var count = 0

    /// Takes the heads of the edges that leave each node.
    init(_ edges: [[Int]]) {
        component = [Int](repeating: -1, count: edges.count)
        var order = [Int](repeating: -1, count: edges.count), low = order, nextEdge = [Int](repeating: 0, count: edges.count)
        var open: [Int] = [], path: [Int] = []
        var visited = 0
        for start in edges.indices where order[start] < 0 {
            path.append(start)
            while let node = path.last {
                if order[node] < 0 {
                    (order[node], low[node]) = (visited, visited)
                    visited += 1
                    open.append(node)
                }
                if nextEdge[node] < edges[node].count {
                    let head = edges[node][nextEdge[node]]
                    nextEdge[node] += 1
                    if order[head] < 0 { path.append(head) } else if component[head] < 0 { low[node] = min(low[node], order[head]) }
                    continue
                }
                path.removeLast()
                if let parent = path.last { low[parent] = min(low[parent], low[node]) }
                guard low[node] == order[node] else { continue }
                while let member = open.popLast() {
                    component[member] = count
                    if member == node { break }
                }
                count += 1
            }
        }
    }
}
