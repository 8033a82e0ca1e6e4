// The desk's own sentences: titles, headings of columns, what buttons say and what they did.

package struct DeskPhrases: PhraseBook {
  package let desk: String
  package let menu: String
  package let today: String
  package let todayLead: @Sendable (_ waiting: Int) -> String
  package let moneyHeading: String
  package let machineHeading: String
  package let peopleHeading: String
  package let oldest: @Sendable (_ age: String) -> String
  package let inAll: @Sendable (_ amount: String) -> String
  package let wellHeading: String
  package let ledgerBalances: String
  package let ledgerOff: @Sendable (_ amount: String) -> String
  package let lastWebhook: @Sendable (_ age: String) -> String
  package let lastEntry: @Sendable (_ age: String) -> String
  package let lastStatement: @Sendable (_ age: String) -> String
  package let leads: String
  package let nobodyLeads: String
  package let queues: String
  package let noQueues: String
  package let payments: String
  package let exceptions: String
  package let webhooks: String
  package let tasks: String
  package let ledger: String
  package let mail: String
  package let audit: String
  package let statements: String
  package let campaigns: String
  package let reviews: String
  package let people: String
  package let filter: String
  package let all: String
  package let search: String
  package let searchHint: String
  package let status: String
  package let provider: String
  package let queue: String
  package let nothing: String
  package let older: String
  package let newest: String
  package let pages: String

  package static let it = DeskPhrases(
    desk: "Scrivania",
    menu: "Pagine della scrivania",
    today: "Oggi",
    todayLead: { waiting in
      switch waiting {
      case 0: "Niente in sospeso: ogni conto torna."
      case 1: "Una cosa aspetta qualcuno."
      case _: "\(waiting) cose aspettano qualcuno."
      }
    },
    moneyHeading: "Denaro",
    machineHeading: "Macchina",
    peopleHeading: "Persone",
    oldest: { "In attesa da \($0)." },
    inAll: { "In tutto \($0)." },
    wellHeading: "Segni di vita",
    ledgerBalances: "Il registro quadra: dare e avere sono uguali.",
    ledgerOff: { "Il registro non quadra: differenza \($0). Esegui: raccolto ledger verify" },
    lastWebhook: { "Ultima notifica di un fornitore: \($0) fa." },
    lastEntry: { "Ultima scrittura: \($0) fa." },
    lastStatement: { "Ultimo estratto conto importato: \($0) fa." },
    leads: "L’orario delle attività è seguito.",
    nobodyLeads: "Nessun processo segue l’orario delle attività: avvia raccolto work o serve.",
    queues: "Code",
    noQueues: "Nessuna attività in coda.",
    payments: "Pagamenti",
    exceptions: "Differenze",
    webhooks: "Notifiche",
    tasks: "Attività",
    ledger: "Registro",
    mail: "Posta",
    audit: "Atti",
    statements: "Estratti",
    campaigns: "Campagne",
    reviews: "Revisioni",
    people: "Persone",
    filter: "Filtra",
    all: "tutti",
    search: "Cerca",
    searchHint: "Codice dell’adesione, riferimento RF, codice nostro o del fornitore.",
    status: "Stato",
    provider: "Fornitore",
    queue: "Coda",
    nothing: "Niente che corrisponda.",
    older: "Più vecchi",
    newest: "Dall’inizio",
    pages: "Pagine")

  package static let en = DeskPhrases(
    desk: "Desk",
    menu: "Pages of the desk",
    today: "Today",
    todayLead: { waiting in
      switch waiting {
      case 0: "Nothing is waiting: every account agrees."
      case 1: "One thing waits for somebody."
      case _: "\(waiting) things wait for somebody."
      }
    },
    moneyHeading: "Money",
    machineHeading: "Machine",
    peopleHeading: "People",
    oldest: { "Waiting for \($0)." },
    inAll: { "\($0) in all." },
    wellHeading: "Signs of life",
    ledgerBalances: "The ledger balances: debits equal credits.",
    ledgerOff: { "The ledger is off by \($0). Run: raccolto ledger verify" },
    lastWebhook: { "Last event from a provider: \($0) ago." },
    lastEntry: { "Last journal entry: \($0) ago." },
    lastStatement: { "Last bank statement imported: \($0) ago." },
    leads: "The timetable is being followed.",
    nobodyLeads: "No process follows the timetable: start raccolto work or serve.",
    queues: "Queues",
    noQueues: "No task is queued.",
    payments: "Payments",
    exceptions: "Differences",
    webhooks: "Events",
    tasks: "Tasks",
    ledger: "Ledger",
    mail: "Mail",
    audit: "Acts",
    statements: "Statements",
    campaigns: "Campaigns",
    reviews: "Reviews",
    people: "People",
    filter: "Filter",
    all: "all",
    search: "Search",
    searchHint: "Code of the pledge, RF reference, our id or the provider’s.",
    status: "State",
    provider: "Provider",
    queue: "Queue",
    nothing: "Nothing matches.",
    older: "Older",
    newest: "From the start",
    pages: "Pages")
}
