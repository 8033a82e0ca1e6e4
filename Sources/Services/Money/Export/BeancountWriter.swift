// The ledger as beancount reads it: `bean-check` holds every entry and every day's balances.
import Domain

struct BeancountWriter: LedgerWriter {
  func opening(_ accounts: [LedgerAccountLine]) -> String {
    var text = "option \"title\" \"Raccolto\"\noption \"operating_currency\" \"EUR\"\n\n"
    for account in accounts {
      text += "\(account.firstOn) open \(name(account.code)) \(account.currency)\n"
      text += "  code: \"\(account.code)\"\n"
    }
    return text + "\n"
  }

  func entry(_ entry: SealedRecord) -> String {
    let record = entry.record
    var text = "\(record.effectiveOn) * \"\(record.kind)\"\n"
    for (name, value) in entry.metadata { text += "  \(name): \"\(value)\"\n" }
    for line in record.postings {
      text += "  \(name(line.account))  \(line.cents.decimals) \(line.currency)\n"
      if let pledge = line.pledge { text += "    pledge: \"\(pledge)\"\n" }
      if let payment = line.payment { text += "    payment: \"\(payment)\"\n" }
    }
    return text + "\n"
  }

  /// An assertion holds at the beginning of its day.
  func closing(_ day: ClosedDay) -> String {
    guard let next = CivilDate(day.day)?.adding(days: 1) else { return "" }
    return day.balances.map {
      "\(next) balance \(name($0.account))  \($0.cents.decimals) \($0.currency)\n"
    }.joined() + "\n"
  }

  func ending(_ accounts: [LedgerAccountLine], on day: String) -> String {
    closing(
      ClosedDay(
        day: day,
        balances: accounts.map {
          (account: $0.code, currency: $0.currency, cents: $0.cents)
        }))
  }

  /// `escrow:cmp_01…` is `Liabilities:Escrow:Cmp-01…`: components begin with a capital or a digit.
  private func name(_ code: String) -> String {
    let parts = code.split(separator: ":", maxSplits: 1)
    let kind = parts[0].split(separator: "_").map { $0.capitalizedFirst }.joined()
    let owner = parts.dropFirst().map { ":" + $0.component }.joined()
    return "\(code.root.capitalizedFirst):\(kind)\(owner)"
  }
}

extension String {
  /// Where an account stands: the name of its side, in the plural of accounting programs.
  var root: String {
    let kind = String(prefix { $0 != ":" })
    return switch AccountKind(rawValue: kind)?.side {
    case .asset: "assets"
    case .liability: "liabilities"
    case .income: "income"
    case .expense: "expenses"
    case nil: "equity"
    }
  }
}

extension StringProtocol {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
  fileprivate var component: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }).capitalizedFirst
  }
}

extension SealedRecord {
  /// What else an export says of an entry.
  var metadata: [(name: String, value: String)] {
    let seal = seal.map {
      [(name: "block", value: "\($0.block)"), (name: "hash", value: $0.hash)]
    }
    let reverses = record.reverses.map { [(name: "reverses", value: $0)] }
    return [
      (name: "entry", value: record.id), (name: "key", value: record.key),
      (name: "cause", value: "\(record.causeKind) \(record.causeID)"),
    ] + (reverses ?? []) + (seal ?? [])
  }
}
