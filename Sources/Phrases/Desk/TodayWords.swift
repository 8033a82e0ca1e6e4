// What each count of the desk's first page is called, and why it should be zero.
package import Domain

extension DeskToday.Kind {
  /// A few words under the figure.
  package func label(_ language: Language) -> String {
    switch self {
    case .linesWaiting: language.say("Righe di estratto da abbinare", "Statement lines to match")
    case .suspense: language.say("Importi sospesi", "Amounts in suspense")
    case .exceptions: language.say("Differenze da decidere", "Differences to decide")
    case .paymentsStuck: language.say("Pagamenti fermi", "Payments stuck")
    case .paymentsHeld: language.say("Pagamenti in verifica", "Payments under review")
    case .rewardsMissing: language.say("Adesioni senza ricompensa", "Pledges without reward")
    case .refundsToDecide: language.say("Rimborsi da decidere", "Refunds to decide")
    case .refundsByHand: language.say("Rimborsi da fare con bonifico", "Refunds by transfer")
    case .disputesOpen: language.say("Contestazioni aperte", "Open disputes")
    case .refundsUnsent: language.say("Rimborsi da inviare", "Refunds to send")
    case .accountsOff: language.say("Conti che dovrebbero essere a zero", "Accounts not at zero")
    case .webhooksDead: language.say("Notifiche abbandonate", "Events given up")
    case .webhooksDeferred: language.say("Notifiche rimandate", "Events put off")
    case .webhooksWaiting: language.say("Notifiche in ritardo", "Events running late")
    case .tasksDiscarded: language.say("Attività abbandonate", "Tasks given up")
    case .tasksFailing: language.say("Attività che riprovano", "Tasks trying again")
    case .mailFailed: language.say("Messaggi non partiti", "Messages not sent")
    case .reviewsWaiting: language.say("Campagne da rivedere", "Campaigns to review")
    case .identitiesContested: language.say("Identità contese", "Contested identities")
    }
  }

  /// One sentence: what it means when it is not zero, and what to do.
  package func reason(_ language: Language) -> String {
    switch self {
    case .linesWaiting:
      language.say(
        "Movimenti della banca senza un’adesione: abbinali o scartali con un motivo.",
        "Bank movements without a pledge: match them, or discard them with a reason.")
    case .suspense:
      language.say(
        "Denaro arrivato in banca senza sapere di chi è: va assegnato o restituito.",
        "Money at the bank whose owner is unknown: assign it or send it back.")
    case .exceptions:
      language.say(
        "Quello che dice il fornitore non è quello che ci aspettavamo: nulla è stato registrato.",
        "What the provider says is not what we expected: nothing was booked.")
    case .paymentsStuck:
      language.say(
        "Iniziati da più di un’ora e mai conclusi: forse una notifica si è persa.",
        "Begun over an hour ago and never ended: an event may have been lost.")
    case .paymentsHeld:
      language.say(
        "Il fornitore li sta controllando a mano: guarda sulla sua scrivania.",
        "The provider is looking at them by hand: check its dashboard.")
    case .rewardsMissing:
      language.say(
        "Pagate dopo la scadenza, quando la ricompensa era finita: scrivi a chi ha aderito.",
        "Paid after their time, when the reward was gone: write to the backer.")
    case .refundsToDecide: ReturnReasons.toDecide(language)
    case .refundsByHand: ReturnReasons.byHand(language)
    case .disputesOpen: ReturnReasons.disputes(language)
    case .refundsUnsent: ReturnReasons.unsent(language)
    case .accountsOff:
      language.say(
        "Conti di passaggio, o custodia di campagne finite, che dovrebbero essere vuoti.",
        "Accounts of passage, or escrow of campaigns that are over: they should be empty.")
    case .webhooksDead:
      language.say(
        "Nessun altro tentativo partirà da solo: leggi il motivo e rielabora.",
        "No further attempt starts by itself: read the reason and replay.")
    case .webhooksDeferred:
      language.say(
        "Parlano di qualcosa che non conosciamo ancora: riproviamo da soli.",
        "They are about something not known yet: we try again by ourselves.")
    case .webhooksWaiting:
      language.say(
        "Ricevute da più di cinque minuti e non ancora lette: le attività girano?",
        "Received over five minutes ago and not yet read: are the workers running?")
    case .tasksDiscarded:
      language.say(
        "Hanno finito i tentativi: leggi l’errore, poi riprova o scarta con un motivo.",
        "Out of attempts: read the error, then retry or discard with a reason.")
    case .tasksFailing:
      language.say("Ripartono da sole dopo un errore.", "They start again by themselves.")
    case .mailFailed:
      language.say("Rifiutati: correggi la causa e riprova.", "Refused: fix the cause, retry.")
    case .reviewsWaiting:
      language.say("Chi propone aspetta una risposta.", "The proposer waits for an answer.")
    case .identitiesContested:
      language.say("Senti le due persone, poi decidi.", "Hear the two people, then decide.")
    }
  }
}
