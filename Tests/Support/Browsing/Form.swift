// A form as a page shows it, and what a browser would send when it is submitted.
import Foundation

/// A form of a page with its fields' present values.
package struct Form: Sendable {
  /// Where it goes; empty for the page's own address.
  package let action: String
  /// `GET` or `POST`.
  package let method: String
  let multipart: Bool
  package private(set) var fields: [Field]
  /// The buttons, with what they say.
  package let buttons: [Button]

  /// What one control of a form sends.
  package struct Field: Sendable {
    package let name: String
    package var value: String
    /// `hidden`, `text`, `radio`, `checkbox`, `select`, `textarea`, `file` …
    package let kind: String
    /// False for a radio or checkbox that is not ticked, and for a file field without a file.
    var isSent: Bool
    /// What a select offers.
    package let options: [String]
    var file: (name: String, bytes: [UInt8])?
    /// What its label says.
    package fileprivate(set) var label = ""
    fileprivate let id: String?
  }

  /// A button that submits.
  package struct Button: Sendable {
    package let name: String?
    package let value: String
    package let text: String
    /// Where this button alone sends the form.
    let action: String?
  }

  init(_ element: Element) {
    action = element["action"] ?? ""
    method = (element["method"] ?? "get").uppercased()
    multipart = element["enctype"] == "multipart/form-data"
    let inputs = element.inside.elements("input").filter { $0["type"] != "submit" }
    fields =
      inputs.compactMap(Field.init(input:))
      + element.inside.elements("select").compactMap(Field.init(select:))
      + element.inside.elements("textarea").compactMap(Field.init(textarea:))
    let submits =
      element.inside.elements("button").filter { ($0["type"] ?? "submit") == "submit" }
      + element.inside.elements("input").filter { $0["type"] == "submit" }
    buttons = submits.map {
      Button(
        name: $0["name"], value: $0["value"] ?? "",
        text: $0.text.isEmpty ? $0["value"] ?? "" : $0.text,
        action: $0["formaction"])
    }
    let labels = element.inside.elements("label")
    for index in fields.indices {
      let label = labels.first { $0["for"] != nil && $0["for"] == fields[index].id }
      fields[index].label = label?.text ?? ""
    }
  }

  /// The value a field has now, nil if there is no such field or it would not be sent.
  package subscript(_ name: String) -> String? {
    fields.first { $0.name == name && $0.isSent }?.value
  }

  package func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// Types into a field, ticks the radio with that value, ticks (any text) or unticks ("") a box.
  /// Throws `NoSuchField` if a person could not have done it.
  package mutating func fill(_ name: String, _ value: String) throws {
    let places = fields.indices.filter { fields[$0].name == name }
    guard let first = places.first else { throw NoSuchField(name, in: self) }
    switch fields[first].kind {
    case "radio":
      guard places.contains(where: { fields[$0].value == value }) else {
        throw NoSuchField("\(name)=\(value)", in: self)
      }
      for place in places { fields[place].isSent = fields[place].value == value }
    case "checkbox":
      let place = places.first { fields[$0].value == value } ?? first
      fields[place].isSent = !value.isEmpty
    case "select" where !fields[first].options.contains(value):
      throw NoSuchField("\(name)=\(value)", in: self)
    default:
      fields[first].value = value
      fields[first].isSent = true
    }
  }

  /// Chooses a file for a file field.
  package mutating func attach(_ name: String, file: String, bytes: [UInt8]) throws {
    guard let place = fields.firstIndex(where: { $0.name == name && $0.kind == "file" }) else {
      throw NoSuchField(name, in: self)
    }
    fields[place].file = (file, bytes)
    fields[place].isSent = true
  }

  /// The pairs that are sent, the pressed button's last.
  package func pairs(pressing button: Button?) -> [(String, String)] {
    fields.filter { $0.isSent && $0.kind != "file" }.map { ($0.name, $0.value) }
      + (button?.name.map { [($0, button?.value ?? "")] } ?? [])
  }

  /// The body and its content type.
  func body(pressing button: Button?) -> (type: String, bytes: [UInt8]) {
    guard multipart else {
      return (
        "application/x-www-form-urlencoded", Array(Form.encoded(pairs(pressing: button)).utf8)
      )
    }
    let boundary = "raccolto-test-boundary-7f3a"
    var bytes: [UInt8] = []
    for (name, value) in pairs(pressing: button) {
      bytes += Array(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
      )
    }
    for field in fields where field.kind == "file" {
      let head =
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\"; "
        + "filename=\"\(field.file?.name ?? "")\"\r\nContent-Type: application/octet-stream\r\n\r\n"
      bytes += Array(head.utf8) + (field.file?.bytes ?? []) + Array("\r\n".utf8)
    }
    return ("multipart/form-data; boundary=\(boundary)", bytes + Array("--\(boundary)--\r\n".utf8))
  }

  /// Pairs as a browser writes them in a query or a body.
  package static func encoded(_ pairs: [(String, String)]) -> String {
    var kept = CharacterSet.alphanumerics.intersection(
      CharacterSet(charactersIn: "\u{0}"..."\u{7f}"))
    kept.insert(charactersIn: "-._*")
    func encode(_ text: String) -> String {
      text.addingPercentEncoding(withAllowedCharacters: kept) ?? ""
    }
    return pairs.map { "\(encode($0.0))=\(encode($0.1))" }.joined(separator: "&")
  }
}

extension Form.Field {
  fileprivate init?(input: Element) {
    guard let name = input["name"], input["disabled"] == nil else { return nil }
    let kind = input["type"] ?? "text"
    let choice = kind == "radio" || kind == "checkbox"
    self.init(
      name: name, value: input["value"] ?? (choice ? "on" : ""), kind: kind,
      isSent: choice ? input["checked"] != nil : kind != "file", options: [], file: nil,
      id: input["id"])
  }

  fileprivate init?(select: Element) {
    guard let name = select["name"] else { return nil }
    let options = select.inside.elements("option")
    let chosen = options.first { $0["selected"] != nil } ?? options.first
    self.init(
      name: name, value: chosen.map { $0["value"] ?? $0.text } ?? "", kind: "select", isSent: true,
      options: options.map { $0["value"] ?? $0.text }, file: nil, id: select["id"])
  }

  fileprivate init?(textarea: Element) {
    guard let name = textarea["name"] else { return nil }
    self.init(
      name: name, value: textarea.text, kind: "textarea", isSent: true, options: [], file: nil,
      id: textarea["id"])
  }
}

/// A test tried to fill what the page does not offer.
package struct NoSuchField: Error, CustomStringConvertible {
  package let description: String

  init(_ name: String, in form: Form) {
    let known = form.fields.map { $0.kind == "radio" ? "\($0.name)=\($0.value)" : $0.name }
    description =
      "The form at \(form.action) has no field \(name); it has: "
      + known.joined(separator: ", ")
  }
}
