// Whether a person may take part in an open phase, and in which constituency.
import Domain
import Store

/// What a phase says to somebody who wants to take part online.
enum Admitted {
  /// In the constituency that the census says, where there is a census.
  case welcome(Constituency.ID?)
  case codeMissing
  case codeUnknown
  /// Somebody else showed this code.
  case codeTaken
}

extension Transaction {
  /// Admits a person to a phase. On a census the code is asked once; each code is one person's.
  func admit(
    _ person: Person.ID, showing code: String, to phase: Phase, _ stamp: Stamp
  ) throws -> Admitted {
    guard phase.needsCensus else { return .welcome(nil) }
    if let voter = try voter(claimedBy: person, in: phase.id) {
      return .welcome(try constituency(of: voter))
    }
    guard !code.isEmpty else { return .codeMissing }
    guard let code = ExternalID(code), let voter = try voter(code, of: phase.id) else {
      return .codeUnknown
    }
    do {
      try attempt { try claim(voter.id, in: phase.id, by: person, at: stamp.now) }
    } catch StoreRefusal.notUnique { return .codeTaken }
    return .welcome(voter.constituency)
  }
}
