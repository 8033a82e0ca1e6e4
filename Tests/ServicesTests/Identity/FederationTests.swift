// SPID as use cases, on both engines: one answer a request, one browser, many processes, keys that
// change in between, and the register.
import Domain
import Literals
import SAML
import Services
import Store
import Support
import Testing

@Suite struct FederationTests {
  private struct Scene: Sendable {
    let world = SamlWorld()
    let clock = TestClock(SamlWorld.now)
    let database: Database
    let services: FederationServices

    init(_ database: Database) async throws {
      self.database = database
      services = world.services(database, clock: clock.port, entropy: seededEntropy(3))
      _ = try await services.book.refresh()
    }
    func count(_ sql: SQL) async throws -> Int {
      try await database.read { tx in try tx.first(sql, as: { try $0("n") }) ?? 0 }
    }
    func sessions() async throws -> Int { try await count("SELECT COUNT(*) AS n FROM session") }
  }

  private func run(
    _ engine: TestEngine, _ body: @escaping @Sendable (Scene) async throws -> Void
  ) async throws {
    try await engine.withDatabase { try await body(try await Scene($0)) }
  }

  private func refusal(_ outcome: TakeSamlAnswer.Outcome) -> SamlRefusal? {
    if case .refused(let refusal) = outcome { refusal } else { nil }
  }
  private func isIn(_ outcome: TakeSamlAnswer.Outcome) -> Bool {
    if case .signedIn = outcome { true } else { false }
  }

  @Test(arguments: TestEngine.all)
  func `an answer signs in once, however often it is sent`(_ engine: TestEngine) async throws {
    try await run(engine) { scene in
      let errand = try await scene.world.begin(scene.services, at: scene.world.provider)
      let field = try scene.world.reply(to: errand.question, at: scene.clock.now)
      #expect(isIn(try await scene.world.bring(field, of: errand, to: scene.services)))
      let again = try await scene.world.bring(field, of: errand, to: scene.services)
      #expect(refusal(again) == .answeredBefore)
      #expect(try await scene.sessions() == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `two processes that get the same answer at once let one in`(_ engine: TestEngine)
    async throws
  {
    try await run(engine) { scene in
      let second = scene.world.services(
        scene.database, clock: scene.clock.port, entropy: seededEntropy(4))
      let errand = try await scene.world.begin(scene.services, at: scene.world.provider)
      let field = try scene.world.reply(to: errand.question, at: scene.clock.now)
      let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
        for index in 0..<8 {
          let services = index.isMultiple(of: 2) ? scene.services : second
          group.addTask {
            let outcome = try await scene.world.bring(field, of: errand, to: services)
            if case .signedIn = outcome { return true } else { return false }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.filter { $0 }.count == 1)
      #expect(try await scene.sessions() == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `an answer in another browser signs nobody in, and spoils nothing`(_ engine: TestEngine)
    async throws
  {
    try await run(engine) { scene in
      let mine = try await scene.world.begin(scene.services, at: scene.world.provider)
      let yours = try await scene.world.begin(scene.services, at: scene.world.provider)
      #expect(mine.browserMark != yours.browserMark)
      let field = try scene.world.reply(to: mine.question, at: scene.clock.now)
      let crossed = SamlErrand(question: mine.question, browserMark: yours.browserMark)
      let outcome = try await scene.world.bring(field, of: crossed, to: scene.services)
      #expect(refusal(outcome) == .otherBrowser)
      let none = try await scene.services.take(
        .init(field: field, browserMark: nil, language: .italian, requestID: ""))
      #expect(refusal(none) == .otherBrowser)
      #expect(isIn(try await scene.world.bring(field, of: mine, to: scene.services)))
    }
  }

  @Test(arguments: TestEngine.all)
  func `an answer that nobody asked for is refused`(_ engine: TestEngine) async throws {
    try await run(engine) { scene in
      let question = TestQuestion(
        requestID: "_nobodyaskedthis", service: scene.world.service.entityID,
        acs: scene.world.service.acs, level: .two)
      let field = try scene.world.reply(to: question, at: scene.clock.now)
      let errand = SamlErrand(question: question, browserMark: "x")
      let outcome = try await scene.world.bring(field, of: errand, to: scene.services)
      #expect(refusal(outcome) == .noSuchRequest)
      #expect(try await scene.sessions() == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a provider that we know cannot answer for another`(_ engine: TestEngine) async throws {
    try await run(engine) { scene in
      let errand = try await scene.world.begin(scene.services, at: scene.world.provider)
      let theirs = try scene.world.reply(
        to: errand.question, at: scene.clock.now, by: SamlKeys.otherProvider
      ) { $0.issuer = SamlWorld.otherID }
      #expect(
        refusal(try await scene.world.bring(theirs, of: errand, to: scene.services))
          == .wrongIssuer)
      let second = try await scene.world.begin(scene.services, at: scene.world.provider)
      let pretended = try scene.world.reply(
        to: second.question, at: scene.clock.now, by: SamlKeys.otherProvider)
      #expect(
        refusal(try await scene.world.bring(pretended, of: second, to: scene.services))
          == .wrongSignature)
      #expect(try await scene.sessions() == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `an assertion that was seen does not come again under another request`(
    _ engine: TestEngine
  ) async throws {
    try await run(engine) { scene in
      for expected in [nil, SamlRefusal.seenBefore] {
        let errand = try await scene.world.begin(scene.services, at: scene.world.provider)
        let field = try scene.world.reply(to: errand.question, at: scene.clock.now) {
          $0.assertionSignature = $0.assertionSignature.replacing($0.assertionID, with: "_same")
          $0.assertionID = "_same"
        }
        let outcome = try await scene.world.bring(field, of: errand, to: scene.services)
        #expect(refusal(outcome) == expected)
      }
      #expect(try await scene.sessions() == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a request waits half an hour, a minor's a day`(_ engine: TestEngine) async throws {
    try await run(engine) { scene in
      let late = try await scene.world.begin(scene.services, at: scene.world.provider)
      let minor = try await scene.world.begin(scene.services, at: scene.world.provider) {
        $0.isMinor = true
      }
      let tooLate = try await scene.world.begin(scene.services, at: scene.world.provider) {
        $0.isMinor = true
      }
      scene.clock.now = SamlWorld.now + .minutes(31)
      let first = try scene.world.reply(to: late.question, at: scene.clock.now)
      #expect(
        refusal(try await scene.world.bring(first, of: late, to: scene.services)) == .requestOver)
      scene.clock.now = SamlWorld.now + .hours(23)
      let second = try scene.world.reply(to: minor.question, at: scene.clock.now)
      #expect(isIn(try await scene.world.bring(second, of: minor, to: scene.services)))
      scene.clock.now = SamlWorld.now + .hours(25)
      let third = try scene.world.reply(to: tooLate.question, at: scene.clock.now)
      #expect(
        refusal(try await scene.world.bring(third, of: tooLate, to: scene.services))
          == .requestOver)
      #expect(try await scene.services.tend.expireRequests() == false)
      #expect(try await scene.count("SELECT COUNT(*) AS n FROM saml_request") == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `the same fiscal code is the same person, whoever vouches`(_ engine: TestEngine)
    async throws
  {
    try await run(engine) { scene in
      for pair in [SamlKeys.provider, SamlKeys.otherProvider] {
        let isFirst = pair.pem == SamlKeys.provider.pem
        let provider = isFirst ? scene.world.provider : scene.world.other
        let errand = try await scene.world.begin(scene.services, at: provider)
        let field = try scene.world.reply(to: errand.question, at: scene.clock.now, by: pair) {
          $0.issuer = provider.entityID
        }
        #expect(isIn(try await scene.world.bring(field, of: errand, to: scene.services)))
      }
      #expect(try await scene.count("SELECT COUNT(*) AS n FROM person") == 1)
      #expect(try await scene.sessions() == 2)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a provider's clock may be a minute off, and not three`(_ engine: TestEngine) async throws {
    try await run(engine) { scene in
      for (seconds, isBelieved) in [(-55, true), (55, true), (-180, false), (180, false)] {
        let errand = try await scene.world.begin(scene.services, at: scene.world.provider)
        let theirs = scene.clock.now + .seconds(seconds)
        let field = try scene.world.reply(to: errand.question, at: theirs)
        let outcome = try await scene.world.bring(field, of: errand, to: scene.services)
        #expect(isIn(outcome) == isBelieved, "\(seconds) s: \(outcome)")
      }
      #expect(try await scene.sessions() == 2)
    }
  }

  @Test(arguments: TestEngine.all)
  func `the fiscal code is stored nowhere in clear`(_ engine: TestEngine) async throws {
    try await run(engine) { scene in
      let errand = try await scene.world.begin(scene.services, at: scene.world.provider)
      let field = try scene.world.reply(to: errand.question, at: scene.clock.now)
      let outcome = try await scene.world.bring(field, of: errand, to: scene.services)
      guard case .signedIn(let token, _) = outcome else {
        Issue.record("\(outcome)")
        return
      }
      let code = Array(SamlWorld.giulia.fiscalCode.text.utf8)
      let stored: [[UInt8]] = try await scene.database.read { tx in
        try tx.rows("SELECT f.fiscal_sealed AS b FROM fiscal_identity f", as: { try $0("b") })
          + tx.rows("SELECT e.response_sealed AS b FROM saml_exchange e", as: { try $0("b") })
      }
      #expect(stored.count == 2)
      #expect(stored.allSatisfy { bytes in bytes.count > 20 && !bytes.contains(code) })
      let findSession = FindSession(database: scene.database, clock: scene.clock.port)
      let found = try await findSession(token)
      let signedIn = try #require(found)
      let proof = try await scene.services.readFiscalCode(of: signedIn)
      #expect(proof?.fiscalCode == SamlWorld.giulia.fiscalCode.text)
      #expect(proof?.level == .two)
    }
  }
}
