// Reads a SAML document into plain values, and refuses by bytes and shape what no provider writes.
import CXML
import CXMLSec
import Domain

/// An element with everything in it. Only elements, attributes and text: nothing else gets here.
struct XMLElement: Sendable {
  let name: String
  let namespace: String
  /// Attributes without a namespace.
  var attributes: [String: String] = [:]
  /// How many attributes are in other namespaces (`xsi:type`, `xml:lang`).
  var foreignAttributes: [String: String] = [:]
  var children: [XMLElement] = []
  /// The text directly inside, joined.
  var ownText = ""

  func has(_ name: String, _ namespace: String) -> Bool {
    self.name == name && self.namespace == namespace
  }
  func all(_ name: String, _ namespace: String) -> [XMLElement] {
    children.filter { $0.has(name, namespace) }
  }
  /// The only child of that name; nil when there is none or more than one.
  func only(_ name: String, _ namespace: String) -> XMLElement? {
    let found = all(name, namespace)
    return found.count == 1 ? found[0] : nil
  }
  /// The text of an element without children, white space around it removed; nil otherwise.
  var text: String? { children.isEmpty ? ownText.trimmed : nil }

  /// Every element below and including this one, outside first.
  func walk(_ visit: (XMLElement) -> Void) {
    visit(self)
    for child in children { child.walk(visit) }
  }
}

extension String {
  var trimmed: String {
    let blank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
    var bytes = utf8[...]
    while let first = bytes.first, blank(first) { bytes.removeFirst() }
    while let last = bytes.last, blank(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// How much of a document is read.
struct XMLLimits: Sendable {
  let bytesMax: Int
  let elementsMax: Int
  let depthMax: Int
  /// Namespace declarations and attributes on one element, and declarations in all.
  let attributesMax: Int
  let declarationsMax: Int
  /// Comments may stand in metadata, which comes from the operator; never in a message.
  let allowsComments: Bool

  /// A message through the browser.
  static let message = XMLLimits(
    bytesMax: 192 * 1024, elementsMax: 1000, depthMax: 24, attributesMax: 24,
    declarationsMax: 400, allowsComments: false)
  /// Metadata: AgID's list of all providers has some hundred kilobytes.
  static let metadata = XMLLimits(
    bytesMax: 8 * 1024 * 1024, elementsMax: 60_000, depthMax: 32, attributesMax: 64,
    declarationsMax: 40_000, allowsComments: true)
}

enum XMLTree {
  /// The root element of a document.
  static func read(_ bytes: [UInt8], _ limits: XMLLimits) throws(SamlRefusal) -> XMLElement {
    guard bytes.count <= limits.bytesMax else { throw .tooLarge }
    try checkBytes(bytes, limits)
    _ = raccolto_xmlsec_start()
    let outcome: Result<XMLElement, SamlRefusal> = bytes.withUnsafeBufferPointer { buffer in
      do throws(SamlRefusal) {
        let reading = try XMLReading(buffer, limits)
        return .success(try reading.root())
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  /// Before any parser sees them: UTF-8, no document type, comment, CDATA or instruction.
  /// In well-formed XML `<!` and `<?` begin nothing else.
  private static func checkBytes(_ bytes: [UInt8], _ limits: XMLLimits) throws(SamlRefusal) {
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else { throw .notXML }
    var at = bytes.startIndex
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")), open + 1 < bytes.count {
      at = open + 1
      switch bytes[at] {
      case UInt8(ascii: "!"):
        let isComment = bytes[at...].starts(with: "!--".utf8)
        guard isComment, limits.allowsComments else { throw .forbiddenXML }
      case UInt8(ascii: "?"):
        guard open == 0, bytes.starts(with: "<?xml ".utf8) else { throw .forbiddenXML }
        try checkDeclaration(bytes)
      case _: continue
      }
    }
  }

  /// `<?xml version="1.0" encoding="UTF-8"?>`: no other encoding, whatever the parser could read.
  private static func checkDeclaration(_ bytes: [UInt8]) throws(SamlRefusal) {
    guard let end = bytes.firstIndex(of: UInt8(ascii: ">")), end < 200 else { throw .notXML }
    let text = String(decoding: bytes[...end], as: UTF8.self).lowercased()
    guard let at = text.firstRange(of: "encoding") else { return }
    let rest = text[at.upperBound...].filter { !$0.isWhitespace && $0 != "'" && $0 != "\"" }
    guard rest.hasPrefix("=utf-8") else { throw .forbiddenXML }
  }
}

/// One walk of libxml2's reader over a document: no network, no entities, limits as it goes.
private final class XMLReading {
  private let reader: xmlTextReaderPtr
  private let limits: XMLLimits
  private var elements = 0
  private var declarations = 0
  private var ids: Set<String> = []

  init(_ buffer: UnsafeBufferPointer<UInt8>, _ limits: XMLLimits) throws(SamlRefusal) {
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let start = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
    guard
      let reader = xmlReaderForMemory(start, Int32(buffer.count), nil, "UTF-8", Int32(options))
    else { throw .notXML }
    self.reader = reader
    self.limits = limits
  }
  deinit { xmlFreeTextReader(reader) }

  func root() throws(SamlRefusal) -> XMLElement {
    var open: [XMLElement] = []
    var root: XMLElement?
    while try step() {
      switch Int(xmlTextReaderNodeType(reader)) {
      case Int(XML_READER_TYPE_ELEMENT.rawValue):
        let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
        let element = try element()
        guard open.count < limits.depthMax else { throw .tooDeep }
        if isEmpty { close(element, &open, &root) } else { open.append(element) }
      case Int(XML_READER_TYPE_END_ELEMENT.rawValue):
        guard let element = open.popLast() else { throw .notXML }
        close(element, &open, &root)
      case Int(XML_READER_TYPE_TEXT.rawValue), Int(XML_READER_TYPE_WHITESPACE.rawValue),
        Int(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
        guard let text = string(xmlTextReaderConstValue(reader)) else { throw .notXML }
        if !open.isEmpty { open[open.count - 1].ownText += text }
      case Int(XML_READER_TYPE_COMMENT.rawValue) where limits.allowsComments: continue
      case _: throw .forbiddenXML
      }
    }
    guard let root, open.isEmpty else { throw .notXML }
    return root
  }

  private func close(
    _ element: XMLElement, _ open: inout [XMLElement], _ root: inout XMLElement?
  ) {
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }

  private func step() throws(SamlRefusal) -> Bool {
    switch xmlTextReaderRead(reader) {
    case 1: return true
    case 0: return false
    case _: throw .notXML
    }
  }

  private func element() throws(SamlRefusal) -> XMLElement {
    elements += 1
    guard elements <= limits.elementsMax else { throw .tooMany }
    guard let name = string(xmlTextReaderConstLocalName(reader)) else { throw .notXML }
    var element = XMLElement(
      name: name, namespace: string(xmlTextReaderConstNamespaceUri(reader)) ?? "")
    var count = 0
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      count += 1
      guard count <= limits.attributesMax else { throw .tooMany }
      try attribute(of: &element)
    }
    xmlTextReaderMoveToElement(reader)
    return element
  }

  private func attribute(of element: inout XMLElement) throws(SamlRefusal) {
    guard let name = string(xmlTextReaderConstLocalName(reader)),
      let value = string(xmlTextReaderConstValue(reader))
    else { throw .notXML }
    if xmlTextReaderIsNamespaceDecl(reader) == 1 {
      declarations += 1
      guard declarations <= limits.declarationsMax else { throw .tooMany }
      guard isAbsolute(value) else { throw .relativeNamespace }
      return
    }
    let namespace = string(xmlTextReaderConstNamespaceUri(reader)) ?? ""
    if name.lowercased() == "id" {
      guard name == "ID", namespace.isEmpty else { throw .oddID }
      guard ids.insert(value).inserted else { throw .duplicateID }
    }
    if namespace.isEmpty {
      element.attributes[name] = value
    } else {
      element.foreignAttributes["\(namespace) \(name)"] = value
    }
  }

  /// A scheme and a colon: C14N fails on anything else, and a failure looks like nothing to sign.
  private func isAbsolute(_ uri: String) -> Bool {
    let letters = uri.utf8.prefix { $0 != UInt8(ascii: ":") }
    return letters.count < uri.utf8.count && !letters.isEmpty
      && letters.allSatisfy {
        (97...122).contains($0 | 32) || (48...57).contains($0) || $0 == 43 || $0 == 45 || $0 == 46
      }
  }

  private func string(_ text: UnsafePointer<xmlChar>?) -> String? {
    text.map { String(cString: $0) }
  }
}
