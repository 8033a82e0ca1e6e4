// The states and reasons of refunds and disputes in words, for the desk.
package import Domain

extension RefundState {
  package func word(_ language: Language) -> String {
    switch self {
    case .requested: language.say("da decidere", "to decide")
    case .rejected: language.say("respinto", "rejected")
    case .approved: language.say("approvato", "approved")
    case .submitted: language.say("chiesto al fornitore", "asked of the provider")
    case .pendingAtProvider: language.say("in viaggio", "on its way")
    case .succeeded: language.say("inviato", "sent")
    case .failedRetryable: language.say("rifiutato, si riprova", "refused, trying again")
    case .failedPermanent: language.say("non arrivato", "did not arrive")
    case .manualTransferNeeded: language.say("da fare con bonifico", "needs a transfer")
    case .manualPaid: language.say("pagato con bonifico", "paid by transfer")
    case .unclaimed: language.say("nessuno lo ritira", "unclaimed")
    case .sentAgain: language.say("inviato di nuovo", "sent again")
    }
  }
}

extension Refund.Reason {
  package func word(_ language: Language) -> String {
    switch self {
    case .campaignFailed: language.say("campagna non riuscita", "campaign failed")
    case .campaignCancelled: language.say("campagna annullata", "campaign called off")
    case .withdrawal: language.say("recesso", "withdrawal")
    case .askedByDonor: language.say("chiesto da chi ha aderito", "asked for by the backer")
    case .rewardMissing: language.say("ricompensa mancante", "reward missing")
    case .paidTwice: language.say("pagato due volte", "paid twice")
    case .fraud: language.say("frode", "fraud")
    case .unknown: language.say("non detto", "not said")
    }
  }
  /// Those that somebody at the desk can give.
  package static let ofDesk: [Refund.Reason] = [
    .askedByDonor, .withdrawal, .rewardMissing, .paidTwice, .fraud,
  ]
}

extension Refund.Origin {
  package func word(_ language: Language) -> String {
    switch self {
    case .desk: language.say("scrivania", "desk")
    case .donor: language.say("chi ha aderito", "the backer")
    case .rule: language.say("regola della campagna", "the campaign’s rule")
    case .provider: language.say("pannello del fornitore", "the provider’s dashboard")
    }
  }
}

extension RefundGroup {
  package func word(_ language: Language) -> String {
    switch self {
    case .toDecide: language.say("Da decidere", "To decide")
    case .underWay: language.say("In corso", "Under way")
    case .byHand: language.say("Da fare con bonifico", "By bank transfer")
    case .over: language.say("Conclusi", "Over")
    }
  }
}

extension DisputeState {
  package func word(_ language: Language) -> String {
    switch self {
    case .inquiry: language.say("richiesta di informazioni", "inquiry")
    case .evidenceNeeded: language.say("attende le prove", "needs evidence")
    case .underReview: language.say("in esame", "under review")
    case .won: language.say("vinta", "won")
    case .lost: language.say("persa", "lost")
    case .accepted: language.say("accettata", "accepted")
    case .closed: language.say("chiusa", "closed")
    }
  }
}

extension RefundRefusal {
  /// What to tell whoever asked.
  package func sentence(_ language: Language) -> String {
    switch self {
    case .notCaptured:
      language.say("Non è stato incassato nulla.", "Nothing was captured.")
    case .nothingAsked:
      language.say("Scrivi almeno un importo.", "Enter at least one amount.")
    case .aboveLeft(_, let left):
      language.say(
        "Restano solo \(left.formatted(language)).", "Only \(left.formatted(language)) is left.")
    case .disputed:
      language.say(
        "C’è una contestazione aperta: il denaro tornerebbe due volte.",
        "A dispute is open: the money would go back twice.")
    case .needsAnotherPerson:
      language.say(
        "Chi chiede un rimborso non lo decide: serve un’altra persona.",
        "Who asks for a refund does not decide on it: somebody else has to.")
    case .uncovered:
      language.say(
        "I conti della campagna non contengono abbastanza.",
        "The campaign’s accounts do not hold enough.")
    case .notFrom(let state, _):
      language.say(
        "Nel frattempo il rimborso è cambiato: \(state.word(language)).",
        "The refund has changed meanwhile: \(state.word(language)).")
    }
  }
}

/// Why the desk's first page counts what goes back, and what to do.
enum ReturnReasons {
  static func unsent(_ language: Language) -> String {
    language.say(
      "Decisi ma non ancora confermati da fornitore o banca.",
      "Decided, and not yet confirmed by provider or bank.")
  }
  static func toDecide(_ language: Language) -> String {
    language.say(
      "Chiesti da una persona: ne serve un’altra che decida.",
      "Asked for by one person: another has to decide.")
  }
  static func byHand(_ language: Language) -> String {
    language.say(
      "La carta non li prende più, o si era pagato con bonifico: serve un IBAN.",
      "The card takes them no more, or a transfer had paid: an IBAN is needed.")
  }
  static func disputes(_ language: Language) -> String {
    language.say(
      "La banca di chi ha pagato ha ripreso il denaro: manda le prove in tempo.",
      "The payer’s bank took the money back: send evidence in time.")
  }
}
