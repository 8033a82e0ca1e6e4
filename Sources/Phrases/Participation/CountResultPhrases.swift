// The result of a count for everyone: who is funded, why not the others, how to count again.
package import Domain

package struct CountResultPhrases: PhraseBook {
  package let counts: String
  package let resultOf: @Sendable (String) -> String
  package let seeResult: String
  package let voters: String
  package let projects: String
  package let funded: String
  package let spent: String
  package let left: String
  package let ofBudget: @Sendable (String) -> String
  package let votes: String
  package let points: String
  package let cost: String
  package let outcome: String
  package let isFunded: String
  package let isNot: String
  package let why: String
  package let bought: @Sendable (Int64, String) -> String
  /// The decision's number, what it rested on, what was left.
  package let decidedAt: @Sendable (Int, String, String) -> String
  /// What a decision rested on: the rule and the number as certified.
  package let strength: @Sendable (CountRule, String) -> String
  package let excluded: @Sendable (String) -> String
  package let notReached: @Sendable (CountRule) -> String
  /// How many were missing: of what, under which rule.
  package let missing: @Sendable (CountRule, Int64, _ hasPoints: Bool) -> String
  package let noneWouldDo: String
  package let ties: String
  package let lotDrawn: @Sendable (String) -> String
  package let lotCommitted: String
  package let countAgain: String
  package let countAgainSteps: [String]
  package let ballots: String
  package let purchases: String
  package let certifiedText: String
  package let digest: String
  package let traitsBeside: @Sendable ([VoterTrait]) -> String
  package let supersededNote: String

  package static let it = CountResultPhrases(
    counts: "Conteggi", resultOf: { "Esito del voto: \($0)" },
    seeResult: "Vedi l’esito, progetto per progetto",
    voters: "Votanti", projects: "Progetti", funded: "Finanziati", spent: "Impegnati",
    left: "Restano",
    ofBudget: { "su un budget di \($0)" },
    votes: "Voti", points: "Punti", cost: "Costo", outcome: "Esito",
    isFunded: "Finanziato", isNot: "Non finanziato", why: "Perché",
    bought: { buyers, money in
      buyers == 1
        ? "Una persona ha comprato, per \(money)" : "\(buyers) persone hanno comprato, per \(money)"
    },
    decidedAt: { "Decisione \($0): \($1); dopo restavano \($2)." },
    strength: { rule, number in
      let words = number.split(separator: "/")
      let written = String(number.map { $0 == "." ? "," : $0 })
      return switch rule {
      case .votesPerCost where words.count == 2: "\(words[0]) per un costo di \(words[1])"
      case .phragmen: "peso \(written) per chi l’ha scelto"
      case .votesAndPurchases: "punteggio \(written)"
      case .equalShares, .equalSharesAdd1, .equalSharesAdd1Exhaustive, .equalSharesAdd1Utilitarian:
        number.contains(".") ? "\(written) voti effettivi" : "\(number) fra voti e punti"
      case .greedy, .greedyNoSkip, .greedyThreshold, .votesPerCost, .ranking:
        "\(number) fra voti e punti"
      }
    },
    excluded: { "è stato finanziato «\($0)», che lo esclude" },
    notReached: { rule in
      rule.isEqualShares
        ? "A chi l’ha scelto non restava abbastanza per pagarlo."
        : "Il conto è finito prima di arrivarci."
    },
    missing: { rule, number, hasPoints in
      if rule.isEqualShares {
        return number == 1
          ? "Sarebbe bastata una persona in più che scegliesse solo questo."
          : "Sarebbero bastate \(number) persone in più che scegliessero solo questo."
      }
      if hasPoints {
        return number == 1 ? "Gli è mancato un punto." : "Gli sono mancati \(number) punti."
      }
      return number == 1 ? "Gli è mancato un voto." : "Gli sono mancati \(number) voti."
    },
    noneWouldDo: "Nessun numero di voti sarebbe bastato.",
    ties: "Parità",
    lotDrawn: { "La parità che decideva è stata sciolta con un sorteggio pubblico: \($0)." },
    lotCommitted: "Impronta del segreto del sorteggio, fissata prima del conto",
    countAgain: "Rifai il conto",
    countAgainSteps: [
      "Scarica le schede anonime (e gli acquisti, se contano).",
      "Esegui il comando qui sotto, da qualunque copia di Raccolto: non serve altro.",
      "L’impronta che stampa deve essere quella scritta qui.",
    ],
    ballots: "Schede anonime (.pb)", purchases: "Acquisti anonimi (CSV)",
    certifiedText: "Testo certificato", digest: "Impronta del testo certificato (SHA-256)",
    traitsBeside: { traits in
      let names = traits.map { $0 == .age ? "la fascia d’età" : "il sesso" }
      return names.isEmpty
        ? "Accanto alle schede non c’è nulla di chi ha votato: i gruppi erano troppo piccoli, o il"
          + " file non lo diceva."
        : "Accanto alle schede ci sono \(names.joined(separator: " e ")): ogni gruppo ha almeno"
          + " \(VoterTrait.ballotsMin) schede. Numeri e ordine delle schede sono rifatti."
    },
    supersededNote: "Questo esito è stato sostituito da uno più recente; resta leggibile.")

  package static let en = CountResultPhrases(
    counts: "Counts", resultOf: { "Result of the vote: \($0)" },
    seeResult: "See the result, project by project",
    voters: "Voters", projects: "Projects", funded: "Funded", spent: "Committed",
    left: "Left",
    ofBudget: { "of a budget of \($0)" },
    votes: "Votes", points: "Points", cost: "Cost", outcome: "Outcome",
    isFunded: "Funded", isNot: "Not funded", why: "Why",
    bought: { buyers, money in
      buyers == 1 ? "One person bought, for \(money)" : "\(buyers) people bought, for \(money)"
    },
    decidedAt: { "Decision \($0): \($1); \($2) left afterwards." },
    strength: { rule, number in
      let words = number.split(separator: "/")
      return switch rule {
      case .votesPerCost where words.count == 2: "\(words[0]) for a cost of \(words[1])"
      case .phragmen: "a load of \(number) on those who chose it"
      case .votesAndPurchases: "score \(number)"
      case .equalShares, .equalSharesAdd1, .equalSharesAdd1Exhaustive, .equalSharesAdd1Utilitarian:
        number.contains(".") ? "\(number) effective votes" : "\(number) votes or points"
      case .greedy, .greedyNoSkip, .greedyThreshold, .votesPerCost, .ranking:
        "\(number) votes or points"
      }
    },
    excluded: { "“\($0)” was funded, which excludes it" },
    notReached: { rule in
      rule.isEqualShares
        ? "Those who chose it had not enough left to pay for it."
        : "The count ended before it was reached."
    },
    missing: { rule, number, hasPoints in
      if rule.isEqualShares {
        return number == 1
          ? "One more person choosing only this would have been enough."
          : "\(number) more people choosing only this would have been enough."
      }
      if hasPoints {
        return number == 1 ? "It was one point short." : "It was \(number) points short."
      }
      return number == 1 ? "It was one vote short." : "It was \(number) votes short."
    },
    noneWouldDo: "No number of votes would have been enough.",
    ties: "Ties",
    lotDrawn: { "The tie that decided was settled by a public draw: \($0)." },
    lotCommitted: "Digest of the draw’s secret, fixed before the count",
    countAgain: "Count again",
    countAgainSteps: [
      "Download the anonymised ballots (and the purchases, where they count).",
      "Run the command below with any copy of Raccolto: nothing else is needed.",
      "The digest that it prints must be the one written here.",
    ],
    ballots: "Anonymised ballots (.pb)", purchases: "Anonymised purchases (CSV)",
    certifiedText: "Certified text", digest: "Digest of the certified text (SHA-256)",
    traitsBeside: { traits in
      let names = traits.map { $0 == .age ? "age band" : "sex" }
      return names.isEmpty
        ? "Nothing about the voters stands beside the ballots: groups were too small, or the file"
          + " did not say."
        : "Beside the ballots stand \(names.joined(separator: " and ")): each group has at least"
          + " \(VoterTrait.ballotsMin) ballots. Numbers and order of the ballots were made anew."
    },
    supersededNote: "This result was replaced by a later one; it stays readable.")
}
