// SPDX-License-Identifier: GPL-3.0-or-later
internal import CWorkbooks

/// Takes what a part of the workbook holds, as it goes by.
protocol PartHandler: AnyObject {
    /// Why the reading must end; nil as long as it can go on.
    var failure: ReadingFailure? { get set }
    /// An element begins.
    func start(_ tag: PartTag, _ attributes: PartAttributes)
    /// Text within the element that began last; there may be more of it.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
    /// An element ends.
    func end(_ tag: PartTag)
}

/// Parses a part of the archive piece by piece (libxml2's push parser, SAX2).
enum PartParser {
    static func parse(_ part: String, of archive: Archive, into handler: some PartHandler) throws(ReadingFailure) {
        guard symbio_xml_is_installed() == 1 else { throw .noLibrary(.xml) }
        let sink = PartSink(handler, part: part)
        var callbacks = Self.callbacks
        let parser = unsafe symbio_xml_open(&callbacks, Unmanaged.passUnretained(sink).toOpaque())
        guard let parser = unsafe parser else { throw .damaged(part: part) }
        defer { unsafe symbio_xml_close(parser) }
        try withExtendedLifetime(sink) { () throws(ReadingFailure) in
            try unsafe archive.read(part) { bytes throws(ReadingFailure) in
                let isSound = unsafe symbio_xml_parse(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
                if let failure = handler.failure { throw failure }
                guard isSound == 1 else { throw .damaged(part: part) }
            }
            let isSound = unsafe symbio_xml_finish(parser)
            if let failure = handler.failure { throw failure }
            guard isSound == 1 else { throw .damaged(part: part) }
        }
    }

    private static var callbacks: symbio_xml_handler {
        unsafe symbio_xml_handler(
            start: { unsafe PartSink.start($0, $1, $2, $3) }, end: { unsafe PartSink.end($0, $1) },
            characters: { unsafe PartSink.characters($0, $1, $2) }, document_type: { unsafe PartSink.refuseDocumentType($0) })
    }
}

/// What the library's callbacks are given: the handler, and the part's name for failures.
private final class PartSink {
    private let handler: any PartHandler
    private let part: String

    init(_ handler: any PartHandler, part: String) { (self.handler, self.part) = (handler, part) }

    private static func sink(_ context: UnsafeMutableRawPointer?) -> PartSink? {
        unsafe context.map { unsafe Unmanaged<PartSink>.fromOpaque($0).takeUnretainedValue() }
    }

    static func start(
        _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<UInt8>?, _ count: Int32,
        _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        guard let sink = unsafe sink(context), let name = unsafe name, sink.handler.failure == nil else { return }
        unsafe sink.handler.start(PartTag(name), PartAttributes(attributes, Int(count)))
    }

    static func end(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<UInt8>?) {
        guard let sink = unsafe sink(context), let name = unsafe name, sink.handler.failure == nil else { return }
        unsafe sink.handler.end(PartTag(name))
    }

    static func characters(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ count: Int32) {
        guard let sink = unsafe sink(context), sink.handler.failure == nil else { return }
        unsafe sink.handler.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }

    static func refuseDocumentType(_ context: UnsafeMutableRawPointer?) {
        guard let sink = unsafe sink(context) else { return }
        sink.handler.failure = .documentType(part: sink.part)
    }
}

/// The elements that matter, by their local names: both forms of the standard have the same, in other namespaces.
enum PartTag {
    case row, cell, value, formula, inlineString, text, run, phonetic, sharedItem, sheet, workbookProperties, relationship, format
    case cellFormats, numberFormat, sheetData, mergedCells, other

    init(_ name: UnsafePointer<UInt8>) {
        let first = unsafe name[0]
        if unsafe name[1] == 0 {
            self =
                switch first {
                case UInt8(ascii: "c"): .cell
                case UInt8(ascii: "v"): .value
                case UInt8(ascii: "f"): .formula
                case UInt8(ascii: "t"): .text
                case UInt8(ascii: "r"): .run
                default: .other
                }
            return
        }
        for (text, tag) in Self.long where unsafe PartAttributes.isEqual(name, text) {
            self = tag
            return
        }
        self = .other
    }

    private static let long: [(StaticString, PartTag)] = [
        ("row", .row), ("is", .inlineString), ("si", .sharedItem), ("rPh", .phonetic), ("sheetData", .sheetData), ("sheet", .sheet),
        ("workbookPr", .workbookProperties), ("Relationship", .relationship), ("xf", .format), ("cellXfs", .cellFormats),
        ("numFmt", .numberFormat), ("mergeCell", .mergedCells),
    ]
}

/// The attributes of an element, which stand only as long as the callback runs.
@safe struct PartAttributes {
    private let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    private let count: Int

    init(_ pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int) {
        unsafe self.pointers = unsafe pointers
        self.count = count
    }

    /// The bytes of an attribute's value.
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard let pointers = unsafe pointers else { return nil }
        for position in 0..<count {
            let entry = unsafe pointers + 5 * position
            guard let local = unsafe entry[0], unsafe Self.isEqual(local, name), let start = unsafe entry[3], let end = unsafe entry[4]
            else { continue }
            return unsafe UnsafeBufferPointer(start: start, count: end - start)
        }
        return nil
    }

    /// An attribute's value as text.
    func text(_ name: StaticString) -> String? { unsafe bytes(name).map { unsafe String(decoding: $0, as: UTF8.self) } }

    /// An attribute's value as a whole number that is not negative.
    func number(_ name: StaticString) -> Int? {
        guard let bytes = unsafe bytes(name), !bytes.isEmpty, bytes.count < 10 else { return nil }
        var value = 0
        for position in bytes.indices {
            let byte = unsafe bytes[position]
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    static func isEqual(_ name: UnsafePointer<UInt8>, _ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        let other = unsafe text.utf8Start
        for position in 0..<count where unsafe name[position] != other[position] { return false }
        return unsafe name[count] == 0
    }
}
