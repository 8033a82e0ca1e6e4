// The SAML adapter as the rest of Raccolto sees it: the port, over our service in each scheme.
package import Domain
package import Services

/// SPID and CIE by SAML 2.0.
package struct Gateway: SamlGateway {
  private let services: [ServiceProvider]

  package init(_ services: [ServiceProvider]) { self.services = services }

  private func service(_ scheme: IdentityScheme) -> ServiceProvider? {
    services.first { $0.scheme == scheme }
  }

  package func metadata(of scheme: IdentityScheme) throws -> [UInt8]? {
    try service(scheme).map { try ServiceMetadata(service: $0).document() }
  }

  package func providers(
    in metadata: [UInt8], scheme: IdentityScheme
  ) throws(SamlRefusal) -> [IdentityProvider] {
    try ProviderMetadata.read(metadata, scheme: scheme)
  }

  package func ask(
    _ request: SamlRequest, of provider: IdentityProvider, binding: SamlBinding?,
    relayState: String
  ) throws -> OutgoingSaml? {
    let wanted = [binding, .redirect, .post].compactMap { $0 }
    guard let service = service(request.scheme),
      let binding = wanted.first(where: { provider.signOn[$0] != nil }),
      let place = provider.signOn[binding]
    else { return nil }
    let message = AuthnRequest.message(
      request, to: place, service: service, relayState: relayState)
    return try message.sent(to: place, binding: binding, keys: service.keys)
  }

  package func open(_ field: String) throws(SamlRefusal) -> any OpenedAnswer {
    try Answer(field: field, service: lookup)
  }

  package func askLogout(
    _ subject: SamlSubject, id: String, at provider: IdentityProvider, now: Instant
  ) throws -> OutgoingSaml? {
    guard let service = service(provider.scheme), let place = provider.logout[.redirect] else {
      return nil
    }
    return try Logout.request(subject, id: id, at: place, now: now, (service, provider))
      .sent(to: place, binding: .redirect, keys: service.keys)
  }

  package func logoutOrder(
    _ message: IncomingLogout, from providers: [IdentityProvider], at now: Instant
  ) throws(SamlRefusal) -> LogoutOrder {
    try IncomingLogoutRequest(message: message, providers: providers, service: lookup)
      .order(at: now)
  }

  package func answer(
    _ order: LogoutOrder, id: String, now: Instant
  ) throws -> OutgoingSaml? {
    let binding: SamlBinding = order.provider.logout[.redirect] != nil ? .redirect : .post
    guard let service = service(order.provider.scheme),
      let place = order.provider.logout[binding]
    else { return nil }
    return try Logout.response(to: order, id: id, at: place, now: now, service)
      .sent(to: place, binding: binding, keys: service.keys)
  }

  private var lookup: ServiceProvider.Lookup {
    let services = services
    return { scheme in services.first { $0.scheme == scheme } }
  }
}
