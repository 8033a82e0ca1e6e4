// Adds a process of an organisation with its constituencies and the phases of its template.
package import Domain
package import Store

/// Adds a process; its address is made from its Italian title. The same twice makes one.
package struct AddProcess: Sendable {
  private let database: Database
  private let clock: WallClock
  private let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package struct Request: Sendable {
    let organisation: Organisation.ID
    /// In Italian at least.
    let title: LocalText
    let summary: LocalText
    let constituencies: ConstituencyLines
    /// The phases it has, and the day on which the first begins.
    package var template = ProcessTemplate.importedRanking
    package var startsOn: CivilDate?

    package init(
      organisation: Organisation.ID, title: LocalText, summary: LocalText,
      constituencies: ConstituencyLines
    ) {
      self.organisation = organisation
      self.title = title
      self.summary = summary
      self.constituencies = constituencies
    }
  }
  package enum Outcome: Hashable, Sendable {
    case added(Process)
    /// The very same was added before: a form sent twice.
    case repeated(Process)
    /// Another process has the address that this title makes.
    case addressTaken(Slug)
    case noSuchOrganisation
    case notAllowed
  }

  package func callAsFunction(
    _ request: Request, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.addProcess, on: .organisation(request.organisation.description)) else {
      return .notAllowed
    }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    var process = Process(
      id: entropy.id(at: stamp.now), organisation: request.organisation,
      slug: Slug(title: request.title.italian), title: request.title, summary: request.summary)
    process.template = request.template
    let phases = Phase.plan(
      request.template, of: process.id, from: request.startsOn ?? CivilDate(of: stamp.now)
    ) { entropy.id(at: stamp.now) }
    let constituencies = request.constituencies.items.enumerated().map { index, item in
      Constituency(
        id: entropy.id(at: stamp.now), process: process.id, code: item.code, name: item.name,
        position: index + 1)
    }
    return try await database.write { [process] tx in
      guard try tx.organisation(request.organisation) != nil else { return .noSuchOrganisation }
      do {
        try tx.attempt { try tx.insert(process, at: stamp.now) }
      } catch StoreRefusal.notUnique {
        guard let known = try tx.process(process.slug), known.saysTheSame(process),
          try tx.constituencies(of: known.id).map(\.item).starts(with: constituencies.map(\.item))
        else { return .addressTaken(process.slug) }
        return .repeated(known)
      }
      for constituency in constituencies { try tx.insert(constituency) }
      for phase in phases { try tx.insert(phase) }
      try tx.audit(
        .addProcess, "process", process.id.description, stamp,
        detail: ["in": request.organisation.description])
      return .added(process)
    }
  }
}

extension Process {
  fileprivate func saysTheSame(_ other: Process) -> Bool {
    organisation == other.organisation && title == other.title && summary == other.summary
      && template == other.template
  }
}

extension Constituency {
  fileprivate var item: ConstituencyLines.Item { .init(code: code, name: name) }
}
