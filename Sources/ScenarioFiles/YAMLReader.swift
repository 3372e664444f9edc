// SPDX-License-Identifier: GPL-3.0-or-later
internal import CYAML
internal import Scenario

/// Makes settings of the events of libyaml's parser. Values stay the texts that they are.
///
/// It is libyaml itself and not a wrapper of it: a wrapper brings Foundation, which makes the program four times as large and each of its starts dearer
/// by a tenth of what a small scenario takes as a whole.
@safe struct YAMLReader: ~Copyable {
    /// How deep what is read may nest; deeper lists and mappings are read as empty.
    private static let depthLimit = 4

    // They stay where they are: the parser knows its own address.
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    private let text: ArraySlice<UInt8>
    private let file: String
    private var anchors: [String: SettingNode] = [:]

    /// Reads the one document of `text`, which is UTF-8; nil where it holds none.
    ///
    /// - Throws: the fault that broke the reading, with its line and column in `file`.
    static func read(_ text: ArraySlice<UInt8>, file: String) throws(LocatedFault) -> SettingNode? {
        var reader = YAMLReader(text, file: file)
        return unsafe try text.span.withUnsafeBufferPointer { bytes throws(LocatedFault) in
            unsafe yaml_parser_set_input_string(reader.parser, bytes.baseAddress, bytes.count)
            return try reader.document()
        }
    }

    private init(_ text: ArraySlice<UInt8>, file: String) {
        (self.text, self.file) = (text, file)
        unsafe event.initialize(to: yaml_event_t())
        unsafe yaml_parser_initialize(parser)
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    }

    deinit {
        unsafe yaml_event_delete(event)
        unsafe event.deallocate()
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
    }

    private mutating func document() throws(LocatedFault) -> SettingNode? {
        try advance()  // The start of the stream.
        guard try advance() != YAML_STREAM_END_EVENT else { return nil }
        try advance()
        let root = try node(depth: 0)
        try advance()  // The end of the document.
        guard try advance() == YAML_STREAM_END_EVENT else { throw fault("but found another document") }
        return root
    }

    /// Goes on to the next event.
    @discardableResult
    private mutating func advance() throws(LocatedFault) -> yaml_event_type_t {
        unsafe yaml_event_delete(event)
        guard unsafe yaml_parser_parse(parser, event) == 1 else { throw parserFault }
        return unsafe event.pointee.type
    }

    /// The node that the current event is or begins; the current event is its last one afterwards.
    private mutating func node(depth: Int) throws(LocatedFault) -> SettingNode {
        let start = place
        switch unsafe event.pointee.type {
        case YAML_ALIAS_EVENT:
            guard let known = unsafe Self.text(event.pointee.data.alias.anchor).flatMap({ anchors[$0] }) else {
                throw fault("found undefined alias")
            }
            return known.cut(toDepth: Self.depthLimit - depth)
        case YAML_SCALAR_EVENT:
            let value = scalar ?? "", isPlain = unsafe event.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
            let content = isPlain && SettingNode.nullWords.contains(value) ? SettingNode.Content.null : .value(value.trimmed)
            return register(SettingNode(content: content, place: start), unsafe Self.text(event.pointee.data.scalar.anchor))
        case YAML_SEQUENCE_START_EVENT:
            let anchor = unsafe Self.text(event.pointee.data.sequence_start.anchor)
            var entries: [SettingNode] = []
            while try advance() != YAML_SEQUENCE_END_EVENT { entries.append(try node(depth: depth + 1)) }
            return register(SettingNode(content: .list(depth > Self.depthLimit ? [] : entries), place: start), anchor)
        default:
            let anchor = unsafe Self.text(event.pointee.data.mapping_start.anchor)
            let entries = try entries(depth: depth)
            return register(SettingNode(content: .mapping(depth > Self.depthLimit ? [] : entries), place: start), anchor)
        }
    }

    private mutating func entries(depth: Int) throws(LocatedFault) -> [(key: String, keyPlace: SettingNode.Place, node: SettingNode)] {
        var entries: [(key: String, keyPlace: SettingNode.Place, node: SettingNode)] = []
        while try advance() != YAML_MAPPING_END_EVENT {
            // A key that is no word has no name that anything could be called by.
            let (key, keyPlace) = (scalar ?? "?", place)
            _ = try node(depth: depth + 1)
            try advance()
            entries.append((key, keyPlace, try node(depth: depth + 1)))
        }
        // Of all keys that stand there twice, the one that comes first in the alphabet.
        var known: [String: SettingNode.Place] = [:]
        let twice = entries.filter { $0.key != "?" && known.updateValue($0.keyPlace, forKey: $0.key) != nil }.map(\.key).min()
        if let twice, let first = entries.first(where: { $0.key == twice }) {
            throw LocatedFault(.file(.duplicateKey(twice)), file: file, line: first.keyPlace.line, column: first.keyPlace.column)
        }
        return entries
    }

    private mutating func register(_ node: SettingNode, _ anchor: String?) -> SettingNode {
        if let anchor { anchors[anchor] = node }
        return node
    }

    /// The text of the current event; nil where it is none of a text.
    private var scalar: String? {
        guard unsafe event.pointee.type == YAML_SCALAR_EVENT else { return nil }
        let scalar = unsafe event.pointee.data.scalar
        return unsafe String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    }

    private static func text(_ characters: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        unsafe characters.map { unsafe String(cString: $0) }
    }

    /// Where the current event begins.
    private var place: SettingNode.Place { unsafe place(event.pointee.start_mark) }

    private func place(_ mark: yaml_mark_t) -> SettingNode.Place {
        SettingNode.Place(file: file, line: mark.line + 1, column: mark.column + 1)
    }

    private func fault(_ problem: String) -> LocatedFault {
        LocatedFault(.file(.brokenYAML(problem: problem)), file: file, line: place.line, column: place.column)
    }

    /// Why the parser did not go on.
    private var parserFault: LocatedFault {
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "not enough memory"
        // What must not be a character has an offset and no mark.
        let isCharacter = unsafe parser.pointee.error == YAML_READER_ERROR, mark = unsafe place(parser.pointee.problem_mark)
        let place =
            unsafe isCharacter ? TextEncoding.place(of: parser.pointee.problem_offset, in: text) : (line: mark.line, column: mark.column)
        return LocatedFault(.file(.brokenYAML(problem: problem)), file: file, line: place.line, column: place.column)
    }
}

extension SettingNode {
    /// The plain words that say that nothing is there.
    static let nullWords: Set<String> = ["", "~", "null", "Null", "NULL"]

    /// The node without what nests deeper than `depth`.
    fileprivate func cut(toDepth depth: Int) -> SettingNode {
        var cut = self
        switch content {
        case .value, .null: break
        case .list(let entries): cut.content = .list(depth < 0 ? [] : entries.map { $0.cut(toDepth: depth - 1) })
        case .mapping(let entries):
            cut.content = .mapping(depth < 0 ? [] : entries.map { ($0.key, $0.keyPlace, $0.node.cut(toDepth: depth - 1)) })
        }
        return cut
    }
}
