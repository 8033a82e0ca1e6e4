// Lists by keyset: every row once, found by each of its names; and balances that run.
import Domain
import Literals
import Store
import Support
import Testing

@Test(arguments: TestEngine.all)
func `pages of payments hold every payment once, the newest first`(engine: TestEngine) async throws
{
  try await engine.withDatabase { database in
    let world = try await MoneyWorld.make(payments: 120, in: database)
    var seen: [Payment.ID] = []
    var sizes: [Int] = []
    var after: DeskCursor? = .newest
    while let cursor = after {
      let filter = PaymentFilter(after: DeskCursor(cursor.text) ?? cursor)
      let page = try await database.read { try $0.deskPayments(filter, providers: [.sandbox]) }
      seen += page.items.map(\.id)
      sizes.append(page.items.count)
      after = page.next
    }
    #expect(sizes == [50, 50, 20])
    #expect(Set(seen) == Set(world.payments.map(\.id)))
    #expect(seen == seen.sorted(by: >))
  }
}

@Test(arguments: TestEngine.all)
func `a payment is found by each of its names`(engine: TestEngine) async throws {
  try await engine.withDatabase { database in
    let world = try await DeskWorld.make(in: database)
    let payment = world.money.payments[1]
    let file = try #require(try await database.read { try $0.deskPayment(payment.id) })
    let reference = try #require(PersonReference(file.line.reference))
    let names = [
      payment.id.description, payment.pledge.description, "pi_1", reference.grouped.lowercased(),
      file.pledge.transferReference,
    ]
    for name in names {
      let found = try await database.read {
        try $0.deskPayments(PaymentFilter(search: name), providers: [.sandbox, .bank])
      }
      #expect(found.items.map(\.id) == [payment.id], "\(name)")
    }
    let none = try await database.read {
      try $0.deskPayments(PaymentFilter(search: "' OR 1=1 --"), providers: [.sandbox])
    }
    #expect(none.items.isEmpty)
  }
}

@Test(arguments: TestEngine.all)
func `a payment's page brings its events, its entries and its story together`(engine: TestEngine)
  async throws
{
  try await engine.withDatabase { database in
    let world = try await DeskWorld.make(in: database)
    let file = try #require(
      try await database.read { try $0.deskPayment(world.money.payments[0].id) })
    #expect(file.webhooks.count == 4)
    #expect(file.entries.map(\.kind) == [.captured])
    #expect(file.history.map(\.to) == ["created", "succeeded"])
    let held = try #require(
      try await database.read { try $0.deskPayment(world.money.payments[3].id) })
    #expect(held.exceptions.map(\.kind) == ["amount"])
    #expect(held.entries.isEmpty)
  }
}

@Test(arguments: TestEngine.all)
func `the balance after each posting continues over the pages`(engine: TestEngine) async throws {
  try await engine.withDatabase { database in
    var world = try await MoneyWorld.make(payments: 60, in: database)
    let entries = try world.payments.map { (try world.capture(of: $0), $0.id) }
    try await database.write { tx in
      for (entry, payment) in entries {
        _ = try tx.post(entry, key: .capture(payment), by: .system, at: MoneyWorld.start)
      }
    }
    let account = Account.provider(.sandbox)
    let first = try #require(
      try await database.read { try $0.accountStatement(account, after: .newest) })
    #expect(first.posted == MoneyWorld.amount * 60)
    #expect(first.postings.items.count == 50)
    #expect(first.postings.items.first?.balance == MoneyWorld.amount * 60)
    let cursor = try #require(first.postings.next)
    let second = try #require(
      try await database.read { try $0.accountStatement(account, after: cursor) })
    #expect(second.postings.items.map(\.balance).first == MoneyWorld.amount * 10)
    #expect(second.postings.items.map(\.balance).last == MoneyWorld.amount)
    #expect(second.postings.next == nil)
  }
}

@Test(arguments: TestEngine.all)
func `an entry names its cause, the statement behind it and what takes it back`(engine: TestEngine)
  async throws
{
  try await engine.withDatabase { database in
    let world = try await DeskWorld.make(in: database)
    let cause = Cause(.statementLine, world.line)
    let line = try #require(
      try await database.read { try $0.deskEntries(causedBy: cause) }.first)
    let original = try #require(try await database.read { try $0.journalEntry(line.id) })
    var ids = SeededIDs(seed: 99)
    let header = JournalEntry.Header(
      id: ids.id(), effectiveOn: original.effectiveOn, cause: Cause(.act, "aud_x"))
    let reversal = try JournalEntry.reversal(header, of: original)
    try await database.write { tx in
      _ = try tx.post(
        reversal, key: .reversal(of: original.id), by: .system, at: MoneyWorld.start)
    }
    let file = try #require(try await database.read { try $0.deskEntry(line.id) })
    #expect(file.statement == "stm_1")
    #expect(file.reversedBy == reversal.id)
    #expect(file.postings.count == 2)
    let back = try #require(try await database.read { try $0.deskEntry(reversal.id) })
    #expect(back.reverses == original.id)
  }
}

@Test(arguments: TestEngine.all)
func `the trial balance proves itself`(engine: TestEngine) async throws {
  try await engine.withDatabase { database in
    _ = try await DeskWorld.make(in: database)
    let balance = try await database.read { try $0.trialBalance() }
    #expect(balance.difference.isZero)
    #expect(balance.debits == MoneyWorld.amount * 2 + Money(cents: 2500))
    #expect(balance.groups.map(\.kind).contains(.suspense))
    #expect(balance.lines.first { $0.account.kind == .escrow }?.campaign != nil)
  }
}
