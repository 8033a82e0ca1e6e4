// Payments for the desk: the list by keyset, and everything that belongs to one.
package import Domain
import Literals

extension Transaction {
  /// Payments, the newest first; `providers` are those whose own ids a search may mean.
  package func deskPayments(_ filter: PaymentFilter, providers: [ProviderName]) throws
    -> DeskList<PaymentLine>
  {
    let statuses = filter.group?.statuses ?? PaymentStatus.allCases
    let provider: SQL = filter.provider.map { "AND p.provider = \($0)" } ?? ""
    let found: SQL =
      filter.search.map { "AND p.id IN (\(fragment: Self.found($0, at: providers)))" } ?? ""
    let size = DeskList<PaymentLine>.pageSize
    let lines = try rows(
      """
      \(fragment: paymentLines)
       WHERE p.status IN (\(list: statuses))
         AND (p.created_at, p.id) < (\(filter.after.key), \(filter.after.id))
         \(fragment: provider)
         \(fragment: found)
       ORDER BY p.created_at DESC, p.id DESC
       LIMIT \(size + 1)
      """, as: PaymentLine.init(row:))
    return DeskList(lines, limit: size) {
      DeskCursor(key: $0.createdAt.milliseconds, id: $0.id.description)
    }
  }

  /// The ids that a search means: each way of writing one is an index of its own.
  private static func found(_ text: String, at providers: [ProviderName]) -> SQL {
    let reference = PersonReference(text)?.text ?? ""
    let transfer = RFReference(text)?.text ?? ""
    return """
      SELECT id FROM payment WHERE id = \(text)
      UNION SELECT id FROM payment
             WHERE provider IN (\(list: providers)) AND provider_payment_id = \(text)
      UNION SELECT id FROM payment WHERE pledge_id = \(text)
      UNION SELECT o.id FROM pledge g JOIN payment o ON o.pledge_id = g.id
             WHERE g.reference = \(reference)
      UNION SELECT o.id FROM pledge g JOIN payment o ON o.pledge_id = g.id
             WHERE g.transfer_reference = \(transfer)
      """
  }

  /// One payment with its story and its evidence; nil when there is none.
  package func deskPayment(_ id: Payment.ID) throws -> PaymentFile? {
    guard
      let line = try first(
        "\(fragment: paymentLines) WHERE p.id = \(id)", as: PaymentLine.init(row:)),
      let rest = try first(
        """
        SELECT p.provider_payment_id, p.failure, p.expires_at, g.donor_name,
               g.transfer_reference, g.status AS pledge_status, g.reward_lost
          FROM payment p
          JOIN pledge g ON g.id = p.pledge_id
         WHERE p.id = \(id)
        """, as: { $0 })
    else { return nil }
    let reference: String? = try rest("provider_payment_id")
    var file = PaymentFile(
      line,
      of: PaymentFile.PledgeGlance(
        donorName: try rest("donor_name"), transferReference: try rest("transfer_reference"),
        status: try rest("pledge_status"), isRewardLost: try rest("reward_lost")),
      at: (reference, try rest("failure"), try rest("expires_at")),
      story: (try attempts(for: line.pledge), try history(of: id)),
      evidence: (
        try deskEntries(about: line.pledge),
        try reference.map { try deskWebhooks(about: $0, from: line.provider) } ?? [],
        try deskExceptions(about: id)
      ))
    file.refunds = try deskRefunds(of: id)
    file.disputes = try deskDisputes(of: id)
    return file
  }

  private func attempts(for pledge: Pledge.ID) throws -> [PaymentLine] {
    try rows(
      "\(fragment: paymentLines) WHERE p.pledge_id = \(pledge) ORDER BY p.attempt",
      as: PaymentLine.init(row:))
  }

  private func history(of id: Payment.ID) throws -> [PaymentFile.Step] {
    try rows(
      """
      SELECT from_status, to_status, reason, cause, occurred_at
        FROM payment_event
       WHERE payment_id = \(id)
       ORDER BY ordinal
      """
    ) { row in
      PaymentFile.Step(
        from: try row("from_status"), to: try row("to_status"), reason: try row("reason"),
        cause: try row("cause"), at: try row("occurred_at"))
    }
  }

  /// What does not fit and waits for a person, the oldest first; or what was closed, the latest
  /// first.
  package func deskExceptions(closed: Bool = false) throws -> [ExceptionLine] {
    let which: SQL =
      closed
      ? "WHERE x.closed_at IS NOT NULL ORDER BY x.closed_at DESC, x.id"
      : "WHERE x.closed_at IS NULL ORDER BY x.opened_at, x.id"
    return try rows(
      "\(fragment: exceptionLines) \(fragment: which) LIMIT 200", as: ExceptionLine.init(row:))
  }
  /// One of them; nil when there is none.
  package func deskException(_ id: MoneyException.ID) throws -> ExceptionLine? {
    try first("\(fragment: exceptionLines) WHERE x.id = \(id)", as: ExceptionLine.init(row:))
  }
  private func deskExceptions(about id: Payment.ID) throws -> [ExceptionLine] {
    try rows(
      """
      \(fragment: exceptionLines)
       WHERE x.payment_id = \(id) ORDER BY x.opened_at, x.id LIMIT 200
      """,
      as: ExceptionLine.init(row:))
  }
}

/// What a payment line is made of; its FROM is over `payment p`.
let paymentLines: SQL = """
  SELECT p.id, p.pledge_id, g.reference, c.id AS campaign_id, c.slug, c.title_it, c.title_en,
         p.provider, p.attempt, p.amount_cents, p.currency, p.status, p.created_at, p.updated_at
    FROM payment p
    JOIN pledge g ON g.id = p.pledge_id
    JOIN campaign c ON c.id = p.campaign_id
  """

private let exceptionLines: SQL = """
  SELECT x.id, x.kind, x.payment_id, x.object_id, x.expected, x.found, x.opened_at, x.closed_at,
         x.note, w.name AS closed_by_name
    FROM money_exception x
    LEFT JOIN person w ON w.id = x.closed_by
  """

extension PaymentLine {
  init(row: Row) throws {
    self.init(
      id: try row("id"), of: (try row("pledge_id"), try row("reference")),
      campaign: try CampaignName(row: row),
      try: (
        try row("attempt"), try row("provider"),
        Money(cents: try row("amount_cents"), try row("currency")), try row("status")
      ),
      times: (try row("created_at"), try row("updated_at")))
  }
}

extension CampaignName {
  init(row: Row) throws {
    self.init(
      id: try row("campaign_id"), slug: try row("slug"), it: try row("title_it"),
      en: try row("title_en"))
  }
}

extension ExceptionLine {
  fileprivate init(row: Row) throws {
    self.init(
      id: try row("id"), kind: try row("kind"), payment: try row("payment_id"),
      objectID: try row("object_id"),
      values: (
        try row("expected"), try row("found"), try row("opened_at"), try row("closed_at")
      ))
    (note, closedBy) = (try row("note"), try row("closed_by_name"))
  }
}
