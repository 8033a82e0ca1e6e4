// The mail with a one-time link: what it says is written where words are, and given to us.
package import Domain
import Store

/// One mail to someone who asked to come in.
package struct SignInLetter: Sendable {
  package let person: Person
  /// The secret of the link, known only to this mail.
  package let token: String
  package let language: Language
  package let expiresAt: Instant
  package let minutes: Int
}

/// Writes the words of the mail.
package struct SignInLetters: Sendable {
  let write: @Sendable (SignInLetter) -> MailContent

  package init(_ write: @escaping @Sendable (SignInLetter) -> MailContent) { self.write = write }
}
