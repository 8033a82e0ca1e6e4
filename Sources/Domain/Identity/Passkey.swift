// Passkeys: a key pair on somebody's device, of which only the public half is here (WebAuthn).

/// One passkey, as its owner knows it.
package struct Passkey: Identified, Hashable, Sendable {
  package static let idPrefix = "pky"

  package let id: Passkey.ID
  package let person: Person.ID
  /// What its owner calls it.
  package let name: String
  package let createdAt: Instant
  /// Nil until it was used.
  package let lastUsedAt: Instant?
  /// What the authenticator last counted; 0 for those that do not count.
  package let signCount: Int64
  /// Whether it is copied to the owner's other devices.
  package let isBackedUp: Bool

  package init(
    id: Passkey.ID, of person: Person.ID, name: String,
    times: (created: Instant, lastUsed: Instant?), state: PasskeyState
  ) {
    self.id = id
    self.person = person
    self.name = name
    (createdAt, lastUsedAt) = times
    (signCount, isBackedUp) = (state.signCount, state.isBackedUp)
  }
}

/// What an authenticator says of itself each time.
package struct PasskeyState: Hashable, Sendable {
  package let signCount: Int64
  /// Whether the passkey may be copied at all; fixed when it is made.
  package let mayBackUp: Bool
  package let isBackedUp: Bool

  package init(signCount: Int64, mayBackUp: Bool, isBackedUp: Bool) {
    self.signCount = signCount
    self.mayBackUp = mayBackUp
    self.isBackedUp = isBackedUp
  }

  /// Whether one authenticator can have said this after that. One that counts only counts up: a
  /// number that came back is the mark of a copy (WebAuthn, section 7.2, step 22).
  package func follows(_ earlier: PasskeyState) -> Bool {
    (signCount == 0 && earlier.signCount == 0) || signCount > earlier.signCount
  }
}

/// The public half, with the kind of signature it verifies.
package struct PasskeyKey: Hashable, Sendable {
  package enum Algorithm: String, CaseIterable, Sendable {
    case es256, eddsa, rs256

    /// COSE's number (RFC 9053 and 8812).
    package var number: Int {
      switch self {
      case .es256: -7
      case .eddsa: -8
      case .rs256: -257
      }
    }
  }
  package let algorithm: Algorithm
  package let bytes: [UInt8]

  package init(_ algorithm: Algorithm, _ bytes: [UInt8]) {
    (self.algorithm, self.bytes) = (algorithm, bytes)
  }
}

/// The site that passkeys are made for: no other site gets an answer from them.
package struct PasskeyPlace: Hashable, Sendable {
  /// The relying party's id: the host's name.
  package let host: String
  /// As browsers write it.
  package let origin: String

  /// From the public address. Nil where browsers make no passkeys: at an address of digits, and
  /// without TLS anywhere but at localhost.
  package init?(publicURL: String) {
    let parts = publicURL.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3, ["http:", "https:"].contains(parts[0].lowercased()) else { return nil }
    let isSecure = parts[0].lowercased() == "https:"
    let place = parts[2].lowercased().split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let labels = place[0].split(separator: ".", omittingEmptySubsequences: false)
    guard let last = labels.last, let first = last.utf8.first, !(48...57).contains(first),
      labels.allSatisfy({ label in
        !label.isEmpty
          && label.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45
          }
      }), isSecure || last == "localhost"
    else { return nil }
    host = String(place[0])
    let usual = isSecure ? "443" : "80"
    let port = place.count == 2 && place[1] != usual ? ":\(place[1])" : ""
    origin = "\(parts[0].lowercased())//\(host)\(port)"
  }
}

package enum PasskeyRules {
  /// A challenge is answered within this time.
  package static let challengeFor = Instant.Span.minutes(5)
  package static let challengeBytes = 32
  package static let ofOnePersonMax = 12
  package static let nameMax = 60
  /// What one part of an answer may take; real ones take a few hundred bytes.
  package static let partBytesMax = 8192
}

/// What a challenge was made for; an answer to one never serves another.
package enum PasskeyPurpose: String, CaseIterable, Sendable {
  case add, signIn, prove
}

/// Why an answer is not believed. People are told one sentence, whichever it is.
package enum PasskeyRefusal: String, Error, CaseIterable, Sendable {
  /// Not the fields, the text or the structures that it should be.
  case malformed
  /// Made for another ceremony, another site, or inside a page of another site.
  case otherType, otherOrigin, otherSite
  /// Never made, made for another browser, used, or too old.
  case otherChallenge
  /// Nobody was there, or the device did not recognise them.
  case notVerified
  /// A key of a kind that is not taken here.
  case otherKey
  /// No such passkey, or not this person's.
  case unknownPasskey
  case wrongSignature
  /// It counted less than last time: somebody has a copy.
  case counterWentBack
}
