// Keeps the list of who may take part in a phase, until the phase opens.
package import Domain
package import Store

/// Changes a census: replaces it by a file, takes over another phase's, adds or removes one person.
package struct KeepCensus: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package enum Change: Sendable {
    /// All who are on it now go; all of the file come.
    case replace(csv: [UInt8])
    /// All who are on it now go; all of another phase of the process come.
    case copy(from: Phase.ID)
    /// Four texts: code, name, the constituency's code, group.
    case add(code: String, name: String, constituency: String, group: String)
    case remove(code: String)
    /// Names are kept no longer than they are needed; possible also when it is frozen.
    case forgetNames
  }
  package enum Outcome: Hashable, Sendable {
    case saved(voters: Int)
    case forgotten(names: Int)
    case refused(CensusFile.Refusal)
    case codeTaken(String)
    case noSuchVoter
    case frozen
    case noSuchPhase
    case notAllowed
  }

  package func callAsFunction(
    _ change: Change, of id: Phase.ID, by actor: Actor
  ) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let phase = try tx.phaseLocked(id), let process = try tx.process(phase.process) else {
        return .noSuchPhase
      }
      guard actor.may(.keepCensus, on: process.place) else { return .notAllowed }
      if case .forgetNames = change {
        let names = try tx.forgetNames(of: id)
        try record(change, of: id, tx, stamp)
        return .forgotten(names: names)
      }
      guard phase.status == .configured else { return .frozen }
      let constituencies = try tx.constituencies(of: process.id)
      if let ending = try apply(change, to: phase, in: constituencies, tx, stamp) { return ending }
      try record(change, of: id, tx, stamp)
      return .saved(voters: try tx.voterCounts(of: id).values.reduce(0, +))
    }
  }

  /// Nil when it was done.
  private func apply(
    _ change: Change, to phase: Phase, in constituencies: [Constituency], _ tx: Transaction,
    _ stamp: Stamp
  ) throws -> Outcome? {
    switch change {
    case .replace(let bytes):
      let file: CensusFile
      do throws(CensusFile.Refusal) {
        file = try CensusFile(csv: bytes, in: constituencies)
      } catch { return .refused(error) }
      try tx.removeVoters(of: phase.id)
      try tx.insert(file.rows.map { $0.voter(stamp) }, of: phase.id)
    case .copy(let other):
      guard let source = try tx.phase(other), source.process == phase.process, other != phase.id
      else { return .noSuchPhase }
      let voters = try tx.voters(of: other).map { $0.copied(stamp) }
      try tx.removeVoters(of: phase.id)
      try tx.insert(voters, of: phase.id)
    case .add(let code, let name, let constituency, let group):
      let line: CensusFile.Line
      do throws(CensusFile.Refusal.Reason) {
        line = try CensusFile.Line((code, name, constituency, group), in: constituencies)
      } catch { return .refused(CensusFile.Refusal(line: 0, reason: error)) }
      if try tx.voter(line.code, of: phase.id) != nil { return .codeTaken(code) }
      try tx.insert([line.voter(stamp)], of: phase.id)
    case .remove(let code):
      guard let code = ExternalID(code), try tx.removeVoter(code, of: phase.id) else {
        return .noSuchVoter
      }
    case .forgetNames: break
    }
    return nil
  }

  private func record(
    _ change: Change, of phase: Phase.ID, _ tx: Transaction, _ stamp: Stamp
  ) throws {
    try tx.audit(.keepCensus, "phase", phase.description, stamp, detail: ["step": change.word])
  }
}

extension KeepCensus.Change {
  /// For the record: never who it was about.
  fileprivate var word: String {
    switch self {
    case .replace: "replaced"
    case .copy: "copied"
    case .add: "added"
    case .remove: "removed"
    case .forgetNames: "names forgotten"
    }
  }
}

extension CensusFile.Line {
  fileprivate func voter(_ stamp: Stamp) -> Voter {
    Voter(
      id: stamp.entropy.id(at: stamp.now), code: code, name: name, constituency: constituency,
      group: group)
  }
}

extension Voter {
  fileprivate func copied(_ stamp: Stamp) -> Voter {
    Voter(
      id: stamp.entropy.id(at: stamp.now), code: code, name: name, constituency: constituency,
      group: group)
  }
}
