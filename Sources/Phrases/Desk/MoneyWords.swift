// The states and kinds of money in words, for the desk.
package import Domain

extension PaymentStatus {
  package func word(_ language: Language) -> String {
    switch self {
    case .created: language.say("creato", "created")
    case .requiresAction: language.say("attende chi paga", "waits for the payer")
    case .processing: language.say("in corso", "processing")
    case .succeeded: language.say("incassato", "captured")
    case .failed: language.say("non riuscito", "failed")
    case .expired: language.say("scaduto", "expired")
    case .cancelled: language.say("annullato", "cancelled")
    case .reviewHold: language.say("in verifica", "under review")
    }
  }
}

extension PaymentFailure {
  package func word(_ language: Language) -> String {
    switch self {
    case .declined: language.say("rifiutato dalla banca", "declined by the bank")
    case .notAuthenticated: language.say("verifica non superata", "not authenticated")
    case .providerUnavailable: language.say("fornitore non raggiungibile", "provider unavailable")
    case .other: language.say("altro motivo", "another reason")
    }
  }
}

extension PaymentFilter.Group {
  package func word(_ language: Language) -> String {
    switch self {
    case .open: language.say("aperti", "open")
    case .stuck: language.say("non conclusi", "unfinished")
    case .held: language.say("in verifica", "under review")
    case .succeeded: language.say("incassati", "captured")
    case .failed: language.say("non riusciti", "failed")
    }
  }
}

extension PledgeState {
  package func word(_ language: Language) -> String {
    switch self {
    case .reserved: language.say("prenotata", "reserved")
    case .awaitingPayment: language.say("attende il pagamento", "awaiting payment")
    case .authorised: language.say("autorizzata", "authorised")
    case .confirmed: language.say("confermata", "confirmed")
    case .paymentFailed: language.say("pagamento non riuscito", "payment failed")
    case .lapsed: language.say("scaduta", "lapsed")
    case .cancelledByDonor: language.say("annullata da chi aderisce", "cancelled by the backer")
    case .cancelledByAdmin: language.say("annullata da noi", "cancelled by us")
    case .closed: language.say("chiusa", "closed")
    }
  }
}

extension AccountKind {
  package func word(_ language: Language) -> String {
    switch self {
    case .bank: language.say("Banca", "Bank")
    case .provider: language.say("Fornitori di pagamento", "Payment providers")
    case .providerInTransit: language.say("Regolamenti in viaggio", "Settlements in transit")
    case .disputes: language.say("Contestazioni aperte", "Open disputes")
    case .projectReceivable: language.say("Crediti verso progetti", "Due from projects")
    case .escrow: language.say("Denaro in custodia", "Held for campaigns")
    case .project: language.say("Dovuto ai progetti", "Due to projects")
    case .match: language.say("Fondi che raddoppiano", "Match funds")
    case .refundsPayable: language.say("Rimborsi da inviare", "Refunds to send")
    case .donorCredit: language.say("Credito di chi aderisce", "Backers’ credit")
    case .suspense: language.say("Importi sospesi", "Suspense")
    case .shipping: language.say("Spedizioni", "Shipping")
    case .paymentsOut: language.say("Bonifici ordinati", "Transfers ordered")
    case .taxPayable: language.say("Imposte da versare", "Taxes due")
    case .platformFee: language.say("Commissioni nostre", "Our fees")
    case .providerFee: language.say("Commissioni dei fornitori", "Providers’ fees")
    case .disputeFee: language.say("Spese di contestazione", "Dispute fees")
    case .disputeLoss: language.say("Contestazioni perse", "Disputes lost")
    case .refundCover: language.say("Commissioni coperte nei rimborsi", "Fees covered in refunds")
    case .bankFee: language.say("Spese bancarie", "Bank fees")
    case .rounding: language.say("Arrotondamenti", "Rounding")
    }
  }
}

extension AccountKind.Side {
  package func word(_ language: Language) -> String {
    switch self {
    case .asset: language.say("Attività", "Assets")
    case .liability: language.say("Passività", "Liabilities")
    case .income: language.say("Ricavi", "Income")
    case .expense: language.say("Costi", "Expenses")
    }
  }
}

extension JournalKind {
  package func word(_ language: Language) -> String {
    switch self {
    case .captured: language.say("incasso", "capture")
    case .providerFee: language.say("commissione del fornitore", "provider fee")
    case .transferMatched: language.say("bonifico abbinato", "transfer matched")
    case .transferUnmatched: language.say("bonifico senza adesione", "transfer unmatched")
    case .suspenseAllocated: language.say("sospeso assegnato", "suspense allocated")
    case .campaignSettled: language.say("campagna conclusa", "campaign settled")
    case .refundDecided: language.say("rimborso deciso", "refund decided")
    case .refundConfirmed: language.say("rimborso inviato", "refund sent")
    case .refundFailed: language.say("rimborso non riuscito", "refund failed")
    case .disputeOpened: language.say("contestazione aperta", "dispute opened")
    case .disputeWon: language.say("contestazione vinta", "dispute won")
    case .disputeLost: language.say("contestazione persa", "dispute lost")
    case .payoutOrdered: language.say("versamento ordinato", "payout ordered")
    case .transferSent: language.say("versamento partito", "payout sent")
    case .transferReturned: language.say("bonifico tornato", "transfer returned")
    case .refundTransferred: language.say("rimborso con bonifico", "refund by transfer")
    case .creditReturned: language.say("credito restituito", "credit given back")
    case .payoutAnnounced: language.say("regolamento annunciato", "settlement announced")
    case .payoutReceived: language.say("regolamento ricevuto", "settlement received")
    case .bankFee: language.say("spesa bancaria", "bank fee")
    case .matchDeposited: language.say("versamento in un fondo", "match fund deposit")
    case .matchAdded: language.say("aggiunta di uno sponsor", "match added")
    case .matchReturned: language.say("aggiunta restituita al fondo", "match returned")
    case .matchReleased: language.say("fondo chiuso", "match fund released")
    case .reversal: language.say("storno", "reversal")
    }
  }
}

extension Cause.Kind {
  package func word(_ language: Language) -> String {
    switch self {
    case .payment: language.say("pagamento", "payment")
    case .webhookEvent: language.say("notifica", "event")
    case .statementLine: language.say("riga di estratto", "statement line")
    case .campaign: language.say("campagna", "campaign")
    case .pledge: language.say("adesione", "pledge")
    case .refund: language.say("rimborso", "refund")
    case .dispute: language.say("contestazione", "dispute")
    case .payout: language.say("versamento", "payout")
    case .matchFund: language.say("fondo di uno sponsor", "match fund")
    case .movement:
      language.say("riga del conto presso il fornitore", "line of the provider’s account")
    case .act: language.say("atto di una persona", "act of a person")
    }
  }
}

extension MoneyException.Kind {
  package func word(_ language: Language) -> String {
    switch self {
    case .amount: language.say("importo diverso", "another amount")
    case .currency: language.say("altra valuta", "another currency")
    case .liveMode: language.say("prova al posto di vero, o viceversa", "test for real, or reverse")
    case .reference: language.say("riferimento a un altro pagamento", "names another payment")
    case .unknownObject: language.say("oggetto sconosciuto", "unknown object")
    case .rewardLost: language.say("ricompensa finita", "reward gone")
    case .paidTwice: language.say("pagato due volte", "paid twice")
    case .campaignOver: language.say("campagna già chiusa", "campaign was over")
    case .providerRefused:
      language.say("pagamento rifiutato dal fornitore", "payment refused by the provider")
    case .settlementFailed:
      language.say("accredito fallito ma arrivato", "settlement failed yet arrived")
    case .cardTesting: language.say("prove di carte rubate", "stolen cards tried")
    case .cardShared: language.say("una carta, molti donatori", "one card, many donors")
    case .payoutAfterAll:
      language.say("versamento partito lo stesso", "a payout went all the same")
    case .fraudWarning: language.say("la banca teme una frode", "the bank fears fraud")
    case .settlementDiffers:
      language.say("accredito diverso dalle sue voci", "settlement differs from its lines")
    case .movementDiffers:
      language.say("conto del fornitore diverso", "provider's account differs")
    case .refundUncovered: language.say("rimborso non coperto", "refund not covered")
    case .refundUnexpected: language.say("rimborso inatteso", "unexpected refund")
    case .refundRefused: language.say("rimborso rifiutato dal fornitore", "refund refused")
    case .disputeUnexpected: language.say("contestazione inattesa", "unexpected dispute")
    }
  }
}

extension PaymentFile.Step {
  /// Why, in words where the job that wrote it used one of ours.
  package func reasonWords(_ language: Language) -> String {
    if let failure = PaymentFailure(rawValue: reason) { return failure.word(language) }
    switch reason {
    case "started": return language.say("iniziato", "started")
    case "askedProvider": return language.say("chiesto al fornitore", "asked of the provider")
    case "reached": return language.say("lo dice il fornitore", "the provider says so")
    case "credited": return language.say("accreditato in banca", "credited at the bank")
    case "on the bank statement":
      return language.say("è sull’estratto conto", "is on the bank statement")
    case "match taken back":
      return language.say("abbinamento annullato", "match taken back")
    case "unknownAtProvider":
      return language.say("sconosciuto al fornitore", "unknown to the provider")
    case _: return reason
    }
  }
}

extension Cause.Kind {
  /// The kind that a payment's history means by the words before an id.
  package init?(historyWords words: String) {
    switch words {
    case "pledge": self = .pledge
    case "webhook": self = .webhookEvent
    case "statement line": self = .statementLine
    case _: return nil
    }
  }
}

/// Who or what moved a payment, where its history names no object.
package func historyCause(_ cause: String, _ language: Language) -> String {
  switch cause {
  case "donor": language.say("chi paga", "the payer")
  case "timetable": language.say("l’orario delle attività", "the timetable")
  case "look-up": language.say("una nostra domanda al fornitore", "our question to the provider")
  case _: cause
  }
}
