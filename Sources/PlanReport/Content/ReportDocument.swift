// SPDX-License-Identifier: GPL-3.0-or-later
internal import Texts

/// What a report says, in both languages and in no form yet: the page and the workbook are made from it.
struct ReportDocument {
    /// What the report is of.
    var title: Phrase
    /// One or two sentences below the title.
    var lead: [Phrase]
    /// The parts in the order of reading.
    var sections: [ReportSection]
    /// What stands at the very end: versions and fingerprints.
    var colophon: [Phrase]
}

/// A part of a report under a heading of its own.
struct ReportSection {
    /// The same in every report, for links and tests.
    var id: String
    var heading: Phrase
    var blocks: [ReportBlock]

    init(_ id: String, _ heading: Phrase, _ blocks: [ReportBlock]) { (self.id, self.heading, self.blocks) = (id, heading, blocks) }
}

/// A piece of a section.
enum ReportBlock {
    /// A smaller heading within the section.
    case heading(Phrase)
    case paragraph(Phrase)
    /// A sentence that must not be overlooked.
    case notice(Phrase, NoticeTone)
    /// Sentences one below the other; numbered where their order says something.
    case list([Phrase], isNumbered: Bool)
    /// Figures told large.
    case figures([KeyFigure])
    case table(ReportTable)
    case chart(ReportChart)
}

/// How a notice looks.
enum NoticeTone: String { case good, warning, bad, plain }

/// A figure told large, with what it means.
struct KeyFigure {
    var label: Phrase
    var value: Phrase
    var detail: Phrase
    var tone: NoticeTone = .plain
}
