// The ledger as a table: one row a posting, with everything that an entry's hash is made of.
import Domain

struct LedgerCSVWriter: LedgerWriter {
  private static let columns = [
    "entry", "line", "account", "amount_cents", "currency", "campaign", "pledge", "payment", "kind",
    "key", "effective_on", "recorded_at", "cause_kind", "cause", "actor_kind", "actor", "reverses",
    "block", "position", "hash",
  ]

  func opening(_ accounts: [LedgerAccountLine]) -> String {
    Self.columns.joined(separator: ",") + "\r\n"
  }

  func entry(_ entry: SealedRecord) -> String {
    let record = entry.record
    let shared = [
      record.kind, record.key, record.effectiveOn, String(record.recordedAt), record.causeKind,
      record.causeID, record.actorKind, record.actorID ?? "", record.reverses ?? "",
      entry.seal.map { String($0.block) } ?? "", entry.seal.map { String($0.position) } ?? "",
      entry.seal?.hash ?? "",
    ].map(\.csvField).joined(separator: ",")
    return record.postings.map { line in
      let own = [
        record.id, String(line.number), line.account, String(line.cents), line.currency,
        line.campaign ?? "", line.pledge ?? "", line.payment ?? "",
      ].map(\.csvField).joined(separator: ",")
      return "\(own),\(shared)\r\n"
    }.joined()
  }

  func closing(_ day: ClosedDay) -> String { "" }
  func ending(_ accounts: [LedgerAccountLine], on day: String) -> String { "" }
}

extension String {
  /// As a field of a table (RFC 4180): in quotes where it has to be.
  package var csvField: String {
    guard contains(where: { ",\"\r\n".contains($0) }) else { return self }
    return "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
