// Sponsors who add to what backers give: on a campaign's page and at the desk.
package import Domain

package struct MatchPhrases: PhraseBook {
  package let heading: String
  /// The amounts of a rule as they are to be read, in the order in which the rule has them.
  package let rule: @Sendable (MatchRule, _ amount: String, _ cap: String) -> String
  package let added: @Sendable (_ amount: String) -> String
  package let left: @Sendable (_ amount: String) -> String
  package let apart: String
  package let state: @Sendable (MatchCommitment.State) -> String
  package let ofSponsors: @Sendable (_ amount: String) -> String

  package let title: String
  package let lead: String
  package let none: String
  package let fund: String
  package let code: String
  package let available: String
  package let promised: String
  package let campaign: String
  package let new: String
  package let sponsor: String
  package let ruleTitle: String
  package let ruleName: @Sendable (MatchRule.Kind) -> String
  package let ruleNote: @Sendable (MatchRule.Kind) -> String
  package let percent: String
  package let percentHint: String
  package let amount: String
  package let amountHint: String
  package let cap: String
  package let capHint: String
  package let create: String
  package let created: @Sendable (_ code: String) -> String
  package let ruleNotSound: String
  package let codeTaken: String
  package let noCampaign: String
  package let close: String
  package let closed: @Sendable (_ left: String) -> String
  package let closedState: String
  package let toReturn: @Sendable (_ amount: String) -> String
  package let returned: @Sendable (_ amount: String) -> String
  package let stillPromising: String
  package let takeBack: String
  package let takeBackFrom: @Sendable (_ sponsor: String, _ campaign: String) -> String
  package let takeBackNote: @Sendable (_ amount: String) -> String
  package let reason: String
  package let tookBack: @Sendable (_ amount: String) -> String
  package let notDue: String
  package let alreadyPaidOut: String

  package static let it = MatchPhrases(
    heading: "Chi aggiunge",
    rule: { rule, amount, cap in
      switch rule {
      case .share(let percent, _): "mette il \(percent) % del totale, fino a \(cap)"
      case .bonus(let percent, _): "aggiunge \(amount) quando si arriva al \(percent) % del minimo"
      case .multiply(let percent, _, _):
        "aggiunge il \(percent) % di ogni contributo, al massimo \(amount) ciascuno e \(cap) in"
          + " tutto"
      case .perDonor: "aggiunge \(amount) per ogni persona, fino a \(cap)"
      }
    },
    added: { "Finora ha aggiunto \($0)." },
    left: { "Nel fondo restano \($0)." },
    apart: "Non conta per il minimo: quello lo raggiungono le persone. Se la campagna non riesce,"
      + " torna al fondo.",
    state: {
      switch $0 {
      case .offered: "offerto"
      case .reserved: "riservato"
      case .due: "dovuto al progetto"
      case .released: "tornato al fondo"
      case .clawedBack: "ripreso"
      }
    },
    ofSponsors: { "+ \($0) degli sponsor" },
    title: "Fondi che aggiungono",
    lead:
      "Un ente mette del suo accanto a quello che danno le persone, con una regola fissata prima."
      + " I soldi arrivano per bonifico e si abbinano al fondo fra le righe dell’estratto conto.",
    none: "Nessun fondo.",
    fund: "Fondo",
    code: "Codice",
    available: "Disponibile",
    promised: "Promesso",
    campaign: "Campagna",
    new: "Nuovo fondo",
    sponsor: "Chi mette i soldi",
    ruleTitle: "Regola",
    ruleName: {
      switch $0 {
      case .share: "Una parte del totale"
      case .bonus: "Un premio alla soglia"
      case .multiply: "Raddoppia ogni contributo"
      case .perDonor: "Un tanto per persona"
      }
    },
    ruleNote: {
      switch $0 {
      case .share: "Percentuale del totale (50: un euro per ogni euro) e tetto."
      case .bonus: "Percentuale del minimo da raggiungere e importo (come tetto)."
      case .multiply:
        "Percentuale del contributo (100: raddoppia), importo massimo per contributo e tetto."
      case .perDonor: "Importo per ogni persona e tetto."
      }
    },
    percent: "Percentuale",
    percentHint: "Un numero intero. Per «un tanto per persona» non serve.",
    amount: "Importo",
    amountHint: "Per contributo o per persona. Per le altre regole non serve.",
    cap: "Tetto",
    capHint: "Il massimo che il fondo dà a questa campagna.",
    create: "Crea il fondo",
    created: { "Fondo creato. Il suo codice per abbinare il bonifico è \($0)." },
    ruleNotSound: "Questi numeri non fanno una regola: controlla percentuale, importo e tetto.",
    codeTaken: "C’è già un fondo con questo nome.",
    noCampaign: "Scegli una campagna aperta.",
    close: "Chiudi il fondo",
    closed: { "Fondo chiuso. Da restituire: \($0)." },
    closedState: "chiuso",
    toReturn: { "da restituire \($0)" },
    returned: { "restituiti \($0)" },
    stillPromising: "Una sua campagna è ancora aperta: il fondo si chiude quando è finita.",
    takeBack: "Riprendi",
    takeBackFrom: { "Riprendere quello che \($0) ha dato a «\($1)»" },
    takeBackNote: { "\($0) sono dovuti al progetto. Ripresi, tornano a chi li ha messi." },
    reason: "Perché",
    tookBack: { "\($0) ripresi dal progetto." },
    notDue: "Questa somma non è più dovuta al progetto.",
    alreadyPaidOut: "Il progetto non ha più qui questa somma: va chiesta a lui.")

  package static let en = MatchPhrases(
    heading: "Who adds to it",
    rule: { rule, amount, cap in
      switch rule {
      case .share(let percent, _): "gives \(percent) % of the total, up to \(cap)"
      case .bonus(let percent, _): "adds \(amount) once \(percent) % of the minimum is reached"
      case .multiply(let percent, _, _):
        "adds \(percent) % of every contribution, at most \(amount) each and \(cap) in all"
      case .perDonor: "adds \(amount) for each person, up to \(cap)"
      }
    },
    added: { "So far it has added \($0)." },
    left: { "The fund has \($0) left." },
    apart: "It does not count towards the minimum: people reach that. If the campaign fails, it"
      + " goes back to the fund.",
    state: {
      switch $0 {
      case .offered: "offered"
      case .reserved: "reserved"
      case .due: "due to the project"
      case .released: "back in the fund"
      case .clawedBack: "clawed back"
      }
    },
    ofSponsors: { "+ \($0) from sponsors" },
    title: "Match funds",
    lead: "A sponsor gives beside what people give, under a rule that is fixed before. The money"
      + " comes by transfer and is matched to the fund among the statement’s lines.",
    none: "No funds.",
    fund: "Fund",
    code: "Code",
    available: "Available",
    promised: "Promised",
    campaign: "Campaign",
    new: "New fund",
    sponsor: "Who gives the money",
    ruleTitle: "Rule",
    ruleName: {
      switch $0 {
      case .share: "A share of the total"
      case .bonus: "A bonus at a threshold"
      case .multiply: "Doubles every contribution"
      case .perDonor: "So much a person"
      }
    },
    ruleNote: {
      switch $0 {
      case .share: "Percentage of the total (50: a euro for a euro) and cap."
      case .bonus: "Percentage of the minimum to be reached, and amount (as cap)."
      case .multiply: "Percentage of the contribution (100: doubles), most per contribution, cap."
      case .perDonor: "Amount for each person and cap."
      }
    },
    percent: "Percentage",
    percentHint: "A whole number. Not needed for “so much a person”.",
    amount: "Amount",
    amountHint: "Per contribution or per person. Not needed for the other rules.",
    cap: "Cap",
    capHint: "The most that the fund gives this campaign.",
    create: "Create the fund",
    created: { "Fund created. Its code for matching the transfer is \($0)." },
    ruleNotSound: "These numbers make no rule: check percentage, amount and cap.",
    codeTaken: "There is a fund of this name already.",
    noCampaign: "Choose an open campaign.",
    close: "Close the fund",
    closed: { "Fund closed. To give back: \($0)." },
    closedState: "closed",
    toReturn: { "to be returned \($0)" },
    returned: { "returned \($0)" },
    stillPromising: "A campaign of its is still open: the fund can be closed when that has ended.",
    takeBack: "Take back",
    takeBackFrom: { "Take back what \($0) gave “\($1)”" },
    takeBackNote: { "\($0) is due to the project. Taken back, it returns to who gave it." },
    reason: "Why",
    tookBack: { "\($0) taken back from the project." },
    notDue: "This sum is no longer due to the project.",
    alreadyPaidOut: "The project’s account here no longer holds this sum: ask the project for it.")
}
