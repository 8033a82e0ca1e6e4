// What the desk's pages about events, tasks and mail say.

package struct MachineDeskPhrases: PhraseBook {
  package let event: @Sendable (_ type: String) -> String
  package let received: String
  package let type: String
  package let object: String
  package let reason: String
  package let attempts: String
  package let settled: String
  package let payment: String
  package let body: String
  package let bodyShown: @Sendable (_ bytes: Int) -> String
  package let bodyCut: String
  package let signature: String
  package let signatureNote: String
  package let replay: String
  package let replayed: String
  package let waitsAlready: String
  package let replayAll: String
  package let replayAllTitle: @Sendable (_ type: String) -> String
  package let replayAllLead: @Sendable (_ count: Int, _ limit: Int) -> String
  package let replayAllNow: String
  package let replayedMany: @Sendable (_ count: Int) -> String
  package let deadHeading: String
  package let task: @Sendable (_ kind: String) -> String
  package let kind: String
  package let created: String
  package let runsAt: String
  package let finished: String
  package let lastError: String
  package let note: String
  package let subject: String
  package let retry: String
  package let runNow: String
  package let discard: String
  package let discardNote: String
  package let discardNoteHint: String
  package let noteMissing: String
  package let changed: String
  package let tooLate: String
  package let due: String
  package let scheduled: String
  package let running: String
  package let givenUp: String
  package let oldestDue: String
  package let timetable: String
  package let noTimetable: String
  package let lastRun: String
  package let nextRun: String
  package let never: String
  package let to: String
  package let subjectLine: String
  package let queuedAgain: String
  package let switches: String
  package let queueRuns: String
  package let pausedSince: String
  package let pause: String
  package let resume: String
  package let queuePaused: String
  package let queueResumed: String
  package let queueAlreadySo: String

  package static let it = MachineDeskPhrases(
    event: { "Notifica \($0)" },
    received: "Ricevuta",
    type: "Tipo",
    object: "Oggetto",
    reason: "Perché",
    attempts: "Tentativi",
    settled: "Conclusa",
    payment: "Pagamento",
    body: "Contenuto",
    bodyShown: { "\($0) byte, come sono arrivati." },
    bodyCut: "È mostrata solo la prima parte.",
    signature: "Firma",
    signatureNote: "Verificata alla ricezione. Non si mostra.",
    replay: "Rielabora",
    replayed: "La notifica è tornata in coda.",
    waitsAlready: "La notifica aspetta già il suo turno: non è cambiato nulla.",
    replayAll: "Rielabora tutte",
    replayAllTitle: { "Rielabora le notifiche abbandonate: \($0)" },
    replayAllLead: { count, limit in
      count > limit
        ? "Sono \(count): ne rimetto in coda \(limit) alla volta, dalle più vecchie."
        : "Ne rimetto in coda \(count). Rielaborare due volte non registra due volte."
    },
    replayAllNow: "Sì, rielabora",
    replayedMany: { $0 == 1 ? "Una notifica è tornata in coda." : "\($0) notifiche in coda." },
    deadHeading: "Abbandonate, per tipo",
    task: { "Attività \($0)" },
    kind: "Tipo",
    created: "Creata",
    runsAt: "Parte",
    finished: "Finita",
    lastError: "Ultimo errore",
    note: "Nota",
    subject: "Riguarda",
    retry: "Riprova",
    runNow: "Esegui ora",
    discard: "Scarta",
    discardNote: "Perché la scarti",
    discardNoteHint: "Resta scritto con il tuo nome: chi controlla deve capirlo tra un anno.",
    noteMissing: "Scrivi perché la scarti, al massimo 500 caratteri.",
    changed: "Fatto.",
    tooLate: "Intanto è cambiata: è in esecuzione, è finita, o una uguale aspetta già.",
    due: "Da fare",
    scheduled: "Più tardi",
    running: "In corso",
    givenUp: "Abbandonate",
    oldestDue: "La più vecchia da",
    timetable: "Orario",
    noTimetable: "Nessuna attività a orario in questo processo.",
    lastRun: "Ultima volta",
    nextRun: "Prossima volta",
    never: "mai",
    to: "A",
    subjectLine: "Oggetto",
    queuedAgain: "Il messaggio è tornato in coda.",
    switches: "Ferma o riavvia una coda",
    queueRuns: "attiva",
    pausedSince: "ferma dal",
    pause: "Ferma",
    resume: "Riavvia",
    queuePaused: "La coda è ferma: ciò che era già partito finisce, il resto aspetta.",
    queueResumed: "La coda è di nuovo attiva.",
    queueAlreadySo: "La coda era già così: non è cambiato nulla.")

  package static let en = MachineDeskPhrases(
    event: { "Event \($0)" },
    received: "Received",
    type: "Type",
    object: "Object",
    reason: "Why",
    attempts: "Attempts",
    settled: "Settled",
    payment: "Payment",
    body: "Body",
    bodyShown: { "\($0) bytes, as they came." },
    bodyCut: "Only the first part is shown.",
    signature: "Signature",
    signatureNote: "Checked when it was received. Not shown.",
    replay: "Replay",
    replayed: "The event is queued again.",
    waitsAlready: "The event is waiting for its turn already: nothing was changed.",
    replayAll: "Replay all",
    replayAllTitle: { "Replay the events given up: \($0)" },
    replayAllLead: { count, limit in
      count > limit
        ? "There are \(count): \(limit) are queued at a time, the oldest first."
        : "\(count) will be queued. Replaying twice does not book twice."
    },
    replayAllNow: "Yes, replay",
    replayedMany: { $0 == 1 ? "One event is queued again." : "\($0) events are queued again." },
    deadHeading: "Given up, by type",
    task: { "Task \($0)" },
    kind: "Kind",
    created: "Created",
    runsAt: "Starts",
    finished: "Finished",
    lastError: "Last error",
    note: "Note",
    subject: "About",
    retry: "Retry",
    runNow: "Run now",
    discard: "Discard",
    discardNote: "Why you discard it",
    discardNoteHint: "Kept with your name: whoever checks has to understand it in a year.",
    noteMissing: "Write why you discard it, in at most 500 characters.",
    changed: "Done.",
    tooLate: "It has changed meanwhile: it runs, it is over, or its twin waits already.",
    due: "Due",
    scheduled: "Later",
    running: "Running",
    givenUp: "Given up",
    oldestDue: "The oldest for",
    timetable: "Timetable",
    noTimetable: "No timetable in this process.",
    lastRun: "Last time",
    nextRun: "Next time",
    never: "never",
    to: "To",
    subjectLine: "Subject",
    queuedAgain: "The message is queued again.",
    switches: "Stop or restart a queue",
    queueRuns: "running",
    pausedSince: "stopped since",
    pause: "Stop",
    resume: "Restart",
    queuePaused: "The queue is stopped: what had begun goes on to its end, the rest waits.",
    queueResumed: "The queue runs again.",
    queueAlreadySo: "The queue was like that already: nothing was changed.")
}
