// The table of contents of the site: one line per group of screens. To add a screen: an address in
// <Area>Routes.swift, a file in Web/<Area>, a line in its group's `add(to:)`.

package import Domain
package import Services

/// The use cases behind the screens, made by the wiring: one member per area. Only Identity has to
/// be there; a site without an area has none of its pages, which is how tests run one at a time.
package struct SiteServices: Sendable {
  package let identity: IdentityServices
  package var funding: FundingRooms?
  package var participation: ParticipationScreens?
  package var phases: PhaseServices?
  package var proposals: ProposalScreens?
  package var reconciliation: ReconciliationServices?
  package var money: MoneyServices?
  package var desk: DeskServices?
  package var payouts: PayoutScreens?
  package var proof: ProofServices?
  package var federation: FederationServices?
  /// Whose metadata lies at `/spid/metadata`.
  package var federationScheme = IdentityScheme.spid
  package var matchFunds: MatchFundDesk?
  /// Draws the code that a phone reads to set up a second factor; without it there is the text.
  package var codes: (any QRRenderer)?

  package init(
    identity: IdentityServices, funding: FundingRooms? = nil,
    participation: ParticipationScreens? = nil, reconciliation: ReconciliationServices? = nil,
    money: MoneyServices? = nil
  ) {
    self.identity = identity
    self.funding = funding
    self.participation = participation
    self.reconciliation = reconciliation
    self.money = money
  }
}

extension Edge {
  /// The whole site.
  package static func site(
    _ settings: SiteSettings, _ ports: SitePorts, _ services: SiteServices
  ) -> Edge {
    var ports = ports
    let findSession = services.identity.findSession
    ports.session = { token in try await findSession(token) }
    ports.prove = services.identity.proveFactor
    ports.passkeys = services.identity.passkeys?.use
    let limiter = RateLimiter(countsLocal: !settings.isDemonstration)
    let screens = Screens(site: settings, ports: ports, limiter: limiter)
    HomeScreens(campaigns: services.funding?.everyone.read).add(to: screens)
    IdentityScreens(
      services.identity, federation: services.federation, scheme: services.federationScheme,
      codes: services.codes
    ).add(to: screens)
    services.funding?.add(to: screens)
    services.participation?.add(to: screens)
    services.phases.map(PhaseScreens.init)?.add(to: screens)
    services.proposals?.add(to: screens)
    services.reconciliation.map(ReconciliationScreens.init)?.add(to: screens)
    services.money.map(MoneyScreens.init)?.add(to: screens)
    services.desk.map(DeskScreens.init)?.add(to: screens)
    services.payouts?.add(to: screens)
    services.proof.map(ProofScreens.init)?.add(to: screens)
    services.matchFunds.map(MatchFundScreens.init)?.add(to: screens)
    KnownPlaces(readiness: ports.readiness, metrics: ports.metrics).add(to: screens)
    screens.closeOtherMethods()
    return Edge(site: settings, ports: ports, screens: screens)
  }
}
