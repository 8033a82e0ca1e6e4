// A refund by transfer that nobody takes: the page that gives it up, for who may, with a reason.
import Domain
import Literals
import Store
import Support
import Testing
@testable import Web

@Test
func `a refund that nobody takes is given up with a reason, once`() async throws {
  try await DeskSite.run { site in
    let (path, list) = (try await refundPath(site), "/it/scrivania/rimborsi")
    let treasurer = site.visitor(.treasurer)
    let offered = try await treasurer.open(list)
    #expect(offered.page.elements("a").contains { $0["href"] == path })
    let seen = try await site.visitor(.auditor).open(list)
    #expect(!seen.page.elements("a").contains { $0["href"] == path })
    #expect(try await site.visitor(.auditor).open(path).status == 404)

    let page = try await treasurer.open(path)
    #expect(page.page.main.contains("restano dovuti a chi ha aderito"))
    #expect(try await treasurer.submit("Nessuno lo ritira").status == 422)
    try await treasurer.fill(["motivo": "Non risponde da un anno"])
    #expect(try await treasurer.submit("Nessuno lo ritira").status == 303)
    let state = try await site.database.read { tx in
      try tx.refunds(in: [.unclaimed], limit: 10).count
    }
    #expect(state == 1)
    #expect(try await site.visitor(.treasurer).open(path).status == 404)
  }
}

/// The address of giving up a refund that waits for a transfer, made here.
private func refundPath(_ site: DeskSite) async throws -> String {
  let id = try await site.database.write { tx -> Refund.ID in
    let found: Payment.ID? = try tx.first(
      "SELECT id FROM payment WHERE status = 'succeeded' ORDER BY id LIMIT 1"
    ) { try $0("id") }
    let payment = try #require(try found.flatMap { try tx.payment($0) })
    let parts = RefundAllocation(reward: .zero, gift: Money(cents: 1), shipping: .zero)
    var ids = SeededIDs(seed: 77)
    var refund = Refund(
      id: ids.id(), of: payment, parts, (.campaignFailed, .rule), asked: (nil, DeskWorld.now))
    refund.state = .manualTransferNeeded
    try tx.insert(refund)
    return refund.id
  }
  return DeskRoutes.giveUpRefund(id)[.italian].path
}
