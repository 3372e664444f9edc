// SPDX-License-Identifier: GPL-3.0-or-later

/// Everything that a scenario declares, as read and not yet judged by the rules.
///
/// References are positions in these arrays. `ScenarioFiles` fills it; ``Scenario/init(validating:)`` judges it.
public struct Tables: Hashable, Sendable {
    public var settings: Settings
    public var resources: [Resource] = []
    public var parks: [Park] = []
    public var firms: [Firm] = []
    public var outputs: [Output] = []
    public var needs: [Need] = []
    public var properties: [Property] = []
    public var qualities: [Quality] = []
    public var substitutions: [Substitution] = []
    public var modes: [Mode] = []
    public var routes: [Route] = []
    public var processes: [ConversionProcess] = []
    public var processFlows: [ProcessFlow] = []
    public var contracts: [Contract] = []
    public var periods: [Period] = []
    public var storages: [Storage] = []
    public var projects: [Project] = []
    public var declarations: [Declaration] = []

    /// Makes empty tables under `settings`.
    public init(settings: Settings) { self.settings = settings }
}
