// From an id in any text of the desk to the page of the thing it names.
import Domain
import Literals
import Phrases

extension ScreenContext {
  /// The page of a thing by its id, if this person may open it.
  func deskRoute(ofID text: String) -> Route? {
    if let id = Payment.ID(text), mayAtDesk(.readPayments) { return DeskRoutes.payment(id) }
    if Pledge.ID(text) != nil, mayAtDesk(.readPayments) {
      return DeskRoutes.payments().with("cerca", text)
    }
    if let id = JournalEntry.ID(text), mayAtDesk(.readLedger) { return DeskRoutes.entry(id) }
    if let id = WebhookEvent.ID(text), mayAtDesk(.readWebhooks) { return DeskRoutes.webhook(id) }
    if let id = StoredTask.ID(text), mayAtDesk(.readJobs) { return DeskRoutes.task(id) }
    return nil
  }

  /// An id as a link where it leads somewhere.
  func linked(id text: String) -> HTML {
    guard let route = deskRoute(ofID: text) else { return "<code>\(text)</code>" }
    return "<a href=\"\(route[language])\"><code>\(text)</code></a>"
  }

  /// A text of the machine's with every id in it as a link.
  func linked(_ text: String) -> HTML {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word -> HTML in
      deskRoute(ofID: String(word)) == nil ? "\(String(word))" : linked(id: String(word))
    }
    return .joined(words.enumerated().map { $0.offset == 0 ? $0.element : " \($0.element)" })
  }

  /// What caused an entry, with the way there.
  func causeLink(_ cause: Cause) -> HTML {
    let word = cause.kind.word(language)
    switch cause.kind {
    case .payment, .webhookEvent, .pledge: return "\(word) \(linked(id: cause.id))"
    case .statementLine:
      guard mayAtDesk(.readStatements), let id = StatementLine.ID(cause.id) else {
        return "\(word) <code>\(cause.id)</code>"
      }
      let link = ReconciliationRoutes.line(id)[language]
      return "\(word) <a href=\"\(link)\"><code>\(cause.id)</code></a>"
    case .campaign, .refund, .dispute:
      return "\(word) <code>\(cause.id)</code>"
    case .act:
      guard mayAtDesk(.readAudit) else { return "\(word) <code>\(cause.id)</code>" }
      return "\(word) <a href=\"\(IdentityRoutes.audit()[language])\"><code>\(cause.id)</code></a>"
    }
  }

  /// An account's name, with the way to its postings.
  func accountLink(_ account: Account, campaign: CampaignName? = nil) -> HTML {
    let owner = campaign?.title(language) ?? account.owner
    let name = account.kind.word(language) + (owner.map { " – \($0)" } ?? "")
    return "<a href=\"\(DeskRoutes.account(account.code)[language])\">\(name)</a>"
  }

  /// Journal entries as a table.
  func entryTable(_ caption: String, _ entries: [JournalLine]) -> HTML {
    deskTable(
      caption, [money.effectiveOn, money.entryHeading, money.cause],
      entries.map { entry in
        """
        <tr><td>\(entry.effectiveOn.formatted(language))</td>\
        <td><a href="\(DeskRoutes.entry(entry.id)[language])">\(entry.kind.word(language))</a></td>\
        <td>\(causeLink(entry.cause))</td></tr>
        """
      })
  }
}
