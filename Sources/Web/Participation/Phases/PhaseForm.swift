// The forms of a phase: its days and its rule, and the turn that is given to it by hand.
import Domain
import Literals
import Phrases
import Services

/// The questions that a rule of one kind asks.
struct PhaseFields {
  let form: FormView
  let kind: PhaseKind
  let language: Language

  private var say: PhaseDeskPhrases { PhaseDeskPhrases[language] }

  var html: HTML { "\(kind.settings.map(field))" }

  private func field(_ setting: PhaseSetting) -> HTML {
    let counts = CountPhrases[language]
    return switch setting {
    case .admission:
      form.radios(
        "admission", say.admission,
        Admission.allCases.map { Choice($0.rawValue, "\(say.admissionName($0))") })
    case .channels:
      form.select(
        "channels", say.channels,
        PhaseChannels.allCases.map { Choice($0.rawValue, "\(say.channelsName($0))") })
    case .perPerson:
      form.text("per-person", say.perPerson, hint: say.perPersonHint, .number)
    case .costMax: form.amount("cost-max", say.costMax, hint: say.mayStayEmpty)
    case .cut:
      """
      \(form.select(
        "cut", say.cut,
        SupportCut.Kind.allCases.map { Choice($0.rawValue, "\(say.cutName($0))") }))\
      \(form.text("cut-number", say.cutNumber, .number))
      """
    case .directEntries:
      form.text("direct-entries", say.directEntries, hint: say.mayStayEmpty, .number)
    case .ballot:
      form.select(
        "ballot", say.ballot,
        BallotForm.allCases.map { Choice($0.rawValue, "\(say.ballotName($0))") })
    case .choices:
      pair(
        form.text("choices-min", say.choicesMin, .number),
        form.text("choices-max", say.choicesMax, .number))
    case .count:
      form.select(
        "count", say.count, CountRule.allCases.map { Choice($0.rawValue, "\(counts.rule($0))") })
    case .ties:
      form.select(
        "ties", say.ties, TieOrder.allCases.map { Choice($0.rawValue, "\(counts.ties($0))") })
    case .places: form.text("places", say.places, hint: say.mayStayEmpty, .number)
    }
  }
}

/// Days and rule, as they are typed.
struct PhaseForm {
  let request: EditPhase.Request?
  let problems: [FieldProblem]

  /// What a phase has, for its form.
  static func values(_ phase: Phase, _ language: Language) -> FormBody {
    let rule = phase.rule ?? PhaseRule()
    var body = FormBody()
    func add(_ name: String, _ value: Int?) { if let value { body.add(name, String(value)) } }
    body.add("opens", phase.opensOn.typed)
    body.add("closes", phase.closesOn.typed)
    body.add("admission", rule.admission.rawValue)
    body.add("channels", rule.channels.rawValue)
    add("per-person", rule.perPerson)
    if let most = rule.costMax { body.add("cost-max", most.typed(language)) }
    body.add("cut", (rule.cut?.kind ?? .number).rawValue)
    add("cut-number", rule.cut?.limit)
    add("direct-entries", rule.directEntries > 0 ? rule.directEntries : nil)
    body.add("ballot", rule.ballot.rawValue)
    add("choices-min", rule.choices.lowerBound)
    add("choices-max", rule.choices.upperBound)
    body.add("count", rule.count.rawValue)
    body.add("ties", rule.ties.rawValue)
    add("places", rule.places)
    return body
  }

  init(_ body: FormBody, _ phase: Phase, _ language: Language) {
    let say = PhaseDeskPhrases[language]
    var reader = FormReader(body, language)
    let opensOn = reader.day("opens", say.opensOn)
    let closesOn = reader.day("closes", say.closesOn)
    var rule = PhaseRule()
    for setting in phase.kind.settings { rule.read(setting, body, &reader, say) }
    problems = reader.problems
    request =
      if problems.isEmpty, let opensOn, let closesOn {
        EditPhase.Request(phase: phase.id, opensOn: opensOn, closesOn: closesOn, rule: rule)
      } else {
        nil
      }
  }
}

extension PhaseRule {
  fileprivate mutating func read(
    _ setting: PhaseSetting, _ body: FormBody, _ reader: inout FormReader,
    _ say: PhaseDeskPhrases
  ) {
    switch setting {
    case .admission: admission = reader.choice("admission", say.admission) ?? admission
    case .channels: channels = reader.choice("channels", say.channels) ?? channels
    case .perPerson: perPerson = reader.count("per-person", body, say)
    case .costMax: costMax = body.text("cost-max").isEmpty ? nil : reader.amount("cost-max")
    case .cut:
      let kind: SupportCut.Kind? = reader.choice("cut", say.cut)
      let number = reader.count("cut-number", body, say)
      if let kind, let number { cut = SupportCut(kind, number) }
    case .directEntries: directEntries = reader.count("direct-entries", body, say) ?? 0
    case .ballot: ballot = reader.choice("ballot", say.ballot) ?? ballot
    case .choices:
      let least = reader.count("choices-min", body, say) ?? 1
      let most = reader.count("choices-max", body, say) ?? least
      if least > most { reader.refuse("choices-max", "refused", say.wrongNumber) }
      choices = least...max(least, most)
    case .count: count = reader.choice("count", say.count) ?? count
    case .ties: ties = reader.choice("ties", say.ties) ?? ties
    case .places: places = reader.count("places", body, say)
    }
  }
}

extension FormReader {
  /// From 1 up; nil where nothing was written.
  fileprivate mutating func count(
    _ field: String, _ body: FormBody, _ say: PhaseDeskPhrases
  ) -> Int? {
    guard !body.text(field).isEmpty else { return nil }
    guard let number = Int(body.text(field)), (1...PhaseRule.numberMax).contains(number) else {
      refuse(field, "not-a-number", say.wrongNumber)
      return nil
    }
    return number
  }
}

/// A turn, as the form says.
struct TurnForm {
  let request: TurnPhase.Request?
  let problems: [FieldProblem]

  init(_ body: FormBody, _ phase: Phase, _ language: Language) {
    let say = PhaseDeskPhrases[language]
    var reader = FormReader(body, language)
    let event = reader.choice("event", say.turn, of: PhaseEvent.self)
    let reason = reader.text("reason", say.reason, max: 1000)
    let isMoved = event == .prolonged || event == .resumed
    let isAsked = event == .prolonged || !body.text("new-last-day").isEmpty
    let day = isMoved && isAsked ? reader.day("new-last-day", say.newLastDay) : nil
    problems = reader.problems
    if problems.isEmpty, let event {
      var request = TurnPhase.Request(phase: phase.id, event: event, reason: reason)
      request.closesOn = day
      self.request = request
    } else {
      request = nil
    }
  }
}
