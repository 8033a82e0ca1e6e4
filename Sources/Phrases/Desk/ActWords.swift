// The record of acts in words: what was done, to what, and the details that go with it.
package import Domain

extension Act {
  /// What was done, as the record tells it; a test asks that every act has words.
  package func word(_ language: Language) -> String { actWords[rawValue]?[language] ?? rawValue }
}

/// The kind of object an act was done to; tables without words keep their names.
package func actObjectWord(_ kind: String, _ language: Language) -> String {
  objectWords[kind]?[language] ?? kind
}

/// The name of a detail of an act.
package func actDetailWord(_ name: String, _ language: Language) -> String {
  detailWords[name]?[language] ?? name
}

/// What a detail of an act says, where it is one of the words that Raccolto writes itself.
package func actDetailValue(_ name: String, _ value: String, _ language: Language) -> String {
  switch name {
  case "role": Role(rawValue: value).map(IdentityPhrases[language].role) ?? value
  case "scope": Scope.Kind(rawValue: value).map(IdentityPhrases[language].scopeKind) ?? value
  case "method":
    TieResolution.Method(rawValue: value).map(FacilitatorPhrases[language].methodName) ?? value
  case "cents": Int64(value).map { Money(cents: $0).formatted(language) } ?? value
  case _: valueWords[value]?[language] ?? value
  }
}

/// One thing in both languages.
private struct Words: Sendable {
  let italian: String
  let english: String

  init(_ italian: String, _ english: String) { (self.italian, self.english) = (italian, english) }
  subscript(_ language: Language) -> String { language.say(italian, english) }
}

private let actWords: [String: Words] = [
  "signIn": Words("Accesso", "Signed in"),
  "endSession": Words("Uscita", "Signed out"),
  "addPerson": Words("Persona aggiunta", "Person added"),
  "grantRole": Words("Ruolo dato", "Role given"),
  "revokeRole": Words("Ruolo tolto", "Role taken back"),
  "enrolFactor": Words("Secondo fattore attivato", "Second factor set up"),
  "removeFactor": Words("Secondo fattore tolto", "Second factor removed"),
  "resetFactor": Words("Secondo fattore azzerato", "Second factor reset"),
  "invitePerson": Words("Invito", "Invitation"),
  "acceptInvitation": Words("Invito accettato", "Invitation accepted"),
  "standIn": Words("Agire al posto di una persona", "Acting in somebody’s place"),
  "endStandIn": Words("Fine dell’agire al posto", "Acting in somebody’s place ended"),
  "addCredential": Words("Modo di entrare aggiunto", "Way in added"),
  "removeCredential": Words("Modo di entrare tolto", "Way in removed"),
  "decideConflict": Words("Identità contesa decisa", "Contested identity decided"),
  "readPeople": Words("Persone lette", "People read"),
  "readAudit": Words("Atti letti", "Acts read"),
  "readOrganisations": Words("Organizzazioni lette", "Organisations read"),
  "addOrganisation": Words("Organizzazione aggiunta", "Organisation added"),
  "addProcess": Words("Percorso aggiunto", "Process added"),
  "readProcess": Words("Percorso letto", "Process read"),
  "importVotes": Words("Voto importato", "Vote imported"),
  "resolveTie": Words("Parità risolta", "Tie settled"),
  "certifyRanking": Words("Classifica certificata", "Ranking certified"),
  "withdrawProject": Words("Progetto ritirato", "Project withdrawn"),
  "managePhases": Words("Fase di un percorso cambiata", "Phase of a process changed"),
  "readProposals": Words("Proposte lette", "Proposals read"),
  "moderateProposal": Words("Proposta moderata", "Proposal moderated"),
  "propose": Words("Proposta fatta", "Proposal made"),
  "recordAssembly": Words("Assemblea scritta", "Assembly recorded"),
  "keepCensus": Words("Elenco degli aventi diritto cambiato", "Census changed"),
  "createCampaign": Words("Campagna creata", "Campaign created"),
  "readDraft": Words("Bozza letta", "Draft read"),
  "editCampaign": Words("Campagna modificata", "Campaign edited"),
  "submitCampaign": Words("Campagna inviata in revisione", "Campaign sent to review"),
  "reviewCampaign": Words("Campagna rivista", "Campaign reviewed"),
  "pauseCampaign": Words("Campagna sospesa o ripresa", "Campaign put on hold or released"),
  "closeCampaign": Words("Chiusura spostata", "Closing moved"),
  "cancelCampaign": Words("Campagna annullata", "Campaign cancelled"),
  "postUpdate": Words("Notizia pubblicata", "Update posted"),
  "readBackers": Words("Adesioni lette", "Pledges read"),
  "exportBackers": Words("Adesioni esportate", "Pledges exported"),
  "placePledge": Words("Adesione fatta", "Pledge placed"),
  "readPledge": Words("Adesione letta", "Pledge read"),
  "cancelPledge": Words("Adesione annullata", "Pledge cancelled"),
  "enterOfflinePledge": Words("Adesione raccolta a mano", "Pledge entered by hand"),
  "readPayments": Words("Pagamenti letti", "Payments read"),
  "refundPayment": Words("Rimborso", "Refund"),
  "answerDispute": Words("Contestazione", "Dispute"),
  "readLedger": Words("Registro letto", "Ledger read"),
  "postCorrection": Words("Correzione del registro", "Ledger corrected"),
  "proposePayout": Words("Versamento proposto", "Payout proposed"),
  "approvePayout": Words("Versamento approvato", "Payout approved"),
  "manageMatchFunds": Words("Fondo di uno sponsor", "Match fund"),
  "closeException": Words("Differenza chiusa", "Difference closed"),
  "readStatements": Words("Estratti letti", "Statements read"),
  "importStatement": Words("Estratto importato", "Statement imported"),
  "matchLine": Words("Riga abbinata", "Line matched"),
  "discardLine": Words("Riga scartata", "Line discarded"),
  "closePeriod": Words("Periodo chiuso", "Period closed"),
  "readDeliveries": Words("Consegne lette", "Deliveries read"),
  "recordDelivery": Words("Consegna registrata", "Delivery recorded"),
  "editPickUps": Words("Punti di ritiro modificati", "Pick-up points edited"),
  "readToday": Words("Scrivania letta", "Desk read"),
  "readWebhooks": Words("Notifiche lette", "Events read"),
  "replayWebhook": Words("Notifica rielaborata", "Event replayed"),
  "readJobs": Words("Attività lette", "Tasks read"),
  "retryJob": Words("Attività ripresa o scartata", "Task retried or discarded"),
  "pauseQueue": Words("Coda fermata o riavviata", "Queue stopped or started"),
  "readMail": Words("Posta letta", "Mail read"),
  "readSettings": Words("Impostazioni lette", "Settings read"),
]

private let objectWords: [String: Words] = [
  "session": Words("accesso", "session"),
  "invitation": Words("invito", "invitation"),
  "person": Words("persona", "person"),
  "credential_conflict": Words("identità contesa", "contested identity"),
  "statement": Words("estratto", "statement"),
  "statement_line": Words("riga di estratto", "statement line"),
  "campaign": Words("campagna", "campaign"),
  "ranking": Words("classifica", "ranking"),
  "pledge": Words("adesione", "pledge"),
  "payment": Words("pagamento", "payment"),
  "refund": Words("rimborso", "refund"),
  "dispute": Words("contestazione", "dispute"),
  "payout": Words("versamento", "payout"),
  "money_exception": Words("differenza", "difference"),
  "payee_account": Words("conto di un ente", "account of an organisation"),
  "bank_file": Words("file per la banca", "file for the bank"),
  "task": Words("attività", "task"),
  "task_queue": Words("coda", "queue"),
  "mail_message": Words("messaggio", "message"),
  "webhook_event": Words("notifica", "event"),
  "organisation": Words("organizzazione", "organisation"),
  "process": Words("percorso", "process"),
  "reward": Words("ricompensa", "reward"),
  "match_fund": Words("fondo", "match fund"),
  "vote_count": Words("conteggio", "count"),
  "vote_import": Words("file del voto", "file of a vote"),
  "queue": Words("coda", "queue"),
]

private let valueWords: [String: Words] = [
  "approve": Words("approvata", "approved"),
  "requestChanges": Words("chieste modifiche", "changes asked for"),
  "reject": Words("respinta", "rejected"),
  "open": Words("aperta", "opened"),
  "hold": Words("sospesa", "put on hold"),
  "release": Words("ripresa", "released"),
  "extend": Words("prolungata", "extended"),
  "cancel": Words("annullata", "called off"),
  "request": Words("chiesto", "asked for"),
  "retry": Words("riprova", "try again"),
  "runNow": Words("subito", "at once"),
  "discard": Words("scarta", "discard"),
  "pledge": Words("è di un’adesione", "belongs to a pledge"),
  "suspense": Words("tenuta in sospeso", "kept in suspense"),
  "bankFee": Words("commissione della banca", "bank fee"),
  "setAside": Words("messa da parte", "set aside"),
  "undo": Words("annullata", "taken back"),
  "takeBack": Words("annullato", "taken back"),
  "create": Words("creato", "created"),
  "close": Words("chiuso", "closed"),
  "clawBack": Words("ripreso dal progetto", "taken back from the project"),
  "secondFactor": Words("con il secondo fattore", "with the second factor"),
  "renewCodes": Words("codici di riserva nuovi", "new recovery codes"),
  "matchFund": Words("è di un fondo", "belongs to a match fund"),
  "address": Words("indirizzo di posta", "mail address"),
  "identity": Words("SPID o CIE", "SPID or CIE"),
  "refused": Words("resta dov’era", "stays where it was"),
  "moved": Words("passato a chi lo ha dimostrato", "moved to who proved it"),
]

private let detailWords: [String: Words] = [
  "claimant": Words("chi lo chiede", "who claims it"),
  "holder": Words("di chi era", "whose it was"),
  "decision": Words("decisione", "decision"),
  "digest": Words("impronta", "digest"),
  "event": Words("evento", "event"),
  "grant": Words("incarico", "grant"),
  "in": Words("luogo", "place"),
  "lines": Words("righe", "lines"),
  "matched": Words("abbinate", "matched"),
  "method": Words("metodo", "method"),
  "new": Words("nuove", "new"),
  "place": Words("al posto", "ranked"),
  "ranking": Words("classifica", "ranking"),
  "invitation": Words("invito", "invitation"),
  "lot": Words("impronta della sorte", "digest of the lot"),
  "role": Words("ruolo", "role"),
  "rule": Words("regola", "rule"),
  "scope": Words("dove", "where"),
  "was": Words("prima", "before"),
  "reason": Words("motivo", "reason"),
  "amount": Words("importo", "amount"),
  "cents": Words("importo", "amount"),
  "step": Words("passo", "step"),
  "iban": Words("IBAN", "IBAN"),
  "transfers": Words("bonifici", "transfers"),
  "change": Words("scelta", "choice"),
  "kind": Words("genere", "kind"),
  "from": Words("era", "was"),
  "sessions": Words("accessi chiusi", "sign-ins ended"),
  "scheme": Words("schema", "scheme"),
  "level": Words("livello", "level"),
]
