// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
internal import ScenarioFiles

/// Reads a criteria set from the nodes of its file, all faults at once.
struct CriteriaReader: NodeReading {
    var faults: [LocatedFault] = []
    var places: [String: SettingNode.Place] = [:]
    let root: SettingNode
    /// What the formulas may name beside what the file itself declares.
    var names: FormulaNames

    /// The keys of the format, by the key that they stand under.
    static let keys: [String: [String]] = [
        "": [
            "format", "id", "title", "issuer", "document", "status", "valid_from", "valid_until", "checked", "superseded_by", "grade",
            "note",
            "sources", "declared", "criteria",
        ],
        "title": ["en", "vi"], "issuer": ["en", "vi"], "document": ["en", "vi"], "note": ["en", "vi"],
        "declared": ["id", "text", "type", "unit", "subjects", "below_zero", "part_of"], "declared.text": ["en", "vi"],
        "criteria": [
            "id", "group", "level", "assess", "text", "document", "article", "clause", "point", "judgement", "claim", "measure", "unit",
            "threshold",
            "direction", "declared", "valid_from", "valid_until", "grade", "unverified", "interpretation", "note",
        ],
        "criteria.group": ["en", "vi"], "criteria.text": ["en", "vi"], "criteria.document": ["en", "vi"], "criteria.note": ["en", "vi"],
        "criteria.threshold": Threshold.Comparison.allCases.map(\.rawValue),
        "criteria.declared": ["type", "unit", "subjects", "text", "below_zero"],
        "criteria.declared.text": ["en", "vi"],
    ]

    init(_ root: SettingNode, _ names: FormulaNames) { (self.root, self.names) = (root, names) }

    /// The set; what is faulty in it is left out, and told.
    mutating func read() -> CriteriaSet {
        let top = entries(of: root, under: "")
        if let format = text(top["format"], "format"), format != "1" {
            report(.file(.unknownFormat(found: format)), top["format"]?.place, "format")
        }
        let id = identifier(top["id"], "id") ?? ""
        let grade: EvidenceGrade = word(top["grade"], "grade") ?? .legalCommentary
        var set = CriteriaSet(
            id: id, title: requiredLabel(top["title"], "title"), issuer: label(top["issuer"], "issuer"),
            document: requiredLabel(top["document"], "document"), status: word(top["status"], "status") ?? .toCheck,
            validity: validity(top, ""), checked: day(top["checked"], "checked"),
            supersededBy: text(top["superseded_by"], "superseded_by"), note: label(top["note"], "note"),
            sources: list(top["sources"], "sources").compactMap { text($0, "sources") }, declaredMeasures: [], criteria: [])
        set.declaredMeasures = declaredMeasures(top["declared"])
        for measure in set.declaredMeasures { names.declared[measure.id] = measure }
        checkWholes(top["declared"])
        set.criteria = criteria(top["criteria"], grade)
        if set.criteria.isEmpty, set.declaredMeasures.isEmpty, faults.isEmpty { report(.criteria(.emptySet), root.place, "criteria") }
        return set
    }

    private mutating func requiredLabel(_ node: SettingNode?, _ key: String) -> Label {
        if let label = label(node, key) { return label }
        report(.value(.missing), node?.place, key)
        return Label(english: "")
    }

    private mutating func validity(_ entries: [String: SettingNode], _ prefix: String) -> Validity {
        let validity = Validity(
            from: day(entries["valid_from"], prefix + "valid_from"), until: day(entries["valid_until"], prefix + "valid_until"))
        if let from = validity.from, let until = validity.until, until < from {
            report(.criteria(.endsBeforeItBegins(from: from, until: until)), entries["valid_until"]?.place, prefix + "valid_until")
        }
        return validity
    }

    // MARK: What can be declared

    private mutating func declaredMeasures(_ node: SettingNode?) -> [DeclaredMeasure] {
        var measures: [DeclaredMeasure] = [], lines: [String: Int] = [:]
        for entry in list(node, "declared") {
            let fields = entries(of: entry, under: "declared")
            guard entry.form == .mapping, let id = identifier(fields["id"], "declared.id") else { continue }
            if let first = lines[id] {
                report(.combination(.duplicate(key: id, firstLine: first)), fields["id"]?.place, "declared.id")
                continue
            }
            lines[id] = entry.place.line
            if Measure(rawValue: id) != nil { report(.criteria(.measureTaken(name: id)), fields["id"]?.place, "declared.id") }
            if !Self.isName(id) { report(.criteria(.badMeasureName(found: id)), fields["id"]?.place, "declared.id") }
            let label = requiredLabel(fields["text"], "declared.text")
            guard let type: DeclaredType = word(fields["type"], "declared.type") else {
                if fields["type"]?.isNull ?? true { report(.value(.missing), entry.place, "declared.type") }
                continue
            }
            let subjects = subjects(fields["subjects"], "declared.subjects")
            var measure = DeclaredMeasure(
                id: id, text: label, type: type, unit: text(fields["unit"], "declared.unit"),
                subjects: subjects.isEmpty ? SubjectKind.allCases : subjects)
            measure.allowsBelowZero = truth(fields["below_zero"], "declared.below_zero") ?? false
            measure.whole = text(fields["part_of"], "declared.part_of")
            measures.append(measure)
        }
        return measures
    }

    /// Whether what parts are of is a number that can be declared; it may stand further down.
    private mutating func checkWholes(_ node: SettingNode?) {
        guard case .list(let entries)? = node?.content else { return }
        for case .mapping(let fields) in entries.map(\.content) {
            _ = formula(fields.first { $0.key == "part_of" }?.node, "declared.part_of", own: nil, expecting: .number)
        }
    }

    /// A name that a formula can use: letters, digits and `_`, a letter first, and no word of the grammar.
    private static func isName(_ id: String) -> Bool {
        let words = ["and", "or", "not", "where", "among", "true", "false", "yes", "no", "declared", "firms", "links"]
        return id.first?.isLetter == true && !words.contains(id)
            && id.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }
    }

    private mutating func subjects(_ node: SettingNode?, _ key: String) -> [SubjectKind] { words(node, key) }

    /// A list of words, or one word alone.
    private mutating func words<Word: RawRepresentable & CaseIterable>(_ node: SettingNode?, _ key: String) -> [Word]
    where Word.RawValue == String {
        guard let node, !node.isNull else { return [] }
        if case .value = node.content { return [word(node, key)].compactMap(\.self) }
        var words: [Word] = []
        for entry in list(node, key) { if let word: Word = word(entry, key) { words.append(word) } }
        return words
    }

    // MARK: Criteria

    private mutating func criteria(_ node: SettingNode?, _ grade: EvidenceGrade) -> [Criterion] {
        let nodes = list(node, "criteria")
        // A formula may refer to a criterion further down.
        for node in nodes { if case .value(let id) = node["id"]?.content { names.criteria.insert(id) } }
        var criteria: [Criterion] = [], places: [String: SettingNode.Place] = [:]
        for node in nodes {
            let fields = entries(of: node, under: "criteria")
            guard node.form == .mapping, let id = identifier(fields["id"], "criteria.id") else { continue }
            if let first = places[id] {
                report(.combination(.duplicate(key: id, firstLine: first.line)), fields["id"]?.place, "criteria.id")
                continue
            }
            places[id] = node.place
            if let criterion = criterion(id, fields, node, grade) { criteria.append(criterion) }
        }
        checkCircles(criteria, places)
        return criteria
    }

    private mutating func criterion(
        _ id: String, _ fields: [String: SettingNode], _ node: SettingNode, _ grade: EvidenceGrade
    ) -> Criterion? {
        let text = requiredLabel(fields["text"], "criteria.text")
        let level: CriterionLevel? = requiredWord(fields["level"], "criteria.level", node)
        let judgement: Judgement? = requiredWord(fields["judgement"], "criteria.judgement", node)
        guard let level, let judgement else { return nil }
        let assessed: [AssessedKind] = words(fields["assess"], "criteria.assess")
        var criterion = Criterion(
            id: id, group: label(fields["group"], "criteria.group"), level: level,
            assessed: assessed.isEmpty ? level.usuallyAssessed : assessed, text: text, place: place(fields), judgement: judgement,
            claim: nil, measure: nil, unit: self.text(fields["unit"], "criteria.unit"), threshold: nil,
            direction: word(fields["direction"], "criteria.direction"), declared: nil, validity: validity(fields, "criteria."),
            grade: word(fields["grade"], "criteria.grade") ?? grade,
            isUnverified: truth(fields["unverified"], "criteria.unverified") ?? false,
            isInterpretation: truth(fields["interpretation"], "criteria.interpretation") ?? false,
            note: label(fields["note"], "criteria.note"))
        criterion.declared = declared(fields["declared"], criterion)
        criterion.claim = formula(fields["claim"], "criteria.claim", own: criterion.declared, expecting: .truth)
        criterion.measure = formula(fields["measure"], "criteria.measure", own: criterion.declared)
        criterion.threshold = threshold(fields["threshold"], criterion)
        checkParts(criterion, fields, node)
        return criterion
    }

    private mutating func requiredWord<Word: RawRepresentable & CaseIterable>(
        _ node: SettingNode?, _ key: String, _ criterion: SettingNode
    ) -> Word? where Word.RawValue == String {
        if node?.isNull ?? true { report(.value(.missing), criterion.place, key) }
        return word(node, key)
    }

    private mutating func place(_ fields: [String: SettingNode]) -> LegalPlace {
        LegalPlace(
            document: label(fields["document"], "criteria.document"), article: text(fields["article"], "criteria.article"),
            clause: text(fields["clause"], "criteria.clause"), point: text(fields["point"], "criteria.point"))
    }

    /// The criterion's own declaration: a type alone, or a type with a unit, subjects and words of its own.
    private mutating func declared(_ node: SettingNode?, _ criterion: Criterion) -> DeclaredMeasure? {
        guard let node, !node.isNull else { return nil }
        let usual = criterion.assessed.compactMap(\.declaring)
        func measure(_ type: DeclaredType, _ unit: String?, _ subjects: [SubjectKind], _ text: Label?) -> DeclaredMeasure {
            DeclaredMeasure(
                id: criterion.id, text: text ?? criterion.text, type: type, unit: type == .number ? unit ?? criterion.unit : unit,
                subjects: subjects.isEmpty ? usual : subjects)
        }
        if case .value = node.content {
            let type: DeclaredType? = word(node, "criteria.declared")
            return type.map { measure($0, nil, [], nil) }
        }
        let fields = entries(of: node, under: "criteria.declared")
        guard let type: DeclaredType = requiredWord(fields["type"], "criteria.declared.type", node) else { return nil }
        var own = measure(
            type, text(fields["unit"], "criteria.declared.unit"), subjects(fields["subjects"], "criteria.declared.subjects"),
            label(fields["text"], "criteria.declared.text"))
        own.allowsBelowZero = truth(fields["below_zero"], "criteria.declared.below_zero") ?? false
        return own
    }

    // MARK: Formulas

    private mutating func formula(
        _ node: SettingNode?, _ key: String, own: DeclaredMeasure?, expecting type: FormulaType? = nil
    ) -> Formula? {
        guard let text = text(node, key) else { return nil }
        do throws(FormulaError) {
            return try FormulaParser.parse(text, names, own: own, expecting: type)
        } catch {
            report(.criteria(.formula(error.fault, formula: text, character: error.character)), node?.place, key)
            return nil
        }
    }

    private mutating func threshold(_ node: SettingNode?, _ criterion: Criterion) -> Threshold? {
        let fields = entries(of: node, under: "criteria.threshold").filter { !$0.value.isNull }
        guard let node, !node.isNull else { return nil }
        guard fields.count == 1, let field = fields.first, let comparison = Threshold.Comparison(rawValue: field.key) else {
            report(.criteria(.thresholdForm(found: fields.keys.sorted())), node.place, "criteria.threshold")
            return nil
        }
        return formula(field.value, "criteria.threshold." + field.key, own: criterion.declared, expecting: .number).map {
            Threshold(comparison, $0)
        }
    }
}
