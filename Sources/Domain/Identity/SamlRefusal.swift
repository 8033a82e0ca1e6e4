// Why an identity provider's message is not believed, and the endings that are the person's own.

/// Why a SAML message was refused. The name goes into the log and the register; people are told
/// only that signing in did not work.
package enum SamlRefusal: String, Error, CaseIterable, Sendable {
  // The envelope
  case missing, repeated, tooLarge, notBase64
  // The document
  case notXML, forbiddenXML, tooDeep, tooMany, duplicateID, oddID, relativeNamespace
  case wrongRoot, wrongShape
  // The correlation with what we asked
  case noSuchRequest, otherBrowser, requestOver, answeredBefore, unknownProvider
  // The signature
  case unsigned, signatureShape, forbiddenAlgorithm, wrongReference, wrongSignature
  // What the message says
  case wrongVersion, wrongInstant, wrongDestination, wrongIssuer, wrongStatus
  case wrongSubject, wrongRecipient, wrongConditions, wrongAudience, wrongLevel, wrongAttributes
  case seenBefore
}

/// An ending that the provider reports and the person should understand (SPID's error table).
package enum SamlDecline: String, CaseIterable, Sendable, Codable {
  /// Too many wrong credentials.
  case nr19
  /// No credentials of the level asked.
  case nr20
  /// It took too long.
  case nr21
  /// Consent to hand over the data was denied.
  case nr22
  /// The identity is suspended, revoked or blocked.
  case nr23
  /// Reserved for later use.
  case nr24
  /// The person cancelled.
  case nr25
  /// The wrong kind of identity: for professional use, where a personal one is asked.
  case nr30
  /// Our request was wrong, or the provider has a problem: any other status.
  case service
}
