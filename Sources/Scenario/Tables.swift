// SPDX-License-Identifier: GPL-3.0-or-later

/// Everything that a scenario declares, as read and not yet judged by the rules.
///
/// References are positions in these arrays. `ScenarioFiles` fills it; ``Scenario/init(validating:)`` judges it.
public struct Tables: Hashable, Sendable {
    /// The settings of `scenario.yaml`.
    public var settings: Settings
    /// Rows of `resources`.
    public var resources: [Resource] = []
    /// Rows of `parks`.
    public var parks: [Park] = []
    /// Rows of `firms`.
    public var firms: [Firm] = []
    /// Rows of `outputs`.
    public var outputs: [Output] = []
    /// Rows of `needs`.
    public var needs: [Need] = []
    /// The properties that rows of `qualities` name, in the order of their first row.
    public var properties: [Property] = []
    /// Rows of `qualities`.
    public var qualities: [Quality] = []
    /// Rows of `substitutions`.
    public var substitutions: [Substitution] = []
    /// Rows of `modes`.
    public var modes: [Mode] = []
    /// Rows of `routes`.
    public var routes: [Route] = []
    /// Rows of `processes`.
    public var processes: [ConversionProcess] = []
    /// Rows of `process_flows`.
    public var processFlows: [ProcessFlow] = []
    /// Rows of `contracts`.
    public var contracts: [Contract] = []
    /// Rows of `periods`.
    public var periods: [Period] = []
    /// Rows of `storages`.
    public var storages: [Storage] = []
    /// Rows of `projects`.
    public var projects: [Project] = []
    /// Rows of `declarations`.
    public var declarations: [Declaration] = []
    /// Rows of `types`. What the library makes of them stands in `outputs` and `needs`, behind what is declared.
    public var types: [TypedFirm] = []

    /// Makes empty tables under `settings`.
    public init(settings: Settings) { self.settings = settings }
}
