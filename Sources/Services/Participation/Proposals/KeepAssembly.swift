// Writes down an assembly: day, place, how many were there, minutes, delegates.
package import Domain
package import Store

/// Adds or changes an assembly. The same form sent twice makes one.
package struct KeepAssembly: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package struct Request: Sendable {
    let title: String
    let heldOn: CivilDate
    let place: String
    let present: Int
    package var constituency: Constituency.ID?
    package var minutes = ""
    package var delegates: [String] = []

    package init(title: String, heldOn: CivilDate, place: String, present: Int) {
      self.title = title
      self.heldOn = heldOn
      self.place = place
      self.present = present
    }
  }
  package enum Outcome: Hashable, Sendable {
    case saved(Assembly.ID)
    case noSuchConstituency
    /// No such process, or no such assembly.
    case notFound
    case notAllowed
  }

  package func add(
    _ request: Request, to slug: Slug, key: String, by actor: Actor
  ) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let process = try tx.process(slug), try tx.processLocked(process.id) != nil else {
        return .notFound
      }
      guard actor.may(.recordAssembly, on: process.place) else { return .notAllowed }
      if let earlier = try tx.assembly(madeWith: key) { return .saved(earlier.id) }
      let assembly = Assembly(
        id: entropy.id(at: stamp.now), process: process.id, title: request.title,
        held: (request.heldOn, request.place), present: request.present)
      try tx.insert(assembly, key: key, at: stamp.now)
      return try write(request, to: assembly, tx, stamp)
    }
  }

  package func change(
    _ id: Assembly.ID, to request: Request, by actor: Actor
  ) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let assembly = try tx.assembly(id), let process = try tx.process(assembly.process)
      else { return .notFound }
      guard actor.may(.recordAssembly, on: process.place) else { return .notAllowed }
      return try write(request, to: assembly, tx, stamp)
    }
  }

  private func write(
    _ request: Request, to assembly: Assembly, _ tx: Transaction, _ stamp: Stamp
  ) throws -> Outcome {
    if let constituency = request.constituency {
      let known = try tx.constituencies(of: assembly.process).map(\.id)
      guard known.contains(constituency) else { return .noSuchConstituency }
    }
    var assembly = assembly
    (assembly.title, assembly.heldOn, assembly.place) = (
      request.title, request.heldOn, request.place
    )
    (assembly.present, assembly.minutes) = (request.present, request.minutes)
    assembly.constituency = request.constituency
    try tx.update(assembly)
    try name(request.delegates, in: assembly.id, tx, stamp)
    try tx.audit(.recordAssembly, "assembly", assembly.id.description, stamp)
    return .saved(assembly.id)
  }

  /// Those who are named stay or come, the others go; who brought a proposal on stays in any case.
  private func name(
    _ names: [String], in assembly: Assembly.ID, _ tx: Transaction, _ stamp: Stamp
  ) throws {
    let known = try tx.delegates(of: assembly)
    for delegate in known where !names.contains(delegate.name) {
      do { try tx.attempt { try tx.remove(delegate.id) } } catch StoreRefusal.foreignKey {}
    }
    var seen = Set(known.map(\.name))
    for name in names where seen.insert(name).inserted {
      try tx.insert(Delegate(id: stamp.entropy.id(at: stamp.now), of: assembly, name: name))
    }
  }
}
