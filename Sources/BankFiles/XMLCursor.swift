// Walks an XML document once, from outside in, without ever holding more than one piece of it.
import CXML
import Domain

/// An element read whole: its name, text, attributes and children of the same namespace.
struct XMLPiece {
  let name: String
  let line: Int
  var attributes: [String: String] = [:]
  var text = ""
  var children: [XMLPiece] = []

  /// The first descendant at a path of names, if there is one.
  subscript(_ path: String...) -> XMLPiece? {
    var piece: XMLPiece? = self
    for name in path { piece = piece?.children.first { $0.name == name } }
    return piece
  }
  /// The children of a name.
  func all(_ name: String) -> [XMLPiece] { children.filter { $0.name == name } }
}

/// Stands on one element after the other. No document type, no entities, no network, and limits
/// on depth, text and size: a statement needs none of what makes XML dangerous.
final class XMLCursor {
  static let depthMax = 32
  static let textBytesMax = 16_384
  /// Elements in one piece: a batch of 20,000 transfers with some thirty elements each.
  static let piecesMax = 600_000

  private let reader: xmlTextReaderPtr
  /// The whole document, kept in place by `walk`.
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Names of the elements that are open, outside first.
  private(set) var path: [String] = []
  /// The namespace of the outermost element.
  private(set) var namespace = ""

  /// Runs `body` on a cursor over the bytes, which stay in place meanwhile.
  static func walk<T>(
    _ bytes: [UInt8], _ body: (XMLCursor) throws(StatementRefusal) -> T
  ) throws(StatementRefusal) -> T {
    try XMLProlog.check(bytes)
    xmlInitParser()
    let outcome: Result<T, StatementRefusal> = bytes.withUnsafeBufferPointer { buffer in
      do throws(StatementRefusal) {
        let cursor = try XMLCursor(buffer)
        return .success(try body(cursor))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  private init(_ buffer: UnsafeBufferPointer<UInt8>) throws(StatementRefusal) {
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let start = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
    let reader = xmlReaderForMemory(start, Int32(buffer.count), nil, nil, Int32(options))
    guard let reader else { throw StatementRefusal(.notWellFormed) }
    self.reader = reader
    bytes = buffer
  }
  deinit { xmlFreeTextReader(reader) }

  /// Where the cursor is, for a refusal.
  var place: StatementPlace {
    StatementPlace(line: line, path: path.joined(separator: "/"))
  }
  private var line: Int { Int(xmlTextReaderGetParserLineNumber(reader)) }

  /// Whether the element on which the cursor stands ends where it begins.
  var isOnEmptyElement: Bool { xmlTextReaderIsEmptyElement(reader) == 1 }

  /// Moves to the next element that begins inside the element at `depth`; nil at its end.
  func next(inside depth: Int) throws(StatementRefusal) -> String? {
    while try step() {
      switch kind {
      case XML_READER_TYPE_ELEMENT:
        try open()
        return path.last
      case XML_READER_TYPE_END_ELEMENT:
        let closed = Int(xmlTextReaderDepth(reader))
        path.removeLast(max(0, path.count - closed))
        if closed < depth { return nil }
      case _: continue
      }
    }
    return nil
  }

  /// Reads the element on which the cursor stands, to its end.
  func piece() throws(StatementRefusal) -> XMLPiece {
    var count = 0
    return try piece(&count)
  }

  private func piece(_ count: inout Int) throws(StatementRefusal) -> XMLPiece {
    count += 1
    guard count <= Self.piecesMax else {
      throw StatementRefusal(at: place, .tooManyLines(max: BankFileReader.linesMax))
    }
    var piece = XMLPiece(name: path.last ?? "", line: line)
    let isEmpty = isOnEmptyElement
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      piece.attributes[text(xmlTextReaderConstLocalName(reader))] =
        text(xmlTextReaderConstValue(reader))
    }
    xmlTextReaderMoveToElement(reader)
    defer { path.removeLast() }
    if isEmpty { return piece }
    while try step() {
      switch kind {
      case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA:
        piece.text += text(xmlTextReaderConstValue(reader))
        guard piece.text.utf8.count <= Self.textBytesMax else {
          throw StatementRefusal(at: place, .tooMuchText(max: Self.textBytesMax))
        }
      case XML_READER_TYPE_ELEMENT:
        let isOurs = text(xmlTextReaderConstNamespaceUri(reader)) == namespace
        try open()
        let child = try self.piece(&count)
        if isOurs { piece.children.append(child) }
      case XML_READER_TYPE_END_ELEMENT: return piece
      case _: continue
      }
    }
    return piece
  }

  /// Enters the element on which the reader stands.
  private func open() throws(StatementRefusal) {
    let depth = Int(xmlTextReaderDepth(reader))
    path.removeLast(max(0, path.count - depth))
    path.append(text(xmlTextReaderConstLocalName(reader)))
    guard path.count <= Self.depthMax else {
      throw StatementRefusal(at: place, .tooDeep(max: Self.depthMax))
    }
    if path.count == 1 { namespace = text(xmlTextReaderConstNamespaceUri(reader)) }
  }

  private var kind: xmlReaderTypes {
    xmlReaderTypes(UInt32(bitPattern: xmlTextReaderNodeType(reader)))
  }

  /// One step; false at the end of the document.
  private func step() throws(StatementRefusal) -> Bool {
    switch xmlTextReaderRead(reader) {
    case 1:
      if kind == XML_READER_TYPE_DOCUMENT_TYPE || kind == XML_READER_TYPE_ENTITY_REFERENCE {
        throw StatementRefusal(at: place, .documentType)
      }
      return true
    case 0: return false
    case _: throw StatementRefusal(at: place, failure)
    }
  }

  /// What the parser stumbled over, told apart as far as it helps a treasurer.
  private var failure: StatementRefusal.Reason {
    guard let error = xmlGetLastError() else { return .notWellFormed }
    let code = xmlParserErrors(UInt32(bitPattern: error.pointee.code))
    switch code {
    case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING:
      return .wrongEncoding
    case XML_ERR_UNDECLARED_ENTITY: return .documentType
    case XML_ERR_TAG_NOT_FINISHED, XML_ERR_DOCUMENT_EMPTY: return .truncated
    case _:
      let isAtEnd = xmlTextReaderByteConsumed(reader) >= bytes.count
      let endsOpen = bytes.last { ![32, 9, 10, 13].contains($0) } != UInt8(ascii: ">")
      return isAtEnd || endsOpen ? .truncated : .notWellFormed
    }
  }

  private func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
