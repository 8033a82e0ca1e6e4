// The time and the chance of one act, so that everything it writes agrees.
package import Domain

/// One instant and a source of ids, handed to what is written inside a transaction.
package struct Stamp: Sendable {
  package let now: Instant
  package let entropy: Entropy
  /// Who acts.
  package let actor: Actor

  /// Joins what is recorded with the log line of its request; empty outside requests.
  package var requestID: String

  package init(
    at now: Instant, by actor: Actor, _ entropy: Entropy, requestID: String = ""
  ) {
    self.requestID = requestID
    self.now = now
    self.actor = actor
    self.entropy = entropy
  }
}
