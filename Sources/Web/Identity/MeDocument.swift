// The signed-in person as programs read it.
import Domain
import Foundation
import Services

struct MeDocument: Encodable {
  let id: String
  let name: String
  let email: String?
  let language: String
  let roles: [Held]
  /// Only in a session that came by SPID or CIE.
  let fiscalCode: String?
  let identity: Proved?
  /// Who acts in the person's place, where somebody does.
  let actingBy: String?

  let emailVerified: Bool
  let assurance: Assurance

  /// How sure this session is of who it is.
  struct Assurance: Encodable {
    /// Whether a second factor is set up.
    let secondFactor: Bool
    let signedInAt: String
    /// When a second factor, SPID or CIE was last shown in this session.
    let provedAt: String?
  }

  struct Proved: Encodable {
    let scheme: String
    let level: Int
    let authenticatedAt: String
  }

  struct Held: Encodable {
    let role: String
    let scope: String
    let id: String?
  }

  init(
    _ signedIn: SignedIn, _ proof: ReadFiscalCode.Proof?, _ known: (ways: WaysIn, hasFactor: Bool)
  ) {
    emailVerified = known.ways.addressVerifiedAt != nil
    assurance = Assurance(
      secondFactor: known.hasFactor, signedInAt: signedIn.signedInAt.rfc3339,
      provedAt: signedIn.provedAt?.rfc3339)
    fiscalCode = proof?.fiscalCode
    identity = proof.map {
      Proved(
        scheme: $0.scheme.rawValue, level: $0.level.rawValue,
        authenticatedAt: $0.authenticatedAt.rfc3339)
    }
    actingBy = signedIn.helper?.person.id.description
    id = signedIn.person.id.description
    name = signedIn.person.name
    email = signedIn.person.email?.text
    language = signedIn.person.language.rawValue
    roles = signedIn.grants.map {
      Held(
        role: $0.role.rawValue, scope: $0.scope.kind.rawValue,
        id: $0.scope.id.isEmpty ? nil : $0.scope.id)
    }
  }

  var json: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self))
    }
  }
}
