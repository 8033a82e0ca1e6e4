// Passkeys: adding one, signing in with one, and why there are none here.

package struct PasskeyPhrases: PhraseBook {
  package let title: String
  package let lead: String
  package let count: @Sendable (_ count: Int) -> String
  package let list: String
  package let none: String
  package let name: String
  package let nameHint: String
  package let created: String
  package let lastUsed: String
  package let never: String
  package let kept: String
  package let copied: String
  package let oneDevice: String
  package let begin: String
  package let newTitle: String
  package let newText: String
  package let make: String
  package let added: String
  package let addedAlready: String
  package let notAdded: String
  package let tooMany: @Sendable (_ most: Int) -> String
  package let rename: String
  package let renamed: String
  package let remove: String
  package let removeText: String
  package let removed: String
  package let lastWayIn: String
  package let signIn: String
  package let signInTitle: String
  package let signInText: String
  package let use: String
  package let notTaken: String
  package let failed: String
  package let missing: String
  package let needsName: @Sendable (_ address: String) -> String
  package let otherWays: String

  package static let it = PasskeyPhrases(
    title: "Passkey",
    lead:
      "Entri con l’impronta, il volto o il PIN del tuo dispositivo: niente posta e niente codici.",
    count: { $0 == 1 ? "una" : "\($0)" },
    list: "Le tue passkey",
    none: "Non ne hai ancora.",
    name: "Nome",
    nameHint: "Per riconoscerla nell’elenco: il dispositivo, per esempio.",
    created: "Aggiunta",
    lastUsed: "Usata l’ultima volta",
    never: "mai",
    kept: "Dove sta",
    copied: "copiata sui tuoi dispositivi",
    oneDevice: "su un solo dispositivo",
    begin: "Aggiungi una passkey",
    newTitle: "Una passkey nuova",
    newText: "Il tuo dispositivo ti chiederà impronta, volto o PIN. Qui arriva solo una chiave"
      + " pubblica: l’impronta resta a te.",
    make: "Crea la passkey",
    added: "Passkey aggiunta.",
    addedAlready: "Questo dispositivo ha già una passkey qui.",
    notAdded: "La passkey non è stata aggiunta: riprova.",
    tooMany: { "Hai già \($0) passkey: togline una prima di aggiungerne un’altra." },
    rename: "Cambia nome",
    renamed: "Nome cambiato.",
    remove: "Togli la passkey",
    removeText: "Non aprirà più questo sito. Sul dispositivo la cancelli dalle sue impostazioni.",
    removed: "Passkey tolta.",
    lastWayIn: "È il solo modo che hai per entrare: prima di toglierla serve un altro.",
    signIn: "Entra con una passkey",
    signInTitle: "Entra con una passkey",
    signInText: "Scegli la passkey sul tuo dispositivo.",
    use: "Usa la passkey",
    notTaken: "La passkey non è stata accettata. Riprova, oppure entra in un altro modo.",
    failed: "Il dispositivo non ha risposto, o hai annullato. Puoi riprovare.",
    missing:
      "Per le passkey servono JavaScript e un browser che le conosca. Tutto il resto funziona"
      + " anche senza.",
    needsName: {
      "Qui non si possono usare: una passkey vale per il nome di un sito con HTTPS, o per"
        + " localhost, e l’indirizzo di questo sito è \($0)."
    },
    otherWays: "Altri modi per entrare")

  package static let en = PasskeyPhrases(
    title: "Passkeys",
    lead: "You come in with your device’s fingerprint, face or PIN: no mail and no codes.",
    count: { $0 == 1 ? "one" : "\($0)" },
    list: "Your passkeys",
    none: "You have none yet.",
    name: "Name",
    nameHint: "To recognise it in the list: the device, say.",
    created: "Added",
    lastUsed: "Last used",
    never: "never",
    kept: "Where it is",
    copied: "copied to your devices",
    oneDevice: "on one device only",
    begin: "Add a passkey",
    newTitle: "A new passkey",
    newText: "Your device will ask for fingerprint, face or PIN. Only a public key comes here: the"
      + " fingerprint stays with you.",
    make: "Create the passkey",
    added: "Passkey added.",
    addedAlready: "This device has a passkey here already.",
    notAdded: "The passkey was not added: try again.",
    tooMany: { "You have \($0) passkeys already: remove one before you add another." },
    rename: "Rename",
    renamed: "Renamed.",
    remove: "Remove the passkey",
    removeText: "It will not open this site any more. On the device, delete it in the settings.",
    removed: "Passkey removed.",
    lastWayIn: "It is the only way you have to come in: before removing it you need another.",
    signIn: "Sign in with a passkey",
    signInTitle: "Sign in with a passkey",
    signInText: "Choose the passkey on your device.",
    use: "Use the passkey",
    notTaken: "The passkey was not accepted. Try again, or sign in another way.",
    failed: "The device did not answer, or you cancelled. You can try again.",
    missing:
      "Passkeys need JavaScript and a browser that knows them. Everything else works without.",
    needsName: {
      "They cannot be used here: a passkey is for a site’s name with HTTPS, or for localhost, and"
        + " the address of this site is \($0)."
    },
    otherWays: "Other ways to sign in")
}
