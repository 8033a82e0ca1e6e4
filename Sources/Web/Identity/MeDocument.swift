// The signed-in person as programs read it.
import Domain
import Foundation

struct MeDocument: Encodable {
  let id: String
  let name: String
  let email: String
  let language: String
  let roles: [Held]

  struct Held: Encodable {
    let role: String
    let scope: String
    let id: String?
  }

  init(_ signedIn: SignedIn) {
    id = signedIn.person.id.description
    name = signedIn.person.name
    email = signedIn.person.email.text
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
