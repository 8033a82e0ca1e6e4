// The ledger as hledger reads it: `hledger check` holds every entry and every day's balances.
import Domain

struct HledgerWriter: LedgerWriter {
  func opening(_ accounts: [LedgerAccountLine]) -> String {
    var text = "; Raccolto\n"
    for currency in Set(accounts.map(\.currency)).sorted() {
      text += "commodity 1000.00 \(currency)\n"
    }
    for account in accounts { text += "account \(name(account.code))\n" }
    return text + "\n"
  }

  func entry(_ entry: SealedRecord) -> String {
    let record = entry.record
    var text = "\(record.effectiveOn) * \(record.kind)\n"
    for (name, value) in entry.metadata { text += "    ; \(name):\(value)\n" }
    for line in record.postings {
      text += "    \(name(line.account))  \(line.cents.decimals) \(line.currency)"
      let tags = [("pledge", line.pledge), ("payment", line.payment)].compactMap { name, id in
        id.map { "\(name):\($0)" }
      }
      text += tags.isEmpty ? "\n" : "  ; \(tags.joined(separator: ", "))\n"
    }
    return text + "\n"
  }

  func closing(_ day: ClosedDay) -> String { assertions(day, "balances of the day") }

  func ending(_ accounts: [LedgerAccountLine], on day: String) -> String {
    assertions(
      ClosedDay(
        day: day,
        balances: accounts.map {
          (account: $0.code, currency: $0.currency, cents: $0.cents)
        }), "balances at the end")
  }

  private func assertions(_ day: ClosedDay, _ title: String) -> String {
    guard !day.balances.isEmpty else { return "" }
    let lines = day.balances.map {
      "    \(name($0.account))  0.00 \($0.currency) = \($0.cents.decimals) \($0.currency)\n"
    }
    return "\(day.day) * \(title)\n" + lines.joined() + "\n"
  }

  private func name(_ code: String) -> String { "\(code.root):\(code)" }
}
