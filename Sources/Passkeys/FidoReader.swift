// Passkeys by libfido2: what strangers send is read by it, and every signature verified by it.
import CFido2
package import Domain
package import Services

/// Reads and verifies; keeps nothing.
package struct FidoReader: PasskeyReader {
  package init() {}

  package func passkey(in attestation: [UInt8], for place: PasskeyPlace) throws(PasskeyRefusal)
    -> NewPasskey
  {
    var read = raccolto_credential()
    let code = raccolto_fido_credential(attestation, attestation.count, place.host, &read)
    try Self.check(code)
    guard
      let algorithm = PasskeyKey.Algorithm.allCases.first(where: {
        $0.number == Int(read.algorithm)
      })
    else { throw .otherKey }
    let credential = withUnsafeBytes(of: read.id) { Array($0.prefix(read.id_count)) }
    let key = withUnsafeBytes(of: read.key) { Array($0.prefix(read.key_count)) }
    return NewPasskey(
      credential: credential, key: PasskeyKey(algorithm, key),
      state: Self.state(read.flags, read.sign_count))
  }

  package func verify(
    _ assertion: PasskeyAssertion, by key: PasskeyKey, for place: PasskeyPlace
  ) throws(PasskeyRefusal) -> PasskeyState {
    var (flags, count): (UInt8, UInt32) = (0, 0)
    let (data, signature) = (assertion.authenticatorData, assertion.signature)
    let code = assertion.clientDataHash.bytes.withUnsafeBufferPointer { hash in
      data.withUnsafeBufferPointer { data in
        signature.withUnsafeBufferPointer { signature in
          var said = raccolto_assertion(
            client_data_hash: hash.baseAddress, authenticator_data: data.baseAddress,
            signature: signature.baseAddress, authenticator_data_count: data.count,
            signature_count: signature.count)
          return raccolto_fido_verify(
            &said, place.host, Int32(key.algorithm.number), key.bytes, key.bytes.count, &flags,
            &count)
        }
      }
    }
    try Self.check(code)
    return Self.state(flags, count)
  }

  /// Bits 3 and 4 of the flags (WebAuthn, section 6.1).
  private static func state(_ flags: UInt8, _ count: UInt32) -> PasskeyState {
    PasskeyState(
      signCount: Int64(count), mayBackUp: flags & 8 != 0, isBackedUp: flags & 16 != 0)
  }

  private static func check(_ code: Int32) throws(PasskeyRefusal) {
    switch Int(code) {
    case RACCOLTO_FIDO_OK: return
    case RACCOLTO_FIDO_SITE: throw .otherSite
    case RACCOLTO_FIDO_FLAGS: throw .notVerified
    case RACCOLTO_FIDO_KEY: throw .otherKey
    case RACCOLTO_FIDO_WRONG: throw .wrongSignature
    case _: throw .malformed
    }
  }
}
