// The mails about one’s own ways in: what was added, what is gone, what to do if it was not you.
package import Domain

/// What became of a way in that two people claimed, for the one who reads the mail.
package enum ClaimOutcome: Sendable { case came, went, stayed, lapsed }

package struct SecurityMailPhrases: PhraseBook {
  package let added: String
  package let addedText: String
  package let removed: String
  package let removedText: String
  package let reset: String
  package let resetText: String
  package let recoveryUsed: String
  package let recoveryUsedText: @Sendable (_ left: Int) -> String
  package let recoveryRenewed: String
  package let recoveryRenewedText: String
  package let stoodIn: String
  package let stoodInText: @Sendable (_ helper: String) -> String
  package let until: String
  package let notAsked: @Sendable (_ contact: String) -> String
  package let identityAdded: String
  package let identityAddedText: @Sendable (IdentityScheme) -> String
  package let identityRemoved: String
  package let identityRemovedText: String
  package let addressAdded: String
  package let addressAddedText: String
  package let addressRemoved: String
  package let addressRemovedText: String
  package let claimDecided: String
  package let claimText: @Sendable (CredentialKind, _ outcome: ClaimOutcome) -> String
  package let passkeyAdded: String
  package let passkeyAddedText: @Sendable (_ name: String) -> String
  package let passkeyRemoved: String
  package let passkeyRemovedText: @Sendable (_ name: String) -> String
  package let passkeyCopied: String
  package let passkeyCopiedText: @Sendable (_ name: String) -> String
  package let greeting: @Sendable (_ name: String) -> String
  package let when: String
  package let reason: String
  package let button: String
  package let notYou: @Sendable (_ contact: String) -> String
  package let closing: String

  package static let it = SecurityMailPhrases(
    added: "Secondo fattore attivato",
    addedText: "il tuo accesso chiede ora anche un codice del telefono.",
    removed: "Secondo fattore tolto",
    removedText: "il tuo accesso non chiede più il codice del telefono.",
    reset: "Secondo fattore azzerato",
    resetText: "chi amministra il sito ha azzerato il tuo secondo fattore e chiuso i tuoi accessi."
      + " Al prossimo accesso puoi attivarne uno nuovo.",
    recoveryUsed: "Un codice di riserva è stato usato",
    recoveryUsedText: { left in
      "uno dei tuoi codici di riserva è stato usato al posto del telefono. "
        + (left == 1 ? "Ne resta uno." : "Ne restano \(left).")
    },
    recoveryRenewed: "Codici di riserva nuovi",
    recoveryRenewedText: "hai codici di riserva nuovi; quelli di prima non valgono più.",
    stoodIn: "Qualcuno agisce al tuo posto per aiutarti",
    stoodInText: {
      "\($0), che amministra il sito, vede e usa il servizio al tuo posto per aiutarti. Non può"
        + " muovere denaro, cambiare ruoli o conti, né come entri. Ogni atto è registrato con i"
        + " nomi di entrambi."
    },
    until: "Al più tardi fino al",
    notAsked: {
      "Non avevi chiesto aiuto? Chiudi quell’accesso dal tuo profilo e scrivi subito a \($0)."
    },
    identityAdded: "SPID o CIE collegati",
    identityAddedText: {
      "ora puoi entrare anche con \($0 == .spid ? "SPID" : "CIE")."
    },
    identityRemoved: "SPID e CIE scollegati",
    identityRemovedText: "non puoi più entrare con SPID o CIE. Gli altri accessi aperti così"
      + " sono stati chiusi.",
    addressAdded: "Indirizzo di posta aggiunto",
    addressAddedText: "ora puoi entrare anche con i collegamenti mandati a questo indirizzo.",
    addressRemoved: "Indirizzo di posta tolto",
    addressRemovedText: "non puoi più entrare con i collegamenti mandati a questo indirizzo. Gli"
      + " altri accessi aperti così sono stati chiusi.",
    claimDecided: "Un’identità contesa è stata decisa",
    claimText: { kind, outcome in
      let what = kind == .address ? "questo indirizzo di posta" : "il codice fiscale conteso"
      return switch outcome {
      case .came: "d’ora in poi \(what) è un tuo modo di entrare."
      case .went:
        "d’ora in poi \(what) è il modo di entrare di un’altra persona, che lo ha dimostrato. I"
          + " tuoi accessi sono stati chiusi; adesioni e storia restano tue."
      case .stayed: "\(what) resta il modo di entrare dell’altra persona."
      case .lapsed:
        "nessuno ha deciso entro 90 giorni: \(what) resta il modo di entrare dell’altra persona."
          + " Puoi chiederlo di nuovo dal tuo profilo."
      }
    },
    passkeyAdded: "Passkey aggiunta",
    passkeyAddedText: { "ora puoi entrare anche con la passkey «\($0)»." },
    passkeyRemoved: "Passkey tolta",
    passkeyRemovedText: { "la passkey «\($0)» non apre più il tuo accesso." },
    passkeyCopied: "Una passkey è stata rifiutata",
    passkeyCopiedText: {
      "qualcuno ha usato la passkey «\($0)» con un contatore più vecchio dell’ultimo: può essere"
        + " una copia. Non è entrato. Toglila dal tuo profilo e aggiungine una nuova."
    },
    greeting: { $0.isEmpty ? "Ciao," : "Ciao \($0)," },
    when: "Quando",
    reason: "Motivo",
    button: "Guarda il tuo profilo",
    notYou: {
      "Non sei stato tu? Esci da tutti i dispositivi dal tuo profilo e scrivi subito a"
        + " \($0)."
    },
    closing: "Raccolto")

  package static let en = SecurityMailPhrases(
    added: "Second factor set up",
    addedText: "signing in now asks for a code from your phone as well.",
    removed: "Second factor removed",
    removedText: "signing in no longer asks for the code from your phone.",
    reset: "Second factor reset",
    resetText: "who administers the site has reset your second factor and signed you out. When you"
      + " sign in again you can set up a new one.",
    recoveryUsed: "A recovery code was used",
    recoveryUsedText: { left in
      "one of your recovery codes was used in place of the phone. "
        + (left == 1 ? "One is left." : "\(left) are left.")
    },
    recoveryRenewed: "New recovery codes",
    recoveryRenewedText: "you have new recovery codes; the earlier ones are worth nothing now.",
    stoodIn: "Somebody acts in your place to help you",
    stoodInText: {
      "\($0), who administers the site, sees and uses the service in your place to help you. They"
        + " cannot move money, change roles or accounts, nor how you come in. Each act is on record"
        + " with both names."
    },
    until: "At the latest until",
    notAsked: {
      "You had not asked for help? End that sign-in from your profile and write to \($0) at once."
    },
    identityAdded: "SPID or CIE connected",
    identityAddedText: {
      "you can now also sign in with \($0 == .spid ? "SPID" : "CIE")."
    },
    identityRemoved: "SPID and CIE disconnected",
    identityRemovedText: "you can no longer sign in with SPID or CIE. Other sign-ins that came"
      + " that way were ended.",
    addressAdded: "Mail address added",
    addressAddedText: "you can now also sign in with links that are sent to this address.",
    addressRemoved: "Mail address taken away",
    addressRemovedText: "you can no longer sign in with links that are sent to this address. Other"
      + " sign-ins that came that way were ended.",
    claimDecided: "A contested identity was decided",
    claimText: { kind, outcome in
      let what = kind == .address ? "this mail address" : "the contested fiscal code"
      return switch outcome {
      case .came: "from now on \(what) is a way in of yours."
      case .went:
        "from now on \(what) is the way in of another person, who proved it. You were signed out;"
          + " pledges and history stay yours."
      case .stayed: "\(what) stays the other person’s way in."
      case .lapsed:
        "nobody decided within 90 days: \(what) stays the other person’s way in. You may claim it"
          + " again from your profile."
      }
    },
    passkeyAdded: "Passkey added",
    passkeyAddedText: { "you can now also sign in with the passkey “\($0)”." },
    passkeyRemoved: "Passkey removed",
    passkeyRemovedText: { "the passkey “\($0)” opens your account no more." },
    passkeyCopied: "A passkey was refused",
    passkeyCopiedText: {
      "somebody used the passkey “\($0)” with a counter older than the last one: it may be a copy."
        + " They did not get in. Remove it in your profile and add a new one."
    },
    greeting: { $0.isEmpty ? "Hello," : "Hello \($0)," },
    when: "When",
    reason: "Reason",
    button: "Look at your profile",
    notYou: {
      "It was not you? Sign out of every device from your profile and write to \($0) at"
        + " once."
    },
    closing: "Raccolto")
}
