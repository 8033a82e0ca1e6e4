// swift-tools-version:6.2
// Raccolto: one package, one executable. Directions between the modules: Docs/ARCHITECTURE.md.
import PackageDescription

/// What every target is compiled with: warnings are errors, imports say what they need.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]
/// Sources also run asynchronous functions on their caller's executor unless they say otherwise.
let sources: [SwiftSetting] = strict + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let configuration: Target.Dependency = .product(
  name: "Configuration", package: "swift-configuration")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "raccolto",
  products: [.executable(name: "raccolto", targets: ["CLI"])],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
  ],
  targets: [
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CMarkdown", providers: [.apt(["libcmark-gfm-dev"])]),
    .target(
      name: "CXMLSec",
      // As `pkg-config xmlsec1-openssl` says; the package manager would not pass its macros on.
      cSettings: ["CRYPTO_OPENSSL", "NO_SIZE_T", "NO_CRYPTO_DYNAMIC_LOADING"].map {
        .define("XMLSEC_\($0)")
      } + [.unsafeFlags(["-I/usr/include/xmlsec1", "-I/usr/include/libxml2"])],
      linkerSettings: ["xmlsec1-openssl", "xmlsec1", "xml2", "crypto", "z"].map {
        .linkedLibrary($0)
      }),
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .target(
      name: "CFido2", linkerSettings: ["fido2", "cbor", "crypto"].map { .linkedLibrary($0) }),

    .target(name: "Literals", swiftSettings: sources),
    .target(name: "Domain", swiftSettings: sources),
    .target(
      name: "Config", dependencies: ["Domain", configuration, system], path: "Config",
      exclude: ["README.md", "debian"], swiftSettings: sources),
    .target(
      name: "Store", dependencies: ["Domain", "Literals", "CPostgres", grdb, sqlite, crypto],
      exclude: ["Migrations/schema-sqlite.sql", "Migrations/schema-postgres.sql"],
      swiftSettings: sources),
    .target(
      name: "Services", dependencies: ["Domain", "Store", crypto, logging], swiftSettings: sources),
    .target(
      name: "Work", dependencies: ["Domain", "Store", logging, lifecycle, metrics],
      swiftSettings: sources),
    .target(
      name: "Payments", dependencies: ["Domain", "Services", "CCurl", crypto],
      swiftSettings: sources),
    .target(name: "Mail", dependencies: ["Domain", "Services", "CCurl"], swiftSettings: sources),
    .target(
      name: "Documents", dependencies: ["Domain", "Services", "CQRCode", "CMarkdown"],
      swiftSettings: sources),
    .target(
      name: "BankFiles", dependencies: ["Domain", "Services", "CXML"], swiftSettings: sources),
    .target(
      name: "SAML", dependencies: ["Domain", "Services", "CXML", "CXMLSec", crypto],
      swiftSettings: sources),
    .target(
      name: "Passkeys", dependencies: ["Domain", "Services", "CFido2"], swiftSettings: sources),
    .target(name: "Phrases", dependencies: ["Domain"], swiftSettings: sources),
    .target(
      name: "Jobs", dependencies: ["Domain", "Services", "Work", logging], path: "Jobs",
      exclude: ["README.md"], swiftSettings: sources),
    .target(
      name: "Web",
      dependencies: ["Domain", "Services", "Phrases", "Literals", hummingbird, logging, metrics],
      swiftSettings: sources),
    .executableTarget(
      name: "CLI",
      dependencies: [
        "Domain", "Literals", "Config", "Store", "Services", "Work", "Payments", "Mail",
        "Documents",
        "BankFiles", "SAML", "Passkeys",
        "Phrases", "Jobs", "Web", arguments, logging, lifecycle, signals, metrics,
      ],
      swiftSettings: sources),
    .target(
      name: "Support",
      dependencies: [
        "Domain", "Literals", "Config", "Store", "Services", "Work", "Payments", "Mail",
        "Documents", "Passkeys",
        "BankFiles", "SAML", "Phrases", "Jobs", "Web", "CCurl", "CPostgres", crypto, logging,
      ],
      path: "Tests/Support", swiftSettings: strict),
    .executableTarget(
      name: "VerifiedSignIns", dependencies: ["Domain", "Services", "SAML"],
      path: "Tests/Bench/VerifiedSignIns", swiftSettings: strict),
    .executableTarget(
      name: "BareServer", dependencies: [hummingbird], path: "Tests/Bench/BareServer",
      swiftSettings: strict),
    .executableTarget(
      name: "LedgerBench", dependencies: ["Domain", "Store", "Services"],
      path: "Tests/Bench/LedgerBench", swiftSettings: strict),
  ]
    + tests([
      "LiteralsTests": ["Domain", "Literals", "Store"],
      "DomainTests": ["Domain"],
      "ConfigTests": ["Config", "Domain"],
      "StoreTests": ["Domain", "Literals", "Store"],
      "ServicesTests": ["Domain", "Literals", "Store", "Services", "Payments", "SAML"],
      "WorkTests": ["Domain", "Literals", "Store", "Work", lifecycle],
      "PaymentsTests": ["Domain", "Services", "Payments"],
      "MailTests": ["Domain", "Services", "Mail"],
      "DocumentsTests": ["Domain", "Services", "Documents"],
      "BankFilesTests": ["Domain", "Services", "BankFiles"],
      "SAMLTests": ["Domain", "Literals", "Store", "Services", "SAML", "CXML"],
      "PasskeysTests": ["Domain", "Services", "Passkeys"],
      "PhrasesTests": ["Domain", "Phrases"],
      "JobsTests": ["Domain", "Literals", "Store", "Services", "Payments", "Work", "Jobs"],
      "WebTests": [
        "Domain", "Literals", "Store", "Services", "Phrases", "SAML", "Web", hummingbird, metrics,
      ],
      "Journeys": ["Domain", "Literals", "Store", "Services", "SAML", "Web"],
      "TidyTests": [],
    ])
)

/// One test target per module; each may also use what Tests/Support offers.
func tests(_ targets: [String: [Target.Dependency]]) -> [Target] {
  targets.sorted { $0.key < $1.key }.map { name, modules in
    .testTarget(
      name: name, dependencies: modules + ["Support", crypto, logging], path: "Tests/\(name)",
      exclude: name == "Journeys" ? ["Stories"] : [], swiftSettings: strict)
  }
}
