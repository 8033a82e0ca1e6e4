// The second factor of who works here: a secret on their phone, and how often one may guess.

/// A person's one-time codes (RFC 6238), as they are stored without their secret.
package struct SecondFactor: Hashable, Sendable {
  package let person: Person.ID
  package let createdAt: Instant
  /// Nil until the first right code: an unconfirmed factor is asked of nobody.
  package let confirmedAt: Instant?
  /// The last time step whose code was taken; no code of it or before it counts again.
  package let lastStep: Int64
  /// Wrong codes since the last right one.
  package let wrongTries: Int
  package let lastWrongAt: Instant?

  package init(
    of person: Person.ID, times: (created: Instant, confirmed: Instant?), lastStep: Int64,
    wrong: (tries: Int, at: Instant?)
  ) {
    self.person = person
    (createdAt, confirmedAt) = times
    self.lastStep = lastStep
    (wrongTries, lastWrongAt) = wrong
  }

  package var isConfirmed: Bool { confirmedAt != nil }
  /// Whether an unconfirmed one was begun just now in a session that began then: what somebody else
  /// began in an earlier one, and knows, is shown to nobody and confirmed by nobody.
  package func isBegun(in signedIn: SignedIn, at now: Instant) -> Bool {
    !isConfirmed && createdAt >= signedIn.signedInAt && now - createdAt <= FactorRules.beginningMax
  }
  /// Until when no code is looked at, right or wrong; nil when one may try now.
  package func closedUntil(at now: Instant) -> Instant? {
    guard let last = lastWrongAt else { return nil }
    let opens = last + FactorRules.wait(after: wrongTries)
    return opens > now ? opens : nil
  }
}

/// The numbers of RFC 6238 as everybody's app knows them, and the pace of guessing.
package enum FactorRules {
  package static let stepSeconds: Int64 = 30
  package static let digits = 6
  /// A phone's clock may be one step off either way.
  package static let stepsOff: Int64 = 1
  package static let secretBytes = 20
  /// So long a secret waits for its first code.
  package static let beginningMax = Instant.Span.minutes(15)
  package static let recoveryCodes = 10
  /// So many wrong codes cost nothing but a look.
  static let freeTries = 5
  static let waitSecondsMax = 900

  /// The time step of an instant.
  package static func step(at now: Instant) -> Int64 { now.milliseconds / 1000 / stepSeconds }

  /// How long the next code is not looked at: 30 s after the fifth wrong one, then twice as long
  /// each time, at most a quarter of an hour. Never for good: others could shut one out.
  package static func wait(after wrongTries: Int) -> Instant.Span {
    guard wrongTries >= freeTries else { return .seconds(0) }
    let doublings = min(wrongTries - freeTries, 10)
    return .seconds(min(30 << doublings, waitSecondsMax))
  }
}

/// How fresh a proof has to be for acts that move money or change who may.
package enum ProofRules {
  /// A code, or a sign-in by SPID or CIE at level 2, counts for so long.
  package static let freshFor = Instant.Span.minutes(10)
  /// Machines that share a database do not share a clock.
  static let clocksApart = Instant.Span.seconds(30)
  /// A first factor is set up, or another way in added, only so soon after signing in.
  package static let freshSignIn = Instant.Span.hours(1)
}

/// A code that works once instead of the phone.
package enum RecoveryCode {
  private static let length = 16

  /// As it is written down: four groups of four.
  package static func grouped(_ code: String) -> String {
    let letters = Array(code)
    return stride(from: 0, to: letters.count, by: 4)
      .map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: "-")
  }
  /// As it is hashed, from what somebody typed; nil for what cannot be one.
  package static func normalised(_ typed: String) -> String? {
    let code = typed.lowercased().filter { $0 != "-" && $0 != " " }
    guard code.count == length,
      code.allSatisfy({ ("a"..."z").contains($0) || ("2"..."7").contains($0) })
    else { return nil }
    return code
  }
}

/// What a person may know of a factor: theirs, or at the desk somebody's.
package struct FactorState: Hashable, Sendable {
  package let confirmedAt: Instant?
  package let recoveryCodesLeft: Int

  package init(confirmedAt: Instant?, recoveryCodesLeft: Int) {
    self.confirmedAt = confirmedAt
    self.recoveryCodesLeft = recoveryCodesLeft
  }
}
