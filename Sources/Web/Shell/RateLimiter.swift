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
  /// Files to read.
  package static let uploads = Pace("uploads", burst: 10, perMinute: 10)
}

/// Counts requests. At most `bucketsMax` addresses are remembered; the fullest buckets go first,
/// because forgetting a full bucket changes nothing.
package final class RateLimiter: Sendable {
  static let bucketsMax = 20_000

  private struct Key: Hashable {
    let pace: String
    let who: String
  }
  struct Bucket {
    var tokens: Double
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
      var bucket = buckets[key] ?? Bucket(tokens: Double(pace.burst), at: now)
      let elapsed = Double(max(0, (now - bucket.at).milliseconds)) / 60_000
      bucket.tokens = min(Double(pace.burst), bucket.tokens + elapsed * Double(pace.perMinute))
      bucket.at = now
      defer { buckets[key] = bucket }
      if bucket.tokens >= 1 {
        bucket.tokens -= 1
        return nil
      }
      return Int(((1 - bucket.tokens) * 60 / Double(pace.perMinute)).rounded(.up))
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
