// Stripe's settings: keys of one environment never meet the mode of the other, and half of them is
// refused with what is missing.
import Config
import Foundation
import Testing

@Suite struct `Stripe's settings` {
  private func load(_ environment: [String: String]) async throws -> Result<
    Settings, SettingsRefused
  > {
    var loader = try await SettingsLoader(environment: environment, file: nil)
    do throws(SettingsRefused) { return .success(try loader.load()) } catch {
      return .failure(error)
    }
  }
  private static let production = [
    "RACCOLTO_MODE": "production", "RACCOLTO_PUBLIC_URL": "https://raccolto.example",
    "RACCOLTO_SIGNING_KEY": String(repeating: "k", count: 32),
    "RACCOLTO_BANK_IBAN": "IT60X0542811101000000123456", "RACCOLTO_BANK_HOLDER": "Raccolto APS",
    "RACCOLTO_SMTP_URL": "smtps://u:p@mail.example:465",
  ]
  private static let test = [
    "RACCOLTO_MODE": "test", "RACCOLTO_STRIPE_SECRET_KEY": "sk_test_12345",
    "RACCOLTO_STRIPE_WEBHOOK_SECRET": "whsec_new,whsec_old",
  ]

  @Test func `none of them is no Stripe`() async throws {
    #expect(try await load([:]).get().stripe == nil)
  }
  @Test func `all of them are read, several webhook secrets too`() async throws {
    let more = [
      "RACCOLTO_STRIPE_API_BASE": "http://127.0.0.1:8420/", "RACCOLTO_STRIPE_CONFIRM": "signed",
    ]
    let stripe = try #require(
      try await load(Self.test.merging(more) { $1 }).get().stripe)
    #expect(stripe.secretKey?.revealed == "sk_test_12345" && !stripe.isLive)
    #expect(stripe.webhookSecrets.map(\.revealed) == ["whsec_new", "whsec_old"])
    #expect(stripe.base == "http://127.0.0.1:8420" && stripe.confirm == .signed)
    let plain = try #require(try await load(Self.test).get().stripe)
    #expect(plain.base == "https://api.stripe.com" && plain.confirm == .fetch)
  }
  @Test(arguments: ["whsec_new, whsec_old", " whsec_new ,\twhsec_old,\n", ",whsec_new,,whsec_old"])
  func `have webhook secrets without the spaces that people write after commas`(_ text: String)
    async throws
  {
    var some = Self.test
    some["RACCOLTO_STRIPE_WEBHOOK_SECRET"] = text
    let stripe = try #require(try await load(some).get().stripe)
    #expect(stripe.webhookSecrets.map(\.revealed) == ["whsec_new", "whsec_old"])
  }
  @Test func `of blanks alone are no webhook secret`() async throws {
    var some = Self.test
    some["RACCOLTO_STRIPE_WEBHOOK_SECRET"] = " , "
    #expect(try await problems(some) == ["RACCOLTO_STRIPE_WEBHOOK_SECRET"])
  }
  @Test func `signed events need no key; fetching does`() async throws {
    var some = Self.test
    some["RACCOLTO_STRIPE_SECRET_KEY"] = nil
    #expect(try await problems(some) == ["RACCOLTO_STRIPE_SECRET_KEY"])
    some["RACCOLTO_STRIPE_CONFIRM"] = "signed"
    #expect(try await load(some).get().stripe?.secretKey == nil)
  }

  /// What is set besides, and which key is named as wrong.
  static let wrong: [(base: [String: String], change: [String: String], names: String)] = [
    (test, ["RACCOLTO_STRIPE_SECRET_KEY": "sk_live_1"], "RACCOLTO_STRIPE_SECRET_KEY"),
    (test, ["RACCOLTO_STRIPE_SECRET_KEY": "pk_test_1"], "RACCOLTO_STRIPE_SECRET_KEY"),
    (test, ["RACCOLTO_STRIPE_WEBHOOK_SECRET": ""], "RACCOLTO_STRIPE_WEBHOOK_SECRET"),
    (test, ["RACCOLTO_STRIPE_CONFIRM": "never"], "RACCOLTO_STRIPE_CONFIRM"),
    (test, ["RACCOLTO_STRIPE_API_BASE": "api.stripe.com"], "RACCOLTO_STRIPE_API_BASE"),
    (
      production,
      ["RACCOLTO_STRIPE_SECRET_KEY": "sk_test_1", "RACCOLTO_STRIPE_WEBHOOK_SECRET": "whsec_1"],
      "RACCOLTO_STRIPE_SECRET_KEY"
    ),
    (
      production,
      [
        "RACCOLTO_STRIPE_SECRET_KEY": "sk_live_1", "RACCOLTO_STRIPE_WEBHOOK_SECRET": "whsec_1",
        "RACCOLTO_STRIPE_API_BASE": "http://127.0.0.1:1",
      ], "RACCOLTO_STRIPE_API_BASE"
    ),
  ]
  @Test(arguments: wrong.indices)
  func `are refused by name, and no key is printed`(index: Int) async throws {
    let (base, change, name) = Self.wrong[index]
    let loaded = try await load(base.merging(change) { $1 })
    guard case .failure(let refused) = loaded else {
      Issue.record("\(change) was taken")
      return
    }
    #expect(refused.problems.map(\.key) == [name])
    #expect(!"\(refused.problems)".contains("sk_live_1"))
  }
  @Test func `of production are taken with a live key`() async throws {
    let live = [
      "RACCOLTO_STRIPE_SECRET_KEY": "rk_live_1", "RACCOLTO_STRIPE_WEBHOOK_SECRET": "whsec_1",
    ]
    let settings = try await load(Self.production.merging(live) { $1 }).get()
    #expect(settings.stripe?.isLive == true)
  }

  private func problems(_ environment: [String: String]) async throws -> [String] {
    guard case .failure(let refused) = try await load(environment) else { return [] }
    return refused.problems.map(\.key)
  }
}
