// Differences at the desk: read by who may, closed with a note, kept; settlements with their lines.
import Domain
import Literals
import Store
import Support
import Testing
@testable import Web

@Test
func `a difference is closed with a note and stays on record`() async throws {
  try await DeskSite.run { site in
    let treasurer = site.visitor(.treasurer)
    let list = try await treasurer.open("/it/scrivania/differenze")
    #expect(list.page.main.contains("importo diverso"))
    let path = try #require(
      list.page.elements("a").compactMap { $0["href"] }
        .first { $0.hasPrefix("/it/scrivania/differenze/") })
    try await treasurer.open(path)
    let refused = try await treasurer.submit("Chiudi la differenza")
    #expect(refused.status == 422)
    #expect(refused.page.main.contains("Scrivi come è stata risolta"))
    let again = site.visitor(.treasurer)
    try await again.open(path)
    try await again.fill(["nota": "La banca ha trattenuto un euro"])
    #expect(try await again.submit("Chiudi la differenza").status == 303)
    let open = try await site.visitor(.treasurer).open("/it/scrivania/differenze")
    #expect(!open.page.main.contains("importo diverso"))
    let closed = try await site.visitor(.treasurer).open("/it/scrivania/differenze?stato=chiuse")
    #expect(closed.page.main.contains("La banca ha trattenuto un euro"))
    let record = try await site.visitor(.auditor).open(path)
    #expect(record.page.main.contains("La banca ha trattenuto un euro"))
    let late = try await site.visitor(.treasurer).send("POST", "\(path)/chiudi")
    #expect([403, 415].contains(late.status), "no form, no closing")
    #expect(try await site.visitor(.facilitator).open(path).status == 404)
  }
}

@Test
func `a settlement is opened into the lines that it is made of`() async throws {
  try await DeskSite.run { site in
    let payment = site.world.money.payments[0]
    let lines: [(String, ProviderMovement.Kind, Int64, Int64, Payment.ID?)] = [
      ("txn_1", .capture, 1000, 40, payment.id), ("txn_2", .fee, -60, 0, nil),
      ("txn_3", .settlement, -900, 0, nil),
    ]
    try await site.database.write { tx in
      for (reference, kind, gross, fee, about) in lines {
        _ = try tx.insert(
          ProviderMovement(
            reference: reference, kind, object: kind == .settlement ? "po_1" : "x_1", payment: nil,
            amounts: (Money(cents: gross), Money(cents: fee)), at: DeskWorld.now), of: .sandbox,
          about: about)
      }
      try tx.set(settlement: "po_1", of: lines.map(\.0), at: .sandbox)
    }
    let list = try await site.visitor(.treasurer).open("/it/scrivania/accrediti")
    #expect(list.page.main.contains("po_1") && list.page.main.contains("completo"))
    let page = try await site.visitor(.auditor).open("/it/scrivania/accrediti/po_1").page
    #expect(page.main.contains("incasso") && page.main.contains("commissione a parte"))
    #expect(page.main.contains("9,00"))
    #expect(!page.main.contains("La somma dei movimenti non è"))
    #expect(try await site.visitor(.treasurer).open("/it/scrivania/accrediti/po_2").status == 404)
    #expect(try await site.visitor(.facilitator).open("/it/scrivania/accrediti").status == 404)
  }
}
