// Why a webhook was not believed, for whoever looks at the provider's log of answers.

package struct WebhookPhrases: PhraseBook {
  package let refused: String
  package let signatureMissing: String
  package let signatureMalformed: String
  package let signatureWrong: String
  package let stale: String
  package let bodyUnreadable: String

  package static let it = WebhookPhrases(
    refused: "Notifica non accettata",
    signatureMissing: "Manca la firma: l’intestazione del gestore è vuota o non c’è.",
    signatureMalformed: "La firma non si legge: serve un tempo e almeno un codice.",
    signatureWrong:
      "La firma non corrisponde al contenuto: controlla il segreto da entrambe le parti.",
    stale:
      "La firma è giusta ma vecchia: controlla gli orologi, o è una copia di una notifica passata.",
    bodyUnreadable: "La firma è giusta ma il contenuto non è un evento: forse è arrivato a metà.")

  package static let en = WebhookPhrases(
    refused: "Webhook not accepted",
    signatureMissing: "The signature is missing: the provider’s header field is empty or absent.",
    signatureMalformed: "The signature cannot be read: a time and at least one code are needed.",
    signatureWrong: "The signature does not fit the body: check the secret on both sides.",
    stale:
      "The signature is right but old: check the clocks, or it is a copy of an earlier webhook.",
    bodyUnreadable: "The signature is right but the body is no event: perhaps it arrived cut off.")
}
