// What an act leaves behind: its record, in the same transaction.
import Domain
import Store

extension Transaction {
  /// Records an act by whoever the stamp names. `detail` holds no personal data and no secrets.
  func record(
    _ act: Act, on object: AuditRecord.Object, _ stamp: Stamp, detail: [String: String] = [:]
  ) throws {
    try insert(
      AuditRecord(
        id: stamp.entropy.id(at: stamp.now), at: stamp.now,
        by: stamp.actor, act: act, object: object, detail: detail,
        requestID: stamp.requestID))
  }
}
