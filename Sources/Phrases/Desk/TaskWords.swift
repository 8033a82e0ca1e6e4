// What Raccolto does by itself, and through whom it is paid, in words.
package import Domain

/// The work of a kind of task in words; a kind without words keeps its name.
package func taskWord(_ kind: String, _ language: Language) -> String {
  switch kind {
  case "sendMail": language.say("Manda un messaggio", "Sends a message")
  case "applyWebhook": language.say("Elabora una notifica", "Applies an event")
  case "confirmPayment": language.say("Conferma un pagamento", "Confirms a payment")
  case "deliverSandboxEvent":
    language.say("Consegna una notifica di prova", "Delivers a sandbox event")
  case "settleSandboxPayments":
    language.say("Conclude i pagamenti di prova", "Settles sandbox payments")
  case "pollPayments":
    language.say("Chiede al fornitore dei pagamenti fermi", "Asks the provider about payments")
  case "expirePayments":
    language.say("Fa scadere i pagamenti non conclusi", "Lets unfinished payments expire")
  case "foldTotals": language.say("Somma i movimenti del registro", "Adds up the ledger")
  case "verifyLedger": language.say("Verifica il registro", "Verifies the ledger")
  case "sealLedger": language.say("Sigilla il registro", "Seals the ledger")
  case "publishHead":
    language.say("Pubblica l’impronta del giorno", "Publishes the hash of the day")
  case "turnCampaigns":
    language.say("Apre e chiude le campagne", "Opens and closes campaigns")
  case "turnPhases":
    language.say("Apre e chiude le fasi dei percorsi", "Opens and closes phases of processes")
  case "expirePledges":
    language.say("Fa scadere le adesioni non pagate", "Lets unpaid pledges expire")
  case "tellCampaign":
    language.say("Avvisa chi segue una campagna", "Tells the people of a campaign")
  case "settleMatches":
    language.say("Conclude le promesse degli sponsor", "Ends sponsors’ promises")
  case "submitRefunds": language.say("Manda i rimborsi decisi", "Sends decided refunds")
  case "chargeCards": language.say("Addebita le carte salvate", "Charges saved cards")
  case "confirmCard": language.say("Conferma una carta salvata", "Confirms a saved card")
  case "checkMovements":
    language.say("Confronta i movimenti del fornitore", "Compares the provider’s movements")
  case "bindIdentity":
    language.say("Unisce ciò che è di una persona", "Joins what belongs to a person")
  case "expireSamlRequests":
    language.say("Fa scadere le richieste di accesso", "Lets sign-in requests expire")
  case "purgeSamlExchanges":
    language.say("Cancella i vecchi scambi di accesso", "Deletes old sign-in exchanges")
  case "refreshProviders":
    language.say("Aggiorna i gestori di identità", "Refreshes identity providers")
  case "watchCertificates": language.say("Sorveglia i certificati", "Watches certificates")
  case "countVotes": language.say("Conta i voti", "Counts votes")
  case "watchRefusals":
    language.say("Sorveglia gli accessi rifiutati", "Watches refused sign-ins")
  case _: kind
  }
}

/// A line of the queue in words.
package func queueWord(_ queue: String, _ language: Language) -> String {
  switch queue {
  case "webhooks": language.say("notifiche", "events")
  case "money": language.say("denaro", "money")
  case "mail": language.say("posta", "mail")
  case "reports": language.say("controlli", "checks")
  case "imports": language.say("importazioni", "imports")
  case _: queue
  }
}

extension ProviderName {
  /// Who moves the money, as people call it.
  package func word(_ language: Language) -> String {
    switch text {
    case "bank": language.say("bonifico", "bank transfer")
    case "sandbox": language.say("carta di prova", "test card")
    case _: text.prefix(1).uppercased() + text.dropFirst()
    }
  }
}

extension Account {
  /// Whose account it is: a provider as people call it, else the owner as the code has it.
  package func ownerWord(_ language: Language) -> String? {
    guard kind == .provider || kind == .providerInTransit, let owner,
      let provider = ProviderName(owner)
    else { return owner }
    return provider.word(language)
  }
}
