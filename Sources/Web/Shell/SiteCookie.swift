// Our cookies: all technical, all ours, none read by script.

/// One cookie to set. Always HttpOnly, Path=/; SameSite=Lax but for a login's; Secure on https.
package struct SiteCookie: Hashable, Sendable {
  package enum Name: String, Sendable, CaseIterable {
    /// The session's secret token.
    case session = "raccolto_sessione"
    /// A random mark of a visitor who opened a form, sealed; forms are bound to it.
    case visitor = "raccolto_visita"
    /// The secret of a sign-in that waits for its second factor; it opens nothing by itself.
    case waiting = "raccolto_attesa"
    case language = "raccolto_lingua"
    case theme = "raccolto_tema"
    case flash = "raccolto_avviso"
    /// Ties a sign-in by SPID or CIE to its browser, and serves nothing else. The provider's answer
    /// is posted from its site, so it must be SameSite=None; the prefix keeps other hosts out.
    case login = "__Host-raccolto_accesso"
    /// The same where the site is http: tests and demonstrations on this machine.
    case plainLogin = "raccolto_accesso"
    /// The same for a minor's sign-in, which waits for a parent up to a day: another sign-in in
    /// this browser neither shortens nor ends it.
    case minor = "__Host-raccolto_minore"
    case plainMinor = "raccolto_minore"
  }

  let name: Name
  let value: String
  /// Nil: until the browser closes. Zero: forget it.
  let maxAgeSeconds: Int?

  package init(_ name: Name, _ value: String, maxAgeSeconds: Int? = nil) {
    self.name = name
    self.value = value
    self.maxAgeSeconds = maxAgeSeconds
  }
  package static func clear(_ name: Name) -> SiteCookie { SiteCookie(name, "", maxAgeSeconds: 0) }

  /// The value of a Set-Cookie field.
  func header(secure: Bool) -> String {
    var text = "\(name.rawValue)=\(value); Path=/; HttpOnly"
    switch name {
    case .session, .waiting, .visitor, .language, .theme, .flash: text += "; SameSite=Lax"
    case .login, .minor: text += "; SameSite=None"
    case .plainLogin, .plainMinor: break
    }
    if let maxAgeSeconds { text += "; Max-Age=\(maxAgeSeconds)" }
    return secure ? text + "; Secure" : text
  }

  /// Reads a Cookie field: the first of each of our names, values of a harmless alphabet only.
  static func read(_ field: String) -> [Name: String] {
    var found: [Name: String] = [:]
    for pair in field.split(separator: ";") {
      let halves = pair.split(separator: "=", maxSplits: 1)
      guard halves.count == 2,
        let name = Name(rawValue: halves[0].trimmingPrefix(while: { $0 == " " }).description),
        found[name] == nil, halves[1].utf8.count <= 2000,
        halves[1].utf8.allSatisfy({
          (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
            || $0 == 45 || $0 == 46 || $0 == 95
        })
      else { continue }
      found[name] = String(halves[1])
    }
    return found
  }
}
