// How every phrase book is opened: a struct of sentences with `it` and `en` side by side.
package import Domain

/// The sentences of one area. A sentence left out of one language does not compile.
package protocol PhraseBook: Sendable {
  static var it: Self { get }
  static var en: Self { get }
}

extension PhraseBook {
  /// The book in a language: `ShellPhrases[language]`.
  package static subscript(language: Language) -> Self {
    switch language {
    case .italian: it
    case .english: en
    }
  }
}
