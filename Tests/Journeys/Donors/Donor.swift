// A donor at a running server with one open campaign: three pages, then the button that obliges.
import Domain
import Foundation
import Literals
import Store
import Support

/// The campaign of `FundingWorld`, open now whatever day it is.
enum OpenCampaign {
  static let path = "/it/campagne/pane-e-liberta"

  /// Fills a database with it; `boxes` is the stock of the reward that runs out.
  static func seed(boxes: Int = 10) -> (Database) async throws -> Void {
    { database in
      let world = try await FundingWorld(database, boxes: boxes)
      let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
      let opens = now - .days(3)
      let closes = now + .days(20)
      _ = try await database.write { tx in
        try tx.execute(
          """
          UPDATE campaign SET opens_at = \(opens), closes_at = \(closes)
           WHERE id = \(world.campaign.id)
          """)
      }
    }
  }
}

/// One visitor who wants to give.
struct Donor: Sendable {
  let browser: TestBrowser
  let email: String

  init(at server: RunningServer, _ email: String) {
    browser = server.visitor()
    self.email = email
  }

  /// Answers the first two pages and stands before the button.
  func decide(_ amount: String, for reward: String? = nil, by method: String = "bankTransfer")
    async throws
  {
    try await browser.open(OpenCampaign.path + "/sostieni")
    if let reward {
      let page = await browser.page
      guard let form = page.forms.first(where: { $0.has("ricompensa") }),
        let choice = form.fields.first(where: {
          $0.name == "ricompensa" && $0.label.contains(reward)
        })
      else { throw Untold("no reward is called \(reward): \(page.main)") }
      try await browser.fill(["ricompensa": choice.value])
    }
    try await browser.fill(["importo": amount])
    try await browser.submit()
    try await browser.fill(["nome": "Giulia Bianchi", "email": email, "pagamento": method])
    try await browser.submit()
  }

  /// Presses the button.
  func confirm() async throws -> Reply { try await browser.submit() }
}
