// A session begins: the same way after a link as after SPID or CIE.
package import Domain
import Store

/// What is known of the browser that comes in.
package struct Arrival: Sendable {
  /// The session that this browser had, if any: it ends.
  package let previous: SignedIn?
  package let device: Device
  package let requestID: String
  /// What a one-time link was bound to if this browser asked for it.
  package var browser: Digest?
  /// Whoever came has read whose sign-in it is, and wants it in this browser.
  package var isMeant = false

  package init(replacing previous: SignedIn?, on device: Device, requestID: String) {
    self.previous = previous
    self.device = device
    self.requestID = requestID
  }
}

extension SessionRow {
  /// A session that begins now, under a secret that only the cookie will hold. Where the same
  /// person was signed in before in this browser, forms that are open there stay good.
  static func begun(
    by person: Person.ID, after previous: SessionRow?, secret: String, on device: Device,
    _ stamp: Stamp
  ) -> SessionRow {
    let keeps = previous.map { $0.person == person && $0.standIn == nil } ?? false
    var session = SessionRow(
      tokenHash: Digest(of: secret), person: person,
      formSecret: keeps ? previous?.formSecret ?? stamp.entropy.token() : stamp.entropy.token(),
      createdAt: stamp.now, expiresAt: stamp.now + SessionRules.absolute)
    session.device = device
    return session
  }
}
