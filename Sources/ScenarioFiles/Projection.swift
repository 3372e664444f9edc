// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

/// Turns the coordinates of a scenario's reference system into degrees of WGS 84.
struct Projection: Sendable {
    let system: String
}
