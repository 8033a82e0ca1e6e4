// What a facilitator reads while ordering, following, drawing for and certifying a count.
package import Domain

package struct CountDeskPhrases: PhraseBook {
  package let counts: String
  package let noCounts: String
  package let countsHint: String
  package let nothingToCount: String
  package let rule: String
  package let status: @Sendable (CountStatus) -> String
  package let statusHeading: String
  package let orderedAt: String
  package let order: String
  package let orderHint: String
  package let ballotsOf: String
  package let ties: String
  package let tiesName: @Sendable (TieOrder) -> String
  package let minimum: String
  package let minimumHint: String
  package let places: String
  package let placesHint: String
  package let last: String
  package let lastHint: String
  package let group: String
  package let groupName: @Sendable (Profile.GroupColumn) -> String
  package let noGroup: String
  package let groupMax: String
  package let exclusive: String
  package let exclusiveHint: String
  package let comparison: String
  package let weigh: String
  package let weighHint: String
  package let cap: String
  package let capHint: String
  package let purchases: String
  package let purchasesHint: String
  package let orderNow: String
  package let ordered: String
  package let repeated: String
  package let wrongNumber: String
  package let wrongFraction: String
  package let wrongID: @Sendable (String) -> String
  package let noBallots: String
  package let needsMinimum: String
  package let needsPurchases: String
  package let underWay: @Sendable (Int64, Int64) -> String
  package let lookAgain: String
  package let stop: String
  package let stopped: String
  package let stopping: String
  package let drawTitle: String
  package let drawHint: String
  package let drawWords: String
  package let drawWordsHint: String
  package let draw: String
  package let drawn: String
  package let certify: String
  package let certifyHint: String
  package let reason: String
  package let reasonHint: String
  package let reasonMissing: String
  package let certified: @Sendable (String) -> String
  package let refusal: @Sendable (CountStep.Refusal) -> String

  package static let it = CountDeskPhrases(
    counts: "Conteggi", noCounts: "Nessun conteggio ordinato.",
    countsHint: "Un conteggio applica una regola con un budget alle schede importate. Nulla è"
      + " pubblico finché non certifichi.",
    nothingToCount: "Per contare servono le schede: importa un file .pb nel percorso.",
    rule: "Regola",
    status: {
      switch $0 {
      case .ordered: "in attesa"
      case .counting: "in corso"
      case .tieOpen: "in attesa di sorteggio"
      case .counted: "contato"
      case .certified: "certificato"
      case .superseded: "sostituito"
      case .stopped: "fermato"
      case .failed: "non riuscito"
      }
    },
    statusHeading: "Stato", orderedAt: "Ordinato il", order: "Ordina un conteggio",
    orderHint: "La regola si pubblica prima del voto: qui si scrive la stessa.",
    ballotsOf: "Schede di", ties: "A parità",
    tiesName: {
      switch $0 {
      case .id: "Codice più piccolo (o sorteggio)"
      case .costVotesID: "Costo più basso, poi più voti, poi codice (o sorteggio)"
      }
    },
    minimum: "Minimo di voti", minimumHint: "Solo per la regola con un minimo.",
    places: "Quanti posti", placesHint: "Solo per le classifiche; vuoto: tutti i votati.",
    last: "Ultimo progetto da questa percentuale del costo",
    lastHint: "Solo se ci si ferma al primo che non ci sta: per esempio 80.",
    group: "Limita i progetti per",
    groupName: {
      switch $0 {
      case .category: "categoria"
      case .neighborhood: "quartiere"
      case .district: "distretto"
      case .subunit: "zona"
      }
    },
    noGroup: "nessun limite", groupMax: "Al massimo per gruppo",
    exclusive: "Progetti che si escludono",
    exclusiveHint: "Una riga per insieme, codici separati da virgole.",
    comparison: "Confronta con «più voti prima»: vince se più votanti la preferiscono",
    weigh: "Peso dei voti", weighHint: "Una frazione, per esempio 3/5; il resto va agli acquisti.",
    cap: "Tetto per ogni acquirente",
    capHint: "Vuoto: contano le persone che comprano, non quanto spendono.",
    purchases: "File degli acquisti",
    purchasesHint: "CSV con project_id, buyer, bought_cents, refunded_cents; solo per voti e"
      + " acquisti.",
    orderNow: "Conta", ordered: "Conteggio ordinato: prosegue da solo.",
    repeated: "Questo conteggio c’è già.",
    wrongNumber: "Scrivi un numero intero da 1 in su, oppure lascia vuoto.",
    wrongFraction: "Scrivi una frazione fra 0 e 1, per esempio 3/5.",
    wrongID: { "Il codice «\($0)» è vuoto o troppo lungo." },
    noBallots: "Questa classifica viene da totali: non ci sono schede da contare.",
    needsMinimum: "Questa regola vuole un minimo di voti.",
    needsPurchases: "Questa regola vuole il peso dei voti e il file degli acquisti.",
    underWay: { "Esiti calcolati: \($0). Quota aumentata di \($1)." },
    lookAgain: "Aggiorna", stop: "Ferma il conteggio", stopped: "Conteggio fermato.",
    stopping: "Il conteggio si ferma fra un momento.",
    drawTitle: "Serve un sorteggio",
    drawHint: "Una parità decide chi riceve denaro. Estraete dei numeri in pubblico, davanti a"
      + " testimoni, e scriveteli qui: con il segreto fissato quando il conteggio è stato ordinato"
      + " danno l’ordine, che nessuno può scegliere.",
    drawWords: "Che cosa è stato estratto",
    drawWordsHint: "Per esempio: «dadi 4 2 6 1, sala consiliare, 21 novembre 2026, testimoni…»."
      + " Sarà pubblico.",
    draw: "Registra il sorteggio", drawn: "Sorteggio registrato: il conteggio si rifà.",
    certify: "Certifica l’esito",
    certifyHint: "L’esito e le schede anonime diventano pubblici e non cambiano più.",
    reason: "Perché sostituisci l’esito certificato",
    reasonHint: "Solo se un altro conteggio di questo collegio è già certificato.",
    reasonMissing: "Un altro conteggio è già certificato: scrivi perché lo sostituisci.",
    certified: { "Certificato, con impronta \($0)." },
    refusal: {
      switch $0 {
      case .stillCounting: "Il conteggio è ancora in corso."
      case .tieStillOpen: "Prima serve il sorteggio."
      case .isOver: "Questo conteggio è concluso."
      case .nothingToDo: "Non c’è nulla da sorteggiare."
      case .wordsMissing: "Scrivi che cosa è stato estratto."
      }
    })

  package static let en = CountDeskPhrases(
    counts: "Counts", noCounts: "No count was ordered.",
    countsHint: "A count applies a rule with a budget to imported ballots. Nothing is public until"
      + " you certify.",
    nothingToCount: "Counting needs ballots: import a .pb file into the process.",
    rule: "Rule",
    status: {
      switch $0 {
      case .ordered: "waiting"
      case .counting: "under way"
      case .tieOpen: "waiting for a draw"
      case .counted: "counted"
      case .certified: "certified"
      case .superseded: "superseded"
      case .stopped: "stopped"
      case .failed: "failed"
      }
    },
    statusHeading: "Status", orderedAt: "Ordered on", order: "Order a count",
    orderHint: "The rule is published before the vote: write the same one here.",
    ballotsOf: "Ballots of", ties: "Among equals",
    tiesName: {
      switch $0 {
      case .id: "The smaller id (or a draw)"
      case .costVotesID: "Lower cost, then more votes, then id (or a draw)"
      }
    },
    minimum: "Minimum of votes", minimumHint: "Only for the rule with a minimum.",
    places: "How many places", placesHint: "Only for rankings; empty: all that were voted for.",
    last: "Last project from this percentage of its cost",
    lastHint: "Only where the rule stops at the first that does not fit: 80, for example.",
    group: "Limit projects by",
    groupName: {
      switch $0 {
      case .category: "category"
      case .neighborhood: "neighbourhood"
      case .district: "district"
      case .subunit: "area"
      }
    },
    noGroup: "no limit", groupMax: "At most in each group",
    exclusive: "Projects that exclude each other",
    exclusiveHint: "One set a line, ids separated by commas.",
    comparison: "Compare with “most votes first”: it wins if more voters prefer it",
    weigh: "Weight of votes", weighHint: "A fraction such as 3/5; purchases have the rest.",
    cap: "Cap for each buyer",
    capHint: "Empty: people who buy count, not what they spend.",
    purchases: "File of purchases",
    purchasesHint: "CSV with project_id, buyer, bought_cents, refunded_cents; only for votes and"
      + " purchases.",
    orderNow: "Count", ordered: "The count was ordered: it goes on by itself.",
    repeated: "This count is there already.",
    wrongNumber: "Write a whole number from 1 up, or leave it empty.",
    wrongFraction: "Write a fraction between 0 and 1, such as 3/5.",
    wrongID: { "The id “\($0)” is empty or too long." },
    noBallots: "This ranking comes from totals: there are no ballots to count.",
    needsMinimum: "This rule needs a minimum of votes.",
    needsPurchases: "This rule needs the weight of votes and the file of purchases.",
    underWay: { "Outcomes computed: \($0). Share raised by \($1)." },
    lookAgain: "Look again", stop: "Stop the count", stopped: "The count was stopped.",
    stopping: "The count stops in a moment.",
    drawTitle: "A draw is needed",
    drawHint: "A tie decides who gets money. Draw numbers in public, before witnesses, and write"
      + " them here: together with the secret fixed when the count was ordered they give the order,"
      + " which nobody can choose.",
    drawWords: "What was drawn",
    drawWordsHint: "For example “dice 4 2 6 1, council hall, 21 November 2026, witnesses…”. It"
      + " will be public.",
    draw: "Record the draw", drawn: "The draw was recorded: the count is made again.",
    certify: "Certify the result",
    certifyHint: "The result and the anonymised ballots become public and never change again.",
    reason: "Why you replace the certified result",
    reasonHint: "Only if another count of this constituency is certified already.",
    reasonMissing: "Another count is certified already: write why you replace it.",
    certified: { "Certified, with digest \($0)." },
    refusal: {
      switch $0 {
      case .stillCounting: "The count is still under way."
      case .tieStillOpen: "A draw is needed first."
      case .isOver: "This count is over."
      case .nothingToDo: "There is nothing to draw for."
      case .wordsMissing: "Write what was drawn."
      }
    })
}
