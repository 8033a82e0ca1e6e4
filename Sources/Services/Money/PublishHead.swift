// Publishes the last block of each day, and mails it to auditors: nobody can rewrite their copy.
package import Domain
package import Store

/// The mail with a day's head, to one auditor.
package struct HeadLetters: Sendable {
  private let write: @Sendable (LedgerHead, Person) -> MailContent

  package init(_ write: @escaping @Sendable (LedgerHead, Person) -> MailContent) {
    self.write = write
  }
  func callAsFunction(_ head: LedgerHead, to person: Person) -> MailContent { write(head, person) }
}

/// Publishes the heads of the days that have ended. Safe to run twice: a day has one head.
package struct PublishHead: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let seal: SealLedger
  let letters: HeadLetters

  /// After a longer standstill only the last days are published: each vouches for all before.
  package static let daysMax = 31

  package init(
    database: Database, clock: WallClock, entropy: Entropy, letters: HeadLetters
  ) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
    self.letters = letters
    seal = SealLedger(database: database, clock: clock)
  }

  /// How many heads were published. Days before the first block have none.
  @discardableResult
  package func callAsFunction() async throws -> Int {
    try await seal()
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let today = CivilDate(of: stamp.now)
    return try await database.write { tx in
      var day = try tx.heads(limit: 1).first?.day.adding(days: 1) ?? today.adding(days: -1)
      day = max(day, today.adding(days: -Self.daysMax))
      var published = 0
      while day < today {
        if try publish(day, in: tx, stamp) { published += 1 }
        day = day.adding(days: 1)
      }
      return published
    }
  }

  private func publish(_ day: CivilDate, in tx: Transaction, _ stamp: Stamp) throws -> Bool {
    guard let block = try tx.lastBlock(before: day.end) else { return false }
    let head = LedgerHead(
      day: day, block: block.number, hash: block.hash,
      content: try tx.content(upTo: block.number))
    guard try tx.insert(head, at: stamp.now) else { return false }
    for person in try tx.auditors() {
      guard let email = person.email else { continue }
      let words = letters(head, to: person)
      try tx.queue(
        OutgoingMailRow(
          id: stamp.entropy.id(at: stamp.now),
          kind: ("ledgerHead", "ledgerHead:\(day):\(person.id)"),
          to: (email, person.name), language: person.language,
          words: (words.subject, words.text, words.html ?? ""), at: stamp.now), stamp)
    }
    return true
  }
}
