// Single Logout: told by a provider, we end its sessions; told by a person, we tell the provider.
package import Domain
import Store

/// Logs out across the federation.
package struct SamlLogout: Sendable {
  private let federation: FederationParts

  init(_ federation: FederationParts) { self.federation = federation }

  package enum Outcome: Sendable {
    /// Done; the browser carries our answer back.
    case answer(OutgoingSaml)
    /// Done, and the provider wants no answer.
    case done
    case refused(SamlRefusal)
  }

  /// A provider's message. A session that we never had is ended just as well.
  package func callAsFunction(_ message: IncomingLogout) async throws -> Outcome {
    let now = federation.clock.now
    let providers = try await federation.book.providers()
    let order: LogoutOrder
    do throws(SamlRefusal) {
      order = try federation.gateway.logoutOrder(message, from: providers, at: now)
    } catch {
      return try await refuse(error, at: now)
    }
    let provider = order.provider.entityID
    let isNew = try await federation.database.write { tx in
      guard try tx.see(Digest(of: "\(provider) logout \(order.id)"), until: order.validUntil)
      else { return false }
      _ = try tx.endSamlSessions(
        of: order.subject, with: order.sessionIndexes, at: provider, now: now)
      return true
    }
    guard isNew else { return try await refuse(.seenBefore, at: now) }
    let answer = try federation.gateway.answer(
      order, id: StartSamlSignIn.id(federation.entropy), now: now)
    return answer.map(Outcome.answer) ?? .done
  }

  private func refuse(_ refusal: SamlRefusal, at now: Instant) async throws -> Outcome {
    let row = SamlRefusalRow(id: federation.entropy.id(at: now), at: now, reason: refusal)
    try await federation.database.write { tx in try tx.insert(row) }
    return .refused(refusal)
  }

  /// The way to end the provider's own session too: only level 1 has one.
  package func farewell(of session: Digest) async throws -> OutgoingSaml? {
    guard let row = try await federation.database.read({ tx in try tx.samlSession(session) }),
      row.subject.sessionIndex != nil,
      let provider = try await federation.book.provider(row.provider)
    else { return nil }
    return try federation.gateway.askLogout(
      row.subject, id: StartSamlSignIn.id(federation.entropy), at: provider,
      now: federation.clock.now)
  }
}
