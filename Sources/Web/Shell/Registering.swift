// Registering a screen: the same three questions for addresses of none, one, two or three parts.
// Written out, not with parameter packs: a wrong handler is reported where it is written.

/// Reads the typed parts of a path; throws when one is not what it should be.
typealias PathParser<Parts> = @Sendable ([String]) throws -> Parts

private func part<P: PathPart>(_ texts: [String], _ index: Int, _ type: P.Type) throws -> P {
  guard texts.indices.contains(index), let value = P(pathPart: texts[index]) else {
    throw UnparsablePath()
  }
  return value
}

extension Screens {
  /// A page to look at. It changes nothing, however often it is asked for.
  package func get(
    _ address: FixedAddress, audience: Audience = .anyone,
    use handler: @escaping @Sendable (ScreenContext) async throws -> Reply
  ) {
    page(address.patterns, audience, { _ in }) { screen, _ in try await handler(screen) }
  }
  /// A page to look at. It changes nothing, however often it is asked for.
  package func get<A: PathPart>(
    _ address: Address<A>, audience: Audience = .anyone,
    use handler: @escaping @Sendable (ScreenContext, A) async throws -> Reply
  ) {
    page(address.patterns, audience, { try part($0, 0, A.self) }) { try await handler($0, $1) }
  }
  /// A page to look at. It changes nothing, however often it is asked for.
  package func get<A: PathPart, B: PathPart>(
    _ address: Address<A, B>, audience: Audience = .anyone,
    use handler: @escaping @Sendable (ScreenContext, A, B) async throws -> Reply
  ) {
    page(address.patterns, audience, { (try part($0, 0, A.self), try part($0, 1, B.self)) }) {
      try await handler($0, $1.0, $1.1)
    }
  }
  /// A page to look at. It changes nothing, however often it is asked for.
  package func get<A: PathPart, B: PathPart, C: PathPart>(
    _ address: Address<A, B, C>, audience: Audience = .anyone,
    use handler: @escaping @Sendable (ScreenContext, A, B, C) async throws -> Reply
  ) {
    page(
      address.patterns, audience,
      { (try part($0, 0, A.self), try part($0, 1, B.self), try part($0, 2, C.self)) }
    ) { try await handler($0, $1.0, $1.1, $1.2) }
  }
}

extension Screens {
  /// A form that is sent. It is read within its limits and checked: same site, own visitor.
  package func post(
    _ address: FixedAddress, limit: BodyLimit = .form,
    audience: Audience = .anyone, pace: Pace = .forms,
    use handler: @escaping @Sendable (ScreenContext, FormBody) async throws -> Reply
  ) {
    let terms = FormTerms(limit: limit, audience: audience, pace: pace)
    form(address.patterns, terms, { _ in }) { screen, body, _ in try await handler(screen, body) }
  }
  /// A form that is sent. It is read within its limits and checked: same site, own visitor.
  package func post<A: PathPart>(
    _ address: Address<A>, limit: BodyLimit = .form,
    audience: Audience = .anyone, pace: Pace = .forms,
    use handler: @escaping @Sendable (ScreenContext, FormBody, A) async throws -> Reply
  ) {
    let terms = FormTerms(limit: limit, audience: audience, pace: pace)
    form(address.patterns, terms, { try part($0, 0, A.self) }) { try await handler($0, $1, $2) }
  }
  /// A form that is sent. It is read within its limits and checked: same site, own visitor.
  package func post<A: PathPart, B: PathPart>(
    _ address: Address<A, B>, limit: BodyLimit = .form,
    audience: Audience = .anyone, pace: Pace = .forms,
    use handler: @escaping @Sendable (ScreenContext, FormBody, A, B) async throws -> Reply
  ) {
    let terms = FormTerms(limit: limit, audience: audience, pace: pace)
    form(address.patterns, terms, { (try part($0, 0, A.self), try part($0, 1, B.self)) }) {
      try await handler($0, $1, $2.0, $2.1)
    }
  }
  /// A form that is sent. It is read within its limits and checked: same site, own visitor.
  package func post<A: PathPart, B: PathPart, C: PathPart>(
    _ address: Address<A, B, C>, limit: BodyLimit = .form,
    audience: Audience = .anyone, pace: Pace = .forms,
    use handler: @escaping @Sendable (ScreenContext, FormBody, A, B, C) async throws -> Reply
  ) {
    let terms = FormTerms(limit: limit, audience: audience, pace: pace)
    form(
      address.patterns, terms,
      { (try part($0, 0, A.self), try part($0, 1, B.self), try part($0, 2, C.self)) }
    ) { try await handler($0, $1, $2.0, $2.1, $2.2) }
  }
}

extension Screens {
  /// Bytes from a program: webhooks and interfaces that prove themselves by signature or key.
  package func receive(
    _ address: FixedAddress, limit: BodyLimit, pace: Pace = .programs,
    use handler: @escaping @Sendable (ScreenContext, [UInt8]) async throws -> Reply
  ) {
    let terms = FormTerms(limit: limit, audience: .programs, pace: pace)
    bytes(address.patterns, terms, { _ in }) { screen, body, _ in try await handler(screen, body) }
  }
  /// Bytes from a program: webhooks and interfaces that prove themselves by signature or key.
  package func receive<A: PathPart>(
    _ address: Address<A>, limit: BodyLimit, pace: Pace = .programs,
    use handler: @escaping @Sendable (ScreenContext, [UInt8], A) async throws -> Reply
  ) {
    let terms = FormTerms(limit: limit, audience: .programs, pace: pace)
    bytes(address.patterns, terms, { try part($0, 0, A.self) }) { try await handler($0, $1, $2) }
  }
  /// Bytes from a program: webhooks and interfaces that prove themselves by signature or key.
  package func receive<A: PathPart, B: PathPart>(
    _ address: Address<A, B>, limit: BodyLimit, pace: Pace = .programs,
    use handler: @escaping @Sendable (ScreenContext, [UInt8], A, B) async throws -> Reply
  ) {
    let terms = FormTerms(limit: limit, audience: .programs, pace: pace)
    bytes(address.patterns, terms, { (try part($0, 0, A.self), try part($0, 1, B.self)) }) {
      try await handler($0, $1, $2.0, $2.1)
    }
  }
  /// Bytes from a program: webhooks and interfaces that prove themselves by signature or key.
  package func receive<A: PathPart, B: PathPart, C: PathPart>(
    _ address: Address<A, B, C>, limit: BodyLimit, pace: Pace = .programs,
    use handler: @escaping @Sendable (ScreenContext, [UInt8], A, B, C) async throws -> Reply
  ) {
    let terms = FormTerms(limit: limit, audience: .programs, pace: pace)
    bytes(
      address.patterns, terms,
      { (try part($0, 0, A.self), try part($0, 1, B.self), try part($0, 2, C.self)) }
    ) { try await handler($0, $1, $2.0, $2.1, $2.2) }
  }
}
