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

/// An event whose signature was right, ready to be kept.
package struct ReceivedWebhook: Sendable {
  package let id: WebhookEvent.ID
  package let provider: ProviderName
  /// The provider's own id: what makes a second delivery a repeat.
  package let eventID: String
  package let type: String
  /// The provider's object that it is about; empty when it names none.
  package let objectID: String
  package let signature: String
  package let body: [UInt8]
  package let receivedAt: Instant

  /// What an event says about itself.
  package struct Event: Hashable, Sendable {
    package let id: String
    package let type: String
    package let objectID: String

    package init(id: String, type: String, objectID: String) {
      (self.id, self.type, self.objectID) = (id, type, objectID)
    }
  }

  package init(
    id: WebhookEvent.ID, from provider: ProviderName, _ event: Event,
    raw: (signature: String, body: [UInt8]), at receivedAt: Instant
  ) {
    (self.id, self.provider, self.receivedAt) = (id, provider, receivedAt)
    (eventID, type, objectID) = (event.id, event.type, event.objectID)
    (signature, body) = raw
  }
}

/// An event in the inbox, without its body.
package struct StoredWebhook: Hashable, Sendable {
  package let id: WebhookEvent.ID
  package let provider: ProviderName
  package let eventID: String
  package let type: String
  package let objectID: String
  package let status: WebhookStatus
  package let reason: String
  package let attempts: Int
  package let receivedAt: Instant

  package init(
    id: WebhookEvent.ID, provider: ProviderName, eventID: String, type: String, objectID: String,
    status: WebhookStatus, reason: String, attempts: Int, receivedAt: Instant
  ) {
    (self.id, self.provider, self.eventID, self.type) = (id, provider, eventID, type)
    (self.objectID, self.status, self.reason) = (objectID, status, reason)
    (self.attempts, self.receivedAt) = (attempts, receivedAt)
  }
}
