// What a backer reads about the right to leave the contract.

package struct WithdrawalPhrases: PhraseBook {
  package let heading: String
  /// Said before paying, wherever the law gives the right.
  package let notice: String
  package let until: @Sendable (_ day: String) -> String
  package let noDay: String
  package let withdraw: String
  package let done: String
  package let noRight: String
  package let writeToUs: String

  package static let it = WithdrawalPhrases(
    heading: "Recesso",
    notice: "Puoi recedere senza dire perché fino a 14 giorni dopo la consegna",
    until: {
      "Puoi recedere senza dire perché fino al \($0): ti torna tutto, anche la spedizione."
    },
    noDay: "Puoi recedere senza dire perché: ti torna tutto, anche la spedizione.",
    withdraw: "Recedo e chiedo il rimborso",
    done: "Hai esercitato il recesso: il rimborso parte da solo.",
    noRight: "Per questa adesione non c’è, o non c’è più, il diritto di recesso.",
    writeToUs: "Ora non possiamo rimborsare da soli: scrivici e ci pensiamo noi.")

  package static let en = WithdrawalPhrases(
    heading: "Right of withdrawal",
    notice: "You can withdraw without giving a reason until 14 days after delivery",
    until: { "You can withdraw without giving a reason until \($0): you get everything back." },
    noDay: "You can withdraw without giving a reason: you get everything back.",
    withdraw: "I withdraw and ask for my money back",
    done: "You have withdrawn: the refund goes by itself.",
    noRight: "This pledge has no right of withdrawal, or has it no longer.",
    writeToUs: "We cannot refund this by ourselves now: write to us and we will see to it.")
}
