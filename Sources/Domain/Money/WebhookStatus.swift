// What became of an event that a provider sent.

/// The states of the webhook inbox.
package enum WebhookStatus: String, CaseIterable, Sendable {
  /// Stored and verified, its job waits.
  case received
  case applied
  /// Nothing to do, for a reason that is kept with it.
  case ignored
  /// About something not known yet: tried again later.
  case deferred
  /// Given up; a person looks.
  case dead
}

/// An event as it was received. Its body stays as bytes.
package enum WebhookEvent: Identified {
  package static let idPrefix = "whk"
}

/// Why an event led to nothing.
package enum WebhookIgnored: String, CaseIterable, Sendable {
  case unknownType
  /// Sent from another environment: test events where money is real, or the other way round.
  case otherEnvironment
  /// The state it tells of had been reached before.
  case nothingNew
}
