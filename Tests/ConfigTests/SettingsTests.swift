// Each setting: read from the environment, from the file and from `…_FILE`; a wrong value named
// with what to write instead; and what production will not start with.
import Config
import Domain
import Foundation
import Support
import Testing

/// What loading gave: settings, or what is wrong with them.
private enum Loaded {
  case settings(Settings, [EffectiveSetting])
  case refused([SettingProblem])

  var settings: Settings? {
    if case .settings(let settings, _) = self { settings } else { nil }
  }
  var problems: [SettingProblem] {
    if case .refused(let problems) = self { problems } else { [] }
  }
}

private func load(_ environment: [String: String], file: String? = nil) async throws -> Loaded {
  var loader = try await SettingsLoader(environment: environment, file: file)
  do throws(SettingsRefused) {
    return .settings(try loader.load(), loader.effective)
  } catch { return .refused(error.problems) }
}

/// A file with the text for as long as the closure works.
private func withFile<T>(_ text: String, _ body: (String) async throws -> T) async throws -> T {
  let file = FileManager.default.temporaryDirectory.appending(path: "setting-\(UUID().uuidString)")
  try Data(text.utf8).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  return try await body(file.path)
}

/// Everything that production asks for.
private let production = [
  "RACCOLTO_MODE": "production", "RACCOLTO_PUBLIC_URL": "https://raccolto.example",
  "RACCOLTO_SIGNING_KEY": String(repeating: "k", count: 32),
  "RACCOLTO_BANK_IBAN": "IT60X0542811101000000123456", "RACCOLTO_BANK_HOLDER": "Raccolto APS",
  "RACCOLTO_SMTP_URL": "smtps://u:p@mail.example:465",
]

@Suite struct SettingsTests {
  @Test func `nothing set is a demonstration on this machine`() async throws {
    let settings = try #require(try await load([:]).settings)
    #expect(settings.mode == .demo && settings.port == 8080 && settings.host == "127.0.0.1")
    #expect(settings.publicURL == "http://127.0.0.1:8080")
    #expect(settings.data == "./data" && settings.database == "sqlite:./data/raccolto.sqlite")
    #expect(settings.proxies.isEmpty && settings.metricsToken == nil && settings.smtp == nil)
    #expect(settings.sandboxMood == .kind && settings.log == .info)
  }

  /// A value for each variable, and how the settings show that it arrived.
  static let every: [(name: String, value: String, shows: @Sendable (Settings) -> Bool)] = [
    ("RACCOLTO_MODE", "test", { $0.mode == .test }),
    ("RACCOLTO_PORT", "9001", { $0.port == 9001 && $0.publicURL.hasSuffix(":9001") }),
    ("RACCOLTO_HOST", "0.0.0.0", { $0.host == "0.0.0.0" }),
    ("RACCOLTO_PUBLIC_URL", "https://a.example//", { $0.publicURL == "https://a.example" }),
    ("RACCOLTO_PROXY", "127.0.0.1, ::1", { $0.proxies == ["127.0.0.1", "::1"] }),
    (
      "RACCOLTO_METRICS_TOKEN", "sixteen bytes ok",
      { $0.metricsToken?.revealed == "sixteen bytes ok" }
    ),
    (
      "RACCOLTO_DATA", "/srv/raccolto",
      { $0.data == "/srv/raccolto" && $0.database == "sqlite:/srv/raccolto/raccolto.sqlite" }
    ),
    ("RACCOLTO_DATABASE_URL", "postgres://a@b/c", { $0.database == "postgres://a@b/c" }),
    ("RACCOLTO_DATABASE_CONNECTIONS", "64", { $0.databaseConnections == 64 }),
    ("RACCOLTO_SMTP_URL", "smtp://h:25", { $0.smtp?.revealed == "smtp://h:25" }),
    ("RACCOLTO_MAIL_FROM", "noi@orti.example", { $0.mailFrom == "noi@orti.example" }),
    (
      "RACCOLTO_SANDBOX_WEBHOOK_SECRET", "new,old",
      { $0.sandboxSecrets.map(\.revealed) == ["new", "old"] }
    ),
    (
      "RACCOLTO_SANDBOX_MOOD", "30,10,5",
      {
        $0.sandboxMood == SandboxMood(doubledPercent: 30, lostPercent: 10, delaySecondsMax: 5)
      }
    ),
    ("RACCOLTO_SIGNING_KEY", "key", { $0.signingKey.revealed == "key" }),
    (
      "RACCOLTO_BANK_IBAN", "DE89370400440532013000",
      { $0.bank.iban == "DE89370400440532013000" }
    ),
    ("RACCOLTO_BANK_HOLDER", "Orti di Bollate", { $0.bank.holder == "Orti di Bollate" }),
    ("RACCOLTO_PLATFORM_FEE", "2,5", { $0.fees.platformBasisPoints == 250 }),
    ("RACCOLTO_PROVIDER_FEES", "platform", { $0.fees.providerFees == .platform }),
    ("RACCOLTO_BANK_BIC", "BPPIITRRXXX", { $0.bank.bic == "BPPIITRRXXX" }),
    ("RACCOLTO_CONTACT", "ciao@orti.example", { $0.contact == "ciao@orti.example" }),
    ("RACCOLTO_LOG", "warning", { $0.log == .warning }),
  ]

  /// The same for SPID and CIE.
  private static let federation:
    [(name: String, value: String, shows: @Sendable (Settings) -> Bool)] = [
      ("RACCOLTO_SPID_PROFILE", "spid-sp-public", { $0.spid.profile == .spidPublic }),
      ("RACCOLTO_SPID_IDP_METADATA", "/etc/idp", { $0.spid.providers == "/etc/idp" }),
      ("RACCOLTO_CIE_IDP_METADATA", "/etc/cie.xml", { $0.spid.cieProviders == "/etc/cie.xml" }),
      ("RACCOLTO_SPID_KEY", "/etc/key.pem", { $0.spid.key?.revealed == "/etc/key.pem" }),
      ("RACCOLTO_SPID_CERTIFICATE", "/etc/c.pem", { $0.spid.certificate == "/etc/c.pem" }),
      ("RACCOLTO_VAULT_KEY", "a key", { $0.spid.vaultKey.revealed == "a key" }),
      ("RACCOLTO_SPID_ORGANISATION", "Orti", { $0.spid.organisation.name == "Orti" }),
      (
        "RACCOLTO_SPID_DISPLAY_NAME", "Gli orti", { $0.spid.organisation.displayName == "Gli orti" }
      ),
      ("RACCOLTO_SPID_EMAIL", "a@orti.example", { $0.spid.organisation.email == "a@orti.example" }),
      ("RACCOLTO_SPID_PHONE", "+39 021", { $0.spid.organisation.phone == "+39 021" }),
      ("RACCOLTO_SPID_VAT", "IT1", { $0.spid.organisation.vatNumber == "IT1" }),
      ("RACCOLTO_SPID_FISCAL_CODE", "c1", { $0.spid.organisation.fiscalCode == "c1" }),
      ("RACCOLTO_SPID_IPA", "c_f205", { $0.spid.organisation.ipaCode == "c_f205" }),
      ("RACCOLTO_SPID_NACE", "01.11", { $0.spid.organisation.naceCode == "01.11" }),
      ("RACCOLTO_SPID_MUNICIPALITY", "m1", { $0.spid.organisation.municipality == "m1" }),
      ("RACCOLTO_SPID_STREET", "Via 1", { $0.spid.organisation.street == "Via 1" }),
      ("RACCOLTO_SPID_POSTAL_CODE", "p1", { $0.spid.organisation.postalCode == "p1" }),
      ("RACCOLTO_SPID_CITY", "Bollate", { $0.spid.organisation.city == "Bollate" }),
      ("RACCOLTO_SPID_PROVINCE", "MI", { $0.spid.organisation.province == "MI" }),
    ]

  static let all = every + federation

  @Test(arguments: all.indices)
  func `every setting is read from its variable, from a file that is named, and from settings.json`(
    _ index: Int
  ) async throws {
    let (name, value, shows) = Self.all[index]
    let fromVariable = try await load([name: value])
    #expect(fromVariable.settings.map(shows) == true, "\(name): \(fromVariable.problems)")
    let fromNamed = try await withFile(value + "\n") { try await load([name + "_FILE": $0]) }
    #expect(fromNamed.settings.map(shows) == true, "\(name)_FILE: \(fromNamed.problems)")
    // public.url of RACCOLTO_PUBLIC_URL is {"raccolto": {"public": {"url": …}}}.
    let parts = name.lowercased().split(separator: "_").map(String.init)
    let nested = parts.reversed().reduce("\"\(value)\"") { "{\"\($1)\": \($0)}" }
    let isNumber = Int(value) != nil
    let json = isNumber ? nested.replacing("\"\(value)\"", with: value) : nested
    let fromFile = try await withFile(json) { path in
      let named = path + ".json"
      try FileManager.default.copyItem(atPath: path, toPath: named)
      defer { try? FileManager.default.removeItem(atPath: named) }
      return try await load([:], file: named)
    }
    if !isNumber {
      #expect(fromFile.settings.map(shows) == true, "\(json): \(fromFile.problems)")
    }
  }

  @Test func `every variable of the README is tried here`() throws {
    let readme = try String(
      contentsOf: Oracle.root.appending(path: "Config/README.md"), encoding: .utf8)
    let rows = readme.split(separator: "\n").filter { $0.hasPrefix("| `RACCOLTO_") }
    let named = Set(rows.map { String($0.dropFirst(3).prefix { $0 != "`" }) })
    let others = named.filter { $0.hasPrefix("RACCOLTO_STRIPE") }
    #expect(named.subtracting(others) == Set(Self.all.map(\.name)))
  }

  @Test(arguments: [
    ("RACCOLTO_MODE", "prod", "demo, test, production"), ("RACCOLTO_PORT", "0", "1 to 65535"),
    ("RACCOLTO_PORT", "otto", "1 to 65535"), ("RACCOLTO_PORT", "65536", "1 to 65535"),
    ("RACCOLTO_PUBLIC_URL", "raccolto.example", "https://raccolto.example"),
    ("RACCOLTO_PROXY", "proxy.example", "127.0.0.1,::1"),
    ("RACCOLTO_PROXY", "127.0.0.1;::1", "127.0.0.1,::1"),
    ("RACCOLTO_DATABASE_URL", "mysql://a/b", "sqlite:PATH or postgres://"),
    ("RACCOLTO_DATABASE_URL", "sqlite:", "sqlite:PATH or postgres://"),
    ("RACCOLTO_DATABASE_CONNECTIONS", "65", "1 to 64"),
    ("RACCOLTO_MAIL_FROM", "nobody", "an e-mail address"),
    ("RACCOLTO_CONTACT", "@", "an e-mail address"),
    ("RACCOLTO_BANK_IBAN", "IT60X0542811101000000123457", "right check digits"),
    ("RACCOLTO_PLATFORM_FEE", "21", "0 to 20"), ("RACCOLTO_PLATFORM_FEE", "2.555", "0 to 20"),
    ("RACCOLTO_PLATFORM_FEE", "-1", "0 to 20"), ("RACCOLTO_PROVIDER_FEES", "donor", "platform"),
    ("RACCOLTO_SANDBOX_MOOD", "30,10", "30,10,5"), ("RACCOLTO_SANDBOX_MOOD", "x,0,0", "30,10,5"),
    ("RACCOLTO_SANDBOX_MOOD", "101,0,0", "30,10,5"), ("RACCOLTO_LOG", "loud", "debug"),
  ])
  func `a wrong value is named, with what is allowed`(
    _ name: String, _ value: String, _ allowed: String
  ) async throws {
    let problems = try await load([name: value]).problems
    #expect(problems.map(\.key) == [name])
    #expect(problems.first?.found == value)
    #expect(problems.first?.allowed.contains(allowed) == true, "\(problems)")
  }

  @Test func `all that is wrong is told at once, and what to do`() async throws {
    var loader = try await SettingsLoader(
      environment: ["RACCOLTO_PORT": "x", "RACCOLTO_MODE": "y", "RACCOLTO_LOG": "z"], file: nil)
    do throws(SettingsRefused) {
      _ = try loader.load()
      Issue.record("nothing was refused")
    } catch {
      #expect(error.problems.count == 3)
      #expect("\(error)".contains("Consider `raccolto config show`"))
    }
  }

  @Test func `the environment wins over the file`() async throws {
    let settings = try await withFile(#"{"raccolto": {"host": "10.0.0.1"}}"#) { path in
      let named = path + ".json"
      try FileManager.default.moveItem(atPath: path, toPath: named)
      defer { try? FileManager.default.removeItem(atPath: named) }
      return try await load(["RACCOLTO_HOST": "10.0.0.2"], file: named).settings
    }
    #expect(settings?.host == "10.0.0.2")
  }
}

@Suite struct `Secrets in settings` {
  @Test func `are never shown, wherever they come from`() async throws {
    let secret = "do-not-show-me-anywhere"
    let environment = [
      "RACCOLTO_SIGNING_KEY": secret, "RACCOLTO_METRICS_TOKEN": secret,
      "RACCOLTO_SANDBOX_WEBHOOK_SECRET": secret, "RACCOLTO_SMTP_URL": "smtp://u:\(secret)@h:25",
      "RACCOLTO_DATABASE_URL": "postgres://u:\(secret)@h/d",
    ]
    guard case .settings(let settings, let effective) = try await load(environment) else {
      Issue.record("refused")
      return
    }
    #expect(effective.count > 15)
    for line in effective { #expect(!line.value.contains(secret), "\(line.key)") }
    #expect(!"\([settings.signingKey, settings.smtp ?? Secret("")])".contains(secret))
    #expect(effective.filter { $0.source == "set" }.count == 5)
  }

  @Test func `of a file that cannot be read are a problem, not a default`() async throws {
    let problems = try await load(["RACCOLTO_SIGNING_KEY_FILE": "/nowhere/key"]).problems
    #expect(problems.map(\.key) == ["RACCOLTO_SIGNING_KEY"])
    #expect(problems.first?.found.contains("/nowhere/key") == true)
  }

  @Test func `that are wrong are not repeated in the complaint`() async throws {
    let loaded = try await load([
      "RACCOLTO_METRICS_TOKEN": "short", "RACCOLTO_SMTP_URL": "https://u:hidden@h",
    ])
    #expect(loaded.problems.map(\.key).sorted() == ["RACCOLTO_METRICS_TOKEN", "RACCOLTO_SMTP_URL"])
    #expect(!"\(loaded.problems)".contains("hidden"))
  }
}

@Suite struct `Production` {
  @Test func `starts with everything that it asks for`() async throws {
    let loaded = try await load(production)
    #expect(loaded.settings?.mode == .production, "\(loaded.problems)")
  }

  @Test(arguments: production.keys.filter { $0 != "RACCOLTO_MODE" }.sorted())
  func `refuses to start without each of them`(_ name: String) async throws {
    var environment = production
    environment[name] = nil
    let problems = try await load(environment).problems
    #expect(problems.contains { $0.key == name && $0.allowed.contains("production") })
  }

  @Test(arguments: [
    ("RACCOLTO_PUBLIC_URL", "http://raccolto.example", "https://"),
    ("RACCOLTO_SIGNING_KEY", "demo-signing-key", "32 bytes"),
  ])
  func `refuses what is not safe`(_ name: String, _ value: String, _ allowed: String) async throws {
    let problems = try await load(production.merging([name: value]) { $1 }).problems
    #expect(problems.map(\.key) == [name])
    #expect(problems.first?.allowed.contains(allowed) == true)
    #expect(!"\(problems)".contains("demo-signing-key"))
  }

  @Test func `invents nothing of a federation that people sign in with`() async throws {
    let environment = production.merging(["RACCOLTO_SPID_IDP_METADATA": "/etc/idp"]) { $1 }
    let problems = try await load(environment).problems
    for name in ["VAULT_KEY", "SPID_KEY", "SPID_CERTIFICATE", "SPID_ORGANISATION"] {
      #expect(problems.contains { $0.key == "RACCOLTO_\(name)" }, "\(name)")
    }
  }
}
