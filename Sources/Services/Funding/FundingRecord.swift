// What an act of funding leaves behind: an audit record.
import Domain
import Store

extension Transaction {
  /// Notes an act with whoever did it.
  func audit(
    _ act: Act, _ kind: String, _ id: String, _ stamp: Stamp,
    detail: [String: String] = [:]
  ) throws {
    try record(act, on: .init(kind, id), stamp, detail: detail)
  }
}
