// Second factors: setting one up, showing it, losing it; devices that are signed in.
package import Domain

package struct FactorPhrases: PhraseBook {
  package let title: String
  package let lead: String
  package let begin: String
  package let qrTitle: String
  package let stepApp: String
  package let stepScan: String
  package let stepType: String
  package let stepCode: String
  package let code: String
  package let codeHint: String
  package let confirm: String
  package let confirmed: String
  package let enrolledAlready: String
  package let recoveryTitle: String
  package let recoveryText: String
  package let keptThem: String
  package let since: @Sendable (_ when: String) -> String
  package let codesLeft: @Sendable (_ count: Int) -> String
  package let renew: String
  package let renewed: String
  package let remove: String
  package let removed: String
  package let noFactor: String
  package let wrong: String
  package let tooSoon: @Sendable (_ seconds: Int) -> String
  package let stepTitle: String
  package let stepText: String
  package let comeIn: String
  package let lostPhone: String
  package let waitedTooLong: String
  package let proveTitle: String
  package let proveText: @Sendable (_ minutes: Int) -> String
  package let setUpFirst: String
  package let setUpLink: String
  package let goOn: String
  package let goOnSetUp: String
  package let orSignIn: String
  package let signInAgainLink: String
  package let demonstration: String
  package let signInTooOld: String
  package let againTitle: String
  package let againText: String
  package let linkTo: @Sendable (_ address: String) -> String
  package let sendLink: String
  package let reason: String
  package let resetHint: String
  package let reset: String
  package let wasReset: String
  package let resetByAnother: String
  package let device: String
  package let everywhere: String
  package let everywhereText: String
  package let signedOutEverywhere: String
  package let unknownDevice: String
  package let set: String
  package let notSet: String
  package let change: String

  package static let it = FactorPhrases(
    title: "Secondo fattore",
    lead:
      "Un codice del tuo telefono, oltre al collegamento per posta: chi ruba la posta non entra.",
    begin: "Attiva il secondo fattore",
    qrTitle: "Codice da inquadrare con l’app dei codici",
    stepApp: "Apri sul telefono un’app per i codici temporanei, di qualunque produttore.",
    stepScan: "Inquadra questo codice con l’app.",
    stepType: "Non puoi inquadrarlo? Scrivi nell’app questa chiave:",
    stepCode: "Scrivi qui il codice di sei cifre che l’app mostra adesso.",
    code: "Codice",
    codeHint: "Sei cifre dall’app, oppure uno dei tuoi codici di riserva.",
    confirm: "Conferma il codice",
    confirmed: "Il secondo fattore è attivo: d’ora in poi il codice si chiede a ogni accesso.",
    enrolledAlready: "Il secondo fattore era già attivo.",
    recoveryTitle: "I tuoi codici di riserva",
    recoveryText: "Se perdi il telefono, ognuno vale una volta al posto del codice. Stampali o"
      + " copiali in un posto sicuro: non li mostreremo più.",
    keptThem: "Li ho messi al sicuro",
    since: { "Attivo dal \($0)." },
    codesLeft: { $0 == 1 ? "Resta un codice di riserva." : "Restano \($0) codici di riserva." },
    renew: "Fai codici di riserva nuovi",
    renewed: "I codici di prima non valgono più.",
    remove: "Togli il secondo fattore",
    removed: "Secondo fattore tolto.",
    noFactor: "Nessun secondo fattore.",
    wrong: "Il codice non è giusto, o è già stato usato. Aspetta il prossimo e riprova.",
    tooSoon: { seconds in
      let wait = seconds < 90 ? "\(seconds) secondi" : "\((seconds + 59) / 60) minuti"
      return "Troppi codici sbagliati: riprova fra \(wait)."
    },
    stepTitle: "Il codice del telefono",
    stepText: "Manca solo il secondo fattore: scrivi il codice che l’app mostra adesso.",
    comeIn: "Entra",
    lostPhone: "Hai perso il telefono e i codici di riserva? Chi amministra il sito può azzerare il"
      + " secondo fattore.",
    waitedTooLong: "È passato troppo tempo: comincia di nuovo.",
    proveTitle: "Conferma che sei tu",
    proveText: {
      "Per spostare denaro o cambiare i ruoli serve il secondo fattore, mostrato negli"
        + " ultimi \($0) minuti. Quello che hai scritto non va perso."
    },
    setUpFirst: "Non hai ancora un secondo fattore. Attivalo nell’altra scheda, poi torna qui e"
      + " continua.",
    setUpLink: "Attiva il secondo fattore (si apre in un’altra scheda)",
    goOn: "Conferma e continua",
    goOnSetUp: "Fatto: continua",
    orSignIn: "Hai SPID o CIE collegati? Puoi anche rientrare con quelli, poi tornare qui e"
      + " continuare senza codice.",
    signInAgainLink: "Rientra (si apre in un’altra scheda)",
    demonstration: "In questa dimostrazione nessuno ha un telefono. Il codice di adesso:",
    signInTooOld: "Per attivare un secondo fattore bisogna essere entrati da meno di un’ora.",
    againTitle: "Entra di nuovo",
    againText:
      "Serve un accesso fresco: così chi trova il tuo computer acceso non può aggiungersi.",
    linkTo: { "Oppure ti mandiamo un collegamento a \($0)." },
    sendLink: "Mandami il collegamento",
    reason: "Motivo",
    resetHint: "Resta nel registro degli atti e lo legge anche la persona.",
    reset: "Azzera il secondo fattore",
    wasReset: "Secondo fattore azzerato. La persona è stata avvisata e dovrà rientrare.",
    resetByAnother: "Nessuno può azzerare il proprio: lo fa un altro amministratore.",
    device: "Dispositivo",
    everywhere: "Esci dappertutto",
    everywhereText: "Chiude l’accesso su ogni dispositivo, anche questo.",
    signedOutEverywhere: "Sei uscito da tutti i dispositivi.",
    unknownDevice: "dispositivo sconosciuto",
    set: "attivo",
    notSet: "non attivo",
    change: "Cambia")

  package static let en = FactorPhrases(
    title: "Second factor",
    lead: "A code from your phone besides the link by mail: who steals your mail does not get in.",
    begin: "Set up the second factor",
    qrTitle: "Code to scan with the app for codes",
    stepApp: "Open an app for temporary codes on your phone; any maker’s will do.",
    stepScan: "Scan this code with the app.",
    stepType: "You cannot scan it? Type this key into the app:",
    stepCode: "Write here the code of six digits that the app shows now.",
    code: "Code",
    codeHint: "Six digits from the app, or one of your recovery codes.",
    confirm: "Confirm the code",
    confirmed: "The second factor is set up: from now on the code is asked at each sign-in.",
    enrolledAlready: "The second factor was set up already.",
    recoveryTitle: "Your recovery codes",
    recoveryText: "If you lose your phone, each of them works once in place of the code. Print them"
      + " or copy them to a safe place: we shall not show them again.",
    keptThem: "I have put them away safely",
    since: { "Set up since \($0)." },
    codesLeft: { $0 == 1 ? "One recovery code is left." : "\($0) recovery codes are left." },
    renew: "Make new recovery codes",
    renewed: "The earlier codes are worth nothing now.",
    remove: "Remove the second factor",
    removed: "Second factor removed.",
    noFactor: "No second factor.",
    wrong: "The code is not right, or was used before. Wait for the next one and try again.",
    tooSoon: { seconds in
      let wait = seconds < 90 ? "\(seconds) seconds" : "\((seconds + 59) / 60) minutes"
      return "Too many wrong codes: try again in \(wait)."
    },
    stepTitle: "The code from your phone",
    stepText: "Only the second factor is missing: write the code that the app shows now.",
    comeIn: "Come in",
    lostPhone: "You lost your phone and your recovery codes? Who administers the site can reset"
      + " your second factor.",
    waitedTooLong: "Too much time has passed: begin again.",
    proveTitle: "Confirm that it is you",
    proveText: {
      "To move money or change roles a second factor has to be shown within the last"
        + " \($0) minutes. What you wrote is not lost."
    },
    setUpFirst: "You have no second factor yet. Set it up in the other tab, then come back here and"
      + " go on.",
    setUpLink: "Set up the second factor (opens in another tab)",
    goOn: "Confirm and go on",
    goOnSetUp: "Done: go on",
    orSignIn: "Your SPID or CIE is connected? You can also sign in again with it, then come back"
      + " here and go on without a code.",
    signInAgainLink: "Sign in again (opens in another tab)",
    demonstration: "Nobody has a phone in this demonstration. The code now:",
    signInTooOld: "To set up a second factor you have to have signed in less than an hour ago.",
    againTitle: "Sign in again",
    againText: "A fresh sign-in is needed: so who finds your computer open cannot add themselves.",
    linkTo: { "Or we send a link to \($0)." },
    sendLink: "Send me the link",
    reason: "Reason",
    resetHint: "It stays in the record of acts, and the person reads it too.",
    reset: "Reset the second factor",
    wasReset: "Second factor reset. The person was told and has to sign in again.",
    resetByAnother: "Nobody can reset their own: another administrator does it.",
    device: "Device",
    everywhere: "Sign out everywhere",
    everywhereText: "Signs out every device, this one too.",
    signedOutEverywhere: "You are signed out on every device.",
    unknownDevice: "unknown device",
    set: "set up",
    notSet: "not set up",
    change: "Change")
}

extension Device {
  /// As a list of sign-ins names it: `Firefox, Linux`.
  package func words(_ language: Language) -> String {
    let names = [name(browser), name(system)].compactMap { $0 }
    return names.isEmpty
      ? FactorPhrases[language].unknownDevice : names.joined(separator: ", ")
  }
  private func name(_ browser: Browser) -> String? {
    switch browser {
    case .firefox: "Firefox"
    case .edge: "Edge"
    case .opera: "Opera"
    case .chrome: "Chrome"
    case .safari: "Safari"
    case .other: nil
    }
  }
  private func name(_ system: System) -> String? {
    switch system {
    case .android: "Android"
    case .iOS: "iOS"
    case .windows: "Windows"
    case .macOS: "macOS"
    case .linux: "Linux"
    case .other: nil
    }
  }
}
