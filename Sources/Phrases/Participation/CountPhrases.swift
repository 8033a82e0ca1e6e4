// Rules of counting and what they decide, said for people: at the desk, in public, in a terminal.
package import Domain

package struct CountPhrases: PhraseBook {
  package let rule: @Sendable (CountRule) -> String
  /// What the rule does, in one or two sentences.
  package let ruleInWords: @Sendable (CountRule) -> String
  package let ties: @Sendable (TieOrder) -> String
  package let verdict: @Sendable (CountRound.Verdict) -> String
  package let strength: @Sendable (CountRound.Strength) -> String
  package let refusal: @Sendable (CountRefusal) -> String
  package let share: @Sendable (CountShare) -> String
  package let greedyInstead: String
  package let decidingTie: String
  package let idleTie: String
  package let cost: String
  package let left: String

  package static let it = CountPhrases(
    rule: {
      switch $0 {
      case .greedy: "Più voti prima, saltando ciò che non ci sta"
      case .greedyNoSkip: "Più voti prima, fermandosi al primo che non ci sta"
      case .greedyThreshold: "Più voti prima, con un minimo di voti"
      case .votesPerCost: "Più voti per ogni euro prima"
      case .equalShares: "Quote uguali, senza completamento"
      case .equalSharesAdd1: "Quote uguali, come nelle città"
      case .equalSharesAdd1Exhaustive: "Quote uguali, fino a quando non ci sta altro"
      case .equalSharesAdd1Utilitarian: "Quote uguali, e poi più voti prima"
      case .phragmen: "Phragmén sequenziale"
      case .ranking: "Classifica, senza budget"
      case .votesAndPurchases: "Voti e acquisti insieme"
      }
    },
    ruleInWords: {
      switch $0 {
      case .greedy:
        "I progetti si prendono dal più votato; quello che costa più di ciò che resta si salta."
      case .greedyNoSkip:
        "I progetti si prendono dal più votato, fino al primo che costa più di ciò che resta."
      case .greedyThreshold:
        "Contano solo i progetti con il minimo di voti; si prendono dal più votato, saltando quello"
          + " che costa più di ciò che resta."
      case .votesPerCost:
        "I progetti si prendono da quello con più voti per ogni euro che costa, saltando quello che"
          + " costa più di ciò che resta."
      case .equalShares:
        "Il budget si divide in parti uguali fra chi ha votato. Un progetto si compra con le quote"
          + " di chi l’ha scelto; ogni volta tocca a quello che costa meno a ciascuno."
      case .equalSharesAdd1:
        "Come le quote uguali; la quota cresce di un’unità alla volta finché il passo dopo"
          + " supererebbe il budget."
      case .equalSharesAdd1Exhaustive:
        "Come le quote uguali; la quota cresce di un’unità alla volta finché non ci sta più nessun"
          + " altro progetto, o il passo dopo supererebbe il budget."
      case .equalSharesAdd1Utilitarian:
        "Come le quote uguali che crescono; con ciò che resta si prendono i più votati."
      case .phragmen:
        "Il costo di ogni progetto pesa su chi l’ha scelto; ogni volta tocca a quello che lascia il"
          + " peso più leggero. Ci si ferma quando il prossimo non ci sta."
      case .ranking: "Chi ha più voti sta sopra; a pari voti il posto è condiviso."
      case .votesAndPurchases:
        "Ogni progetto ha la sua parte dei voti e la sua parte degli acquisti: insieme fanno il"
          + " punteggio, con i pesi pubblicati prima."
      }
    },
    ties: {
      switch $0 {
      case .id: "a parità, il codice più piccolo (o la sorte, se c’è un sorteggio)"
      case .costVotesID:
        "a parità, il costo più basso, poi più voti, poi il codice più piccolo (o la sorte, se c’è"
          + " un sorteggio)"
      }
    },
    verdict: {
      switch $0 {
      case .funded: "finanziato"
      case .fundedWithRest: "finanziato con ciò che resta"
      case .tooExpensive: "costa più di ciò che resta"
      case .belowMinimum: "sotto il minimo di voti"
      case .unsupported: "nessun voto"
      case .excluded: "escluso da un altro progetto dello stesso luogo"
      case .groupFull: "il suo gruppo ha già il massimo di progetti"
      case .afterStop: "il conto si era già fermato"
      }
    },
    strength: {
      switch $0 {
      case .score(let score): "\(score)"
      case .scorePerCost(let score, let cost): "\(score) per un costo di \(cost)"
      case .effectiveHundredths: "\($0.written.replacingPoint) voti effettivi"
      case .loadHundredths: "peso \($0.written.replacingPoint)"
      case .partsPerMillion: "punteggio \($0.written.replacingPoint)"
      }
    },
    refusal: {
      switch $0 {
      case .minimumMissing:
        "la regola chiede un minimo di voti, ma il file non lo dice: indicalo tu"
      case .purchaseRuleMissing: "manca il peso dei voti e degli acquisti"
      case .purchasesMissing: "manca il file degli acquisti"
      case .numbersTooLarge: "i numeri sono troppo grandi per un conto esatto"
      case .unknownProject(let id): "il progetto \(id) non è nel file"
      case .stopped: "il conto è stato fermato"
      }
    },
    share: { share in
      "Alla quota di partenza (budget diviso votanti) si è aggiunto \(share.raisedBy) a testa; "
        + (share.nextIsOverBudget
          ? "con un’unità in più si supererebbe il budget." : "non serve di più.")
    },
    greedyInstead: "Più votanti preferiscono l’esito per voti: vale quello.",
    decidingTie: "Parità che decide", idleTie: "Parità che non cambia l’esito", cost: "Costo",
    left: "Resta")

  package static let en = CountPhrases(
    rule: {
      switch $0 {
      case .greedy: "Most votes first, skipping what does not fit"
      case .greedyNoSkip: "Most votes first, stopping at the first that does not fit"
      case .greedyThreshold: "Most votes first, with a minimum of votes"
      case .votesPerCost: "Most votes for each euro first"
      case .equalShares: "Equal shares, without completion"
      case .equalSharesAdd1: "Equal shares, as cities use them"
      case .equalSharesAdd1Exhaustive: "Equal shares, until nothing more fits"
      case .equalSharesAdd1Utilitarian: "Equal shares, then most votes first"
      case .phragmen: "Sequential Phragmén"
      case .ranking: "Ranking, without a budget"
      case .votesAndPurchases: "Votes and purchases together"
      }
    },
    ruleInWords: {
      switch $0 {
      case .greedy:
        "Projects are taken from the most voted on; one that costs more than is left is skipped."
      case .greedyNoSkip:
        "Projects are taken from the most voted on, until the first that costs more than is left."
      case .greedyThreshold:
        "Only projects with the minimum of votes count; they are taken from the most voted on,"
          + " skipping one that costs more than is left."
      case .votesPerCost:
        "Projects are taken from the one with most votes for each euro of its cost, skipping one"
          + " that costs more than is left."
      case .equalShares:
        "The budget is divided equally among those who voted. A project is bought with the shares"
          + " of those who chose it; each time the one that costs each of them least is next."
      case .equalSharesAdd1:
        "As equal shares; the share grows one unit at a time until the next step would exceed the"
          + " budget."
      case .equalSharesAdd1Exhaustive:
        "As equal shares; the share grows one unit at a time until no other project fits, or the"
          + " next step would exceed the budget."
      case .equalSharesAdd1Utilitarian:
        "As growing equal shares; with what is left the most voted are taken."
      case .phragmen:
        "Each project’s cost is a load on those who chose it; each time the one that leaves the"
          + " lightest load is next. It stops when the next one does not fit."
      case .ranking: "More votes stand above; equal votes share a place."
      case .votesAndPurchases:
        "Each project has its part of the votes and its part of the purchases: together they make"
          + " the score, with weights published beforehand."
      }
    },
    ties: {
      switch $0 {
      case .id: "among equals, the smaller id (or the lot, if one was drawn)"
      case .costVotesID:
        "among equals, lower cost, then more votes, then the smaller id (or the lot, if one was"
          + " drawn)"
      }
    },
    verdict: {
      switch $0 {
      case .funded: "funded"
      case .fundedWithRest: "funded with what is left"
      case .tooExpensive: "costs more than is left"
      case .belowMinimum: "below the minimum of votes"
      case .unsupported: "no votes"
      case .excluded: "excluded by another project of the same place"
      case .groupFull: "its group has the most projects it may have"
      case .afterStop: "the count had stopped"
      }
    },
    strength: {
      switch $0 {
      case .score(let score): "\(score)"
      case .scorePerCost(let score, let cost): "\(score) for a cost of \(cost)"
      case .effectiveHundredths: "\($0.written) effective votes"
      case .loadHundredths: "load \($0.written)"
      case .partsPerMillion: "score \($0.written)"
      }
    },
    refusal: {
      switch $0 {
      case .minimumMissing:
        "the rule asks for a minimum of votes, but the file gives none: say which"
      case .purchaseRuleMissing: "the weight of votes and purchases is missing"
      case .purchasesMissing: "the file of purchases is missing"
      case .numbersTooLarge: "the numbers are too large for an exact count"
      case .unknownProject(let id): "the project \(id) is not in the file"
      case .stopped: "the count was stopped"
      }
    },
    share: { share in
      "To the first share (budget divided by voters) \(share.raisedBy) was added for each; "
        + (share.nextIsOverBudget
          ? "with one unit more the budget would be exceeded." : "no more is needed.")
    },
    greedyInstead: "More voters prefer the outcome by votes: it stands.",
    decidingTie: "Tie that decides", idleTie: "Tie that changes nothing", cost: "Cost",
    left: "Left")
}

extension String {
  /// Italian writes decimals after a comma.
  fileprivate var replacingPoint: String { String(map { $0 == "." ? "," : $0 }) }
}
