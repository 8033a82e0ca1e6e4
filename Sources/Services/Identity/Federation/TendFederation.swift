// What has to be done about SPID and CIE from time to time: forget, purge, refresh, warn.
package import Domain
import Store

/// The chores of the federation, each safe to repeat.
package struct TendFederation: Sendable {
  /// So many rows go at once.
  package static let batchMax = 500
  /// Refused answers are kept for so long, and so many at most.
  static let refusalsKeptFor = Instant.Span.days(90)
  static let refusalsMax = 10_000
  /// A claim holds somebody's data sealed: nobody who decides nothing keeps it for ever.
  static let conflictsWaitFor = Instant.Span.days(90)
  /// A certificate is renewed with offices at the other end: warn early.
  package static let warningBefore = Instant.Span.days(45)
  /// More refusals than this in the span are somebody's doing.
  static let burstSpan = Instant.Span.minutes(15)
  static let burstMax = 30

  private let federation: FederationParts
  private let certificates: @Sendable () async throws -> [DatedCertificate]

  init(
    _ federation: FederationParts,
    certificates: @escaping @Sendable () async throws -> [DatedCertificate]
  ) {
    self.federation = federation
    self.certificates = certificates
  }

  /// Requests that nobody answered, minors' too, ids that would be refused anyway, and refusals
  /// that are too many or too old: whoever floods us fills no table. Answers whether more may wait.
  package func expireRequests() async throws -> Bool {
    let now = federation.clock.now
    return try await federation.database.write { tx in
      let requests = try tx.forgetSamlRequests(until: now, limit: Self.batchMax)
      let seen = try tx.forgetSeen(until: now, limit: Self.batchMax)
      let refusals = try tx.trimSamlRefusals(
        keeping: Self.refusalsMax, since: now - Self.refusalsKeptFor, limit: Self.batchMax)
      return max(requests, seen, refusals) == Self.batchMax
    }
  }

  /// Exchanges after their 24 months. Answers how many.
  package func purgeExchanges() async throws -> Int {
    let now = federation.clock.now
    return try await federation.database.write { tx in
      try tx.purgeSamlExchanges(until: now, limit: Self.batchMax)
    }
  }

  /// Conflicts that nobody decided: what is sealed in them goes, the way in stays where it is, and
  /// who claimed it is told, and may claim it again. Answers how many.
  package func endConflicts() async throws -> Int {
    let stamp = Stamp(at: federation.clock.now, by: .system, federation.entropy)
    let letters = federation.letters
    return try await federation.database.write { tx in
      let old = try tx.conflicts(
        waitingSince: stamp.now - Self.conflictsWaitFor, most: Self.batchMax)
      for id in old {
        guard let conflict = try tx.waitingConflict(id)?.conflict else { continue }
        try tx.decide(id, .refused, because: "–", by: nil, at: stamp.now)
        try tx.record(
          .decideConflict, on: .init("credential_conflict", id.description), stamp,
          detail: ["decision": "lapsed"])
        if let claimant = try tx.person(conflict.claimant) {
          try tx.tell(claimant, .claimLapsed(conflict.kind), letters, stamp)
        }
      }
      return old.count
    }
  }

  /// Reads the providers' metadata anew; answers what could not be read.
  package func refreshProviders() async throws -> [String] { try await federation.book.refresh() }

  /// Certificates, ours and theirs, whose end is near or past.
  package func endingCertificates() async throws -> [DatedCertificate] {
    let limit = federation.clock.now + Self.warningBefore
    return try await certificates().filter { $0.expiresAt < limit }
  }

  /// The reasons of refusals if there are many of late; nil in quiet times.
  package func burst() async throws -> [(reason: String, count: Int)]? {
    let since = federation.clock.now - Self.burstSpan
    let refusals = try await federation.database.read { tx in try tx.samlRefusals(since: since) }
    return refusals.reduce(0) { $0 + $1.count } > Self.burstMax ? refusals : nil
  }
}

/// A certificate with its end.
package struct DatedCertificate: Hashable, Sendable {
  /// Whose it is: an entity id.
  package let owner: String
  package let expiresAt: Instant
  package init(owner: String, expiresAt: Instant) {
    (self.owner, self.expiresAt) = (owner, expiresAt)
  }
}
