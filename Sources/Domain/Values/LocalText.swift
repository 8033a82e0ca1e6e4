// Words that exist in Italian, in English, or in both.

/// The same words in both languages; one of the two may be empty.
package struct LocalText: Hashable, Sendable {
  package var italian: String
  package var english: String

  package init(italian: String, english: String = "") {
    self.italian = italian
    self.english = english
  }
  package static let none = LocalText(italian: "")

  /// The words in exactly this language.
  package subscript(language: Language) -> String {
    get {
      switch language {
      case .italian: italian
      case .english: english
      }
    }
    set {
      switch language {
      case .italian: italian = newValue
      case .english: english = newValue
      }
    }
  }
  /// Whether there are no words in either.
  package var isBlank: Bool {
    italian.allSatisfy(\.isWhitespace) && english.allSatisfy(\.isWhitespace)
  }
  /// The words for a reader: in their language if there are any, else in the other.
  package func shown(in language: Language) -> Shown {
    let other: Language = language == .italian ? .english : .italian
    let missing = self[language].allSatisfy(\.isWhitespace)
    return missing && !isBlank
      ? Shown(text: self[other], language: other) : Shown(text: self[language], language: language)
  }
  /// Words with the language they are really in.
  package struct Shown: Hashable, Sendable {
    package let text: String
    package let language: Language
  }
}
