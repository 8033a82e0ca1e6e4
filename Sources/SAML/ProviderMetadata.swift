// Reads identity providers from metadata: where they are asked, and the keys they sign with.
import Domain
import FoundationEssentials
import Services

enum ProviderMetadata {
  /// The providers of an EntityDescriptor or an EntitiesDescriptor; those without a usable signing
  /// key or place to ask are left out. None at all is a refusal.
  static func read(
    _ bytes: [UInt8], scheme: IdentityScheme
  ) throws(SamlRefusal) -> [IdentityProvider] {
    let root = try XMLTree.read(bytes, .metadata)
    var found: [IdentityProvider] = []
    collect(root, scheme, &found)
    guard !found.isEmpty else { throw .wrongShape }
    return found
  }

  private static func collect(
    _ element: XMLElement, _ scheme: IdentityScheme, _ found: inout [IdentityProvider]
  ) {
    if element.has("EntitiesDescriptor", Namespace.metadata) {
      for child in element.children { collect(child, scheme, &found) }
    } else if element.has("EntityDescriptor", Namespace.metadata),
      let provider = provider(element, scheme),
      !found.contains(where: { $0.entityID == provider.entityID })
    {
      found.append(provider)
    }
  }

  private static func provider(
    _ entity: XMLElement, _ scheme: IdentityScheme
  ) -> IdentityProvider? {
    guard let id = entity.attributes["entityID"]?.trimmed, !id.isEmpty,
      let role = entity.only("IDPSSODescriptor", Namespace.metadata)
    else { return nil }
    let certificates = role.all("KeyDescriptor", Namespace.metadata)
      .filter { ($0.attributes["use"] ?? "signing") == "signing" }
      .flatMap(certificates(in:))
      .filter { (Certificate.read($0)?.rsaBits ?? 0) >= Certificate.rsaBitsMin }
    let signOn = places(role.all("SingleSignOnService", Namespace.metadata))
    guard !certificates.isEmpty, !signOn.isEmpty else { return nil }
    return IdentityProvider(
      entityID: id, name: name(entity) ?? id, scheme: scheme, certificates: certificates,
      signOn: signOn, logout: places(role.all("SingleLogoutService", Namespace.metadata)))
  }

  private static func certificates(in key: XMLElement) -> [[UInt8]] {
    var found: [[UInt8]] = []
    key.walk { element in
      guard element.has("X509Certificate", Namespace.signature), let text = element.text,
        let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters), !data.isEmpty
      else { return }
      found.append(Array(data))
    }
    return found
  }

  private static func places(_ services: [XMLElement]) -> [SamlBinding: String] {
    var places: [SamlBinding: String] = [:]
    for service in services {
      guard let place = service.attributes["Location"],
        place.hasPrefix("https://") || place.hasPrefix("http://"),
        place.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 34 && $0 != 59 && $0 != 44 })
      else { continue }
      switch service.attributes["Binding"] {
      case Identifier.post: places[.post] = places[.post] ?? place
      case Identifier.redirect: places[.redirect] = places[.redirect] ?? place
      case _: continue
      }
    }
    return places
  }

  /// What people know it by: the Italian display name, else any.
  private static func name(_ entity: XMLElement) -> String? {
    guard let organisation = entity.only("Organization", Namespace.metadata) else { return nil }
    for kind in ["OrganizationDisplayName", "OrganizationName"] {
      let names = organisation.all(kind, Namespace.metadata)
      let italian = names.first { $0.foreignAttributes.values.contains("it") } ?? names.first
      if let text = italian?.text, !text.isEmpty { return String(text.prefix(80)) }
    }
    return nil
  }
}
