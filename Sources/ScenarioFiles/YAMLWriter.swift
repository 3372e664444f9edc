// SPDX-License-Identifier: GPL-3.0-or-later
internal import CYAML

/// Writes settings as YAML, by the events of libyaml's emitter: in blocks, with lines as long as they get, letters as they are.
@safe struct YAMLWriter: ~Copyable {
    // They stay where they are: the emitter knows the addresses of both.
    private let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
    private let bytes = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)

    init() {
        unsafe bytes.initialize(to: [])
        unsafe yaml_emitter_initialize(emitter)
        unsafe yaml_emitter_set_output(
            emitter,
            { bytes, text, count in
                guard let bytes = unsafe bytes?.assumingMemoryBound(to: [UInt8].self) else { return 0 }
                unsafe bytes.pointee.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
                return 1
            }, bytes)
        unsafe yaml_emitter_set_encoding(emitter, YAML_UTF8_ENCODING)
        unsafe yaml_emitter_set_unicode(emitter, 1)
        unsafe yaml_emitter_set_width(emitter, -1)
        unsafe emit { event in unsafe yaml_stream_start_event_initialize(event, YAML_UTF8_ENCODING) }
        unsafe emit { event in unsafe yaml_document_start_event_initialize(event, nil, nil, nil, 1) }
    }

    deinit {
        unsafe yaml_emitter_delete(emitter)
        unsafe emitter.deallocate()
        unsafe bytes.deinitialize(count: 1)
        unsafe bytes.deallocate()
    }

    /// Writes a text; in double quotes, or as the emitter finds best.
    func write(_ text: String, isQuoted: Bool = false) {
        var text = text
        text.withUTF8 { bytes in
            let (start, count) = (bytes.baseAddress, Int32(bytes.count))
            unsafe emit { event in
                unsafe yaml_scalar_event_initialize(
                    event, nil, nil, start, count, 1, 1, isQuoted ? YAML_DOUBLE_QUOTED_SCALAR_STYLE : YAML_ANY_SCALAR_STYLE)
            }
        }
    }

    /// Writes a list, whose entries `body` writes.
    func list(_ body: () -> Void) {
        unsafe emit { event in unsafe yaml_sequence_start_event_initialize(event, nil, nil, 1, YAML_BLOCK_SEQUENCE_STYLE) }
        body()
        unsafe emit { event in unsafe yaml_sequence_end_event_initialize(event) }
    }

    /// Writes a mapping, whose keys and values `body` writes in turn.
    func mapping(_ body: () -> Void) {
        unsafe emit { event in unsafe yaml_mapping_start_event_initialize(event, nil, nil, 1, YAML_BLOCK_MAPPING_STYLE) }
        body()
        unsafe emit { event in unsafe yaml_mapping_end_event_initialize(event) }
    }

    /// The document as it is now that all is written.
    consuming func text() -> String {
        unsafe emit { event in unsafe yaml_document_end_event_initialize(event, 1) }
        unsafe emit { event in unsafe yaml_stream_end_event_initialize(event) }
        return unsafe String(decoding: bytes.pointee, as: UTF8.self)
    }

    /// Hands on the event that `make` makes. The emitter can only fail for want of memory, and on what no node of settings says.
    private func emit(_ make: (UnsafeMutablePointer<yaml_event_t>) -> Int32) {
        var event = unsafe yaml_event_t()
        guard unsafe make(&event) == 1 else { return }
        unsafe yaml_emitter_emit(emitter, &event)
    }
}
