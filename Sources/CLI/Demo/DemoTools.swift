// The demonstration's own clock and chance: the same moment makes the same data.
import Domain
import Services
import Synchronization

/// A clock that is moved by hand, so that past weeks can be lived through in seconds. It never
/// passes the present: nothing of the demonstration happens in the future.
final class DemoClock: Sendable {
  private let instant: Mutex<Instant>
  let present: Instant

  init(at start: Instant, until present: Instant) {
    instant = Mutex(start)
    self.present = present
  }

  /// This clock as the use cases know it.
  var wall: WallClock { WallClock { self.instant.withLock { $0 } } }

  func move(to next: Instant) { instant.withLock { $0 = min(next, present) } }
}

/// SplitMix64 (Steele, Lea, Flood 2014): good enough for fictional people, never for secrets that
/// guard real ones.
final class DemoChance: Sendable {
  private let state: Mutex<UInt64>

  init(seed: UInt64) { state = Mutex(seed) }

  var entropy: Entropy {
    Entropy { count in (0..<count).map { _ in UInt8(truncatingIfNeeded: self.next() >> 32) } }
  }

  func next() -> UInt64 {
    state.withLock { state in
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
  /// One of a list.
  func pick<T>(_ list: [T]) -> T { list[Int(next() % UInt64(list.count))] }
}

/// Fictional donors: names of people, and an address that reaches nobody.
enum DemoPeople {
  private static let first = [
    "Giulia", "Marco", "Amina", "Luca", "Ines", "Paolo", "Chiara", "Omar", "Teresa", "Davide",
    "Fatou", "Elena", "Bruno", "Nadia", "Pietro", "Rosa", "Ivan", "Marta", "Samir", "Lucia",
  ]
  private static let last = [
    "Ferrari", "Colombo", "Diop", "Bianchi", "Rossi", "Hoxha", "Gallo", "Conti", "Ricci", "Moretti",
    "Popescu", "Greco", "Barbieri", "Villa", "Testa", "Sala", "Riva", "Longo", "Serra", "Marini",
  ]

  /// The donor with a number; the same number is the same person.
  static func donor(_ number: Int) -> (name: String, email: EmailAddress)? {
    let name = "\(first[number % first.count]) \(last[number / first.count % last.count])"
    let mailbox = name.folded.split(separator: " ").joined(separator: ".")
    return EmailAddress("\(mailbox)@example.org").map { (name, $0) }
  }
}
