// What the facilitator reads where phases are planned, opened and closed.
package import Domain

package struct PhaseDeskPhrases: PhraseBook {
  package let phases: String
  package let phasesLead: String
  package let noPhases: String
  package let phase: String
  package let days: String
  package let status: String
  package let census: String
  package let ruleMissing: String
  package let publicPage: String
  package let budgets: String
  package let budgetsHint: String
  package let budgetsFixed: String
  package let saveBudgets: String
  package let budgetsSaved: String
  package let daysAndRule: String
  package let opensOn: String
  package let closesOn: String
  package let dayHint: String
  package let admission: String
  package let channels: String
  package let perPerson: String
  package let perPersonHint: String
  package let costMax: String
  package let cut: String
  package let cutNumber: String
  package let directEntries: String
  package let ballot: String
  package let choicesMin: String
  package let choicesMax: String
  package let count: String
  package let ties: String
  package let places: String
  package let mayStayEmpty: String
  package let save: String
  package let saved: String
  package let turn: String
  package let turnLead: String
  package let reason: String
  package let newLastDay: String
  package let newLastDayHint: String
  package let turned: String
  package let history: String
  package let byHand: String
  package let byCalendar: String
  package let wrongNumber: String
  package let event: @Sendable (PhaseEvent) -> String
  package let happened: @Sendable (PhaseEvent) -> String
  package let refusal: @Sendable (PhaseRefusal) -> String
  package let admissionName: @Sendable (Admission) -> String
  package let channelsName: @Sendable (PhaseChannels) -> String
  package let cutName: @Sendable (SupportCut.Kind) -> String
  package let ballotName: @Sendable (BallotForm) -> String

  package static let it = PhaseDeskPhrases(
    phases: "Fasi",
    phasesLead:
      "Ogni fase si apre da sola il suo primo giorno, se la sua regola è salvata. Da quando"
      + " si apre la regola è pubblica e non cambia più.",
    noPhases: "Questo percorso non ha fasi: ha solo la sua classifica.",
    phase: "Fase",
    days: "Giorni",
    status: "Stato",
    census: "Aventi diritto",
    ruleMissing: "regola da salvare",
    publicPage: "Pagina pubblica",
    budgets: "Budget dei collegi",
    budgetsHint: "Lascia vuoto dove non si spende.",
    budgetsFixed: "Una fase è aperta: i budget restano quelli pubblicati.",
    saveBudgets: "Salva i budget",
    budgetsSaved: "Budget salvati.",
    daysAndRule: "Giorni e regola",
    opensOn: "Primo giorno",
    closesOn: "Ultimo giorno",
    dayHint: "Per esempio 21/11/2026.",
    admission: "Chi partecipa",
    channels: "Come si partecipa",
    perPerson: "Quante a persona",
    perPersonHint: "Vuoto: quante se ne vogliono.",
    costMax: "Costo massimo di una proposta",
    cut: "Quali proposte vanno avanti",
    cutNumber: "Il numero di questa regola",
    directEntries: "Proposte che ogni delegato può portare avanti direttamente",
    ballot: "La scheda",
    choicesMin: "Scelte (o punti), minimo",
    choicesMax: "Scelte (o punti), massimo",
    count: "Come si conta",
    ties: "In caso di parità",
    places: "Quanti vincono",
    mayStayEmpty: "Si può lasciare vuoto.",
    save: "Salva giorni e regola",
    saved: "Giorni e regola salvati.",
    turn: "Apri, sospendi, chiudi",
    turnLead: "Il motivo resta scritto nella storia della fase.",
    reason: "Motivo",
    newLastDay: "Nuovo ultimo giorno",
    newLastDayHint: "Solo per prolungare o riprendere.",
    turned: "Fatto.",
    history: "Che cosa è successo",
    byHand: "a mano",
    byCalendar: "secondo il calendario",
    wrongNumber: "Scrivi un numero intero da 1 in su.",
    event: {
      switch $0 {
      case .opened: "Apri"
      case .suspended: "Sospendi"
      case .resumed: "Riprendi"
      case .prolonged: "Sposta l’ultimo giorno"
      case .closed: "Chiudi"
      }
    },
    happened: {
      switch $0 {
      case .opened: "aperta"
      case .suspended: "sospesa"
      case .resumed: "ripresa"
      case .prolonged: "ultimo giorno spostato"
      case .closed: "chiusa"
      }
    },
    refusal: {
      switch $0 {
      case .notNow(.configured): "La fase non è ancora aperta."
      case .notNow(.open): "La fase è aperta: la sua regola non cambia più."
      case .notNow(.suspended): "La fase è sospesa."
      case .notNow(.closed): "La fase è chiusa."
      case .ruleMissing: "Prima salva giorni e regola della fase."
      case .gap(.cutMissing): "Di’ quali proposte vanno avanti, con un numero da 1 in su."
      case .gap(.oneChoiceOnly): "Chi sceglie un solo progetto ha minimo e massimo 1."
      case .censusEmpty:
        "Partecipa chi è nell’elenco, e l’elenco degli aventi diritto è vuoto: importalo prima."
      case .daysReversed: "L’ultimo giorno viene prima del primo."
      case .dayOver(let day):
        "L’ultimo giorno, \(day.formatted(.italian)), è passato: dinne un altro."
      case .reasonMissing: "Scrivi il motivo."
      }
    },
    admissionName: {
      switch $0 {
      case .census: "Chi è nell’elenco degli aventi diritto"
      case .signedIn: "Chiunque abbia fatto l’accesso"
      }
    },
    channelsName: {
      switch $0 {
      case .online: "In rete"
      case .paper: "Su carta"
      case .both: "In rete e su carta"
      }
    },
    cutName: {
      switch $0 {
      case .number: "Le più sostenute di tutto il percorso"
      case .perConstituency: "Le più sostenute di ogni collegio"
      case .threshold: "Quelle con almeno tanti sostegni"
      case .sumOfCosts: "Fino a tanti centesimi del budget del collegio (200 = due volte)"
      }
    },
    ballotName: {
      switch $0 {
      case .approval: "Approvazione"
      case .chooseOne: "Una sola scelta"
      case .points: "Punti"
      case .ranking: "Ordine di preferenza"
      }
    })

  package static let en = PhaseDeskPhrases(
    phases: "Phases",
    phasesLead:
      "Each phase opens by itself on its first day, if its rule is saved. From then on the"
      + " rule is public and never changes.",
    noPhases: "This process has no phases: only its ranking.",
    phase: "Phase",
    days: "Days",
    status: "Status",
    census: "Census",
    ruleMissing: "rule to be saved",
    publicPage: "Public page",
    budgets: "Budgets of the constituencies",
    budgetsHint: "Leave it empty where nothing is spent.",
    budgetsFixed: "A phase is open: budgets stay as they were published.",
    saveBudgets: "Save the budgets",
    budgetsSaved: "Budgets saved.",
    daysAndRule: "Days and rule",
    opensOn: "First day",
    closesOn: "Last day",
    dayHint: "For example 21/11/2026.",
    admission: "Who takes part",
    channels: "How one takes part",
    perPerson: "How many a person",
    perPersonHint: "Empty: as many as they like.",
    costMax: "The most a proposal may cost",
    cut: "Which proposals go on",
    cutNumber: "The number of this rule",
    directEntries: "Proposals that each delegate may bring on directly",
    ballot: "The ballot",
    choicesMin: "Choices (or points), at least",
    choicesMax: "Choices (or points), at most",
    count: "How it is counted",
    ties: "In a tie",
    places: "How many win",
    mayStayEmpty: "May be left empty.",
    save: "Save days and rule",
    saved: "Days and rule saved.",
    turn: "Open, suspend, close",
    turnLead: "The reason stays in the phase’s history.",
    reason: "Reason",
    newLastDay: "New last day",
    newLastDayHint: "Only to prolong or resume.",
    turned: "Done.",
    history: "What happened",
    byHand: "by hand",
    byCalendar: "by the calendar",
    wrongNumber: "Write a whole number from 1 up.",
    event: {
      switch $0 {
      case .opened: "Open"
      case .suspended: "Suspend"
      case .resumed: "Resume"
      case .prolonged: "Move the last day"
      case .closed: "Close"
      }
    },
    happened: {
      switch $0 {
      case .opened: "opened"
      case .suspended: "suspended"
      case .resumed: "resumed"
      case .prolonged: "last day moved"
      case .closed: "closed"
      }
    },
    refusal: {
      switch $0 {
      case .notNow(.configured): "The phase is not open yet."
      case .notNow(.open): "The phase is open: its rule never changes."
      case .notNow(.suspended): "The phase is suspended."
      case .notNow(.closed): "The phase is closed."
      case .ruleMissing: "Save the days and the rule of the phase first."
      case .gap(.cutMissing): "Say which proposals go on, with a number from 1 up."
      case .gap(.oneChoiceOnly): "Who chooses a single project has a minimum and a maximum of 1."
      case .censusEmpty:
        "It is for those on the census, and the census is empty: import it first."
      case .daysReversed: "The last day comes before the first."
      case .dayOver(let day): "The last day, \(day.formatted(.english)), is over: say another."
      case .reasonMissing: "Write the reason."
      }
    },
    admissionName: {
      switch $0 {
      case .census: "Those on the census"
      case .signedIn: "Everybody who signed in"
      }
    },
    channelsName: {
      switch $0 {
      case .online: "Online"
      case .paper: "On paper"
      case .both: "Online and on paper"
      }
    },
    cutName: {
      switch $0 {
      case .number: "The most supported of the whole process"
      case .perConstituency: "The most supported of each constituency"
      case .threshold: "Those with at least so many supports"
      case .sumOfCosts: "Up to so many hundredths of the constituency’s budget (200 = twice)"
      }
    },
    ballotName: {
      switch $0 {
      case .approval: "Approval"
      case .chooseOne: "A single choice"
      case .points: "Points"
      case .ranking: "Order of preference"
      }
    })
}
