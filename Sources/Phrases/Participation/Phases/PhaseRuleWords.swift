// The rule of a phase in sentences, one for each thing that it says.
package import Domain
import Foundation

/// What a phase's rule says, for people.
package struct PhaseRuleWords: PhraseBook {
  let admission: @Sendable (Admission) -> String
  let channels: @Sendable (PhaseChannels) -> String
  let proposalsMax: @Sendable (Int) -> String
  let supportsMax: @Sendable (Int) -> String
  let costMax: @Sendable (String) -> String
  let cut: @Sendable (SupportCut) -> String
  let directEntries: @Sendable (Int) -> String
  let ballot: @Sendable (BallotForm, ClosedRange<Int>) -> String
  let counted: @Sendable (String) -> String
  let ties: @Sendable (String) -> String
  let places: @Sendable (Int) -> String

  /// The sentences of a rule in the order of its settings; nothing for what sets no limit.
  package func sentences(_ rule: PhaseRule, of kind: PhaseKind, _ language: Language) -> [String] {
    kind.settings.compactMap { setting in
      switch setting {
      case .admission: admission(rule.admission)
      case .channels: channels(rule.channels)
      case .perPerson: rule.perPerson.map(kind == .ideas ? proposalsMax : supportsMax)
      case .costMax: rule.costMax.map { costMax($0.rounded(language)) }
      case .cut: rule.cut.map(cut)
      case .directEntries: rule.directEntries > 0 ? directEntries(rule.directEntries) : nil
      case .ballot: ballot(rule.ballot, rule.choices)
      case .choices: nil
      case .count: counted(CountPhrases[language].rule(rule.count))
      case .ties: ties(CountPhrases[language].ties(rule.ties))
      case .places: rule.places.map(places)
      }
    }
  }

  package static let it = PhaseRuleWords(
    admission: {
      switch $0 {
      case .census: "Partecipa chi è nell’elenco degli aventi diritto."
      case .signedIn: "Partecipa chiunque abbia fatto l’accesso."
      }
    },
    channels: {
      switch $0 {
      case .online: "Si partecipa in rete."
      case .paper: "Si partecipa su carta."
      case .both: "Si partecipa in rete o su carta."
      }
    },
    proposalsMax: { $0 == 1 ? "Una proposta a persona." : "Al massimo \($0) proposte a persona." },
    supportsMax: { $0 == 1 ? "Un sostegno a persona." : "Al massimo \($0) sostegni a persona." },
    costMax: { "Una proposta può costare al massimo \($0)." },
    cut: {
      switch $0 {
      case .number(1): "Va avanti la proposta più sostenuta."
      case .number(let number): "Vanno avanti le \(number) proposte più sostenute."
      case .perConstituency(1): "Va avanti la proposta più sostenuta di ogni collegio."
      case .perConstituency(let number):
        "Vanno avanti le \(number) proposte più sostenute di ogni collegio."
      case .threshold(let number): "Vanno avanti le proposte con almeno \(number) sostegni."
      case .sumOfCosts(let percent):
        "In ogni collegio le proposte vanno avanti dalla più sostenuta, finché i loro costi minimi"
          + " fanno il \(percent) % del budget del collegio."
      }
    },
    directEntries: {
      $0 == 1
        ? "Ogni delegato può portare avanti direttamente una proposta."
        : "Ogni delegato può portare avanti direttamente \($0) proposte."
    },
    ballot: { form, choices in
      let range =
        choices.lowerBound == choices.upperBound
        ? "\(choices.upperBound)" : "da \(choices.lowerBound) a \(choices.upperBound)"
      return switch form {
      case .approval: "Si scelgono i progetti che si approvano: \(range)."
      case .chooseOne: "Si sceglie un solo progetto."
      case .points: "Si distribuiscono punti: \(range)."
      case .ranking: "Si mettono in ordine di preferenza i progetti: \(range)."
      }
    },
    counted: { "Come si conta: \($0)." },
    ties: { "Parità: \($0)." },
    places: { $0 == 1 ? "Vince un progetto." : "Vincono \($0) progetti." })

  package static let en = PhaseRuleWords(
    admission: {
      switch $0 {
      case .census: "Those on the census take part."
      case .signedIn: "Everybody who signed in takes part."
      }
    },
    channels: {
      switch $0 {
      case .online: "One takes part online."
      case .paper: "One takes part on paper."
      case .both: "One takes part online or on paper."
      }
    },
    proposalsMax: { $0 == 1 ? "One proposal a person." : "At most \($0) proposals a person." },
    supportsMax: { $0 == 1 ? "One support a person." : "At most \($0) supports a person." },
    costMax: { "A proposal may cost \($0) at most." },
    cut: {
      switch $0 {
      case .number(1): "The most supported proposal goes on."
      case .number(let number): "The \(number) most supported proposals go on."
      case .perConstituency(1): "The most supported proposal of each constituency goes on."
      case .perConstituency(let number):
        "The \(number) most supported proposals of each constituency go on."
      case .threshold(let number): "Proposals with at least \(number) supports go on."
      case .sumOfCosts(let percent):
        "In each constituency proposals go on from the most supported, until their least costs make"
          + " \(percent)% of the constituency’s budget."
      }
    },
    directEntries: {
      $0 == 1
        ? "Each delegate may bring one proposal on directly."
        : "Each delegate may bring \($0) proposals on directly."
    },
    ballot: { form, choices in
      let range =
        choices.lowerBound == choices.upperBound
        ? "\(choices.upperBound)" : "\(choices.lowerBound) to \(choices.upperBound)"
      return switch form {
      case .approval: "One chooses the projects one approves of: \(range)."
      case .chooseOne: "One chooses a single project."
      case .points: "One gives points: \(range)."
      case .ranking: "One puts projects in the order of preference: \(range)."
      }
    },
    counted: { "How it is counted: \($0)." },
    ties: { "Ties: \($0)." },
    places: { $0 == 1 ? "One project wins." : "\($0) projects win." })
}
