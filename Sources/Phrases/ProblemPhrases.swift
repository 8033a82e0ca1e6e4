// What people are told when something was not done, whatever the area.

package struct ProblemPhrases: PhraseBook {
  package let notFound: String
  package let notFoundDetail: String
  package let gone: String
  package let goneDetail: String
  package let notAllowed: String
  package let notAllowedDetail: String
  package let notInPlace: String
  package let notInPlaceDetail: String
  package let notSignedIn: String
  package let notSignedInDetail: String
  package let staleForm: String
  package let staleFormDetail: String
  package let otherSite: String
  package let otherSiteDetail: String
  package let malformed: String
  package let malformedDetail: String
  package let tooLarge: String
  package let tooLargeDetail: String
  package let tooSlow: String
  package let tooSlowDetail: String
  package let wrongMethod: String
  package let wrongMethodDetail: String
  package let unsupportedType: String
  package let unsupportedTypeDetail: String
  package let tooMany: String
  package let tooManyDetail: String
  package let incident: String
  package let incidentDetail: String
  package let unavailable: String
  package let unavailableDetail: String
  package let tryAgainIn: @Sendable (Int) -> String
  package let incidentCode: String
  package let backHome: String
  package let ofAField: String

  package static let it = ProblemPhrases(
    notFound: "Pagina non trovata",
    notFoundDetail:
      "L’indirizzo è sbagliato, la pagina è stata spostata, oppure non hai il permesso"
      + " di vederla.",
    gone: "Non c’è più",
    goneDetail: "Quello che cerchi c’era, ed è stato tolto o è scaduto.",
    notAllowed: "Non hai il permesso",
    notAllowedDetail: "Il tuo ruolo non permette di fare questo. Se pensi che sia un errore,"
      + " scrivi a chi amministra il sito.",
    notInPlace: "Può farlo solo la persona stessa",
    notInPlaceDetail: "Agisci al posto di un’altra persona: denaro, ruoli, conti e modi di entrare"
      + " restano suoi. Torna a essere te e riprova.",
    notSignedIn: "Devi prima accedere",
    notSignedInDetail: "Questa risposta è solo per chi ha fatto l’accesso.",
    staleForm: "Il modulo è scaduto",
    staleFormDetail: "Per sicurezza ogni modulo vale solo per chi l’ha aperto. Torna indietro,"
      + " ricarica la pagina e invia di nuovo: non è stato cambiato nulla.",
    otherSite: "Invio non accettato",
    otherSiteDetail: "Il modulo è stato inviato da un altro sito. Non è stato cambiato nulla."
      + " Apri la pagina qui e riprova.",
    malformed: "Richiesta non leggibile",
    malformedDetail: "Quello che è arrivato non è un modulo completo. Torna indietro e riprova.",
    tooLarge: "Troppo grande",
    tooLargeDetail: "Quello che hai inviato supera la dimensione consentita. Riducilo e riprova.",
    tooSlow: "Invio troppo lento",
    tooSlowDetail: "L’invio si è interrotto. Controlla la connessione e riprova.",
    wrongMethod: "Richiesta non prevista",
    wrongMethodDetail: "Questo indirizzo non accetta questo tipo di richiesta.",
    unsupportedType: "Formato non previsto",
    unsupportedTypeDetail: "Questo indirizzo non accetta dati in questo formato.",
    tooMany: "Troppe richieste",
    tooManyDetail: "Sono arrivate troppe richieste in poco tempo. Aspetta un momento e riprova.",
    incident: "Qualcosa non ha funzionato",
    incidentDetail: "È un errore nostro ed è stato registrato. Riprova tra poco; se succede ancora,"
      + " scrivici e indica il codice qui sotto.",
    unavailable: "Torniamo subito",
    unavailableDetail: "Una parte del servizio non risponde. Riprova tra qualche secondo.",
    tryAgainIn: { "Puoi riprovare tra \($0) \($0 == 1 ? "secondo" : "secondi")." },
    incidentCode: "Codice dell’episodio",
    backHome: "Torna alla pagina iniziale",
    ofAField: "Un campo non è stato accettato")

  package static let en = ProblemPhrases(
    notFound: "Page not found",
    notFoundDetail: "The address is wrong, the page has moved, or you may not see it.",
    gone: "No longer here",
    goneDetail: "What you are looking for was here, and has been removed or has expired.",
    notAllowed: "You may not do this",
    notAllowedDetail: "Your role does not allow this. If you think that is a mistake,"
      + " write to whoever runs the site.",
    notInPlace: "Only the person themselves can do this",
    notInPlaceDetail: "You act in somebody else’s place: money, roles, accounts and ways in stay"
      + " theirs. Be yourself again and try once more.",
    notSignedIn: "Sign in first",
    notSignedInDetail: "This answer is only for people who have signed in.",
    staleForm: "The form has expired",
    staleFormDetail: "For safety each form works only for whoever opened it. Go back,"
      + " reload the page and send it again: nothing was changed.",
    otherSite: "Not accepted",
    otherSiteDetail: "The form was sent from another site. Nothing was changed."
      + " Open the page here and try again.",
    malformed: "Unreadable request",
    malformedDetail: "What arrived is not a complete form. Go back and try again.",
    tooLarge: "Too large",
    tooLargeDetail: "What you sent is larger than allowed. Make it smaller and try again.",
    tooSlow: "Too slow",
    tooSlowDetail: "Sending stopped half-way. Check your connection and try again.",
    wrongMethod: "Unexpected request",
    wrongMethodDetail: "This address does not accept this kind of request.",
    unsupportedType: "Unexpected format",
    unsupportedTypeDetail: "This address does not accept data in this format.",
    tooMany: "Too many requests",
    tooManyDetail: "Too many requests arrived in a short time. Wait a moment and try again.",
    incident: "Something went wrong",
    incidentDetail: "The mistake is ours and has been recorded. Try again shortly; if it happens"
      + " again, write to us and mention the code below.",
    unavailable: "Back in a moment",
    unavailableDetail: "A part of the service is not answering. Try again in a few seconds.",
    tryAgainIn: { "You can try again in \($0) \($0 == 1 ? "second" : "seconds")." },
    incidentCode: "Incident code",
    backHome: "Back to the home page",
    ofAField: "A field was not accepted")
}
