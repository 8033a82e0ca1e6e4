// What the public pages of campaigns say.
package import Domain

package struct CampaignPhrases: PhraseBook {
  package let campaigns: String
  package let listLead: String
  package let found: @Sendable (Int) -> String
  package let nothingFound: String
  package let all: String
  package let byStatus: String
  package let byOrganisation: String
  package let byDelivery: String
  package let search: String
  package let searchHint: String
  package let searchButton: String
  package let narrow: String
  package let clearFilters: String
  package let status: @Sendable (CampaignFilter.Status) -> String
  package let delivery: @Sendable (RewardDeliveryKind) -> String
  package let state: @Sendable (CampaignState) -> String
  package let raisedOf: @Sendable (_ raised: String, _ minimum: String) -> String
  package let raised: String
  package let minimum: String
  package let optimum: String
  package let ofMinimum: @Sendable (_ percent: Int, _ minimum: String) -> String
  package let meterAlt: @Sendable (_ raised: String, _ minimum: String, _ optimum: String) -> String
  package let missing: @Sendable (String) -> String
  package let reached: String
  package let backers: @Sendable (Int) -> String
  package let backersTitle: String
  package let daysLeft: @Sendable (Int) -> String
  package let lastDay: String
  package let daysTitle: String
  package let until: @Sendable (String) -> String
  package let support: String
  package let rank: @Sendable (_ place: Int, _ ranked: Int, _ votes: Int) -> String
  package let fromTheVote: String
  package let story: String
  package let inOtherLanguage: @Sendable (Language) -> String
  package let budget: String
  package let budgetLead: String
  package let budgetLine: String
  package let budgetTotal: String
  package let required: String
  package let optional: String
  package let rewards: String
  package let rewardsLead: String
  package let from: @Sendable (String) -> String
  package let chooseReward: @Sendable (String) -> String
  package let left: @Sendable (_ left: Int, _ stock: Int) -> String
  package let gone: String
  package let noLimit: String
  package let atMost: @Sendable (Int) -> String
  package let collectedAt: @Sendable (_ name: String, _ address: String) -> String
  package let shipped: @Sendable (String) -> String
  package let shippedFree: String
  package let between: @Sendable (_ from: String, _ to: String) -> String
  package let perishable: String
  package let lastBackers: String
  package let someone: String
  package let noBackersYet: String
  package let rule: @Sendable (FundingRule) -> String
  package let ruleTitle: String
  /// What stays on the way to the project; the platform's share as people write it, nil for none.
  package let fees: @Sendable (_ share: String?, FeeRule.Bearer) -> String
  package let rulePending: String
  package let ledger: String
  package let ledgerLink: String
  package let ledgerLead: String
  package let ledgerHow: String
  package let ledgerDay: String
  package let ledgerWhat: String
  package let ledgerAmount: String
  package let ledgerTotal: String
  package let ledgerEmpty: String
  package let ledgerKind: @Sendable (String) -> String
  package let ended:
    @Sendable (_ verdict: CampaignVerdict, _ confirmed: String, _ minimum: String)
      -> String
  package let onHold: String
  package let settling: String
  package let cancelled: String
  package let digest: String
  package let previousPage: String
  package let nextPage: String
  package let printedFrom: String

  package static let it = CampaignPhrases(
    campaigns: "Le campagne",
    listLead: "Progetti scelti con un voto. Ognuno dice quanto serve e per che cosa.",
    found: { $0 == 1 ? "1 campagna" : "\($0) campagne" },
    nothingFound: "Nessuna campagna corrisponde a quello che cerchi.",
    all: "Tutte",
    byStatus: "Stato",
    byOrganisation: "Chi la propone",
    byDelivery: "Ricompense",
    search: "Cerca",
    searchHint: "Parole nel titolo, nel luogo o nel nome di chi propone",
    searchButton: "Cerca",
    narrow: "Filtra le campagne",
    clearFilters: "Togli i filtri",
    status: {
      switch $0 {
      case .open: "Aperte"
      case .funded: "Riuscite"
      case .ended: "Concluse senza riuscire"
      }
    },
    delivery: {
      switch $0 {
      case .none: "Senza consegna"
      case .pickUp: "Da ritirare"
      case .shipping: "Spedite a casa"
      }
    },
    state: {
      switch $0 {
      case .draft: "Bozza"
      case .submitted: "In revisione"
      case .changesRequested: "Modifiche richieste"
      case .rejected: "Respinta"
      case .approved: "Approvata"
      case .live: "Aperta"
      case .onHold: "Sospesa"
      case .settling: "In chiusura"
      case .succeeded: "Riuscita"
      case .failed: "Non riuscita"
      case .cancelled: "Annullata"
      }
    },
    raisedOf: { "\($0) di \($1)" },
    raised: "raccolti",
    minimum: "obiettivo minimo",
    optimum: "obiettivo pieno",
    ofMinimum: { "\($0)% dei \($1) necessari per partire" },
    meterAlt: { "Raccolti \($0); il minimo è \($1), l’obiettivo pieno \($2)." },
    missing: { "Mancano \($0) al minimo." },
    reached: "Il minimo è raggiunto: il progetto si fa.",
    backers: { $0 == 1 ? "1 persona" : "\($0) persone" },
    backersTitle: "hanno contribuito",
    daysLeft: { $0 == 1 ? "1 giorno" : "\($0) giorni" },
    lastDay: "ultimo giorno",
    daysTitle: "alla chiusura",
    until: { "Fino al \($0)" },
    support: "Sostieni",
    rank: { place, ranked, votes in
      "\(place)ª classificata su \(ranked), \(votes) \(votes == 1 ? "voto" : "voti")"
    },
    fromTheVote: "Nata dal voto",
    story: "La storia",
    inOtherLanguage: {
      $0 == .english ? "Questo testo c’è solo in inglese." : "Questo testo c’è solo in italiano."
    },
    budget: "Dove vanno i soldi",
    budgetLead: "La parte piena della barra serve per partire, quella chiara per fare tutto.",
    budgetLine: "Voce",
    budgetTotal: "Totale",
    required: "Per partire",
    optional: "Per fare tutto",
    rewards: "Le ricompense",
    rewardsLead: "Un grazie concreto. Puoi anche contribuire senza prendere niente.",
    from: { "da \($0)" },
    chooseReward: { "Scegli: \($0)" },
    left: { left, stock in
      left == 1 ? "Ne resta 1 su \(stock)" : "Ne restano \(left) su \(stock)"
    },
    gone: "Finita",
    noLimit: "Disponibile senza limiti",
    atMost: { $0 == 1 ? "Una a persona" : "Al massimo \($0) a persona" },
    collectedAt: { "Si ritira a \($0), \($1)" },
    shipped: { "Spedita a casa, \($0) di spedizione" },
    shippedFree: "Spedita a casa, senza spese",
    between: { "Tra il \($0) e il \($1)" },
    perishable: "Prodotto deperibile: per legge non si può restituire per ripensamento"
      + " (Codice del consumo, art. 59).",
    lastBackers: "Ultimi contributi",
    someone: "Una persona",
    noBackersYet: "Ancora nessun contributo: il primo può essere il tuo.",
    rule: {
      switch $0 {
      case .allOrNothing:
        "Se l’obiettivo minimo non si raggiunge, riavrai tutto quello che hai dato."
      case .keepWhatYouRaise:
        "La campagna tiene quello che raccoglie anche sotto il minimo,"
          + " e spiega che cosa farà con meno."
      case .minimumThenOptimum:
        "Due giri: se nel primo non si raggiunge il minimo riavrai tutto; poi altri 40 giorni"
          + " verso l’obiettivo pieno."
      }
    },
    ruleTitle: "La regola della raccolta",
    fees: { share, bearer in
      let taken = [
        share.map { "la quota di Raccolto (\($0))" },
        bearer == .campaign ? "le commissioni di chi incassa le carte" : nil,
      ].compactMap(\.self)
      return taken.isEmpty
        ? "Se la campagna riesce, al progetto va tutto quello che è stato raccolto."
        : "Se la campagna riesce, al progetto va quanto raccolto, meno "
          + taken.joined(separator: " e ") + "."
    },
    rulePending:
      "Contano i pagamenti arrivati: i bonifici promessi in tempo hanno sette giorni dopo"
      + " la chiusura per arrivare.",
    ledger: "Registro della campagna",
    ledgerLink: "Guarda ogni movimento nel registro pubblico",
    ledgerLead: "Ogni riga è un movimento vero del registro contabile. Nessun nome.",
    ledgerHow: "Come rifare il conto: somma gli importi di tutte le righe. Il totale è la cifra"
      + " «raccolti» della pagina della campagna. Le spese di spedizione non sono comprese.",
    ledgerDay: "Giorno",
    ledgerWhat: "Che cosa",
    ledgerAmount: "Importo",
    ledgerTotal: "Totale di tutte le righe",
    ledgerEmpty: "Ancora nessun movimento.",
    ledgerKind: {
      switch $0 {
      case "captured": "Contributo con carta"
      case "transferMatched", "suspenseAllocated": "Contributo con bonifico"
      case "refundDecided": "Rimborso"
      case "creditReturned": "Bonifico restituito dalla banca"
      case "reversal": "Correzione"
      case _: $0
      }
    },
    ended: { verdict, confirmed, minimum in
      switch verdict {
      case .reached: "Riuscita: raccolti \(confirmed), il minimo era \(minimum)."
      case .belowTarget:
        "Conclusa sotto il minimo (\(confirmed) su \(minimum)):"
          + " la regola scelta le fa tenere quello"
          + " che ha raccolto."
      case .notReached:
        "Non riuscita: raccolti \(confirmed) su \(minimum). Chi ha contribuito riavrà tutto."
      }
    },
    onHold:
      "La raccolta è sospesa: in questo momento non si può contribuire. Quello che è già stato"
      + " dato è al sicuro.",
    settling:
      "La raccolta è chiusa: aspettiamo i bonifici già promessi, poi il risultato sarà qui.",
    cancelled: "La campagna è stata annullata: chi ha contribuito riavrà tutto.",
    digest: "Impronta della classifica certificata",
    previousPage: "Pagina precedente",
    nextPage: "Pagina seguente",
    printedFrom: "Pagina stampata da")

  package static let en = CampaignPhrases(
    campaigns: "Campaigns",
    listLead: "Projects chosen by a vote. Each says how much it takes, and what for.",
    found: { $0 == 1 ? "1 campaign" : "\($0) campaigns" },
    nothingFound: "No campaign matches what you are looking for.",
    all: "All",
    byStatus: "Status",
    byOrganisation: "Proposed by",
    byDelivery: "Rewards",
    search: "Search",
    searchHint: "Words in the title, the place or the name of who proposes it",
    searchButton: "Search",
    narrow: "Filter the campaigns",
    clearFilters: "Remove filters",
    status: {
      switch $0 {
      case .open: "Open"
      case .funded: "Successful"
      case .ended: "Ended without success"
      }
    },
    delivery: {
      switch $0 {
      case .none: "Nothing to deliver"
      case .pickUp: "To pick up"
      case .shipping: "Sent home"
      }
    },
    state: {
      switch $0 {
      case .draft: "Draft"
      case .submitted: "In review"
      case .changesRequested: "Changes requested"
      case .rejected: "Rejected"
      case .approved: "Approved"
      case .live: "Open"
      case .onHold: "On hold"
      case .settling: "Closing"
      case .succeeded: "Successful"
      case .failed: "Not successful"
      case .cancelled: "Cancelled"
      }
    },
    raisedOf: { "\($0) of \($1)" },
    raised: "raised",
    minimum: "minimum goal",
    optimum: "full goal",
    ofMinimum: { "\($0)% of the \($1) needed to start" },
    meterAlt: { "Raised \($0); the minimum is \($1), the full goal \($2)." },
    missing: { "\($0) to go to the minimum." },
    reached: "The minimum is reached: the project goes ahead.",
    backers: { $0 == 1 ? "1 person" : "\($0) people" },
    backersTitle: "have contributed",
    daysLeft: { $0 == 1 ? "1 day" : "\($0) days" },
    lastDay: "last day",
    daysTitle: "to go",
    until: { "Until \($0)" },
    support: "Support it",
    rank: { place, ranked, votes in
      "Ranked \(place) of \(ranked), \(votes) \(votes == 1 ? "vote" : "votes")"
    },
    fromTheVote: "Born of a vote",
    story: "The story",
    inOtherLanguage: {
      $0 == .english ? "This text is in English only." : "This text is in Italian only."
    },
    budget: "Where the money goes",
    budgetLead: "The solid part of each bar is needed to start, the light one to do it all.",
    budgetLine: "Item",
    budgetTotal: "Total",
    required: "To start",
    optional: "To do it all",
    rewards: "Rewards",
    rewardsLead: "A tangible thank-you. You can also contribute and take nothing.",
    from: { "from \($0)" },
    chooseReward: { "Choose: \($0)" },
    left: { "\($0) of \($1) left" },
    gone: "All gone",
    noLimit: "No limit",
    atMost: { $0 == 1 ? "One each" : "At most \($0) each" },
    collectedAt: { "To pick up at \($0), \($1)" },
    shipped: { "Sent home, \($0) for shipping" },
    shippedFree: "Sent home, free of charge",
    between: { "Between \($0) and \($1)" },
    perishable: "Perishable goods: by law they cannot be returned because you changed your mind"
      + " (Italian consumer code, art. 59).",
    lastBackers: "Latest contributions",
    someone: "Somebody",
    noBackersYet: "No contributions yet: yours can be the first.",
    rule: {
      switch $0 {
      case .allOrNothing: "If the minimum goal is not reached, you get back everything you gave."
      case .keepWhatYouRaise:
        "The campaign keeps what it raises even below the minimum,"
          + " and explains what it will do with"
          + " less."
      case .minimumThenOptimum:
        "Two rounds: if the first does not reach the minimum you get everything back; then 40 more"
          + " days towards the full goal."
      }
    },
    ruleTitle: "The funding rule",
    fees: { share, bearer in
      let taken = [
        share.map { "Raccolto’s share (\($0))" },
        bearer == .campaign ? "the fees of card providers" : nil,
      ].compactMap(\.self)
      return taken.isEmpty
        ? "If the campaign succeeds, the project receives everything that was raised."
        : "If the campaign succeeds, the project receives what was raised, less "
          + taken.joined(separator: " and ") + "."
    },
    rulePending: "Only payments that have arrived count: transfers promised in time have seven days"
      + " after the deadline to arrive.",
    ledger: "Ledger of the campaign",
    ledgerLink: "See every movement in the public ledger",
    ledgerLead: "Each row is a real posting of the ledger. No names.",
    ledgerHow: "How to check the sum: add up the amounts of all rows. The total is the figure"
      + " “raised” on the campaign’s page. Shipping is not included.",
    ledgerDay: "Day",
    ledgerWhat: "What",
    ledgerAmount: "Amount",
    ledgerTotal: "Total of all rows",
    ledgerEmpty: "Nothing yet.",
    ledgerKind: {
      switch $0 {
      case "captured": "Contribution by card"
      case "transferMatched", "suspenseAllocated": "Contribution by bank transfer"
      case "refundDecided": "Refund"
      case "creditReturned": "Transfer taken back by the bank"
      case "reversal": "Correction"
      case _: $0
      }
    },
    ended: { verdict, confirmed, minimum in
      switch verdict {
      case .reached: "Successful: \(confirmed) raised, the minimum was \(minimum)."
      case .belowTarget:
        "Ended below its minimum (\(confirmed) of \(minimum)):"
          + " its rule lets it keep what it raised."
      case .notReached:
        "Not successful: \(confirmed) of \(minimum) raised. Everybody gets everything back."
      }
    },
    onHold: "The campaign is on hold: it takes no contributions for the moment. What was given is"
      + " safe.",
    settling: "The campaign is closed: transfers already promised may still arrive, then the result"
      + " will be here.",
    cancelled: "The campaign was cancelled: everybody gets everything back.",
    digest: "Fingerprint of the certified ranking",
    previousPage: "Previous page",
    nextPage: "Next page",
    printedFrom: "Printed from")
}
