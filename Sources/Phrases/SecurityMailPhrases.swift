// The mails about one’s own ways in: what was added, what is gone, what to do if it was not you.

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
