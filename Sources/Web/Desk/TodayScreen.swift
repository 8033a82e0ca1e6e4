// "Oggi": what should be zero and is not, in one look.
import Domain
import Literals
import Phrases
import Services

struct TodayScreen: ScreenGroup {
  let desk: DeskServices

  func add(to screens: Screens) {
    screens.get(SharedRoutes.desk, audience: .signedIn, use: today)
  }

  private func today(_ screen: ScreenContext) async throws -> Reply {
    guard let today = try await desk.today(screen.now, by: screen.actor) else {
      // Who works on a campaign alone begins there; who has nothing to do here, at the profile.
      let mayWork = screen.actor.mayAnywhere(.readDraft)
      return .seeOther(mayWork ? FundingRoutes.desk() : IdentityRoutes.sessions())
    }
    let say = screen.desk
    let sections: [(String, [DeskToday.Kind])] = [
      (
        say.moneyHeading,
        [
          .linesWaiting, .suspense, .exceptions, .paymentsStuck, .paymentsHeld, .rewardsMissing,
          .refundsToDecide, .refundsByHand, .refundsUnsent, .disputesOpen, .accountsOff,
        ]
      ),
      (
        say.machineHeading,
        [
          .webhooksDead, .webhooksDeferred, .webhooksWaiting, .tasksDiscarded, .tasksFailing,
          .mailFailed,
        ]
      ),
      (say.peopleHeading, [.reviewsWaiting, .identitiesContested]),
    ]
    let body = sections.map { title, kinds -> HTML in
      let own = kinds.compactMap { kind in today.counts.first { $0.kind == kind } }
      return """
        <section><h2>\(title)</h2><ul class="counts">\(own.map { tile($0, screen) })</ul></section>
        """
    }
    let page = screen.deskPage(
      say.today, at: SharedRoutes.desk(),
      """
      \(body)
      \(queues(today.queues, screen))
      \(signsOfLife(today.wellness, screen))
      """)
    return .page(page.with { $0.lead = "\(say.todayLead(today.exceptions.count))" })
  }

  /// A zero is grey; what is not zero says why.
  private func tile(_ count: DeskToday.Count, _ screen: ScreenContext) -> HTML {
    let language = screen.language
    let label = count.kind.label(language)
    let figure = "<b>\(count.count.formatted(language))</b>\(label)" as HTML
    let route = route(of: count.kind, screen)
    let linked = route.map { "<a href=\"\($0[language])\">\(figure)</a>" as HTML }
    let top = linked ?? "<span class=\"figure\">\(figure)</span>"
    guard !count.isZero else { return "<li class=\"zero\">\(top)</li>" }
    let amount = count.amount.map { " \(screen.desk.inAll($0.formatted(language)))" } ?? ""
    let age = count.oldestAt.map { " \(screen.desk.oldest(screen.age($0)))" } ?? ""
    return """
      <li class="alert">\(top)<p class="small">\(count.kind.reason(language))\(amount)\(age)</p>\
      </li>
      """
  }

  /// Where the things behind a count are, if this person may go there.
  private func route(of kind: DeskToday.Kind, _ screen: ScreenContext) -> Route? {
    let (act, route): (Act, Route) =
      switch kind {
      case .linesWaiting: (.readStatements, ReconciliationRoutes.queue())
      case .suspense, .refundsUnsent, .accountsOff: (.readLedger, DeskRoutes.ledger())
      case .refundsToDecide, .refundsByHand: (.readPayments, DeskRoutes.refunds())
      case .disputesOpen: (.readPayments, DeskRoutes.disputes())
      case .exceptions, .rewardsMissing: (.readPayments, DeskRoutes.exceptions())
      case .paymentsStuck: (.readPayments, payments(.stuck))
      case .paymentsHeld: (.readPayments, payments(.held))
      case .webhooksDead: (.readWebhooks, webhooks(.dead))
      case .webhooksDeferred: (.readWebhooks, webhooks(.deferred))
      case .webhooksWaiting: (.readWebhooks, webhooks(.received))
      case .tasksDiscarded: (.readJobs, tasks(.discarded))
      case .tasksFailing: (.readJobs, tasks(.ready))
      case .mailFailed: (.readMail, DeskRoutes.mail())
      case .reviewsWaiting: (.reviewCampaign, FundingRoutes.reviews())
      case .identitiesContested: (.readPeople, IdentityRoutes.conflicts())
      }
    return screen.mayAtDesk(act) ? route : nil
  }
  private func payments(_ group: PaymentFilter.Group) -> Route {
    DeskRoutes.payments().with("stato", group.rawValue)
  }
  private func webhooks(_ status: WebhookStatus) -> Route {
    DeskRoutes.webhooks().with("stato", status.rawValue)
  }
  private func tasks(_ status: StoredTask.Status) -> Route {
    DeskRoutes.tasks().with("stato", status.rawValue)
  }

  private func queues(_ queues: [QueueCondition], _ screen: ScreenContext) -> HTML {
    guard screen.mayAtDesk(.readJobs) else { return .empty }
    return """
      <section><h2>\(screen.desk.queues)</h2>
      \(queues.isEmpty
        ? "<p class=\"muted\">\(screen.desk.noQueues)</p>"
        : queueTable(queues, screen))</section>
      """
  }

  private func signsOfLife(_ wellness: DeskToday.Wellness, _ screen: ScreenContext) -> HTML {
    let say = screen.desk
    let difference = wellness.ledgerDifference
    let ledger: HTML =
      difference.isZero
      ? "<li>\(say.ledgerBalances)</li>"
      : "<li class=\"bad\">\(say.ledgerOff(difference.formatted(screen.language)))</li>"
    let leader: HTML =
      wellness.leaderUntil == nil
      ? "<li class=\"bad\">\(say.nobodyLeads)</li>" : "<li>\(say.leads)</li>"
    let times: [(Instant?, @Sendable (String) -> String)] = [
      (wellness.lastEntryAt, say.lastEntry), (wellness.lastWebhookAt, say.lastWebhook),
      (wellness.lastStatementAt, say.lastStatement),
    ]
    let lines = times.compactMap { at, sentence in
      at.map { "<li>\(sentence(screen.age($0)))</li>" as HTML }
    }
    return """
      <section><h2>\(say.wellHeading)</h2><ul class="signs">\(ledger)\(leader)\(lines)</ul>\
      </section>
      """
  }
}

/// How each queue is doing.
func queueTable(_ queues: [QueueCondition], _ screen: ScreenContext) -> HTML {
  let say = screen.machine
  let rows = queues.map { queue -> HTML in
    let route = DeskRoutes.tasks().with("coda", queue.queue).with("stato", "ready")
    return """
      <tr><th scope="row">\(screen.link(queueWord(queue.queue, screen.language), route))</th>\
      <td class="right">\(figure(queue.due))</td><td class="right">\(figure(queue.scheduled))</td>\
      <td class="right">\(figure(queue.running))</td>\
      <td class="right">\(figure(queue.discarded))</td>\
      <td>\(queue.oldestDueAt.map(screen.age) ?? "–")</td></tr>
      """
  }
  return deskTable(
    screen.desk.queues,
    [
      screen.desk.queue, "+\(say.due)", "+\(say.scheduled)", "+\(say.running)", "+\(say.givenUp)",
      say.oldestDue,
    ], rows)
}

/// A zero in grey.
private func figure(_ number: Int) -> HTML {
  number == 0 ? "<span class=\"muted\">0</span>" : "\(number)"
}
