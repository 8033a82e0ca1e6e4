// What the hosted page of the sandbox provider says. It speaks as another company would.
import Domain

package struct SandboxPhrases: PhraseBook {
  package let title: String
  package let noMoney: String
  package let choose: String
  package let cardNumber: String
  package let order: String
  package let amount: String
  package let pay: String
  package let decline: String
  package let authenticate: String
  package let slow: String
  package let abandon: String
  package let back: String
  package let bankTitle: String
  package let bankText: String
  package let confirm: String
  package let refuse: String
  package let declined: String
  package let notAuthenticated: String
  package let processing: String
  package let succeeded: String
  package let expired: String
  package let dashboard: String
  package let left: @Sendable (_ amount: String) -> String
  package let part: String
  package let startRefund: String
  package let failRefund: String
  package let startDispute: String
  package let winDispute: String
  package let loseDispute: String
  package let cardTitle: String
  package let chooseCard: String
  package let goodCard: String
  package let decliningCard: String
  package let guardedCard: String
  package let cardSaved: String
  package let moodTitle: String
  package let moodText: String
  package let doubled: String
  package let lost: String
  package let delay: String
  package let save: String
  package let saved: String
  package let numbersOnly: String

  package static let it = SandboxPhrases(
    title: "Pagamento di prova",
    noMoney:
      "Questa è una pagina di prova: nessun denaro viene spostato e nessuna carta è chiesta.",
    choose: "Scegli come deve finire il pagamento",
    cardNumber: "Numero di una carta finta, se vuoi che sia riconosciuta",
    order: "Per", amount: "Importo",
    pay: "Paga", decline: "Carta rifiutata",
    authenticate: "Chiedi la conferma della banca",
    slow: "Paga, con esito dopo qualche secondo",
    abandon: "Rinuncia",
    back: "Torna al sito",
    bankTitle: "Conferma della banca (prova)",
    bankText: "La tua banca ti chiede se questo pagamento è tuo.",
    confirm: "Sì, confermo", refuse: "No, non sono io",
    declined: "La carta è stata rifiutata. Puoi provare di nuovo.",
    notAuthenticated: "La banca non ha confermato. Puoi provare di nuovo.",
    processing: "Il pagamento è in corso: l’esito arriva tra qualche secondo.",
    succeeded: "Il pagamento è riuscito.",
    expired: "Il tempo per pagare è finito, oppure hai rinunciato.",
    dashboard: "Dietro le quinte del fornitore",
    left: { "Restano \($0) di questo pagamento." },
    part: "Solo una parte (vuoto per tutto)",
    startRefund: "Rimborsa",
    failRefund: "Fai fallire l’ultimo rimborso",
    startDispute: "Apri una contestazione",
    winDispute: "Contestazione vinta",
    loseDispute: "Contestazione persa",
    cardTitle: "Salva una carta di prova",
    chooseCard: "Scegli come si comporterà la carta quando sarà addebitata",
    goodCard: "Una carta che paga",
    decliningCard: "Una carta che sarà rifiutata",
    guardedCard: "Una carta per cui la banca vorrà chi la possiede",
    cardSaved: "La carta è salvata. Puoi cambiare come si comporta.",
    moodTitle: "Come si comporta il fornitore di prova",
    moodText: "I fornitori veri a volte mandano gli avvisi due volte, in ritardo, o mai.",
    doubled: "Avvisi mandati due volte, su cento",
    lost: "Avvisi mai mandati, su cento",
    delay: "Ritardo massimo, in secondi",
    save: "Salva", saved: "Salvato.",
    numbersOnly: "Scrivi tre numeri interi: due da 0 a 100, uno da 0 a 600.")

  package static let en = SandboxPhrases(
    title: "Test payment",
    noMoney: "This is a test page: no money moves, and no card is asked for.",
    choose: "Choose how the payment should end",
    cardNumber: "Number of a pretend card, if you want it to be recognised",
    order: "For", amount: "Amount",
    pay: "Pay", decline: "Card declined",
    authenticate: "Ask the bank to confirm",
    slow: "Pay, with the outcome some seconds later",
    abandon: "Give up",
    back: "Back to the site",
    bankTitle: "Bank confirmation (test)",
    bankText: "Your bank asks whether this payment is yours.",
    confirm: "Yes, I confirm", refuse: "No, it is not me",
    declined: "The card was declined. You can try again.",
    notAuthenticated: "The bank did not confirm. You can try again.",
    processing: "The payment is under way: its outcome comes in some seconds.",
    succeeded: "The payment succeeded.",
    expired: "The time to pay is over, or you gave up.",
    dashboard: "Behind the provider’s scenes",
    left: { "\($0) of this payment is left." },
    part: "Only a part (empty for all)",
    startRefund: "Refund",
    failRefund: "Let the last refund fail",
    startDispute: "Open a dispute",
    winDispute: "Dispute won",
    loseDispute: "Dispute lost",
    cardTitle: "Save a test card",
    chooseCard: "Choose how the card behaves when it is charged",
    goodCard: "A card that pays",
    decliningCard: "A card that is declined",
    guardedCard: "A card whose bank asks for its owner",
    cardSaved: "The card is saved. You can change how it behaves.",
    moodTitle: "How the test provider behaves",
    moodText: "Real providers sometimes send their notices twice, late, or never.",
    doubled: "Notices sent twice, of a hundred",
    lost: "Notices never sent, of a hundred",
    delay: "Longest delay, in seconds",
    save: "Save", saved: "Saved.",
    numbersOnly: "Write three whole numbers: two from 0 to 100, one from 0 to 600.")
}
