// Roles: who may give them, who sees people and acts, and that every act is on record.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct RoleTests {
  @Test(arguments: TestEngine.all)
  func `an administrator gives and takes back a role, and both are on record`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      let mario = try await site.add("Mario", "mario@esempio.it")
      let ada = try await site.signedIn("ada@esempio.it")
      try await site.proveAll()
      try await ada.open("/it/scrivania/persone/\(mario.id)")
      try await ada.fill(["role": "treasurer", "where": "platform"])
      #expect(try await ada.submit("Dai un ruolo", following: true).text.contains("Ruolo dato."))
      let page = await ada.page
      #expect(page.main.contains("tesoreria"))
      let again = try await ada.submit("Togli", following: true)
      #expect(again.text.contains("Ruolo tolto."))
      let records = try await site.database.read { tx in
        try tx.auditRecords(of: .init("person", mario.id.description))
      }
      #expect(Set(records.map(\.act)) == [.addPerson, .grantRole, .revokeRole])
      #expect(records.count == 3)
      #expect(records.allSatisfy { !$0.detail.values.contains("mario@esempio.it") })
      #expect(records.filter { !$0.requestID.isEmpty }.count == 2)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a role is given in a place that is chosen by its name`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      _ = try await FundingWorld(site.database)
      try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      let mario = try await site.add("Mario", "mario@esempio.it")
      let ada = try await site.signedIn("ada@esempio.it")
      try await site.proveAll()
      let page = try await ada.open("/it/scrivania/persone/\(mario.id)").page
      let options = page.elements("option").filter { $0["value"]?.contains(":") == true }
      let campaign = try #require(options.first { $0.text.hasPrefix("campagna: ") })
      let value = try #require(campaign["value"])
      try await ada.fill(["role": "campaignOwner", "where": value])
      let given = try await ada.submit("Dai un ruolo", following: true).page
      #expect(given.main.contains("titolare di campagna"))
      #expect(given.main.contains(campaign.text))
      #expect(!given.main.contains("cmp_"))
      let form = try #require(given.forms.first { $0.has("where") })
      let forged = try await ada.send(
        "POST", form.action, headers: ["Content-Type: application/x-www-form-urlencoded"],
        body: Array(
          Form.encoded([
            ("csrf", form["csrf"] ?? ""), ("role", "reviewer"), ("where", "campaign:cmp_0"),
          ]).utf8))
      #expect(forged.status == 422)
    }
  }

  @Test(arguments: TestEngine.all)
  func `the page of a person tells who gave and took back each role`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      let mario = try await site.add("Mario", "mario@esempio.it", roles: [.reviewer])
      let ada = try await site.signedIn("ada@esempio.it")
      try await site.proveAll()
      let before = try await ada.open("/it/scrivania/persone/\(mario.id)").page
      #expect(before.main.contains("gestore, da riga di comando"))
      #expect(try await ada.submit("Dai un ruolo").status == 422, "no role is chosen for anybody")
      #expect(!before.main.contains("Ruoli dati e tolti"))
      try await ada.submit("Togli", following: true)
      try await ada.fill(["role": "treasurer", "where": "platform"])
      let after = try await ada.submit("Dai un ruolo", following: true).page
      #expect(after.main.contains("Ruoli dati e tolti"))
      let rows = after.elements("tr").map(\.text)
      #expect(rows.contains { $0.hasPrefix("tesoreria") && $0.contains("Ada") })
      #expect(rows.contains { $0.hasPrefix("revisione") && $0.contains("da Ada") })
      let roles = try await ada.open("/it/scrivania/persone/ruoli").page
      #expect(roles.main.contains("Per un versamento servono due persone"))
      #expect(roles.links.contains { $0.text == "Mario" })
      let english = try await ada.open("/en/desk/people/roles")
      #expect(english.status == 200 && english.text.contains("A payout needs two treasurers"))
    }
  }

  @Test(arguments: TestEngine.all)
  func `people are found by a part of their name, by role and by place`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      try await site.add("Mario Rossi", "mario@esempio.it", roles: [.treasurer])
      let bea = try await site.add("Bea Verdi", "bea@altrove.it")
      _ = try await site.identity.grantRole(
        .init(person: bea.id, role: .treasurer, scope: .organisation("org_1")), by: .operator)
      let ada = try await site.signedIn("ada@esempio.it")
      for (query, names) in [
        ("", ["Ada", "Bea Verdi", "Mario Rossi"]), ("?cerca=ROSSI", ["Mario Rossi"]),
        ("?cerca=altrove", ["Bea Verdi"]), ("?ruolo=treasurer", ["Bea Verdi", "Mario Rossi"]),
        ("?ruolo=treasurer&dove=platform", ["Mario Rossi"]),
        (
          "?cerca=%25",
          [
            "Ada", "Bea Verdi",
            "Mario Rossi",
          ]
        ),
        ("?dove=organisation%3Aorg_1", ["Bea Verdi"]), ("?cerca=nessuno", []),
        ("?ruolo=re&dove=x", ["Ada", "Bea Verdi", "Mario Rossi"]),
      ] {
        let page = try await ada.open("/it/scrivania/persone\(query)").page
        let found = page.links.filter { $0.href.hasPrefix("/it/scrivania/persone/per_") }
        #expect(found.map(\.text) == names, "\(query)")
      }
      let none = try await ada.open("/it/scrivania/persone?cerca=nessuno")
      #expect(none.text.contains("Nessuna persona corrisponde."))
    }
  }

  @Test func `nobody gives a role to themselves`() async throws {
    try await TestSite.run { site in
      let ada = try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      let grants = try await site.database.read { tx in try tx.grants(of: ada.id) }
      let outcome = try await site.identity.grantRole(
        .init(person: ada.id, role: .treasurer, scope: .platform),
        by: .person(ada.id, grants: grants))
      guard case .notToOneself = outcome else {
        Issue.record("was \(outcome)")
        return
      }
      #expect(try await site.database.read { tx in try tx.grants(of: ada.id) } == grants)
    }
  }

  @Test(arguments: Role.allCases)
  func `people and acts are seen by those who may`(_ role: Role) async throws {
    try await TestSite.run { site in
      let mario = try await site.add("Mario", "mario@esempio.it", roles: [role])
      let browser = try await site.signedIn("mario@esempio.it")
      let sees = role == .administrator || role == .auditor
      for path in [
        "/it/scrivania/persone", "/it/scrivania/persone/ruoli", "/it/scrivania/persone/inviti",
        "/it/scrivania/registro-atti",
      ] {
        #expect(try await browser.open(path).status == (sees ? 200 : 403), "\(path)")
      }
      let page = try await browser.open("/it/scrivania/persone/\(mario.id)")
      #expect(page.status == (sees ? 200 : 404))
    }
  }

  @Test func `a role that was taken back is gone at the next request`() async throws {
    try await TestSite.run { site in
      let ada = try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      let browser = try await site.signedIn("ada@esempio.it")
      #expect(try await browser.open("/it/scrivania/persone").status == 200)
      let grant = try #require(
        try await site.database.read { tx in try tx.grants(of: ada.id).first })
      _ = try await site.identity.revokeRole(grant.id, of: ada.id, by: .operator)
      #expect(try await browser.open("/it/scrivania/persone").status == 403)
    }
  }

  @Test func `an administrator of one organisation gives roles there and nowhere else`()
    async throws
  {
    try await TestSite.run { site in
      let ada = try await site.add("Ada", "ada@esempio.it")
      let mario = try await site.add("Mario", "mario@esempio.it")
      _ = try await site.identity.grantRole(
        .init(person: ada.id, role: .administrator, scope: .organisation("org_1")), by: .operator)
      let grants = try await site.database.read { tx in try tx.grants(of: ada.id) }
      let actor = Actor.person(ada.id, grants: grants, provedAt: site.clock.now)
      for (scope, isAllowed) in [
        (Scope.organisation("org_1"), true), (.organisation("org_2"), false), (.platform, false),
      ] {
        let outcome = try await site.identity.grantRole(
          .init(person: mario.id, role: .reviewer, scope: scope), by: actor)
        if case .granted = outcome { #expect(isAllowed) } else { #expect(!isAllowed) }
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `the record of acts is never changed`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      try await site.add("Ada", "ada@esempio.it")
      for statement in [
        "UPDATE audit_record SET detail = '{}'" as SQL, "DELETE FROM audit_record",
      ] {
        await #expect(throws: (any Error).self) {
          try await site.database.write { tx in try tx.execute(statement) }
        }
      }
    }
  }
}
