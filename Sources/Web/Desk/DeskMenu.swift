// The menu that stands on every page of the desk: what this person may open there.
import Domain
import Literals
import Phrases

struct DeskMenu {
  let screen: ScreenContext
  let page: Page

  /// The page's links, each with the act that opens it: on the platform for what belongs to the
  /// installation as a whole, anywhere for what lies in a process or a campaign.
  private var entries: [(title: String, route: Route, act: Act, isAnywhere: Bool)] {
    let say = screen.desk
    let language = screen.language
    return [
      (say.today, SharedRoutes.desk(), .readToday, false),
      (
        FacilitatorPhrases[language].processes, ParticipationRoutes.processes(), .readProcess, true
      ),
      (say.campaigns, FundingRoutes.desk(), .readDraft, true),
      (say.reviews, FundingRoutes.reviews(), .reviewCampaign, true),
      (say.payments, DeskRoutes.payments(), .readPayments, false),
      (screen.returns.refunds, DeskRoutes.refunds(), .readPayments, false),
      (screen.returns.disputes, DeskRoutes.disputes(), .readPayments, false),
      (screen.payouts.payouts, DeskRoutes.payouts(), .readLedger, false),
      (
        SettlementPhrases[language].settlements, DeskRoutes.settlements(), .readLedger, false
      ),
      (say.exceptions, DeskRoutes.exceptions(), .readPayments, false),
      (say.statements, ReconciliationRoutes.statements(), .readStatements, false),
      (MatchPhrases[language].title, MatchFundRoutes.funds(), .readPayments, false),
      (say.ledger, DeskRoutes.ledger(), .readLedger, false),
      (say.webhooks, DeskRoutes.webhooks(), .readWebhooks, false),
      (say.tasks, DeskRoutes.tasks(), .readJobs, false),
      (say.mail, DeskRoutes.mail(), .readMail, false),
      (say.audit, IdentityRoutes.audit(), .readAudit, false),
      (say.people, IdentityRoutes.people(), .readPeople, false),
      (
        CredentialPhrases[language].desk.title, IdentityRoutes.conflicts(), .decideConflict, false
      ),
      (
        OrganisationPhrases[language].title, ParticipationRoutes.organisations(),
        .readOrganisations, false
      ),
    ]
  }

  var html: HTML {
    let open = entries.filter { entry in
      entry.isAnywhere ? screen.actor.mayAnywhere(entry.act) : screen.mayAtDesk(entry.act)
    }
    guard page.isAtDesk, !open.isEmpty else { return .empty }
    let items = open.map { entry -> HTML in
      """
      <li><a href="\(entry.route[screen.language])"\(mark(entry.route))>\(entry.title)</a></li>
      """
    }
    return "<nav class=\"desk-menu\" aria-label=\"\(screen.desk.menu)\"><ul>\(items)</ul></nav>"
  }

  /// Which entry this page is, or else lies under: the nearest one alone.
  private func mark(_ route: Route) -> HTML {
    if screen.path == route[screen.language].path { return " aria-current=\"page\"" }
    let isEntry = entries.contains { screen.path == $0.route[screen.language].path }
    let above = page.crumbs.last { crumb in
      crumb.route != SharedRoutes.desk() && entries.contains { $0.route == crumb.route }
    }
    return !isEntry && above?.route == route ? " aria-current=\"true\"" : ""
  }
}

extension Page {
  /// Whether this is a page of the desk.
  var isAtDesk: Bool { layout == .desk }

  /// The way here with the desk itself at its start, which every page of the desk lies under.
  func way(_ language: Language) -> [Crumb] {
    let desk = SharedRoutes.desk()
    guard isAtDesk, route != desk, crumbs.first?.route != desk else { return crumbs }
    return [Crumb(DeskPhrases[language].desk, desk)] + crumbs
  }
}
