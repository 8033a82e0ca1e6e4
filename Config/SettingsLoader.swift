// Reads the settings: defaults in code, then the data folder's settings.json, then the environment.
import Configuration
import Domain
import FoundationEssentials
import Glibc
import SystemPackage

/// One thing wrong with the settings: the key, what was found, what is allowed, an example.
package struct SettingProblem: Error, Sendable, Hashable, CustomStringConvertible {
  package let key: String
  package let found: String
  package let allowed: String

  package var description: String { "\(key): found \(found); allowed: \(allowed)" }
}

/// All problems at once, so that an operator mends them in one go.
package struct SettingsRefused: Error, Sendable, CustomStringConvertible {
  package let problems: [SettingProblem]
  package var description: String {
    "The settings cannot be used:\n" + problems.map { "- \($0)" }.joined(separator: "\n")
      + "\nConsider `raccolto config show`, and Config/README.md for every key."
  }
}

/// A setting with the value in force and where it came from; secrets show only that they are set.
package struct EffectiveSetting: Sendable {
  package let key: String
  package let value: String
  package let source: String
}

/// Collects values and problems while reading one key after the other.
package struct SettingsLoader {
  private let environment: [String: String]
  private let reader: ConfigReader
  private var problems: [SettingProblem] = []
  /// What was read so far, in order.
  package private(set) var effective: [EffectiveSetting] = []

  /// Layers a file (if given) under the environment.
  package init(environment: [String: String], file: String?) async throws {
    self.environment = environment
    var providers: [any ConfigProvider] = [
      EnvironmentVariablesProvider(environmentVariables: environment)
    ]
    if let file { providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file))) }
    reader = ConfigReader(providers: providers)
  }

  /// The settings of the process, or every problem they have.
  package mutating func load() throws(SettingsRefused) -> Settings {
    let mode = choice("mode", Settings.Mode.self, default: .demo)
    let port = number("port", default: 8080, in: 1...65535)
    let data = text("data", default: "./data")
    let settings = Settings(
      mode: mode, port: port, host: text("host", default: "127.0.0.1"),
      publicURL: address("public.url", default: "http://127.0.0.1:\(port)"),
      proxies: addresses("proxy"), metricsToken: secret("metrics.token"), data: data,
      database: database(default: "sqlite:\(data)/raccolto.sqlite"),
      databaseConnections: number("database.connections", default: 8, in: 1...64),
      smtp: secret("smtp.url"),
      mailFrom: mailbox("mail.from", default: "raccolto@raccolto.example"),
      sandboxSecrets: secrets("sandbox.webhook.secret", default: "demo-sandbox-secret"),
      sandboxMood: mood("sandbox.mood"), stripe: stripe(mode),
      signingKey: secret("signing.key") ?? Secret("demo-signing-key"),
      bank: .init(
        iban: account("bank.iban", default: "IT60X0542811101000000123456"),
        holder: text("bank.holder", default: "Raccolto APS"), bic: text("bank.bic", default: "")),
      fees: fees(), contact: mailbox("contact", default: "aiuto@raccolto.example"),
      log: choice("log", Settings.LogLevel.self, default: .info), spid: spid())
    checkSecrets(settings)
    checkProduction(settings)
    guard problems.isEmpty else { throw SettingsRefused(problems: problems) }
    return settings
  }

  /// What production insists on: nothing of the demonstration may slip through.
  private mutating func checkProduction(_ settings: Settings) {
    guard settings.mode == .production else { return }
    for key in ["signing.key", "bank.iban", "bank.holder", "public.url", "smtp.url"]
    where value(key) == nil {
      refuse(key, found: "nothing", allowed: "required when RACCOLTO_MODE is production")
    }
    if value("public.url") != nil, !settings.publicURL.hasPrefix("https://") {
      refuse("public.url", found: settings.publicURL, allowed: "https:// in production")
    }
    checkSpid(settings.spid)
  }

  /// Stripe, where its key or its webhooks' secret is given. Keys of one environment and a mode of
  /// the other are refused: real money and play money never meet.
  private mutating func stripe(_ mode: Settings.Mode) -> Settings.Stripe? {
    let key = secret("stripe.secret.key")
    let secrets = secrets("stripe.webhook.secret", default: "")
    let base = address("stripe.api.base", default: "https://api.stripe.com")
    let confirm = choice("stripe.confirm", Settings.Stripe.Confirm.self, default: .fetch)
    guard key != nil || !secrets.isEmpty else { return nil }
    let isReal = mode == .production
    checkStripeKey(key?.revealed, isReal, confirm)
    if secrets.isEmpty {
      refuse("stripe.webhook.secret", found: "nothing", allowed: "whsec_…, several with commas")
    }
    if isReal, !base.hasPrefix("https://") {
      refuse("stripe.api.base", found: base, allowed: "https:// in production")
    }
    return Settings.Stripe(
      secretKey: key, webhookSecrets: secrets, base: base, confirm: confirm, isLive: isReal)
  }
  private mutating func checkStripeKey(
    _ key: String?, _ isReal: Bool, _ confirm: Settings.Stripe.Confirm
  ) {
    let name = "stripe.secret.key"
    guard let key else {
      if confirm == .fetch {
        refuse(name, found: "nothing", allowed: "a key, or RACCOLTO_STRIPE_CONFIRM signed")
      }
      return
    }
    let parts = key.split(separator: "_")
    guard parts.count >= 3, ["sk", "rk"].contains(parts[0]), ["test", "live"].contains(parts[1])
    else { return refuse(name, found: "a key of another kind", allowed: "sk_test_… or sk_live_…") }
    if (parts[1] == "live") != isReal {
      refuse(
        name, found: "a \(parts[1]) key",
        allowed: "a live key in production, a test key in every other mode")
    }
  }

  /// What nobody could keep secret or use: a short token, an address that is no mail server's.
  private mutating func checkSecrets(_ settings: Settings) {
    if let token = settings.metricsToken, token.revealed.utf8.count < Self.tokenBytesMin {
      refuse(
        "metrics.token", found: "a short text", allowed: "at least \(Self.tokenBytesMin) bytes")
    }
    let schemes = ["smtp://", "smtps://"]
    if let smtp = settings.smtp, !schemes.contains(where: smtp.revealed.hasPrefix) {
      refuse(
        "smtp.url", found: "another kind of address",
        allowed: "smtp://user:password@host:587 or smtps://…")
    }
    guard settings.mode == .production, value("signing.key") != nil,
      settings.signingKey.revealed.utf8.count < Self.keyBytesMin
    else { return }
    refuse(
      "signing.key", found: "a short text",
      allowed: "at least \(Self.keyBytesMin) bytes of chance, as from `openssl rand -hex 32`")
  }
  private static let tokenBytesMin = 16
  private static let keyBytesMin = 32

  mutating func text(_ key: String, default fallback: String) -> String {
    let found = value(key)
    note(key, found ?? fallback, default: found == nil)
    return found ?? fallback
  }
  private mutating func number(_ key: String, default fallback: Int, in range: ClosedRange<Int>)
    -> Int
  {
    guard let found = value(key) else {
      note(key, String(fallback), default: true)
      return fallback
    }
    note(key, found, default: false)
    if let number = Int(found), range.contains(number) { return number }
    refuse(
      key, found: found,
      allowed: "a whole number from \(range.lowerBound) to \(range.upperBound), as \(fallback)")
    return fallback
  }
  mutating func choice<T: RawRepresentable & CaseIterable>(
    _ key: String, _ type: T.Type, default fallback: T
  ) -> T where T.RawValue == String {
    let found = value(key)
    note(key, found ?? fallback.rawValue, default: found == nil)
    guard let found else { return fallback }
    if let known = T(rawValue: found) { return known }
    refuse(key, found: found, allowed: T.allCases.map(\.rawValue).joined(separator: ", "))
    return fallback
  }
  private mutating func address(_ key: String, default fallback: String) -> String {
    var found = text(key, default: fallback)
    while found.hasSuffix("/") { found.removeLast() }
    if !found.hasPrefix("http://"), !found.hasPrefix("https://") {
      refuse(key, found: found, allowed: "an address such as https://raccolto.example")
    }
    return found
  }
  /// Addresses of machines, separated by commas; none by default.
  private mutating func addresses(_ key: String) -> [String] {
    let found = text(key, default: "").split(separator: ",").map {
      String($0.filter { !$0.isWhitespace })
    }
    for address in found where !Self.isMachine(address) {
      refuse(key, found: address, allowed: "addresses such as 127.0.0.1,::1, without names")
    }
    return found
  }
  private static func isMachine(_ address: String) -> Bool {
    var bytes = in6_addr()
    return [AF_INET, AF_INET6].contains { inet_pton($0, address, &bytes) == 1 }
  }
  private mutating func mailbox(_ key: String, default fallback: String) -> String {
    let found = text(key, default: fallback)
    if EmailAddress(found) == nil {
      refuse(key, found: found, allowed: "an e-mail address such as \(fallback)")
    }
    return found
  }
  private mutating func account(_ key: String, default fallback: String) -> String {
    let found = text(key, default: fallback)
    if IBAN(found) == nil {
      refuse(key, found: found, allowed: "an IBAN with right check digits, such as \(fallback)")
    }
    return found
  }
  /// `30,10,5`: doubled and lost of a hundred, and the longest delay in seconds.
  private mutating func mood(_ key: String) -> SandboxMood {
    let found = text(key, default: "")
    if found.isEmpty { return .kind }
    let numbers = found.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let doubled = numbers[0], let lost = numbers[1],
      let delay = numbers[2], (0...100).contains(doubled), (0...100).contains(lost),
      (0...600).contains(delay)
    else {
      refuse(
        key, found: found, allowed: "two shares to 100 and seconds to 600, such as 30,10,5")
      return .kind
    }
    return SandboxMood(doubledPercent: doubled, lostPercent: lost, delaySecondsMax: delay)
  }
  private mutating func database(default fallback: String) -> String {
    let found = value("database.url")
    note("database.url", hidingPassword(found ?? fallback), default: found == nil)
    let forms = ["sqlite:", "postgres://", "postgresql://"]
    if let found, !forms.contains(where: { found.hasPrefix($0) && found != $0 }) {
      refuse(
        "database.url", found: hidingPassword(found),
        allowed: "sqlite:PATH or postgres://user@host/name")
    }
    return found ?? fallback
  }
  mutating func secret(_ key: String) -> Secret? {
    let found = value(key)
    note(key, found == nil ? "" : "(secret)", default: found == nil)
    return found.map(Secret.init)
  }
  private mutating func secrets(_ key: String, default fallback: String) -> [Secret] {
    let found = value(key)
    note(key, (found ?? fallback).isEmpty ? "" : "(secret)", default: found == nil)
    return (found ?? fallback).split(separator: ",").map(Self.trimmed).filter { !$0.isEmpty }
      .map { Secret($0) }
  }

  /// The text of a key: its variable, or the content of the file that `…_FILE` names, or the file.
  mutating func value(_ key: String) -> String? {
    if let found = reader.string(forKey: ConfigKey("raccolto.\(key)")), !found.isEmpty {
      return found
    }
    guard let path = environment[Self.variable(key) + "_FILE"], !path.isEmpty else { return nil }
    guard let content = Self.content(of: path) else {
      refuse(key, found: "unreadable file \(path)", allowed: "a readable file with the value")
      return nil
    }
    return content
  }
  mutating func refuse(_ key: String, found: String, allowed: String) {
    let problem = SettingProblem(key: Self.variable(key), found: found, allowed: allowed)
    if !problems.contains(problem) { problems.append(problem) }
  }
  private mutating func note(_ key: String, _ value: String, default isDefault: Bool) {
    effective.append(
      EffectiveSetting(
        key: Self.variable(key), value: value, source: isDefault ? "default" : "set"))
  }
  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
  /// `public.url` is RACCOLTO_PUBLIC_URL.
  private static func variable(_ key: String) -> String {
    "RACCOLTO_" + key.uppercased().split(separator: ".").joined(separator: "_")
  }
  /// A small file's text, without the line end that editors leave.
  private static func content(of path: String) -> String? {
    guard var text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}

/// A database address with its password, if any, left out.
private func hidingPassword(_ address: String) -> String {
  guard let at = address.lastIndex(of: "@"), let colon = address[..<at].lastIndex(of: ":"),
    !address[colon...].hasPrefix("://")
  else { return address }
  return String(address[..<colon]) + String(address[at...])
}
