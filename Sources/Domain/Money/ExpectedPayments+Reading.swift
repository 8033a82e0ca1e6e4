// Files of expected payments: a JSON list or CSV with a head line, as design.md's fixed names say.
import FoundationEssentials

extension ExpectedPayment {
  /// Larger files are cut by whoever makes them.
  package static let fileBytesMax = 256 * 1024 * 1024

  /// Reads a file, all of it or nothing. It is JSON when it begins with a bracket.
  package static func read(_ bytes: [UInt8]) throws(ExpectedRefusal) -> [ExpectedPayment] {
    guard bytes.count <= fileBytesMax else { throw ExpectedRefusal(.tooLarge) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { ![9, 10, 13, 32].contains($0) }
    let entries =
      first == UInt8(ascii: "[") ? try json(Array(bytes[start...])) : try csv(bytes)
    var payments: [ExpectedPayment] = []
    var seen: Set<String> = []
    for (index, entry) in entries.enumerated() {
      let payment = try entry.payment(index + 1)
      guard seen.insert("pledge \(payment.pledgeID)").inserted else {
        throw ExpectedRefusal(.twice, entry: index + 1, payment.pledgeID)
      }
      if let id = payment.paymentID, let provider = payment.provider,
        !seen.insert("payment \(provider) \(id)").inserted
      {
        throw ExpectedRefusal(.twice, entry: index + 1, id)
      }
      payments.append(payment)
    }
    return payments
  }

  private static func json(_ bytes: [UInt8]) throws(ExpectedRefusal) -> [ExpectedEntry] {
    let objects: [[String: Cell]]
    do {
      objects = try JSONDecoder().decode([[String: Cell]].self, from: Data(bytes))
    } catch { throw ExpectedRefusal(.unreadable, "\(error)".prefix(200).description) }
    return objects.map { object in
      ExpectedEntry(values: object.compactMapValues(\.text))
    }
  }

  private static func csv(_ bytes: [UInt8]) throws(ExpectedRefusal) -> [ExpectedEntry] {
    let head = bytes.prefix { $0 != 10 && $0 != 13 }
    let semicolons = head.count { $0 == UInt8(ascii: ";") }
    let commas = head.count { $0 == UInt8(ascii: ",") }
    var text = DelimitedText(bytes, separator: UInt8(ascii: semicolons > commas ? ";" : ","))
    do {
      guard try text.advance() else { return [] }
      let columns = text.cells.map { $0.text.lowercased() }
      if let odd = columns.first(where: { !ExpectedEntry.fields.contains($0) }) {
        throw ExpectedRefusal(.columnUnknown, odd)
      }
      for needed in ["pledge_id", "amount", "currency"] where !columns.contains(needed) {
        throw ExpectedRefusal(.columnMissing, needed)
      }
      var entries: [ExpectedEntry] = []
      while try text.advance() {
        var entry = ExpectedEntry()
        for (column, cell) in zip(columns, text.cells) { entry.values[column] = cell.text }
        entries.append(entry)
      }
      return entries
    } catch let refusal as ExpectedRefusal { throw refusal } catch {
      throw ExpectedRefusal(.unreadable, "line \(text.line)")
    }
  }

  /// A value of JSON that a field may have.
  private enum Cell: Decodable {
    case text(String), number(Int64), null, other

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .null
      } else if let text = try? value.decode(String.self) {
        self = .text(text)
      } else if let number = try? value.decode(Int64.self) {
        self = .number(number)
      } else {
        self = .other
      }
    }
    var text: String? {
      switch self {
      case .text(let text): text
      case .number(let number): "\(number)"
      case .null: nil
      // No field takes it: an amount of it is no amount, an id of it is no id.
      case .other: ""
      }
    }
  }
}
