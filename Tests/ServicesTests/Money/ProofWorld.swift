// A ledger of some days with entries of many kinds, and the use cases of its proof.
import Domain
import Foundation
import Literals
import Services
import Store
import Support

/// The money world with its proof.
struct ProofWorld: Sendable {
  let database: Database
  var money: MoneyWorld
  let clock: TestClock
  let entropy = seededEntropy(7)

  static let days = 4
  static var end: Instant { CivilDate(of: MoneyWorld.start).adding(days: days).end }

  init(_ database: Database) async throws {
    self.database = database
    money = try await MoneyWorld.make(payments: 12, in: database)
    clock = TestClock(MoneyWorld.start)
  }

  var proof: ProofServices {
    ProofServices(
      database: database, clock: clock.port, entropy: entropy,
      letters: HeadLetters { head, person in
        MailContent(subject: "\(head.day)", text: "\(person.name) \(head.hash)")
      })
  }

  /// Captures with their fees, a refund and a settlement, day by day, sealed as they come.
  func live() async throws {
    var ids = SeededIDs(seed: 99)
    func header(_ day: Int, _ payment: Payment) -> JournalEntry.Header {
      JournalEntry.Header(
        id: ids.id(), effectiveOn: CivilDate(of: MoneyWorld.start).adding(days: day),
        cause: .payment(payment.id))
    }
    for (index, payment) in money.payments.enumerated() {
      let day = index % Self.days
      clock.now = MoneyWorld.start + .days(day)
      let paid = payment.paid
      try await post(
        .captured(header(day, payment), by: .sandbox, paid), .capture(payment.id), of: payment)
      let about = Posting.Subject(
        payment: payment.id, pledge: payment.pledge, campaign: payment.campaign)
      try await post(
        .providerFee(header(day, payment), by: .sandbox, Money(cents: 29), of: about),
        .fee(.sandbox, transaction: "txn_\(index)"))
      if index == 5 { try await proof.seal() }
    }
    let back = money.payments[3]
    try await post(.wholeRefund(header(2, back), of: back), .wholeRefund(of: back))
    try await proof.seal()
  }

  private func post(
    _ entry: JournalEntry, _ key: JournalKey, of payment: Payment? = nil
  ) async throws {
    let now = clock.now
    try await database.write { tx in
      if let payment {
        try tx.execute("UPDATE payment SET status = 'succeeded' WHERE id = \(payment.id)")
      }
      _ = try tx.post(entry, key: key, by: .system, at: now)
    }
  }

  func makeAuditor() async throws {
    let person: Person.ID = entropy.id(at: MoneyWorld.start)
    let grant = Grant(
      id: entropy.id(at: MoneyWorld.start), person: person, role: .auditor, scope: .platform,
      by: nil, at: MoneyWorld.start)
    try await database.write { tx in
      try tx.execute(
        """
        INSERT INTO person (id, email, email_key, name, language, created_at)
             VALUES (\(person), 'revisora@esempio.it', 'revisora@esempio.it', 'Ada', 'it',
                     \(MoneyWorld.start))
        """)
      _ = try tx.insert(grant)
    }
  }

  /// The export as a file.
  func export(_ format: ExportLedger.Format) async throws -> URL {
    let url = URL.temporaryDirectory.appending(path: "\(money.campaign)-\(format.rawValue)")
    try Data().write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    try await ExportLedger(database: database)(format) { text in
      try handle.write(contentsOf: Data(text.utf8))
    }
    try handle.close()
    return url
  }
}
