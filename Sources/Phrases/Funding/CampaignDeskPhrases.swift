// What the desk's pages about campaigns say.
package import Domain

package struct CampaignDeskPhrases: PhraseBook {
  package let language: Language
  package let title: String
  package let new: String
  package let newLead: String
  package let newNone: String
  package let draftIt: String
  package let hasCampaign: String
  package let picked: @Sendable (DraftRefusal) -> String
  package let none: String
  package let campaign: String
  package let state: String
  package let raised: String
  package let changedAt: String
  package let organisation: String
  package let setUpLead: String
  package let step: @Sendable (CampaignStep) -> String
  package let done: String
  package let toDo: String
  package let gap: @Sendable (CampaignGap, _ amount: (Money) -> String) -> String
  package let preview: String
  package let submit: String
  package let submitNote: String
  package let submitted: String
  package let saved: String
  package let save: String
  package let notEditable: String
  package let history: String
  package let bySystem: String
  package let created: String
  package let sources: String
  package let reviewNote: @Sendable (String) -> String
  package let italian: @Sendable (String) -> String
  package let english: @Sendable (String) -> String
  package let titleField: String
  package let summaryField: String
  package let summaryHint: String
  package let storyField: String
  package let storyHint: String
  package let place: String
  package let picture: String
  package let noPicture: String
  package let pictureName: @Sendable (String) -> String
  package let budgetLead: String
  package let line: @Sendable (Int) -> String
  package let what: String
  package let minimum: String
  package let optimum: String
  package let optimumBelow: @Sendable (Int) -> String
  package let total: String
  package let newReward: String
  package let editReward: String
  package let removeReward: String
  package let removed: String
  package let noRewards: String
  package let rewardMinimum: String
  package let rewardWorth: String
  package let rewardWorthHint: String
  package let worthTooMuch: String
  package let stock: String
  package let stockHint: String
  package let limit: String
  package let limitHint: String
  package let delivery: String
  package let shippingCost: String
  package let point: String
  package let pointMissing: String
  package let from: String
  package let to: String
  package let seasonWrong: String
  package let perishable: String
  package let description: String
  package let notice: String
  package let noticeHint: String
  package let tooManyRewards: String
  package let opensOn: String
  package let closesOn: String
  package let closesHint: String
  package let datesWrong: String
  package let rule: String
  package let reason: String
  package let refusal: @Sendable (CampaignRefusal) -> String
  package let steer: String
  package let hold: String
  package let release: String
  package let extend: String
  package let extendTo: String
  package let cancel: String
  package let cancelNote: String
  package let reward: String
  package let publicPage: String

  /// Why no draft was made, as far as people are told.
  package enum DraftRefusal: Sendable { case nothing, notCertified, hasCampaign, twoOrganisations }

  package static let it = CampaignDeskPhrases(
    language: .italian,
    title: "Campagne",
    new: "Nuova campagna",
    newLead: "Una campagna nasce da un posto in una classifica certificata, e lo porta con sé per"
      + " sempre. Scegli uno o più progetti.",
    newNone: "Non c’è ancora nessuna classifica certificata da cui partire.",
    draftIt: "Crea la bozza",
    hasCampaign: "ha già una campagna",
    picked: {
      switch $0 {
      case .nothing: "Scegli almeno un progetto."
      case .notCertified: "Uno dei progetti non è in una classifica certificata."
      case .hasCampaign: "Uno dei progetti ha già una campagna."
      case .twoOrganisations: "I progetti scelti sono di organizzazioni diverse."
      }
    },
    none: "Nessuna campagna.",
    campaign: "Campagna",
    state: "Stato",
    raised: "Raccolti",
    changedAt: "Ultima modifica",
    organisation: "Organizzazione",
    setUpLead: "Fai un pezzo alla volta, nell’ordine che vuoi: ogni pezzo si salva da solo.",
    step: {
      switch $0 {
      case .texts: "Testi e immagine"
      case .budget: "Preventivo"
      case .rewards: "Ricompense"
      case .dates: "Date e regola"
      }
    },
    done: "Completo",
    toDo: "Da completare",
    gap: { gap, amount in
      switch gap {
      case .titleMissing: "Manca il titolo."
      case .summaryMissing: "Manca il riassunto."
      case .storyMissing: "Manca la storia."
      case .budgetMissing: "Manca almeno una voce di spesa."
      case .budgetTitleMissing(let line): "La voce \(line) non dice che cosa paga."
      case .targetBelow(let least): "Il minimo è troppo basso: almeno \(amount(least))."
      case .datesMissing: "Mancano le date di apertura e chiusura."
      case .closesInThePast: "La chiusura è già passata."
      case .lastsTooLong(let days): "Una campagna dura al massimo \(days) giorni."
      case .rewardWithoutSeason(let name): "«\(name)» non dice quando si consegna."
      }
    },
    preview: "Anteprima",
    submit: "Invia in revisione",
    submitNote: "Una persona diversa da te la controlla prima che vada online.",
    submitted: "Inviata in revisione.",
    saved: "Salvato.",
    save: "Salva",
    notEditable: "Questa campagna non si può più modificare.",
    history: "Storia",
    bySystem: "il calendario",
    created: "Creata",
    sources: "Dal voto",
    reviewNote: { "Che cosa chiede chi revisiona: \($0)" },
    italian: { "\($0) in italiano" },
    english: { "\($0) in inglese" },
    titleField: "Titolo",
    summaryField: "Riassunto",
    summaryHint: "Una o due frasi: che cosa si fa e per chi.",
    storyField: "Storia",
    storyHint: "Puoi usare Markdown: ## titolo, **grassetto**, - elenco.",
    place: "Luogo",
    picture: "Immagine",
    noPicture: "Nessuna",
    pictureName: {
      switch $0 {
      case "cafe": "Il bancone del caffè"
      case "work": "Il lavoro"
      case "bridge": "Il ponte"
      case "vegetables": "Gli ortaggi"
      case "greenhouse": "La serra"
      case "bread": "Il pane"
      case _: $0
      }
    },
    budgetLead:
      "Una riga per voce. Il minimo serve per partire, il pieno per fare tutto: gli obiettivi"
      + " della campagna sono le somme. Lascia vuote le righe che non servono.",
    line: { "Voce \($0)" },
    what: "Che cosa",
    minimum: "Minimo (€)",
    optimum: "Pieno (€)",
    optimumBelow: { "Voce \($0): il pieno non può essere meno del minimo." },
    total: "Somme",
    newReward: "Aggiungi una ricompensa",
    editReward: "Modifica la ricompensa",
    removeReward: "Togli",
    removed: "Ricompensa tolta.",
    noRewards: "Ancora nessuna ricompensa: si può raccogliere anche senza.",
    rewardMinimum: "Da quanto si riceve",
    rewardWorth: "Quanto vale la cosa in sé",
    rewardWorthHint:
      "Serve per le tasse: solo il resto è una donazione. Per un semplice grazie, 0.",
    worthTooMuch: "Il valore non può superare la cifra da cui si riceve.",
    stock: "Quante ce ne sono",
    stockHint: "Vuoto se non finiscono mai.",
    limit: "Quante al massimo a persona",
    limitHint: "Vuoto se non c’è un limite.",
    delivery: "Come arriva",
    shippingCost: "Spese di spedizione",
    point: "Dove si ritira",
    pointMissing: "Scegli dove si ritira.",
    from: "Consegna dal",
    to: "Consegna al",
    seasonWrong: "Il secondo giorno non può venire prima del primo.",
    perishable: "È deperibile (cibo, piante): non si può restituire per ripensamento",
    description: "Descrizione",
    notice: "Avviso prima di pagare",
    noticeHint: "Allergeni, ingredienti, possibili ritardi.",
    tooManyRewards: "Ci sono già troppe ricompense.",
    opensOn: "Apre il",
    closesOn: "Chiude alla fine del",
    closesHint: "Come 21/12/2026.",
    datesWrong: "La chiusura deve venire dopo l’apertura.",
    rule: "Se il minimo non si raggiunge",
    reason: "Motivazione",
    refusal: {
      switch $0 {
      case .notFrom: "In questo stato non si può."
      case .authorCannotReview: "Chi ha scritto la campagna non può rivederla."
      case .reasonMissing: "Scrivi la motivazione."
      case .incomplete: "Manca ancora qualcosa: guarda l’elenco."
      case .notDue: "Non è ancora il momento."
      case .alreadyExtended: "Si può prolungare una volta sola."
      case .wouldShorten: "Si può solo prolungare, mai accorciare."
      case .cardsNameTheDay:
        "Chi ha salvato la carta ha accettato un giorno preciso: non si può prolungare."
      case .afterDeadline: "La scadenza è passata."
      case .paymentsPending: "Ci sono pagamenti ancora in arrivo."
      }
    },
    steer: "Governa la campagna",
    hold: "Sospendi",
    release: "Riapri",
    extend: "Prolunga",
    extendTo: "Nuovo ultimo giorno",
    cancel: "Annulla la campagna",
    cancelNote: "Chi ha dato riavrà tutto. Non si torna indietro.",
    reward: "Ricompensa",
    publicPage: "Pagina pubblica")

  package static let en = CampaignDeskPhrases(
    language: .english,
    title: "Campaigns",
    new: "New campaign",
    newLead:
      "A campaign starts from a place in a certified ranking, and carries it for ever. Choose"
      + " one or more projects.",
    newNone: "There is no certified ranking to start from yet.",
    draftIt: "Make the draft",
    hasCampaign: "has a campaign already",
    picked: {
      switch $0 {
      case .nothing: "Choose at least one project."
      case .notCertified: "One of the projects is in no certified ranking."
      case .hasCampaign: "One of the projects has a campaign already."
      case .twoOrganisations: "The projects belong to different organisations."
      }
    },
    none: "No campaigns.",
    campaign: "Campaign",
    state: "State",
    raised: "Raised",
    changedAt: "Last change",
    organisation: "Organisation",
    setUpLead: "One part at a time, in any order: each part is saved by itself.",
    step: {
      switch $0 {
      case .texts: "Texts and picture"
      case .budget: "Budget"
      case .rewards: "Rewards"
      case .dates: "Dates and rule"
      }
    },
    done: "Complete",
    toDo: "To complete",
    gap: { gap, amount in
      switch gap {
      case .titleMissing: "The title is missing."
      case .summaryMissing: "The summary is missing."
      case .storyMissing: "The story is missing."
      case .budgetMissing: "At least one cost is missing."
      case .budgetTitleMissing(let line): "Line \(line) does not say what it pays for."
      case .targetBelow(let least): "The minimum is too low: at least \(amount(least))."
      case .datesMissing: "Opening and closing dates are missing."
      case .closesInThePast: "The closing date is in the past."
      case .lastsTooLong(let days): "A campaign lasts at most \(days) days."
      case .rewardWithoutSeason(let name): "“\(name)” does not say when it is handed over."
      }
    },
    preview: "Preview",
    submit: "Submit for review",
    submitNote: "Somebody other than you checks it before it goes online.",
    submitted: "Submitted for review.",
    saved: "Saved.",
    save: "Save",
    notEditable: "This campaign cannot be changed any more.",
    history: "History",
    bySystem: "the calendar",
    created: "Created",
    sources: "From the vote",
    reviewNote: { "What the reviewer asks for: \($0)" },
    italian: { "\($0) in Italian" },
    english: { "\($0) in English" },
    titleField: "Title",
    summaryField: "Summary",
    summaryHint: "One or two sentences: what is done, and for whom.",
    storyField: "Story",
    storyHint: "You may use Markdown: ## heading, **bold**, - list.",
    place: "Place",
    picture: "Picture",
    noPicture: "None",
    pictureName: {
      switch $0 {
      case "cafe": "The coffee bar"
      case "work": "Work"
      case "bridge": "The bridge"
      case "vegetables": "Vegetables"
      case "greenhouse": "The greenhouse"
      case "bread": "Bread"
      case _: $0
      }
    },
    budgetLead:
      "One row for each cost. The minimum is needed to start, the full amount to do it all:"
      + " the goals of the campaign are the sums. Leave empty the rows you do not need.",
    line: { "Line \($0)" },
    what: "What",
    minimum: "Minimum (€)",
    optimum: "Full (€)",
    optimumBelow: { "Line \($0): the full amount cannot be less than the minimum." },
    total: "Sums",
    newReward: "Add a reward",
    editReward: "Change the reward",
    removeReward: "Remove",
    removed: "Reward removed.",
    noRewards: "No rewards yet: it works without, too.",
    rewardMinimum: "From which amount",
    rewardWorth: "What the thing itself is worth",
    rewardWorthHint: "For taxes: only the rest is a gift. For a simple thank-you, 0.",
    worthTooMuch: "The worth cannot be more than the amount it is given from.",
    stock: "How many there are",
    stockHint: "Empty if they never run out.",
    limit: "How many each at most",
    limitHint: "Empty for no limit.",
    delivery: "How it arrives",
    shippingCost: "Shipping",
    point: "Where it is picked up",
    pointMissing: "Choose where it is picked up.",
    from: "Handed over from",
    to: "Handed over to",
    seasonWrong: "The second day cannot come before the first.",
    perishable: "It is perishable (food, plants): it cannot be returned for a change of mind",
    description: "Description",
    notice: "Notice before paying",
    noticeHint: "Allergens, ingredients, possible delays.",
    tooManyRewards: "There are too many rewards already.",
    opensOn: "Opens on",
    closesOn: "Closes at the end of",
    closesHint: "Like 21/12/2026.",
    datesWrong: "The closing day has to come after the opening day.",
    rule: "If the minimum is not reached",
    reason: "Reason",
    refusal: {
      switch $0 {
      case .notFrom: "Not possible in this state."
      case .authorCannotReview: "Who wrote the campaign cannot review it."
      case .reasonMissing: "Write the reason."
      case .incomplete: "Something is still missing: see the list."
      case .notDue: "It is not time yet."
      case .alreadyExtended: "It can be extended only once."
      case .wouldShorten: "It can only be extended, never shortened."
      case .cardsNameTheDay:
        "Those who saved a card agreed to a certain day: it cannot be extended."
      case .afterDeadline: "The deadline has passed."
      case .paymentsPending: "Payments are still on their way."
      }
    },
    steer: "Steer the campaign",
    hold: "Put on hold",
    release: "Reopen",
    extend: "Extend",
    extendTo: "New last day",
    cancel: "Cancel the campaign",
    cancelNote: "Everybody gets everything back. There is no way back.",
    reward: "Reward",
    publicPage: "Public page")
}
