// SPDX-License-Identifier: GPL-3.0-or-later

/// What kind of thing a resource is; it decides which measures count it.
public enum ResourceKind: String, Sendable, CaseIterable { case material, water, energy, product }

/// Where an output goes when nobody takes it.
public enum DisposalRoute: String, Sendable, CaseIterable {
    case landfill, incineration, composting, recycling, reuse, treatment, discharge, sale
    case energyRecovery = "energy-recovery"
}

/// The carrier of an energy, water or chemical resource, for the criteria's measures.
public enum Carrier: String, Sendable, CaseIterable {
    case electricity, heat, fuel, wastewater, chemical
    case freshWater = "fresh-water"
}

/// Where the virgin resource comes from.
public enum Origin: String, Sendable, CaseIterable { case local, domestic, `import` }

/// How a substitution uses the by-product.
public enum SubstitutionUse: String, Sendable, CaseIterable {
    case reuse, recycling, composting
    case energyRecovery = "energy-recovery"
}

/// What kind of park a park is.
public enum ParkType: String, Sendable, CaseIterable {
    case industrial
    case ecoIndustrial = "eco-industrial"
    case supportingIndustry = "supporting-industry"
    case linkageCluster = "linkage-cluster"
}

/// How a figure came to be known, from the surest to the least sure.
public enum Basis: String, Sendable, CaseIterable { case measured, declared, estimated, illustrative }

/// Whether a process takes a resource in or gives it off.
public enum FlowRole: String, Sendable, CaseIterable { case input, output }

/// What a row of `qualities` speaks of.
public enum QualityScope: String, Sendable, CaseIterable { case output, need, virgin, process }

/// How far a contract has come.
public enum ContractStatus: String, Sendable, CaseIterable { case running, signed, agreed }

/// Whether a project is only proposed or already decided on.
public enum ProjectStatus: String, Sendable, CaseIterable { case proposed, committed }

/// A name in English (or the only one) and, where given, in Vietnamese.
public struct Label: Hashable, Sendable {
    /// The English or only name.
    public var english: String
    /// The Vietnamese name, where one was given.
    public var vietnamese: String?

    /// Makes a label.
    public init(english: String, vietnamese: String? = nil) {
        self.english = english
        self.vietnamese = vietnamese
    }
}

/// A calendar day.
public struct Day: Hashable, Comparable, Sendable {
    /// The year, month (1 to 12) and day of the month (from 1).
    public let year: Int, month: Int, day: Int

    /// Makes a day; nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...9999).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The last day of a year.
    public init(lastOf year: Int) { (self.year, month, day) = (year, 12, 31) }

    /// Orders by date.
    public static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
