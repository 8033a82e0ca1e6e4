// What someone signed in with, in two words: enough to recognise it, too little to follow anybody.

/// A browser and a system. The text that browsers send about themselves is not kept.
package struct Device: Hashable, Sendable {
  package enum Browser: String, CaseIterable, Sendable {
    case firefox, edge, opera, chrome, safari, other
  }
  package enum System: String, CaseIterable, Sendable {
    case android, iOS, windows, macOS, linux, other
  }
  package let browser: Browser
  package let system: System

  package static let unknown = Device(.other, .other)
  package init(_ browser: Browser, _ system: System) {
    (self.browser, self.system) = (browser, system)
  }

  /// From a User-Agent field; what is in none of the lists is `other`.
  package init(userAgent: String) {
    let text = String(userAgent.prefix(400))
    func has(_ word: String) -> Bool { text.contains(word) }
    // Each pretends to be the ones before it: the order is that of what they add.
    browser =
      has("Firefox/") || has("FxiOS/")
      ? .firefox
      : has("Edg/") || has("EdgA/") || has("EdgiOS/")
        ? .edge
        : has("OPR/")
          ? .opera
          : has("Chrome/") || has("CriOS/")
            ? .chrome : has("Safari/") && has("Version/") ? .safari : .other
    system =
      has("Android")
      ? .android
      : has("iPhone") || has("iPad")
        ? .iOS
        : has("Windows") ? .windows : has("Mac OS X") ? .macOS : has("Linux") ? .linux : .other
  }

  /// As it is stored: `firefox/linux`; anything else is unknown.
  package init(text: String) {
    let halves = text.split(separator: "/").map(String.init)
    guard halves.count == 2, let browser = Browser(rawValue: halves[0]),
      let system = System(rawValue: halves[1])
    else {
      self = .unknown
      return
    }
    self.init(browser, system)
  }
  package var text: String { "\(browser.rawValue)/\(system.rawValue)" }
}
