// The desk is one house: every page of it has the same menu, and lists can be narrowed.
import Domain
import Support
import Testing

@Suite struct DeskMenuTests {
  @Test func `statements, people and acts share the desk's menu`() async throws {
    try await TestSite.run { site in
      try await site.add("Ada", "ada@example.org", roles: [.administrator, .treasurer])
      let ada = try await site.signedIn("ada@example.org")
      let pages = [
        "/it/scrivania/estratti", "/it/scrivania/persone", "/it/scrivania/registro-atti",
      ]
      for path in pages {
        let page = try await ada.open(path).page
        let menu = page.elements(class: "desk-menu")
        #expect(menu.count == 1, "\(path)")
        for target in pages {
          #expect(page.links.contains { $0.href == target }, "\(path) leads to \(target)")
        }
        #expect(page.text.contains("Scrivania"), "\(path)")
      }
    }
  }

  @Test func `the record of acts is narrowed by a form and by its own links`() async throws {
    try await TestSite.run { site in
      try await site.add("Ada", "ada@example.org", roles: [.administrator])
      let bruno = try await site.add("Bruno", "bruno@example.org", roles: [.reviewer])
      let ada = try await site.signedIn("ada@example.org")
      try await ada.open("/it/scrivania/registro-atti")
      let all = await ada.page.elements("tr").count
      try await ada.fill(["oggetto": bruno.id.description])
      let about = try await ada.submit("Filtra").page
      let rows = about.elements("tr").count
      #expect(rows >= 2 && rows < all)
      #expect(about.main.contains(bruno.id.description))
      #expect(about.elements("input").contains { $0["value"] == bruno.id.description })
      let none = try await ada.open("/it/scrivania/registro-atti?persona=nessuno").page
      #expect(none.main.contains("Nessun atto corrisponde."))
    }
  }

  @Test func `an administrator stops and restarts a queue; others only see it`() async throws {
    try await DeskSite.run { site in
      let administrator = site.visitor(.administrator)
      try await administrator.open("/it/scrivania/attivita")
      #expect(try await administrator.submit("Ferma").status == 303)
      for role in [Role.treasurer, .auditor] {
        let page = try await site.visitor(role).open("/it/scrivania/attivita").page
        #expect(page.main.contains("ferma dal"), "\(role)")
        let turns = page.forms.filter { $0.action.contains("/scrivania/code/") }
        #expect(turns.isEmpty, "\(role)")
      }
      try await administrator.open("/it/scrivania/attivita")
      #expect(try await administrator.submit("Riavvia").status == 303)
      let after = try await site.visitor(.auditor).open("/it/scrivania/attivita").page
      #expect(!after.main.contains("ferma dal"))
    }
  }
}
