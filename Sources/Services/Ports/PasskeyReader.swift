// The port to passkeys: reads what authenticators send and verifies what they sign.
package import Domain

/// A passkey that was just made.
package struct NewPasskey: Hashable, Sendable {
  /// The authenticator's own name for it.
  package let credential: [UInt8]
  package let key: PasskeyKey
  package let state: PasskeyState

  package init(credential: [UInt8], key: PasskeyKey, state: PasskeyState) {
    (self.credential, self.key, self.state) = (credential, key, state)
  }
}

/// What an authenticator signed.
package struct PasskeyAssertion: Hashable, Sendable {
  package let clientDataHash: Digest
  package let authenticatorData: [UInt8]
  package let signature: [UInt8]

  package init(clientDataHash: Digest, authenticatorData: [UInt8], signature: [UInt8]) {
    self.clientDataHash = clientDataHash
    self.authenticatorData = authenticatorData
    self.signature = signature
  }
}

/// Implemented over libfido2. Both ask that somebody was there and was recognised.
package protocol PasskeyReader: Sendable {
  /// The passkey in an attestation object that was made for this place.
  func passkey(in attestation: [UInt8], for place: PasskeyPlace) throws(PasskeyRefusal)
    -> NewPasskey
  /// What the authenticator says of itself, if this key signed it for this place.
  func verify(
    _ assertion: PasskeyAssertion, by key: PasskeyKey, for place: PasskeyPlace
  ) throws(PasskeyRefusal) -> PasskeyState
}
