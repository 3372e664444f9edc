// SPDX-License-Identifier: GPL-3.0-or-later
public import Scenario

/// A formula of a criteria set, parsed and checked.
///
/// ```
/// 100 * wastewater_reused / wastewater
/// share(firms where cleaner_production)
/// count(links where in_park and signed) >= 1
/// ```
///
/// `Docs/Criteria.md` writes the grammar down.
public indirect enum Formula: Hashable, Sendable {
    /// A comparison of two values.
    public enum Comparison: String, Hashable, Sendable, CaseIterable {
        case less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">=", equal = "=", unequal = "<>"
    }
    /// An operation on two numbers.
    public enum Arithmetic: String, Hashable, Sendable { case plus = "+", minus = "-", times = "*", divided = "/" }
    /// What can be counted.
    public enum Collection: String, Hashable, Sendable, CaseIterable { case firms, links }
    /// What is made of the members of a collection: how many, which share in percent, the sum of a number of each.
    public enum Aggregate: Hashable, Sendable {
        case count, share
        case sum(Formula)
    }
    /// A state of affairs that a value is taken of.
    public enum Moment: String, Hashable, Sendable, CaseIterable { case baseline, today, plan }
    /// A field of a link.
    public enum LinkField: String, Hashable, Sendable, CaseIterable {
        /// Tonnes dispatched in a year, 0 for what has no mass; the distance, km.
        case tonnes, kilometres
        /// Both ends in one park; ends in different parks, or outside of any.
        case inPark = "in_park", beyondPark = "beyond_park"
        /// A contract speaks of it; one that runs or is signed does.
        case contracted, signed
        /// A hazardous resource; one whose taker is licensed for it, or that needs no licence.
        case hazardous, licensed
        /// The taker is a plant.
        case toPlant = "to_plant"
        /// How it is used, and the kind and carrier of what is given, by the words of the scenario format.
        case use, kind, carrier

        /// What the field is.
        public var type: FormulaType {
            switch self {
            case .tonnes, .kilometres: .number
            case .inPark, .beyondPark, .contracted, .signed, .hazardous, .licensed, .toPlant: .truth
            case .use, .kind, .carrier: .text
            }
        }
    }
    /// A function of numbers.
    public enum Function: String, Hashable, Sendable, CaseIterable { case min, max, abs }

    case number(Double)
    case truth(Bool)
    case text(String)
    /// A measure that is computed of the subject.
    case measure(Measure)
    /// A measure that the subject, or within `firms where` the firm, declares; by its name and type.
    case declared(String, FormulaType)
    /// The declaration of the criterion that the formula belongs to.
    case ownDeclaration(FormulaType)
    /// A field of the link at hand.
    case link(LinkField)
    /// The measure of another criterion.
    case criterion(String)
    /// The share of a set's criteria that are met, in percent.
    case metShare(String)
    case negative(Formula)
    case not(Formula)
    case both(Formula, Formula)
    case either(Formula, Formula)
    case arithmetic(Formula, Arithmetic, Formula)
    case comparison(Formula, Comparison, Formula)
    case function(Function, [Formula])
    /// A value in another state of affairs; its change against the baseline, in percent.
    case moment(Moment, Formula)
    case change(Formula)
    /// A value where it is known, else another one.
    case given(Formula, otherwise: Formula)
    /// Members for which `condition` holds among those for which `among` does.
    case aggregate(Aggregate, Collection, condition: Formula?, among: Formula?)
}

extension Formula {
    /// What the value is.
    public var type: FormulaType {
        switch self {
        case .number, .measure, .criterion, .metShare, .negative, .arithmetic, .function, .change, .given, .aggregate: .number
        case .truth, .not, .both, .either, .comparison: .truth
        case .text: .text
        case .declared(_, let type), .ownDeclaration(let type): type
        case .link(let field): field.type
        case .moment(_, let formula): formula.type
        }
    }
}
