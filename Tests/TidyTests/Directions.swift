// Which module may import which: the table of Docs/ARCHITECTURE.md as data.

enum Directions {
  /// What each module may import of ours and of others'. The standard library's own modules are
  /// free, but Literals, Domain and Store keep to FoundationEssentials.
  static let allowed: [String: Set<String>] = [
    "Literals": [],
    "Domain": [],
    "Config": ["Domain", "Configuration", "SystemPackage"],
    "Store": ["Domain", "Literals", "CPostgres", "GRDB", "GRDBSQLite", "Crypto", "Logging"],
    "Services": ["Domain", "Store", "Crypto", "Logging"],
    "Work": ["Domain", "Store", "Logging", "ServiceLifecycle", "Metrics"],
    "Payments": ["Domain", "Services", "CCurl", "Crypto"],
    "SAML": ["Domain", "Services", "CXML", "CXMLSec", "Crypto"],
    "Passkeys": ["Domain", "Services", "CFido2"],
    "Mail": ["Domain", "Services", "CCurl"],
    "Documents": ["Domain", "Services", "CQRCode", "CMarkdown"],
    "BankFiles": ["Domain", "Services", "CXML"],
    "Phrases": ["Domain"],
    "Jobs": ["Domain", "Services", "Work", "Logging"],
    "Web": [
      "Domain", "Services", "Phrases", "Literals", "Hummingbird", "HummingbirdCore",
      "HTTPTypes", "NIOCore", "Logging", "Metrics", "ServiceLifecycle",
    ],
  ]

  static let standard: Set<String> = [
    "Swift", "FoundationEssentials", "Foundation", "FoundationInternationalization", "Dispatch",
    "Synchronization", "RegexBuilder", "Glibc",
  ]
  static let essentialsOnly: Set<String> = ["Literals", "Domain", "Store"]

  /// The imports of a shipped file that the table does not allow.
  static func findings(_ file: SourceFile) -> [Finding] {
    guard file.module != "CLI" else { return [] }
    guard let allowed = allowed[file.module] else {
      return [Finding(path: file.path, line: 1, what: "module \(file.module) is not in the table")]
    }
    return file.imports.compactMap { line, name in
      let tooMuch = name.hasPrefix("Foundation") && name != "FoundationEssentials"
      if standard.contains(name), !(tooMuch && essentialsOnly.contains(file.module)) { return nil }
      return allowed.contains(name)
        ? nil : Finding(path: file.path, line: line, what: "\(file.module) imports \(name)")
    }
  }
}

extension SourceFile {
  /// The modules a file imports, with the line.
  var imports: [(line: Int, name: String)] {
    code.enumerated().compactMap { index, line in
      let words = line.split(separator: " ").map(String.init)
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({
          $0.hasPrefix("@") || ["package", "internal", "private"].contains($0)
        })
      else { return nil }
      let kinds = ["struct", "enum", "func", "class", "protocol", "typealias", "var", "let"]
      let name =
        kinds.contains(words[at + 1]) && at + 2 < words.count ? words[at + 2] : words[at + 1]
      return (index + 1, String(name.split(separator: ".")[0]))
    }
  }
}
