// Phases: what a template plans, what a rule says, what each status allows, what a census must be.
import Domain
import Testing

@Suite struct `A phase` {
  private static let process = id("prc", 1) as Process.ID

  private static func id<Owner>(_ prefix: String, _ number: UInt8) -> ID<Owner> {
    ID(at: Instant(milliseconds: 0), random: Array(repeating: number, count: 10))
  }
  private static func phase(_ kind: PhaseKind, _ status: PhaseStatus = .configured) -> Phase {
    let first = CivilDate(of: Instant(milliseconds: 1_800_000_000_000))
    var phase = Phase(id: id("phs", 2), of: process, (1, kind), days: first...first.adding(days: 6))
    phase.status = status
    return phase
  }
  private static let constituencies = [
    Constituency(
      id: id("con", 3), process: process, code: "uomini", name: LocalText(italian: "Uomini"),
      position: 1),
    Constituency(
      id: id("con", 4), process: process, code: "donne", name: LocalText(italian: "Donne"),
      position: 2),
  ]

  @Test(arguments: ProcessTemplate.allCases)
  func `follows the one before it without a gap, also over the change of the clocks`(
    _ template: ProcessTemplate
  ) throws {
    let start = try #require(CivilDate("2026-03-20"))
    let phases = Phase.plan(template, of: Self.process, from: start) { Self.id("phs", 9) }
    #expect(phases.count == template.phases.count)
    #expect(phases.map(\.position) == Array(1..<(phases.count + 1)))
    #expect(phases.first.map { $0.opensOn == start } ?? true)
    for (one, next) in zip(phases, phases.dropFirst()) {
      #expect(next.opensOn == one.closesOn.adding(days: 1))
    }
  }

  @Test(arguments: PhaseKind.allCases)
  func `has a rule that is read as it was written`(_ kind: PhaseKind) {
    var rule = PhaseRule()
    rule.admission = kind.settings.contains(.admission) ? .signedIn : .census
    if kind.settings.contains(.channels) { rule.channels = .paper }
    if kind.settings.contains(.perPerson) { rule.perPerson = 3 }
    if kind.settings.contains(.costMax) { rule.costMax = .euro(900) }
    if kind.settings.contains(.cut) { rule.cut = .sumOfCosts(percent: 200) }
    if kind.settings.contains(.directEntries) { rule.directEntries = 2 }
    if kind.settings.contains(.ballot) { rule.ballot = .points }
    if kind.settings.contains(.choices) { rule.choices = 2...10 }
    if kind.settings.contains(.count) { rule.count = .equalSharesAdd1 }
    if kind.settings.contains(.ties) { rule.ties = .costVotesID }
    if kind.settings.contains(.places) { rule.places = 4 }
    let text = rule.text(for: kind)
    #expect(PhaseRule(text: text, for: kind) == rule)
    #expect(PhaseRule(text: text + "other\t1\n", for: kind) == nil)
    if let line = text.split(separator: "\n").first {
      #expect(PhaseRule(text: String(text.dropFirst(line.count + 1)), for: kind) == nil)
    }
  }

  @Test func `moves only as its status allows`() {
    let allowed: [PhaseStatus: [PhaseEvent: PhaseStatus]] = [
      .configured: [.opened: .open],
      .open: [.suspended: .suspended, .prolonged: .open, .closed: .closed],
      .suspended: [.resumed: .open, .prolonged: .suspended, .closed: .closed],
      .closed: [:],
    ]
    for status in PhaseStatus.allCases {
      for event in PhaseEvent.allCases {
        let next = try? status.after(event)
        #expect(next == allowed[status]?[event], "\(status) \(event)")
      }
    }
  }

  @Test func `opens only with a rule, with somebody on its census, before its last day`() throws {
    var phase = Self.phase(.support)
    let day = phase.opensOn
    #expect(throws: PhaseRefusal.ruleMissing) { try phase.readyToOpen(voters: 5, on: day) }
    phase.rule = PhaseRule()
    #expect(throws: PhaseRefusal.gap(.cutMissing)) { try phase.readyToOpen(voters: 5, on: day) }
    phase.rule?.cut = .number(8)
    #expect(throws: PhaseRefusal.censusEmpty) { try phase.readyToOpen(voters: 0, on: day) }
    let late = phase.closesOn.adding(days: 1)
    #expect(throws: PhaseRefusal.dayOver(phase.closesOn)) {
      try phase.readyToOpen(voters: 5, on: late)
    }
    #expect(try phase.readyToOpen(voters: 5, on: phase.closesOn) == phase.rule)
    phase.rule?.admission = .signedIn
    #expect(try phase.readyToOpen(voters: 0, on: day) == phase.rule)
    phase.status = .open
    #expect(throws: PhaseRefusal.notNow(.open)) { try phase.readyToOpen(voters: 5, on: day) }
  }

  @Test func `is due on its first day and after its last, never while it is suspended`() {
    var phase = Self.phase(.ideas)
    let (first, last) = (phase.opensOn, phase.closesOn)
    #expect(phase.due(on: first) == nil, "nobody said its rule")
    phase.rule = PhaseRule()
    #expect(phase.due(on: first.adding(days: -1)) == nil)
    #expect(phase.due(on: first) == .opened)
    #expect(phase.due(on: last) == .opened)
    #expect(phase.due(on: last.adding(days: 1)) == nil)
    phase.status = .open
    #expect(phase.due(on: last) == nil)
    #expect(phase.due(on: last.adding(days: 1)) == .closed)
    phase.status = .suspended
    #expect(phase.due(on: last.adding(days: 500)) == nil)
  }

  @Test func `publishes its rule, the budgets and the census in one text`() throws {
    var phase = Self.phase(.support)
    var rule = PhaseRule()
    rule.cut = .perConstituency(4)
    phase.rule = rule
    let slug = try #require(Slug("idee-in-fuga"))
    func text(_ constituencies: [Constituency]) -> String {
      let bytes = PhaseText(
        phase, under: rule, of: slug, in: constituencies, census: nil
      ).canonicalBytes
      return String(decoding: bytes, as: UTF8.self)
    }
    let plain = text(Self.constituencies)
    #expect(plain.hasPrefix("raccolto-phase 1\nprocess\tidee-in-fuga\nphase\t1\tsupport\n"))
    #expect(plain.contains("rule\tcut\tper-constituency 4\n"))
    #expect(plain.contains("constituency\tuomini\t-\n"))
    var richer = Self.constituencies
    richer[0].budget = .euro(100)
    #expect(text(richer) != plain)
  }

  @Test func `has a census that is read from any spreadsheet, or refused by line`() throws {
    func read(_ text: String) throws(CensusFile.Refusal) -> [CensusFile.Line] {
      try CensusFile(csv: Array(text.utf8), in: Self.constituencies).rows
    }
    let lines = try read(
      "nome;codice;collegio;gruppo\r\n\"Rossi; Ada\";a1;donne;4A\nx;01;uomini;\n")
    #expect(lines.map(\.code.text) == ["a1", "01"])
    #expect(lines[0].name == "Rossi; Ada")
    #expect(lines[0].constituency == Self.constituencies[1].id)
    #expect(try read("code,constituency\n7,uomini").count == 1)
    func refusal(_ text: String) -> CensusFile.Refusal? {
      do throws(CensusFile.Refusal) {
        _ = try read(text)
        return nil
      } catch { return error }
    }
    #expect(refusal("nome;collegio\nAda;donne") == .init(line: 1, reason: .columnMissing))
    #expect(refusal("codice;collegio\n") == .init(line: 1, reason: .nobody))
    #expect(
      refusal("codice;collegio\na;donne\nb;altro")
        == .init(line: 3, reason: .unknownConstituency("altro")))
    #expect(
      refusal("codice;collegio\na;donne\n\na;uomini")
        == .init(line: 4, reason: .codeRepeated("a", firstLine: 2)))
    #expect(refusal("codice;collegio\n;donne") == .init(line: 2, reason: .codeMissing))
    #expect(refusal("")?.reason == .unreadable(VoteFileRefusal(line: 1, .emptyFile)))
  }

  @Test func `has a census digest that forgets names and depends on nothing else's order`() throws {
    func voters(_ text: String) throws -> [Voter] {
      try CensusFile(csv: Array(text.utf8), in: Self.constituencies).rows.map {
        Voter(
          id: Self.id("vtr", 5), code: $0.code, name: $0.name, constituency: $0.constituency,
          group: $0.group)
      }
    }
    func bytes(_ text: String) throws -> [UInt8] {
      CensusText(try voters(text), in: Self.constituencies).canonicalBytes
    }
    let one = try bytes("codice;nome;collegio\n10;Ada;donne\n9;Bo;uomini")
    let same = try bytes("codice;nome;collegio\n9;;uomini\n10;;donne")
    let other = try bytes("codice;nome;collegio\n9;;donne\n10;;donne")
    #expect(same == one)
    #expect(other != one)
  }
}
