// Signing in by SPID and CIE: the button, and an own page for each way it can end.
package import Domain

package struct FederationPhrases: PhraseBook {
  package let spid: String
  package let cie: String
  package let spidLead: String
  package let noSpid: String
  package let moreAboutSpid: String
  package let otherWays: String
  package let minorLink: String
  package let minorTitle: String
  package let minorText: String
  package let handOver: String
  package let handOverText: @Sendable (String) -> String
  package let goOn: String
  package let refused: String
  package let refusedText: String
  package let noProvider: String
  package let noProviderText: String
  package let tryAgain: String
  package let otherSignIn: String
  package let code: String
  package let level: String
  package let levelText: @Sendable (IdentityScheme, IdentityLevel) -> String
  package let loggedOut: String
  package let loggedOutText: String
  package let leaveProvider: String
  package let testProvider: String
  package let testProviderLead: String
  package let testPerson: String
  package let testEnding: String
  package let testVouched: String
  package let declined: @Sendable (SamlDecline) -> (title: String, text: String)

  package static let it = FederationPhrases(
    spid: "Entra con SPID",
    cie: "Entra con CIE",
    spidLead: "Scegli il tuo gestore di identità: l’ordine è casuale.",
    noSpid: "Non hai SPID?",
    moreAboutSpid: "Maggiori informazioni su SPID",
    otherWays: "Oppure con un collegamento per posta",
    minorLink: "Hai meno di 18 anni?",
    minorTitle: "Entra con lo SPID di chi ha meno di 18 anni",
    minorText: """
      Il tuo gestore può chiedere il consenso a chi esercita la responsabilità genitoriale: la \
      risposta può arrivare fino a 24 ore dopo. Quando c’è, riprendi dal sito del gestore con \
      questo stesso browser: la tua richiesta resta valida, anche se nel frattempo entra qualcun \
      altro.
      """,
    handOver: "Vai al tuo gestore di identità",
    handOverText: { "Per entrare ti chiediamo di farti riconoscere da \($0)." },
    goOn: "Prosegui",
    refused: "Accesso non riuscito",
    refusedText: """
      La risposta del gestore di identità non corrisponde a una richiesta partita da questo \
      browser, oppure è arrivata troppo tardi. Nessuno è entrato. Ricomincia dall’accesso; se \
      succede ancora, scrivici indicando il codice qui sotto.
      """,
    noProvider: "Gestore sconosciuto",
    noProviderText: "Questo gestore di identità non è tra quelli con cui si può entrare qui.",
    tryAgain: "Prova di nuovo",
    otherSignIn: "Altri modi di entrare",
    code: "Codice",
    level: "Riconoscimento",
    levelText: { "\($0 == .spid ? "SPID" : "CIE"), livello \($1.rawValue)" },
    loggedOut: "Sei uscito da Raccolto",
    loggedOutText: """
      Presso il tuo gestore di identità l’accesso potrebbe essere ancora aperto: chiudilo se \
      questo dispositivo non è solo tuo.
      """,
    leaveProvider: "Chiudi anche l’accesso presso il gestore",
    testProvider: "Gestore di prova",
    testProviderLead: "Un gestore di identità finto, solo per le dimostrazioni: scegli chi sei.",
    testPerson: "Persona",
    testEnding: "Come va a finire",
    testVouched: "Riconosciuta",
    declined: italian)

  package static let en = FederationPhrases(
    spid: "Sign in with SPID",
    cie: "Sign in with CIE",
    spidLead: "Choose your identity provider: the order is random.",
    noSpid: "No SPID yet?",
    moreAboutSpid: "More about SPID",
    otherWays: "Or with a link by e-mail",
    minorLink: "Are you under 18?",
    minorTitle: "Sign in with the SPID of people under 18",
    minorText: """
      Your provider may ask a parent or guardian for consent: the answer may come up to 24 hours \
      later. When it is there, go on from the provider’s site with this same browser: your request \
      stays good, even if somebody else signs in meanwhile.
      """,
    handOver: "Go to your identity provider",
    handOverText: { "To sign in, \($0) is asked to recognise you." },
    goOn: "Continue",
    refused: "Signing in did not work",
    refusedText: """
      The identity provider’s answer does not belong to a request from this browser, or it came \
      too late. Nobody was signed in. Start again; if it happens once more, write to us with the \
      code below.
      """,
    noProvider: "Unknown provider",
    noProviderText: "This identity provider is not one of those you can sign in with here.",
    tryAgain: "Try again",
    otherSignIn: "Other ways to sign in",
    code: "Code",
    level: "Recognised by",
    levelText: { "\($0 == .spid ? "SPID" : "CIE"), level \($1.rawValue)" },
    loggedOut: "You have left Raccolto",
    loggedOutText: """
      You may still be signed in at your identity provider: sign out there too if this device is \
      not only yours.
      """,
    leaveProvider: "Sign out at the provider too",
    testProvider: "Test provider",
    testProviderLead: "A pretended identity provider, only for demonstrations: choose who you are.",
    testPerson: "Person",
    testEnding: "How it ends",
    testVouched: "Recognised",
    declined: english)

  @Sendable private static func italian(_ decline: SamlDecline) -> (title: String, text: String) {
    switch decline {
    case .nr19:
      (
        "Troppi tentativi",
        "Le credenziali sono state sbagliate troppe volte. Aspetta un po’, oppure recuperale "
          + "presso il tuo gestore di identità."
      )
    case .nr20:
      (
        "Serve un livello più alto",
        "Il tuo gestore non ha credenziali del livello che chiediamo. Attiva il livello 2 presso "
          + "il gestore, oppure usa un’altra identità."
      )
    case .nr21:
      ("Tempo scaduto", "L’accesso presso il gestore ha richiesto troppo tempo. Puoi riprovare.")
    case .nr22:
      (
        "Consenso negato",
        "Non hai dato il consenso all’invio dei dati: senza nome e codice fiscale non possiamo "
          + "riconoscerti. Puoi riprovare quando vuoi."
      )
    case .nr23:
      (
        "Identità sospesa",
        "La tua identità è sospesa, revocata o bloccata. Rivolgiti al tuo gestore di identità."
      )
    case .nr24:
      ("Accesso non completato", "Il gestore non ha completato l’accesso. Puoi riprovare.")
    case .nr25: ("Accesso annullato", "Hai annullato l’accesso. Puoi riprovare quando vuoi.")
    case .nr30:
      (
        "Identità di un altro tipo",
        "Hai usato un’identità a uso professionale: qui serve quella personale."
      )
    case .service:
      (
        "Problema del servizio",
        "Il gestore di identità non ha potuto rispondere alla nostra richiesta. Non dipende da te: "
          + "riprova più tardi, o entra in un altro modo."
      )
    }
  }

  @Sendable private static func english(_ decline: SamlDecline) -> (title: String, text: String) {
    switch decline {
    case .nr19:
      (
        "Too many attempts",
        "The credentials were wrong too often. Wait a while, or recover them at your identity "
          + "provider."
      )
    case .nr20:
      (
        "A higher level is needed",
        "Your provider has no credentials of the level we ask for. Activate level 2 there, or use "
          + "another identity."
      )
    case .nr21: ("Time is over", "Signing in at the provider took too long. You can try again.")
    case .nr22:
      (
        "Consent denied",
        "You did not agree to your data being sent: without name and fiscal code we cannot "
          + "recognise you. You can try again at any time."
      )
    case .nr23:
      (
        "Identity suspended",
        "Your identity is suspended, revoked or blocked. Ask your identity provider."
      )
    case .nr24: ("Sign-in not completed", "The provider did not complete it. You can try again.")
    case .nr25: ("Sign-in cancelled", "You cancelled it. You can try again at any time.")
    case .nr30:
      (
        "The wrong kind of identity",
        "You used an identity for professional use: a personal one is needed here."
      )
    case .service:
      (
        "A problem of the service",
        "The identity provider could not answer our request. It is not your fault: try later, or "
          + "sign in another way."
      )
    }
  }
}
