// The forms of a pledge and of one's own account, sent in somebody's place: refused by name, and
// nothing changes.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct InPlaceScreenTests {
  @Test(arguments: TestEngine.all)
  func `forms about money and ways in are refused by name`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      let world = try await FundingWorld(site.database)
      let pledge = try await world.place(world.request(method: .bankTransfer, token: "one"))
      let mario = try await site.add("Mario", "mario@esempio.it")
      try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      let phone = try await site.signedIn("mario@esempio.it", from: "203.0.113.9")
      let own = try #require(
        try await site.identity.findSession(await phone.cookies["raccolto_sessione"] ?? ""))
      let ada = try await site.signedIn("ada@esempio.it")
      try await site.proveAll()
      try await ada.open("/it/scrivania/persone/\(mario.id)")
      try await ada.fill(["perche": StandInTests.reason])
      try await ada.submit("Agisci al suo posto", following: true)
      let token = try await ada.open("/it/profilo").page.forms.compactMap { $0["csrf"] }.first ?? ""

      let key = pledge.keys.accessKey
      for (path, fields) in [
        ("/it/adesioni/\(key)/annulla", []),
        ("/it/adesioni/\(key)/paga", [("pagamento", "bankTransfer")]),
        ("/it/adesioni/\(key)/recesso", []),
        ("/it/profilo/accessi/\(own.session)/chiudi", []),
        ("/it/profilo/accessi/chiudi-tutti", []),
        ("/it/profilo/collega", [("idp", SamlWorld.providerID)]),
        ("/it/profilo/scollega", []), ("/it/profilo/indirizzo/togli", []),
        ("/it/profilo/indirizzo", [("email", "altra@esempio.it")]),
        ("/it/profilo/secondo-fattore", []), ("/it/profilo/passkey", []),
      ] as [(String, [(String, String)])] {
        let reply = try await ada.send(
          "POST", path, headers: TestSite.formHeaders,
          body: Array(Form.encoded([("csrf", token)] + fields).utf8))
        #expect(reply.status == 403, "\(path): \(reply.status)")
        #expect(reply.text.contains("solo la persona stessa"), "\(path)")
      }
      #expect(try await world.stored(pledge) == pledge)
      #expect(try await site.me(phone) != nil, "Mario's own sign-in lives")
    }
  }

  @Test(arguments: TestEngine.all)
  func `the use cases refuse by themselves, whatever the route lets through`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let mario = try await site.add("Mario", "mario@esempio.it")
      let ada = try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      let phone = try await site.signedIn("mario@esempio.it")
      var helper = try #require(
        try await site.identity.findSession(await phone.cookies["raccolto_sessione"] ?? ""))
      let session = helper.session
      helper.helper = SignedIn.Helper(
        ada,
        StandIn(
          of: ada.id, for: mario.id, because: StandInTests.reason, at: site.clock.now,
          from: Digest(of: "home")))
      let identity = site.identity
      for kind in CredentialKind.allCases {
        let outcome = try await identity.removeCredential(kind, by: helper, requestID: "")
        #expect(outcome == .missing(.oneself))
      }
      let email = try #require(EmailAddress("altra@esempio.it"))
      #expect(
        try await identity.claimAddress.ask(
          email, by: helper, language: .italian, requestID: "") == .missing(.oneself))
      #expect(try await identity.enrolFactor.begin(by: helper) == .notInPlace)
      guard case .notInPlace = try await identity.enrolFactor.renew(by: helper, requestID: ""),
        case .notInPlace = try await identity.enrolFactor.remove(by: helper, requestID: ""),
        case .notInPlace = try await identity.enrolFactor.confirm(
          "000000", by: helper, requestID: ""),
        case .notInPlace = try await identity.endSession(
          Digest(of: "another"), by: helper, requestID: "")
      else {
        Issue.record("something of the person's was changed in their place")
        return
      }
      #expect(try await identity.endSession.everywhere(by: helper, requestID: "") == 0)
      #expect(try await identity.bindIdentity.pledges(of: helper).isEmpty)
      let federation = site.saml.services(
        site.database, clock: site.clock.port, entropy: seededEntropy(3))
      let link = LinkIdentity.Request(
        provider: SamlWorld.providerID, nextPath: "/it", browserMark: nil)
      guard case .missing(.oneself) = try await federation.link(link, by: helper) else {
        Issue.record("a way in was added in somebody's place")
        return
      }
      let still = try await site.database.read { tx in try tx.session(session) }
      #expect(still != nil)
    }
  }
}
