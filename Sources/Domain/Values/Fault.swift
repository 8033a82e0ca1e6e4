// What went wrong outside the domain: a database away, a provider that does not answer.

/// Something that is not a business ending: logged once, at the edge, and shown as an incident.
package struct Fault: Error, Sendable, CustomStringConvertible {
  /// What failed, for an operator; never shown to the public, never with secrets or personal data.
  package let what: String
  /// Whether trying again later can help.
  package let retryable: Bool

  package init(_ what: String, retryable: Bool = false) {
    self.what = what
    self.retryable = retryable
  }
  package var description: String { what }
}
