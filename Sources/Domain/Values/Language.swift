// The languages people read Raccolto in.

/// A language of screens, mail and documents; Italian is the first.
package enum Language: String, CaseIterable, Sendable, Codable {
  case italian = "it"
  case english = "en"
}
