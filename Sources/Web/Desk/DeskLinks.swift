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
    if let id = StatementLine.ID(text), mayAtDesk(.readStatements) {
      return ReconciliationRoutes.line(id)
    }
    if let id = StoredTask.ID(text), mayAtDesk(.readJobs) { return DeskRoutes.task(id) }
    return nil
  }

  /// An id as a link where it leads somewhere.
  func linked(id text: String) -> HTML {
    guard let route = deskRoute(ofID: text) else { return machineID(text) }
    return "<a href=\"\(route[language])\">\(machineID(text))</a>"
  }

  /// A word that names a thing, leading to it where this person may go, and its id, small.
  private func named(_ word: String, _ route: Route?, id: String) -> HTML {
    "\(route.map { link(word, $0) } ?? "\(word)") \(machineID(id))"
  }

  /// A text of the machine's in this page's language, with every id in it as a link.
  func linked(_ text: String) -> HTML {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let before = words.dropLast().joined(separator: " ")
    if let id = words.last, let kind = Cause.Kind(historyWords: before) {
      return named(kind.word(language), deskRoute(ofID: id), id: id)
    }
    if words.count == 1, deskRoute(ofID: text) == nil { return "\(historyCause(text, language))" }
    let parts = words.map { (word: String) -> HTML in
      deskRoute(ofID: word) == nil ? "\(word)" : linked(id: word)
    }
    return .joined(parts.enumerated().map { $0.offset == 0 ? $0.element : " \($0.element)" })
  }

  /// What caused an entry, with the way there; campaigns by their names.
  func causeLink(_ cause: Cause, _ campaigns: [String: CampaignName] = [:]) -> HTML {
    let word = cause.kind.word(language)
    switch cause.kind {
    case .payment, .webhookEvent, .pledge, .statementLine:
      return named(word, deskRoute(ofID: cause.id), id: cause.id)
    case .campaign:
      guard let campaign = campaigns[cause.id] else { return named(word, nil, id: cause.id) }
      return "\(word) \(link(campaign.title(language), FundingRoutes.campaign(campaign.slug)))"
    case .refund, .dispute, .payout, .movement:
      return named(word, nil, id: cause.id)
    case .matchFund:
      return named(
        word, mayAtDesk(.readPayments) ? MatchFundRoutes.funds() : nil, id: cause.id)
    case .act:
      return named(word, mayAtDesk(.readAudit) ? IdentityRoutes.audit() : nil, id: cause.id)
    }
  }

  /// An account's name, with the way to its postings.
  func accountLink(_ account: Account, campaign: CampaignName? = nil) -> HTML {
    let owner = campaign?.title(language) ?? account.ownerWord(language)
    let name = account.kind.word(language) + (owner.map { " – \($0)" } ?? "")
    return "<a href=\"\(DeskRoutes.account(account.code)[language])\">\(name)</a>"
  }

  /// Journal entries as a table.
  func entryTable(_ caption: String, _ entries: [JournalLine]) -> HTML {
    deskTable(
      caption, [money.effectiveOn, money.entryHeading, money.cause],
      entries.map { entry in
        """
        <tr><td class="day">\(entry.effectiveOn.compact(language))</td>\
        <td><a href="\(DeskRoutes.entry(entry.id)[language])">\(entry.kind.word(language))</a></td>\
        <td>\(causeLink(entry.cause))</td></tr>
        """
      })
  }
}

/// An id as the machine writes it: there to be copied, not to be read.
func machineID(_ id: String) -> HTML { "<code class=\"id\">\(id)</code>" }
