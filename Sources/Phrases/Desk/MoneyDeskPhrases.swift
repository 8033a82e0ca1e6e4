// What the desk's pages about payments and the ledger say.

package struct MoneyDeskPhrases: PhraseBook {
  package let payment: @Sendable (_ reference: String) -> String
  package let when: String
  package let pledge: String
  package let campaign: String
  package let amount: String
  package let attempt: String
  package let attempts: String
  package let donor: String
  package let transferReference: String
  package let providerReference: String
  package let expires: String
  package let failure: String
  package let rewardLost: String
  package let history: String
  package let noHistory: String
  package let entries: String
  package let noEntries: String
  package let events: String
  package let noEvents: String
  package let expected: String
  package let found: String
  package let about: String
  package let noExceptions: String
  package let exceptionsLead: String
  package let trialBalance: String
  package let trialLead: String
  package let account: String
  package let debit: String
  package let credit: String
  package let total: String
  package let difference: String
  package let downloadCSV: String
  package let noAccounts: String
  package let holds: @Sendable (_ amount: String) -> String
  package let balanceAfter: String
  package let entry: @Sendable (_ kind: String) -> String
  package let entryHeading: String
  package let effectiveOn: String
  package let recordedAt: String
  package let recordedBy: String
  package let cause: String
  package let key: String
  package let reverses: String
  package let reversedBy: String
  package let postings: String
  package let line: String
  package let shouldBeZero: String

  package static let it = MoneyDeskPhrases(
    payment: { "Pagamento \($0)" },
    when: "Quando",
    pledge: "Adesione",
    campaign: "Campagna",
    amount: "Importo",
    attempt: "Tentativo",
    attempts: "Tentativi per questa adesione",
    donor: "A nome di",
    transferReference: "Riferimento del bonifico",
    providerReference: "Codice presso il fornitore",
    expires: "Scade",
    failure: "Motivo",
    rewardLost: "La ricompensa era finita quando il pagamento è arrivato.",
    history: "Storia",
    noHistory: "Nessun passaggio registrato.",
    entries: "Scritture dell’adesione",
    noEntries: "Nessuna scrittura: non è ancora arrivato denaro.",
    events: "Notifiche del fornitore",
    noEvents: "Nessuna notifica su questo pagamento.",
    expected: "Atteso",
    found: "Trovato",
    about: "Riguarda",
    noExceptions:
      "Nessuna differenza: quello che dicono banca e fornitori è quello che ci aspettavamo.",
    exceptionsLead: "Quello che non torna si ferma qui, con i due valori: non è stato registrato.",
    trialBalance: "Bilancio di verifica",
    trialLead: "Ogni conto con quello che contiene ora. I totali di dare e avere sono uguali.",
    account: "Conto",
    debit: "Dare",
    credit: "Avere",
    total: "Totale",
    difference: "Differenza",
    downloadCSV: "Scarica in CSV",
    noAccounts: "Il registro è vuoto: nessun denaro è ancora passato.",
    holds: { "Contiene ora \($0)." },
    balanceAfter: "Saldo dopo",
    entry: { "Scrittura: \($0)" },
    entryHeading: "Scrittura",
    effectiveOn: "Giorno",
    recordedAt: "Registrata",
    recordedBy: "Da",
    cause: "Causa",
    key: "Chiave",
    reverses: "Storna",
    reversedBy: "Stornata da",
    postings: "Movimenti",
    line: "Riga",
    shouldBeZero: "dovrebbe essere a zero")

  package static let en = MoneyDeskPhrases(
    payment: { "Payment \($0)" },
    when: "When",
    pledge: "Pledge",
    campaign: "Campaign",
    amount: "Amount",
    attempt: "Attempt",
    attempts: "Attempts for this pledge",
    donor: "In the name of",
    transferReference: "Transfer reference",
    providerReference: "The provider’s id",
    expires: "Expires",
    failure: "Reason",
    rewardLost: "The reward was gone when the payment came.",
    history: "History",
    noHistory: "No step on record.",
    entries: "Journal entries of the pledge",
    noEntries: "No entry: no money has come yet.",
    events: "Events from the provider",
    noEvents: "No event about this payment.",
    expected: "Expected",
    found: "Found",
    about: "About",
    noExceptions:
      "No differences: what bank and providers say is what we expected.",
    exceptionsLead: "What does not fit stops here, with both values: it was not booked.",
    trialBalance: "Trial balance",
    trialLead: "Every account with what it holds now. Total debits equal total credits.",
    account: "Account",
    debit: "Debit",
    credit: "Credit",
    total: "Total",
    difference: "Difference",
    downloadCSV: "Download as CSV",
    noAccounts: "The ledger is empty: no money has passed yet.",
    holds: { "It holds \($0) now." },
    balanceAfter: "Balance after",
    entry: { "Journal entry: \($0)" },
    entryHeading: "Entry",
    effectiveOn: "Day",
    recordedAt: "Recorded",
    recordedBy: "By",
    cause: "Cause",
    key: "Key",
    reverses: "Takes back",
    reversedBy: "Taken back by",
    postings: "Postings",
    line: "Line",
    shouldBeZero: "should be zero")
}
