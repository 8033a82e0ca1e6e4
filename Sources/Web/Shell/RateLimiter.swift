// How often one address may do one kind of thing: token buckets in bounded memory.
package import Domain
import Synchronization

/// A kind of request with its pace.
package struct Pace: Hashable, Sendable {
  let name: String
  /// How many at once.
  let burst: Int
  /// How many each minute after that.
  let perMinute: Int

  package init(_ name: String, burst: Int, perMinute: Int) {
    self.name = name
    self.burst = burst
    self.perMinute = perMinute
  }
  /// Forms sent by people.
  package static let forms = Pace("forms", burst: 60, perMinute: 60)
  /// Webhooks and interfaces: providers send bursts.
  package static let programs = Pace("programs", burst: 600, perMinute: 1200)
  /// Mail that a visitor can make us send.
  package static let mail = Pace("mail", burst: 5, perMinute: 1)
  /// Answers of identity providers: a town hall is many people behind one address.
  package static let identity = Pace("identity", burst: 120, perMinute: 120)
  /// Files to read.
  package static let uploads = Pace("uploads", burst: 10, perMinute: 10)
}

/// Counts requests. At most `bucketsMax` addresses are remembered; the fullest buckets go first,
/// because forgetting a full bucket changes nothing.
package final class RateLimiter: Sendable {
  static let bucketsMax = 20_000
  private static let token: Int64 = 60_000
  /// After an hour every bucket is full.
  private static let refillMillisecondsMax: Int64 = 3_600_000

  private struct Key: Hashable {
    let pace: String
    let who: String
  }
  struct Bucket {
    /// In parts of a token, so that refilling is exact: 60,000 are one token, which a pace of one
    /// a minute earns in as many milliseconds.
    var parts: Int64
    var at: Instant
  }
  private let buckets = Mutex<[Key: Bucket]>([:])
  /// Whether requests from this machine itself are counted: in production they are.
  private let countsLocal: Bool

  package init(countsLocal: Bool) { self.countsLocal = countsLocal }

  /// Takes one token; throws the 429 problem with the wait when there is none.
  package func take(_ pace: Pace, for who: String, at now: Instant) throws(Problem) {
    if !countsLocal, ["127.0.0.1", "::1", "local"].contains(who) { return }
    let wait = buckets.withLock { buckets -> Int? in
      if buckets.count >= Self.bucketsMax { Self.forgetHalf(&buckets) }
      let key = Key(pace: pace.name, who: who)
      var bucket = buckets[key] ?? Bucket(parts: Int64(pace.burst) * Self.token, at: now)
      let elapsed = min(max(0, (now - bucket.at).milliseconds), Self.refillMillisecondsMax)
      bucket.parts = min(
        Int64(pace.burst) * Self.token, bucket.parts + elapsed * Int64(pace.perMinute))
      bucket.at = now
      defer { buckets[key] = bucket }
      if bucket.parts >= Self.token {
        bucket.parts -= Self.token
        return nil
      }
      let partsPerSecond = Int64(pace.perMinute) * 1000
      return Int((Self.token - bucket.parts + partsPerSecond - 1) / partsPerSecond)
    }
    guard let wait else { return }
    var problem = Problem.tooMany(retryAfterSeconds: max(1, wait))
    problem.pace = pace
    throw problem
  }

  /// How many addresses are remembered.
  var remembered: Int { buckets.withLock { $0.count } }

  private static func forgetHalf(_ buckets: inout [Key: Bucket]) {
    let middle = buckets.values.map(\.at).sorted()[buckets.count / 2]
    buckets = buckets.filter { $0.value.at > middle }
  }
}
