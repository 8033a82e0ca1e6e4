// Keys that change, metadata that breaks, and what is kept, purged and warned of, on both engines.
import Domain
import Literals
import SAML
import Services
import Store
import Support
import Synchronization
import Testing

@Suite struct FederationChoreTests {
  /// What the provider's file says, changed by the test in between.
  private final class File: Sendable {
    private let text: Mutex<[UInt8]>
    init(_ bytes: [UInt8]) { text = Mutex(bytes) }
    var bytes: [UInt8] {
      get { text.withLock { $0 } }
      set { text.withLock { $0 = newValue } }
    }
  }

  private static func provider(_ pairs: [SamlKeys.Pair]) -> TestProvider {
    TestProvider(
      entityID: SamlWorld.providerID, place: "\(SamlWorld.providerID)/sso",
      keys: ServiceProvider.Keys(privateKey: pairs[0].key, certificates: pairs.map(\.der)))
  }

  @Test(arguments: TestEngine.all)
  func `a provider's roll-over in the middle of a login`(_ engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = SamlWorld()
      let clock = TestClock(SamlWorld.now)
      let file = File(Self.provider([SamlKeys.provider]).metadata())
      let sources: @Sendable () -> [ProviderSource] = {
        [ProviderSource("p.xml", scheme: .spid) { file.bytes }]
      }
      let services = world.services(
        database, clock: clock.port, entropy: seededEntropy(5), sources: sources)
      let elsewhere = world.services(
        database, clock: clock.port, entropy: seededEntropy(6), sources: sources)
      _ = try await services.book.refresh()
      let before = try await world.begin(services, at: world.provider)
      let after = try await world.begin(services, at: world.provider)
      let gone = try await world.begin(services, at: world.provider)

      file.bytes = Self.provider([SamlKeys.provider, SamlKeys.providerNext]).metadata()
      _ = try await services.book.refresh()
      let old = try world.reply(to: before.question, at: clock.now, by: SamlKeys.provider)
      let new = try world.reply(to: after.question, at: clock.now, by: SamlKeys.providerNext)
      for (field, errand) in [(old, before), (new, after)] {
        let outcome = try await world.bring(field, of: errand, to: elsewhere)
        guard case .signedIn = outcome else {
          Issue.record("\(outcome)")
          return
        }
      }
      file.bytes = Self.provider([SamlKeys.providerNext]).metadata()
      _ = try await services.book.refresh()
      let withdrawn = try world.reply(to: gone.question, at: clock.now, by: SamlKeys.provider)
      guard
        case .refused(.wrongSignature) = try await world.bring(
          withdrawn, of: gone, to: elsewhere)
      else {
        Issue.record("a withdrawn key is still believed")
        return
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `our own roll-over in the middle of a login`(_ engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = SamlWorld()
      let clock = TestClock(SamlWorld.now)
      let services = world.services(database, clock: clock.port, entropy: seededEntropy(7))
      _ = try await services.book.refresh()
      let errand = try await world.begin(services, at: world.provider)
      let keys = ServiceProvider.Keys(
        privateKey: SamlKeys.providerNext.key,
        certificates: [SamlKeys.providerNext.der, SamlKeys.service.der])
      let renewed = Gateway([SamlWorld.service("https://raccolto.example", keys: keys)])
      let restarted = world.services(
        database, clock: clock.port, entropy: seededEntropy(8), gateway: renewed)
      let field = try world.reply(to: errand.question, at: clock.now)
      guard case .signedIn = try await world.bring(field, of: errand, to: restarted) else {
        Issue.record("a login that began before the restart is lost")
        return
      }
      let metadata = String(decoding: try restarted.metadata(of: .spid) ?? [], as: UTF8.self)
      for pair in [SamlKeys.service, SamlKeys.providerNext] {
        #expect(metadata.contains(base64(pair.der)))
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `metadata that cannot be read leaves the last good copy`(_ engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = SamlWorld()
      let file = File(world.provider.metadata())
      let services = world.services(
        database, clock: TestClock(SamlWorld.now).port, entropy: seededEntropy(9),
        sources: { [ProviderSource("p.xml", scheme: .spid) { file.bytes }] })
      let before = try await services.tend.refreshProviders()
      #expect(before == [])
      file.bytes = Array("<not metadata".utf8)
      let after = try await services.tend.refreshProviders()
      #expect(after.count == 1)
      let providers = try await services.book.providers()
      #expect(providers.map(\.entityID) == [SamlWorld.providerID])
      #expect(providers.first?.certificates.count == 2)
    }
  }

  @Test(arguments: TestEngine.all)
  func `exchanges are kept for 24 months, and not a day more`(_ engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = SamlWorld()
      // Long ago by the database's own clock too, which guards the register.
      let start = Instant(milliseconds: 1_500_000_000_000)
      let clock = TestClock(start)
      let services = world.services(database, clock: clock.port, entropy: seededEntropy(10))
      _ = try await services.book.refresh()
      let errand = try await world.begin(services, at: world.provider)
      let field = try world.reply(to: errand.question, at: clock.now)
      _ = try await world.bring(field, of: errand, to: services)
      clock.now = start + .days(730)
      #expect(try await services.tend.purgeExchanges() == 0)
      clock.now = start + .days(732)
      #expect(try await services.tend.purgeExchanges() == 1)
      #expect(try await services.tend.purgeExchanges() == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `the schema lets nobody change or drop a recent exchange`(_ engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = SamlWorld()
      let clock = TestClock(SamlWorld.now)
      let services = world.services(database, clock: clock.port, entropy: seededEntropy(12))
      _ = try await services.book.refresh()
      let errand = try await world.begin(services, at: world.provider)
      let field = try world.reply(to: errand.question, at: clock.now)
      _ = try await world.bring(field, of: errand, to: services)
      for statement in ["UPDATE saml_exchange SET outcome = 'x'", "DELETE FROM saml_exchange"]
        as [SQL]
      {
        await #expect(throws: StoreRefusal.self) {
          try await database.write { tx in try tx.execute(statement) }
        }
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `a burst of refusals is told, a few are not`(_ engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = SamlWorld()
      let clock = TestClock(SamlWorld.now)
      let services = world.services(database, clock: clock.port, entropy: seededEntropy(13))
      func forge(_ count: Int) async throws {
        for _ in 0..<count {
          _ = try await services.take(
            .init(field: "bm9uc2Vuc2U=", browserMark: nil, language: .italian, requestID: ""))
        }
      }
      try await forge(10)
      #expect(try await services.tend.burst() == nil)
      try await forge(25)
      #expect(try await services.tend.burst()?.first?.count == 35)
      clock.now = clock.now + .minutes(16)
      #expect(try await services.tend.burst() == nil)
    }
  }

  @Test func `certificates are warned of 45 days before their end`() async throws {
    try await TestEngine.sqlite.withDatabase { database in
      let world = SamlWorld()
      let end = try #require(Certificate.read(SamlKeys.provider.der)).expiresAt
      let clock = TestClock(end - .days(46))
      let services = world.services(database, clock: clock.port, entropy: seededEntropy(14))
      _ = try await services.book.refresh()
      #expect(try await services.tend.endingCertificates().isEmpty)
      clock.now = end - .days(44)
      #expect(try await services.tend.endingCertificates().isEmpty == false)
    }
  }

  /// The sources of a process, changed by the test in between.
  private final class Sources: Sendable {
    private let held: Mutex<[ProviderSource]>
    init(_ sources: [ProviderSource]) { held = Mutex(sources) }
    var all: [ProviderSource] {
      get { held.withLock { $0 } }
      set { held.withLock { $0 = newValue } }
    }
  }

  private static func source(_ name: String, _ provider: TestProvider) -> ProviderSource {
    ProviderSource(name, scheme: .spid) { provider.metadata() }
  }
  private static func unreadable(_ name: String, isWhole: Bool) -> ProviderSource {
    var source = ProviderSource(name, scheme: .spid) { throw Fault("cannot be read") }
    source.isWhole = isWhole
    return source
  }

  @Test(arguments: TestEngine.all)
  func `a source that cannot be listed or is not set takes no provider away`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = SamlWorld()
      let one = Self.source("provider.xml", world.provider)
      let both = [one, Self.source("other.xml", world.other)]
      let sources = Sources(both)
      let services = world.services(
        database, clock: TestClock(SamlWorld.now).port, entropy: seededEntropy(15),
        sources: { sources.all })
      let missing = Self.unreadable("/folder", isWhole: false)
      let steps: [(what: String, sources: [ProviderSource], problems: Int, known: Int)] = [
        ("both are there", both, 0, 2),
        ("no setting, or an empty folder", [], 0, 2),
        ("the folder is not mounted", [missing], 1, 2),
        ("the same beside a source that is read", [one, missing], 1, 2),
        ("what is left cannot be read", [Self.unreadable("other.xml", isWhole: true)], 1, 2),
        ("its file was taken away", [one], 0, 1),
      ]
      for step in steps {
        sources.all = step.sources
        let problems = try await services.tend.refreshProviders()
        let known = try await services.book.providers()
        #expect(problems.count == step.problems, "\(step.what): \(problems)")
        #expect(known.count == step.known, "\(step.what)")
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `a test provider is known where it is wired, and to no other process`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = SamlWorld()
      let clock = TestClock(SamlWorld.now).port
      let demo = world.services(
        database, clock: clock, entropy: seededEntropy(16), sources: { [] },
        unkept: [try world.known(world.provider)])
      let production = world.services(
        database, clock: clock, entropy: seededEntropy(17), sources: { [] })
      #expect(try await demo.tend.refreshProviders() == [])
      #expect(try await demo.book.providers().map(\.entityID) == [SamlWorld.providerID])
      #expect(try await production.tend.refreshProviders() == [])
      #expect(try await production.book.providers() == [])
      let kept = try await database.read { tx in try tx.samlMetadata().count }
      #expect(kept == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `refused answers are kept within bounds by the job of every ten minutes`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = SamlWorld()
      let clock = TestClock(SamlWorld.now)
      let services = world.services(database, clock: clock.port, entropy: seededEntropy(18))
      let entropy = seededEntropy(19)
      let now = clock.now
      try await database.write { tx in
        for index in 0..<10_040 {
          let at = now + .milliseconds(Int64(index))
          try tx.insert(SamlRefusalRow(id: entropy.id(at: at), at: at, reason: .notBase64))
        }
      }
      clock.now = now + .minutes(10)
      while try await services.tend.expireRequests() {}
      func count() async throws -> Int {
        try await database.read { tx in
          try tx.samlRefusals(since: now - .days(1)).first?.count ?? 0
        }
      }
      #expect(try await count() == 10_000)
      clock.now = now + .days(91)
      while try await services.tend.expireRequests() {}
      #expect(try await count() == 0)
    }
  }
}
