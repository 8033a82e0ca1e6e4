// What PostgreSQL's error codes mean to us: a refusal, a conflict to try again, a lost connection.
import Domain

/// An error as the server reported it.
struct PostgresError {
  /// Five characters (PostgreSQL's appendix A); nil when the connection broke.
  let state: String?
  let constraint: String?
  let message: String

  /// What to do about it.
  enum Remedy { case none, tryAgain, prepareAgain, reconnect }

  var remedy: Remedy {
    switch state {
    case nil: .reconnect
    // Serialization failure, deadlock, lock not available.
    case "40001", "40P01", "55P03": .tryAgain
    // "cached plan must not change result type", after a migration elsewhere.
    case "0A000": .prepareAgain
    case "57P01", "57P02", "57P03", "57P05": .reconnect
    case let code?: code.hasPrefix("08") ? .reconnect : .none
    }
  }

  /// The same as what callers know.
  var asError: any Error {
    switch state {
    case "23505": StoreRefusal.notUnique(constraint ?? message)
    case "23503", "23001": StoreRefusal.foreignKey(constraint ?? message)
    case "23514": StoreRefusal.refused(constraint ?? message)
    case "23502", "P0001": StoreRefusal.refused(message)
    default:
      Fault(
        "PostgreSQL (\(state ?? "no connection")): \(message)",
        retryable: remedy != .none || state == "57014")
    }
  }
}
