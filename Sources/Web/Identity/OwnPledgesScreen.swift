// One's own pledges, those too that were made before one was known.
import Domain
import Literals
import Phrases
import Services

struct OwnPledgesScreen: ScreenGroup {
  let identity: IdentityServices

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.ownPledges, audience: .oneself, use: show)
  }

  private func show(_ screen: ScreenContext) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    let say = CredentialPhrases[screen.language]
    let pledges = try await identity.bindIdentity.pledges(of: signedIn)
    let rows = pledges.map { pledge -> HTML in
      let title = pledge.title(screen.language)
      return """
        <tr><th scope="row"><a href="\(FundingRoutes.pledge(pledge.accessKey)[screen.language])">\
        \(title)</a></th>\
        <td class="right">\(pledge.total.formatted(screen.language))</td>\
        <td>\(BackersPhrases[screen.language].pledgeState(pledge.state))</td>\
        <td>\(pledge.placedAt.formatted(screen.language))</td></tr>
        """
    }
    return .page(
      Page(
        say.pledges, at: IdentityRoutes.ownPledges(),
        body: rows.isEmpty
          ? empty(say.noPledges)
          : table(
            say.pledges, [say.campaign, "+\(say.amount)", say.state, say.placed], rows)
      ).with {
        $0.lead = "\(say.pledgesText)"
        $0.crumbs = [Crumb(IdentityPhrases[screen.language].profile, IdentityRoutes.sessions())]
      })
  }
}
