// What a reviewer reads before deciding about a campaign.

package struct ReviewDeskPhrases: PhraseBook {
  package let reviews: String
  package let reviewsNone: String
  package let reviewLead: String
  package let checklist: [String]
  package let decision: String
  package let approve: String
  package let approveNote: String
  package let requestChanges: String
  package let requestChangesNote: String
  package let reject: String
  package let rejectNote: String
  package let reasonHint: String
  package let decide: String
  package let decided: @Sendable (String) -> String
  package let ownCampaign: String

  package static let it = ReviewDeskPhrases(
    reviews: "Campagne da rivedere",
    reviewsNone: "Nessuna campagna aspetta una revisione.",
    reviewLead: "Leggi la pagina come la vedrà chi dona, poi decidi. La motivazione la legge chi ha"
      + " scritto la campagna.",
    checklist: [
      "La storia dice che cosa si fa, chi lo fa e quando.",
      "Ogni voce del preventivo si capisce e ha una cifra credibile.",
      "Il valore delle ricompense è onesto, allergeni e deperibilità sono detti.",
      "Le date lasciano il tempo di consegnare.",
      "Non si riconoscono persone che non l’hanno voluto.",
    ],
    decision: "Decisione",
    approve: "Approva",
    approveNote: "Va online da sola nel giorno di apertura.",
    requestChanges: "Chiedi modifiche",
    requestChangesNote: "Torna a chi l’ha scritta, con la tua motivazione.",
    reject: "Respingi",
    rejectNote: "Per sempre.",
    reasonHint: "Obbligatoria se chiedi modifiche o respingi.",
    decide: "Registra la decisione",
    decided: { "Decisione registrata: \($0)." },
    ownCampaign: "L’hai scritta tu: la revisione tocca a un’altra persona.")

  package static let en = ReviewDeskPhrases(
    reviews: "Campaigns to review",
    reviewsNone: "No campaign waits for a review.",
    reviewLead: "Read the page as donors will see it, then decide. Your reason is read by whoever"
      + " wrote the campaign.",
    checklist: [
      "The story says what is done, by whom and when.",
      "Each cost can be understood and its figure believed.",
      "The worth of rewards is honest; allergens and perishables are named.",
      "The dates leave time to hand things over.",
      "Nobody is recognisable who did not want to be.",
    ],
    decision: "Decision",
    approve: "Approve",
    approveNote: "It goes online by itself on its opening day.",
    requestChanges: "Ask for changes",
    requestChangesNote: "It goes back to who wrote it, with your reason.",
    reject: "Reject",
    rejectNote: "For good.",
    reasonHint: "Required when you ask for changes or reject.",
    decide: "Record the decision",
    decided: { "Decision recorded: \($0)." },
    ownCampaign: "You wrote it: somebody else has to review it.")
}
