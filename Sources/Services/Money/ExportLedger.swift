// The whole ledger as a text for other programs, written page by page from one snapshot.
import Domain
package import Store

/// Exports the ledger. For operators: it holds every pledge's id.
package struct ExportLedger: Sendable {
  let database: Database

  package enum Format: String, CaseIterable, Sendable {
    case beancount, hledger, csv

    fileprivate var writer: any LedgerWriter {
      switch self {
      case .beancount: BeancountWriter()
      case .hledger: HledgerWriter()
      case .csv: LedgerCSVWriter()
      }
    }
  }
  /// Entries that are read at a time.
  static let pageSize = 500

  package init(database: Database) { self.database = database }

  /// Gives the text to `write` piece by piece; answers how many entries there were.
  @discardableResult
  package func callAsFunction(
    _ format: Format, to write: @escaping @Sendable (String) throws -> Void
  ) async throws -> Int {
    try await database.read { tx in
      let writer = format.writer
      let accounts = try tx.accountsInUse()
      try write(writer.opening(accounts))
      var books = RunningBooks()
      var last = (on: "", id: "")
      var count = 0
      while true {
        let page = try tx.ledgerRecords(after: last, limit: Self.pageSize)
        guard let end = page.last?.record else { break }
        var text = ""
        for one in page {
          if one.record.effectiveOn != books.day { text += writer.closing(books.close()) }
          books.add(one.record)
          text += writer.entry(one)
        }
        try write(text)
        count += page.count
        last = (end.effectiveOn, end.id)
      }
      try write(writer.closing(books.close()) + writer.ending(accounts, on: books.day))
      return count
    }
  }
}

/// One of the formats: pieces of text, in the order of the books.
protocol LedgerWriter: Sendable {
  func opening(_ accounts: [LedgerAccountLine]) -> String
  func entry(_ entry: SealedRecord) -> String
  /// What the accounts that moved on a day hold at its end.
  func closing(_ day: ClosedDay) -> String
  /// What every account holds at the end, as the database's own totals have it.
  func ending(_ accounts: [LedgerAccountLine], on day: String) -> String
}

/// Balances at the end of a day.
struct ClosedDay {
  let day: String
  let balances: [(account: String, currency: String, cents: Int64)]
}

/// Sums up as the entries go by.
struct RunningBooks {
  private(set) var day = ""
  private var balances: [String: Int64] = [:]
  private var moved: [String: String] = [:]

  mutating func add(_ record: LedgerRecord) {
    day = record.effectiveOn
    for line in record.postings {
      balances[line.account, default: 0] += line.cents
      moved[line.account] = line.currency
    }
  }
  mutating func close() -> ClosedDay {
    let closed = moved.sorted { $0.key < $1.key }.map {
      (account: $0.key, currency: $0.value, cents: balances[$0.key] ?? 0)
    }
    moved = [:]
    return ClosedDay(day: day, balances: closed)
  }
}

extension Int64 {
  /// Cents as programs read amounts: `-1234.05`.
  var decimals: String {
    let cents = magnitude % 100
    return "\(self < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}
