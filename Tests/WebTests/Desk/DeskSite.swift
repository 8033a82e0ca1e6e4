// The desk's screens alone, on a socket, with a session for each role named by its cookie.
import Domain
import Hummingbird
import Logging
import Services
import Store
import Support
import Synchronization
@testable import Web

struct DeskSite: Sendable {
  let base: String
  let world: DeskWorld
  let database: Database

  /// Runs the desk over a world in which one of everything waits.
  static func run<T: Sendable>(_ body: @escaping @Sendable (DeskSite) async throws -> T)
    async throws -> T
  {
    try await TestEngine.sqlite.withDatabase { database in
      let world = try await DeskWorld.make(in: database)
      for role in Role.allCases { try await DeskPerson(role).insert(in: database) }
      let edge = edge(database)
      let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
      let (running, started) = AsyncStream.makeStream(of: Int.self)
      return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await WebServer(edge, host: "127.0.0.1", port: 0, logger: logger) { port in
            started.yield(port)
          }.run()
        }
        var port = 0
        for await taken in running {
          port = taken
          break
        }
        let value = try await body(
          DeskSite(base: "http://127.0.0.1:\(port)", world: world, database: database))
        group.cancelAll()
        return value
      }
    }
  }

  private static func edge(_ database: Database) -> Edge {
    let counter = Mutex<UInt64>(1)
    let entropy = Entropy { count in
      let seed = counter.withLock { value in
        value += 1
        return value
      }
      var ids = SeededIDs(seed: seed)
      return ids.bytes(count)
    }
    let settings = SiteSettings(
      mode: .demo, publicURL: "http://localhost", contact: "aiuto@raccolto.example")
    var ports = SitePorts(
      clock: WallClock { DeskWorld.now }, entropy: entropy,
      key: SigningKey(secret: Array("a key".utf8)),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    ports.session = { token in
      guard let role = Role(rawValue: token), let digest = Digest(String(repeating: "a", count: 64))
      else { return nil }
      let person = DeskPerson(role)
      return SignedIn(
        person: person.person, grants: [person.grant], session: digest, formSecret: token)
    }
    let screens = Screens(
      site: settings, ports: ports, limiter: RateLimiter(countsLocal: false))
    DeskScreens(DeskServices.test(database)).add(to: screens)
    screens.closeOtherMethods()
    return Edge(site: settings, ports: ports, screens: screens)
  }

  func visitor(_ role: Role?) -> TestBrowser {
    TestBrowser(base, headers: role.map { ["Cookie: raccolto_sessione=\($0.rawValue)"] } ?? [])
  }

  /// Every page of the desk, with the act that opens it.
  func pages(_ language: Language) -> [(act: Act, path: String)] {
    let payment = world.money.payments[3].id
    let account = DeskRoutes.account(Account.provider(.sandbox).code)
    let pages: [(Act, Route)] = [
      (.readToday, SharedRoutes.desk()), (.readPayments, DeskRoutes.payments()),
      (.readPayments, DeskRoutes.payment(payment)), (.readPayments, DeskRoutes.exceptions()),
      (.readWebhooks, DeskRoutes.webhooks()), (.readWebhooks, DeskRoutes.webhook(world.dead)),
      (.readJobs, DeskRoutes.tasks()), (.readJobs, DeskRoutes.task(world.discarded)),
      (.readLedger, DeskRoutes.settlements()), (.readLedger, DeskRoutes.ledger()),
      (.readLedger, account),
      (.readMail, DeskRoutes.mail()),
    ]
    return pages.map { ($0.0, $0.1[language].path) }
  }
}
