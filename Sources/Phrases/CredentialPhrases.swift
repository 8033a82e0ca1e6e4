// One person’s ways in: what the profile lists, joining and taking away, and what two people claim.
package import Domain

package struct CredentialPhrases: PhraseBook {
  package let title: String
  package let lead: String
  package let way: String
  package let detail: String
  package let lastUsed: String
  package let address: String
  package let verified: String
  package let notVerified: String
  package let identity: String
  package let use: @Sendable (_ use: IdentityUse, _ name: String) -> String
  package let notConnected: String
  package let noAddress: String
  package let remove: String
  package let theOnlyOne: String
  package let removed: String
  package let othersEnded: @Sendable (Int) -> String
  package let lastWayIn: String
  package let notThere: String
  package let connect: String
  package let connectText: String
  package let connected: String
  package let addAddress: String
  package let addAddressText: String
  package let newAddress: String
  package let sendAddressLink: String
  package let addressAsked: @Sendable (_ address: String) -> String
  package let addressThere: String
  package let tooMany: String
  package let confirmAddress: String
  package let confirmAddressText: @Sendable (_ address: String) -> String
  package let isMine: String
  package let addressAdded: String
  package let addressGone: String
  package let addressGoneText: String
  package let proved: String
  package let provedTitle: String
  package let provedText: String
  package let connectFirst: String
  package let toProfile: String
  package let mismatch: @Sendable (SamlMismatch) -> (title: String, text: String)
  package let addressConflict: String
  package let addressConflictText: String
  package let pledges: String
  package let pledgesText: String
  package let noPledges: String
  package let campaign: String
  package let amount: String
  package let state: String
  package let placed: String
  package let desk: CredentialDeskPhrases
  package let letter: AddressLetterPhrases

  package static let it = CredentialPhrases(
    title: "Modi di entrare",
    lead: "Di ogni modo aggiunto o tolto arriva un avviso per posta.",
    way: "Modo",
    detail: "Dettagli",
    lastUsed: "Ultimo uso",
    address: "Collegamento per posta",
    verified: "verificato",
    notVerified: "non ancora verificato",
    identity: "SPID o CIE",
    use: { "\($0.source.scheme == .spid ? "SPID" : "CIE") con \($1)" },
    notConnected: "non collegati",
    noAddress: "nessun indirizzo",
    remove: "Togli",
    theOnlyOne: "È il tuo unico modo di entrare.",
    removed: "Tolto. D’ora in poi non si entra più così.",
    othersEnded: {
      switch $0 {
      case 0: "Nessun altro accesso era aperto in questo modo."
      case 1: "Un altro accesso aperto in questo modo è stato chiuso."
      case let count: "Altri \(count) accessi aperti in questo modo sono stati chiusi."
      }
    },
    lastWayIn: "Non si può togliere l’ultimo modo di entrare.",
    notThere: "Questo modo di entrare non c’è più.",
    connect: "Collega SPID o CIE",
    connectText: "Scegli il gestore che ti riconosce: l’ordine è casuale. Dopo potrai entrare anche"
      + " così, e confermare con SPID o CIE gli atti che lo chiedono.",
    connected: "SPID o CIE sono collegati.",
    addAddress: "Aggiungi un indirizzo di posta",
    addAddressText: "Ti mandiamo un collegamento: aprilo con questo stesso dispositivo.",
    newAddress: "Il tuo indirizzo di posta",
    sendAddressLink: "Manda il collegamento",
    addressAsked: { "Abbiamo scritto a \($0): apri il collegamento con questo dispositivo." },
    addressThere: "Hai già un indirizzo: prima toglilo, poi aggiungi l’altro.",
    tooMany: "Ne hai chiesti troppi: riprova fra un quarto d’ora.",
    confirmAddress: "Conferma l’indirizzo",
    confirmAddressText: { "Vuoi poter entrare con i collegamenti mandati a \($0)?" },
    isMine: "Sì, è il mio indirizzo",
    addressAdded: "Indirizzo aggiunto.",
    addressGone: "Il collegamento non vale",
    addressGoneText: "È già stato usato, è scaduto, oppure è stato chiesto da un altro dispositivo"
      + " o in un altro accesso. Puoi chiederne un altro dal profilo.",
    proved: "Hai confermato che sei tu.",
    provedTitle: "Fatto",
    provedText: "Puoi chiudere questa scheda: nell’altra, premi il pulsante per continuare. Quello"
      + " che avevi scritto è ancora lì.",
    connectFirst: "Per confermare con SPID o CIE bisogna averli collegati dal profilo.",
    toProfile: "Vai al profilo",
    mismatch: { mismatch in
      switch mismatch {
      case .conflict:
        (
          "Questa identità è di un’altra persona",
          "Qui qualcun altro entra già con questo codice fiscale: può essere un tuo vecchio"
            + " accesso. Non abbiamo unito nulla. Chi amministra il sito guarderà il caso e"
            + " deciderà; riceverai un avviso per posta, se hai un indirizzo."
        )
      case .otherPerson:
        (
          "Non è la stessa persona",
          "Chi si è fatto riconoscere non è chi è entrato qui. Non è cambiato nulla: torna"
            + " all’altra scheda e conferma in un altro modo."
        )
      case .otherIdentity:
        (
          "Hai già un’altra identità",
          "Al tuo profilo è collegato un altro codice fiscale. Se non è il tuo, toglilo prima dal"
            + " profilo."
        )
      case .sessionOver:
        (
          "L’accesso è finito nel frattempo",
          "Sei uscito, o è passato troppo tempo: non abbiamo collegato nulla. Entra e riprova."
        )
      }
    },
    addressConflict: "Questo indirizzo è di un’altra persona",
    addressConflictText: "Qui qualcun altro entra già con questo indirizzo: può essere un tuo"
      + " vecchio accesso. Non abbiamo unito nulla. Chi amministra il sito guarderà il caso e"
      + " deciderà.",
    pledges: "Le tue adesioni",
    pledgesText: "Anche quelle fatte senza entrare, con un indirizzo di posta che hai confermato.",
    noPledges: "Nessuna adesione con il tuo indirizzo.",
    campaign: "Campagna",
    amount: "Importo",
    state: "Stato",
    placed: "Quando",
    desk: .it,
    letter: .it)

  package static let en = CredentialPhrases(
    title: "Ways in",
    lead: "Of each way that is added or taken away a mail tells you.",
    way: "Way",
    detail: "Details",
    lastUsed: "Last used",
    address: "Link by mail",
    verified: "verified",
    notVerified: "not verified yet",
    identity: "SPID or CIE",
    use: { "\($0.source.scheme == .spid ? "SPID" : "CIE") by \($1)" },
    notConnected: "not connected",
    noAddress: "no address",
    remove: "Take away",
    theOnlyOne: "It is your only way in.",
    removed: "Taken away. From now on nobody comes in that way.",
    othersEnded: {
      switch $0 {
      case 0: "No other sign-in was open that way."
      case 1: "One other sign-in that came that way was ended."
      case let count: "\(count) other sign-ins that came that way were ended."
      }
    },
    lastWayIn: "The last way in cannot be taken away.",
    notThere: "This way in is no longer there.",
    connect: "Connect SPID or CIE",
    connectText: "Choose the provider that recognises you: the order is random. Afterwards you can"
      + " come in that way too, and confirm with SPID or CIE the acts that ask for it.",
    connected: "SPID or CIE is connected.",
    addAddress: "Add a mail address",
    addAddressText: "We send you a link: open it with this same device.",
    newAddress: "Your mail address",
    sendAddressLink: "Send the link",
    addressAsked: { "We wrote to \($0): open the link with this device." },
    addressThere: "You have an address already: take it away first, then add the other.",
    tooMany: "You asked for too many: try again in a quarter of an hour.",
    confirmAddress: "Confirm the address",
    confirmAddressText: { "Do you want to come in with links that are sent to \($0)?" },
    isMine: "Yes, it is my address",
    addressAdded: "Address added.",
    addressGone: "The link is not valid",
    addressGoneText: "It was used before, has expired, or was asked for with another device or in"
      + " another sign-in. You can ask for a new one in your profile.",
    proved: "You have confirmed that it is you.",
    provedTitle: "Done",
    provedText: "You can close this tab: in the other one, press the button to go on. What you had"
      + " written is still there.",
    connectFirst: "To confirm with SPID or CIE, connect it in your profile first.",
    toProfile: "Go to your profile",
    mismatch: { mismatch in
      switch mismatch {
      case .conflict:
        (
          "This identity is another person’s",
          "Somebody else comes in here with this fiscal code already: it may be an old account of"
            + " yours. Nothing was joined. Who administers the site will look at it and decide; a"
            + " mail will tell you, if you have an address."
        )
      case .otherPerson:
        (
          "It is not the same person",
          "Who was recognised is not who is signed in here. Nothing has changed: go back to the"
            + " other tab and confirm in another way."
        )
      case .otherIdentity:
        (
          "You have another identity already",
          "Another fiscal code is connected to your profile. If it is not yours, take it away in"
            + " your profile first."
        )
      case .sessionOver:
        (
          "Your sign-in has ended meanwhile",
          "You signed out, or too much time has passed: nothing was connected. Sign in and try"
            + " again."
        )
      }
    },
    addressConflict: "This address is another person’s",
    addressConflictText: "Somebody else comes in here with this address already: it may be an old"
      + " account of yours. Nothing was joined. Who administers the site will look at it and"
      + " decide.",
    pledges: "Your pledges",
    pledgesText: "Those too that you made without signing in, with a mail address you confirmed.",
    noPledges: "No pledge with your address.",
    campaign: "Campaign",
    amount: "Amount",
    state: "State",
    placed: "When",
    desk: .en,
    letter: .en)
}
