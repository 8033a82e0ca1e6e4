// Mail about what opens one's account: each new way in, each one gone, so that a thief is noticed.
package import Domain
import Store

/// What happened to someone's ways in.
package enum SecurityNotice: Hashable, Sendable {
  case factorAdded
  case factorRemoved
  /// By an administrator, for a reason.
  case factorReset(reason: String)
  case recoveryCodeUsed(left: Int)
  case recoveryCodesRenewed
  /// Somebody acts in one's place.
  case stoodIn(helper: String, reason: String, until: Instant)
  case identityAdded(IdentityScheme)
  case identityRemoved
  case addressAdded
  case addressRemoved
  /// An administrator decided whose a way in is, for a reason.
  case claimMoved(CredentialKind, here: Bool, reason: String)
  case claimRefused(CredentialKind, reason: String)
  /// Nobody decided in time: it stays where it was.
  case claimLapsed(CredentialKind)
  case passkeyAdded(name: String)
  case passkeyRemoved(name: String)
  /// It counted less than before: somebody else may have a copy. It was refused.
  case passkeyCopied(name: String)

  /// Why somebody else decided it; nil where oneself did.
  package var reason: String? {
    switch self {
    case .factorReset(let reason), .claimMoved(_, _, let reason), .claimRefused(_, let reason),
      .stoodIn(_, let reason, _):
      reason
    case .factorAdded, .factorRemoved, .recoveryCodeUsed, .recoveryCodesRenewed, .identityAdded,
      .identityRemoved, .addressAdded, .addressRemoved, .passkeyAdded, .passkeyRemoved,
      .passkeyCopied, .claimLapsed:
      nil
    }
  }

  /// How the queue names it.
  var kind: String {
    switch self {
    case .factorAdded: "factorAdded"
    case .factorRemoved: "factorRemoved"
    case .factorReset: "factorReset"
    case .recoveryCodeUsed: "recoveryCodeUsed"
    case .recoveryCodesRenewed: "recoveryCodesRenewed"
    case .stoodIn: "stoodIn"
    case .identityAdded: "identityAdded"
    case .identityRemoved: "identityRemoved"
    case .addressAdded: "addressAdded"
    case .addressRemoved: "addressRemoved"
    case .claimMoved: "claimMoved"
    case .claimRefused: "claimRefused"
    case .claimLapsed: "claimLapsed"
    case .passkeyAdded: "passkeyAdded"
    case .passkeyRemoved: "passkeyRemoved"
    case .passkeyCopied: "passkeyCopied"
    }
  }
}

/// Writes the words of such a mail.
package struct SecurityLetters: Sendable {
  let write: @Sendable (Person, SecurityNotice, Instant) -> MailContent

  package init(_ write: @escaping @Sendable (Person, SecurityNotice, Instant) -> MailContent) {
    self.write = write
  }
}

extension Transaction {
  /// Tells someone, if they have an address.
  func tell(
    _ person: Person, _ notice: SecurityNotice, _ letters: SecurityLetters, _ stamp: Stamp
  ) throws {
    guard let address = person.email else { return }
    let content = letters.write(person, notice, stamp.now)
    let id: StoredMail.ID = stamp.entropy.id(at: stamp.now)
    try queue(
      OutgoingMailRow(
        id: id, kind: (notice.kind, "\(notice.kind):\(id)"), to: (address, person.name),
        language: person.language, words: (content.subject, content.text, content.html ?? ""),
        at: stamp.now), stamp)
  }
}
