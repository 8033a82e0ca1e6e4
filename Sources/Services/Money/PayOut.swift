// Money leaves for organisations: proposed by one, approved by another, told to the bank in a file.
package import Domain
package import Store

/// Payouts, from the account they go to until the file for the bank.
package struct PayOut: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  package let rule: PayoutRule
  let bank: Bank

  /// Our account, and how its bank is told.
  package struct Bank: Sendable {
    let holder: String
    let iban: IBAN
    let writer: any TransferFileWriter

    package init(holder: String, iban: IBAN, writer: any TransferFileWriter) {
      (self.holder, self.iban, self.writer) = (holder, iban, writer)
    }
  }

  /// Transfers of one file; the rest waits for the next.
  package static let transfersMax = 500

  package init(
    database: Database, clock: WallClock, entropy: Entropy, rule: PayoutRule = .standard,
    bank: Bank
  ) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
    (self.rule, self.bank) = (rule, bank)
  }

  package enum Outcome: Hashable, Sendable {
    case proposed(Payout.ID)
    case moved(to: PayoutState)
    case refused(PayoutRefusal)
    case notFound
    /// A second factor has to be shown first.
    case notProved
    case notAllowed
  }

  /// What may go to whom, and the files so far.
  package struct Overview: Sendable {
    package let campaigns: [PayoutFile]
    package let files: [BankFileLine]
  }

  /// Nil for whoever may not read the ledger.
  package func overview(by actor: Actor) async throws -> Overview? {
    guard actor.may(.readLedger, on: .platform) else { return nil }
    let (now, rule, account) = (clock.now, rule, bank.iban)
    return try await database.read { tx in
      let campaigns = try tx.paidOutCampaigns().compactMap { id, title in
        try tx.campaign(id).map { campaign in
          PayoutFile(
            campaign, title, try tx.payoutRoom(of: campaign, from: account, rule, at: now),
            account: try tx.payeeAccount(of: campaign.organisation),
            payouts: try tx.payouts(of: id))
        }
      }
      return Overview(campaigns: campaigns, files: try tx.bankFiles())
    }
  }

  package func propose(
    _ amount: Money, for slug: Slug, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.proposePayout, on: .platform), let person = actor.person else {
      return .notAllowed
    }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    let (rule, iban) = (rule, bank.iban)
    return try await database.write { tx in
      guard let found = try tx.campaign(slug), let campaign = try tx.campaignLocked(found.id)
      else { return .notFound }
      guard campaign.state == .succeeded else { return .refused(.notSucceeded) }
      guard amount.isPositive else { return .refused(.notPositive) }
      let room = try tx.payoutRoom(of: campaign, from: iban, rule, at: stamp.now)
      guard amount <= room.payable else { return .refused(.abovePayable(room.payable)) }
      guard let account = try tx.payeeAccount(of: campaign.organisation) else {
        return .refused(.noAccount)
      }
      do throws(PayoutRefusal) { try account.checkUsable(at: stamp.now, rule) } catch {
        return .refused(error)
      }
      let payout = Payout(
        id: stamp.entropy.id(at: stamp.now), of: campaign.id, amount, to: account.id,
        proposed: (person, stamp.now))
      try tx.insert(payout)
      try tx.record(
        .proposePayout, on: .init("payout", payout.id.description), stamp,
        detail: ["cents": "\(amount.cents)"])
      return .proposed(payout.id)
    }
  }

  /// Another person approves: now the ledger knows.
  package func approve(
    _ id: Payout.ID, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.approvePayout, on: .platform) else { return .notAllowed }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    guard actor.hasProved(at: stamp.now) else { return .notProved }
    let (rule, iban) = (rule, bank.iban)
    return try await database.write { tx in
      guard var payout = try tx.payoutLocked(id),
        let campaign = try tx.campaignLocked(payout.campaign)
      else { return .notFound }
      do throws(PayoutRefusal) { try payout.checkApprover(actor.person) } catch {
        return .refused(error)
      }
      guard payout.state.on(.approve) != nil else {
        return .refused(.notFrom(payout.state, .approve))
      }
      guard let account = try tx.payeeAccount(of: campaign.organisation),
        account.id == payout.account
      else { return .refused(.accountChanged) }
      let room = try tx.payoutRoom(of: campaign, from: iban, rule, at: stamp.now)
      // Its own amount is among the proposed.
      guard !room.isShort else { return .refused(.abovePayable(room.payable)) }
      payout.approvedBy = actor.person
      try tx.move(&payout, on: .approve, stamp)
      let entry = try JournalEntry.payoutOrdered(stamp.header(.payout(id)), payout)
      _ = try tx.post(entry, key: .payoutOrdered(id), by: stamp.actor, at: stamp.now)
      try tx.record(
        .approvePayout, on: .init("payout", id.description), stamp,
        detail: ["cents": "\(payout.amount.cents)"])
      return .moved(to: payout.state)
    }
  }

  /// Takes back what is not with the bank, or what the bank has refused. The second needs another
  /// person than who proposed it, as approving does: it makes money payable again.
  package func takeBack(
    _ id: Payout.ID, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.proposePayout, on: .platform) else { return .notAllowed }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    return try await database.write { tx in
      guard var payout = try tx.payoutLocked(id) else { return .notFound }
      let event: PayoutEvent = payout.state == .submitted ? .fail : .cancel
      guard payout.state.on(event) != nil else { return .refused(.notFrom(payout.state, event)) }
      if event == .fail {
        guard actor.may(.approvePayout, on: .platform) else { return .notAllowed }
        guard actor.hasProved(at: stamp.now) else { return .notProved }
        do throws(PayoutRefusal) { try payout.checkApprover(actor.person) } catch {
          return .refused(error)
        }
      }
      try tx.move(&payout, on: event, stamp)
      if let ordered = try tx.journalEntry(under: .payoutOrdered(id)),
        let entry = try tx.journalEntry(ordered)
      {
        let reversal = try JournalEntry.reversal(stamp.header(.payout(id)), of: entry)
        _ = try tx.post(reversal, key: .reversal(of: ordered), by: stamp.actor, at: stamp.now)
      }
      try tx.record(
        event == .fail ? .approvePayout : .proposePayout,
        on: .init("payout", id.description), stamp, detail: ["step": "takeBack"])
      return .moved(to: payout.state)
    }
  }

  package enum FileOutcome: Hashable, Sendable {
    case written(BankFile.ID)
    case nothingApproved
    case notProved
    case notAllowed
  }

  /// Puts all approved payouts into one file; each is in one file only.
  package func writeFile(by actor: Actor, requestID: String = "") async throws -> FileOutcome {
    guard actor.may(.approvePayout, on: .platform), let person = actor.person else {
      return .notAllowed
    }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    guard actor.hasProved(at: stamp.now) else { return .notProved }
    let bank = bank
    return try await database.write { tx in
      var payouts: [Payout] = []
      for found in try tx.payouts(in: .approved, limit: Self.transfersMax) {
        // An account that was replaced since gets nothing: its payout is taken back by a person.
        if let payout = try tx.payoutLocked(found.id), payout.state == .approved,
          let campaign = try tx.campaign(payout.campaign),
          try tx.payeeAccount(of: campaign.organisation)?.id == payout.account
        {
          payouts.append(payout)
        }
      }
      let transfers = try payouts.compactMap { try tx.transfer(of: $0) }
      guard !transfers.isEmpty else { return .nothingApproved }
      let id: BankFile.ID = stamp.entropy.id(at: stamp.now)
      let batch = TransferBatch(
        message: id.description.split(separator: "_").joined().uppercased(), at: stamp.now,
        on: CivilDate(of: stamp.now), from: (bank.holder, bank.iban), transfers)
      let content = bank.writer.write(batch)
      try tx.insert(
        bankFile: id, content, digest: Digest(of: content), of: (transfers.count, batch.sum),
        made: (person, stamp.now))
      for var payout in payouts {
        payout.file = id
        try tx.move(&payout, on: .submit, stamp)
      }
      try tx.record(
        .approvePayout, on: .init("bank_file", id.description), stamp,
        detail: ["transfers": "\(transfers.count)", "cents": "\(batch.sum.cents)"])
      return .written(id)
    }
  }

  /// A file as it was written.
  package func file(_ id: BankFile.ID, by actor: Actor) async throws -> [UInt8]? {
    guard actor.may(.proposePayout, on: .platform) else { return nil }
    return try await database.read { try $0.bankFile(id) }
  }
}

extension Transaction {
  /// What decides how much of a campaign's money may go.
  func payoutRoom(
    of campaign: Campaign, from account: IBAN, _ rule: PayoutRule, at now: Instant
  ) throws -> PayoutRoom {
    let decidedAt = try outcome(of: campaign)?.decidedAt ?? now
    let proposed = try payouts(of: campaign.id).filter { $0.state.isProposed }
    return PayoutRoom(
      due: try balance(of: .project(campaign.id, campaign.currency)),
      held: (
        try unconfirmed(of: campaign.id), try disputed(of: campaign.id),
        rule.reserve(of: try takenByCard(for: campaign.id), decidedAt: decidedAt, now: now)
      ),
      proposed: proposed.reduce(.zero) { $0 + $1.amount },
      onHand: try balance(of: .bank(account)) - outgoingUnbooked(on: account)
        - balance(of: .paymentsOut()) - proposedPayouts())
  }

  func move(_ payout: inout Payout, on event: PayoutEvent, _ stamp: Stamp) throws {
    let before = payout.state
    guard let next = before.on(event) else { throw PayoutRefusal.notFrom(before, event) }
    payout.state = next
    try update(
      payout,
      MoneyStep(
        from: before.rawValue, to: next.rawValue, reason: event.rawValue,
        by: stamp.actor.person, at: stamp.now))
  }

  func transfer(of payout: Payout) throws -> OutgoingTransfer? {
    guard let account = try payeeAccount(payout.account) else { return nil }
    return OutgoingTransfer(
      endToEnd: payout.endToEnd, payout.amount, to: account.holder, account.iban,
      text: "Raccolto \(payout.campaign)")
  }
}
