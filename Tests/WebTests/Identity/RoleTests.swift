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
      for path in ["/it/scrivania/persone", "/it/scrivania/registro-atti"] {
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
