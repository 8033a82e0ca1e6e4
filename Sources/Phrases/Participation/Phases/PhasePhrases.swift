// Processes and their phases, as everyone reads them: what each phase is, and its rule in words.
package import Domain
import Foundation

package struct PhasePhrases: PhraseBook {
  package let processes: String
  package let processesLead: String
  package let noProcesses: String
  package let phases: String
  package let days: @Sendable (_ first: String, _ last: String) -> String
  package let rule: String
  package let ruleLater: String
  package let published: @Sendable (_ when: String) -> String
  package let digest: String
  package let ruleText: String
  package let census: @Sendable (_ voters: String) -> String
  package let censusDigest: String
  package let constituency: String
  package let budget: String
  package let budgets: String
  package let everyone: String
  package let seeRanking: String
  package let now: @Sendable (_ phase: String) -> String
  package let template: @Sendable (ProcessTemplate) -> String
  package let kind: @Sendable (PhaseKind) -> String
  package let about: @Sendable (PhaseKind) -> String
  package let status: @Sendable (PhaseStatus) -> String

  package static let it = PhasePhrases(
    processes: "Percorsi",
    processesLead:
      "Dove una comunità decide insieme: chi propone, come si sceglie, che cosa ne esce.",
    noProcesses: "Non c’è ancora nessun percorso da seguire.",
    phases: "Le fasi",
    days: { "dal \($0) al \($1)" },
    rule: "La regola",
    ruleLater: "La regola si pubblica quando la fase si apre.",
    published: { "Regola pubblicata il \($0); da allora non cambia." },
    digest: "Impronta della regola (SHA-256)",
    ruleText: "Il testo da cui viene l’impronta",
    census: { "Aventi diritto: \($0)" },
    censusDigest: "Impronta dell’elenco (SHA-256)",
    constituency: "Collegio",
    budget: "Budget",
    budgets: "Collegi e budget",
    everyone: "Tutti insieme",
    seeRanking: "Vedi la classifica",
    now: { "Ora: \($0)" },
    template: {
      switch $0 {
      case .bipart: "BiPart: idee, sostegno, co-progettazione, voto, raccolta"
      case .classic: "Bilancio partecipativo classico"
      case .portoAlegre: "Porto Alegre: prima priorità e delegati"
      case .socialFarm: "Fattoria sociale: voti e acquisti"
      case .school: "Scuola: assemblee di classe e voto"
      case .importedRanking: "Classifica di un voto fatto altrove"
      }
    },
    kind: {
      switch $0 {
      case .budget: "Budget"
      case .priorities: "Priorità"
      case .delegates: "Delegati"
      case .ideas: "Idee"
      case .support: "Sostegno"
      case .coDesign: "Co-progettazione"
      case .projects: "Progetti"
      case .vote: "Voto"
      case .votesAndPurchases: "Voti e acquisti"
      case .ranking: "Classifica"
      case .crowdfunding: "Raccolta fondi"
      }
    },
    about: {
      switch $0 {
      case .budget: "Si decide quanto c’è per ogni collegio."
      case .priorities: "Le assemblee dicono quali temi vengono prima."
      case .delegates: "Le assemblee nominano chi parla per loro."
      case .ideas: "Nascono le proposte, in assemblea e in rete."
      case .support: "Ognuno sostiene le proposte che condivide; le più sostenute vanno avanti."
      case .coDesign: "Con chi se ne intende, le proposte diventano progetti con i loro costi."
      case .projects: "I progetti si scrivono con chi li farà."
      case .vote: "Si vota sui progetti."
      case .votesAndPurchases: "Contano i voti e gli acquisti, con pesi pubblicati prima."
      case .ranking: "Si conta, si certifica e si pubblica."
      case .crowdfunding: "I progetti scelti raccolgono il denaro che serve."
      }
    },
    status: {
      switch $0 {
      case .configured: "in programma"
      case .open: "aperta"
      case .suspended: "sospesa"
      case .closed: "chiusa"
      }
    })

  package static let en = PhasePhrases(
    processes: "Processes",
    processesLead: "Where a community decides together: who proposes, how it chooses, what comes of"
      + " it.",
    noProcesses: "There is no process to follow yet.",
    phases: "The phases",
    days: { "from \($0) to \($1)" },
    rule: "The rule",
    ruleLater: "The rule is published when the phase opens.",
    published: { "Rule published on \($0); it has not changed since." },
    digest: "Digest of the rule (SHA-256)",
    ruleText: "The text that the digest is taken of",
    census: { "People entitled: \($0)" },
    censusDigest: "Digest of the census (SHA-256)",
    constituency: "Constituency",
    budget: "Budget",
    budgets: "Constituencies and budgets",
    everyone: "Everybody together",
    seeRanking: "See the ranking",
    now: { "Now: \($0)" },
    template: {
      switch $0 {
      case .bipart: "BiPart: ideas, support, co-design, vote, crowdfunding"
      case .classic: "Classic participatory budget"
      case .portoAlegre: "Porto Alegre: priorities and delegates first"
      case .socialFarm: "Social farm: votes and purchases"
      case .school: "School: class assemblies and a vote"
      case .importedRanking: "Ranking of a vote held elsewhere"
      }
    },
    kind: {
      switch $0 {
      case .budget: "Budget"
      case .priorities: "Priorities"
      case .delegates: "Delegates"
      case .ideas: "Ideas"
      case .support: "Support"
      case .coDesign: "Co-design"
      case .projects: "Projects"
      case .vote: "Vote"
      case .votesAndPurchases: "Votes and purchases"
      case .ranking: "Ranking"
      case .crowdfunding: "Crowdfunding"
      }
    },
    about: {
      switch $0 {
      case .budget: "How much there is for each constituency is decided."
      case .priorities: "Assemblies say which themes come first."
      case .delegates: "Assemblies name who speaks for them."
      case .ideas: "Proposals are born, in assemblies and online."
      case .support: "Everybody supports the proposals they share; the most supported go on."
      case .coDesign: "With those who know the subject, proposals become projects with their costs."
      case .projects: "Projects are drawn up with those who will carry them out."
      case .vote: "The projects are voted on."
      case .votesAndPurchases: "Votes and purchases count, with weights published before."
      case .ranking: "Votes are counted, certified and published."
      case .crowdfunding: "The chosen projects raise the money they need."
      }
    },
    status: {
      switch $0 {
      case .configured: "planned"
      case .open: "open"
      case .suspended: "suspended"
      case .closed: "closed"
      }
    })
}
