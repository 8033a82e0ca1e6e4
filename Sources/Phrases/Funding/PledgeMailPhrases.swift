// What the mails about a pledge say: one purpose each, the reference in all of them.

package struct PledgeMailPhrases: PhraseBook {
  package let hello: @Sendable (_ name: String) -> String
  package let receivedSubject: @Sendable (_ campaign: String) -> String
  package let received: @Sendable (_ total: String, _ campaign: String) -> String
  package let receivedNext: @Sendable (_ until: String) -> String
  package let transferSubject: @Sendable (_ campaign: String) -> String
  package let transfer: @Sendable (_ total: String, _ campaign: String) -> String
  package let transferNext: @Sendable (_ until: String) -> String
  package let paidSubject: @Sendable (_ campaign: String) -> String
  package let paid: @Sendable (_ total: String, _ campaign: String) -> String
  package let paidNext: String
  package let failedSubject: @Sendable (_ campaign: String) -> String
  package let failed: @Sendable (_ total: String, _ campaign: String) -> String
  package let failedNext: @Sendable (_ until: String) -> String
  package let cardSavedSubject: @Sendable (_ campaign: String) -> String
  package let cardSaved: @Sendable (_ total: String, _ campaign: String, _ day: String) -> String
  package let cardSavedNext: @Sendable (_ day: String) -> String
  package let reminderSubject: @Sendable (_ campaign: String) -> String
  package let reminder: @Sendable (_ total: String, _ campaign: String) -> String
  package let lapsedSubject: @Sendable (_ campaign: String) -> String
  package let lapsed: @Sendable (_ total: String, _ campaign: String) -> String
  package let lapsedNext: String
  package let releasedSubject: @Sendable (_ campaign: String) -> String
  package let released: @Sendable (_ total: String, _ campaign: String) -> String
  package let succeededSubject: @Sendable (_ campaign: String) -> String
  package let succeeded: @Sendable (_ total: String, _ campaign: String, _ owner: String) -> String
  package let belowSubject: @Sendable (_ campaign: String) -> String
  package let below: @Sendable (_ total: String, _ campaign: String, _ owner: String) -> String
  package let notReachedSubject: @Sendable (_ campaign: String) -> String
  package let notReached: @Sendable (_ total: String, _ campaign: String, _ way: String) -> String
  package let calledOffSubject: @Sendable (_ campaign: String) -> String
  package let calledOff: @Sendable (_ total: String, _ campaign: String, _ way: String) -> String
  package let backToCard: String
  package let backByTransfer: String
  package let endedNext: String
  package let yourPledge: String
  package let reference: @Sendable (String) -> String
  package let iban: String
  package let holder: String
  package let amount: String
  package let transferReference: String

  package static let it = PledgeMailPhrases(
    hello: { "Ciao \($0)," },
    receivedSubject: { "La tua adesione a «\($0)»" },
    received: { "abbiamo registrato la tua adesione di \($0) a «\($1)». Manca solo il pagamento." },
    receivedNext: { "Puoi pagare con la carta, o in un altro modo, fino al \($0):" },
    transferSubject: { "Come fare il bonifico per «\($0)»" },
    transfer: {
      "abbiamo registrato la tua adesione di \($0) a «\($1)». Per il bonifico usa questi dati:"
    },
    transferNext: { "La tua adesione resta valida fino al \($0). Il codice da inquadrare è qui:" },
    paidSubject: { "Grazie: pagamento ricevuto per «\($0)»" },
    paid: { "il tuo contributo di \($0) a «\($1)» è arrivato. Grazie." },
    paidNext: "Da questa pagina puoi seguire che cosa succede:",
    failedSubject: { "Il pagamento per «\($0)» non è riuscito" },
    failed: { "il pagamento di \($0) per «\($1)» non è riuscito. Non hai pagato nulla." },
    failedNext: { "Puoi riprovare, o pagare in un altro modo, fino al \($0):" },
    cardSavedSubject: { "La tua carta è salvata per «\($0)»" },
    cardSaved: {
      "la tua carta è salvata e non hai pagato nulla. Dopo il \($2), solo se la campagna «\($1)»"
        + " raggiunge il minimo, la carta sarà addebitata una sola volta per \($0)."
    },
    cardSavedNext: {
      "Da questa pagina rileggi che cosa hai autorizzato e puoi revocarlo fino al \($0):"
    },
    reminderSubject: { "La tua carta per «\($0)» non ha funzionato: si può rimediare" },
    reminder: {
      "la campagna «\($1)» può riuscire, ma l’addebito di \($0) sulla tua carta non è ancora"
        + " andato a buon fine. Non hai pagato nulla."
    },
    lapsedSubject: { "La tua adesione a «\($0)» è scaduta" },
    lapsed: {
      "i \($0) per «\($1)» non sono arrivati in tempo e la tua adesione è scaduta. Non hai pagato"
        + " nulla, e se avevi scelto una ricompensa è di nuovo libera."
    },
    lapsedNext: "Se vuoi sostenere ancora la campagna, puoi riprendere da qui:",
    releasedSubject: { "«\($0)»: la tua carta non sarà addebitata" },
    released: {
      "la campagna «\($1)» si è chiusa e la tua carta non è stata addebitata: i \($0) che avevi"
        + " promesso restano tuoi e l’autorizzazione non vale più."
    },
    succeededSubject: { "«\($0)» ce l’ha fatta" },
    succeeded: {
      "la campagna «\($1)» ha raggiunto il suo obiettivo: il tuo contributo di \($0) ora va a"
        + " \($2), che realizza il progetto."
    },
    belowSubject: { "«\($0)» si è chiusa: va avanti con quanto ha raccolto" },
    below: {
      "la campagna «\($1)» si è chiusa sotto l’obiettivo e, come era scritto nella sua regola,"
        + " tiene quanto ha raccolto: il tuo contributo di \($0) va a \($2), che dirà che cosa"
        + " farà con meno."
    },
    notReachedSubject: { "«\($0)» non ce l’ha fatta: ti restituiamo tutto" },
    notReached: {
      "la campagna «\($1)» non ha raggiunto il minimo: il tuo contributo di \($0) ti sarà"
        + " restituito per intero \($2), senza che tu debba chiederlo."
    },
    calledOffSubject: { "«\($0)» è stata annullata: ti restituiamo tutto" },
    calledOff: {
      "la campagna «\($1)» è stata annullata: il tuo contributo di \($0) ti sarà restituito per"
        + " intero \($2), senza che tu debba chiederlo."
    },
    backToCard: "sulla carta con cui hai pagato",
    backByTransfer: "con un bonifico",
    endedNext: "Da questa pagina puoi seguire che cosa succede:",
    yourPledge: "La pagina della tua adesione",
    reference: { "Numero dell’adesione: \($0)" },
    iban: "IBAN",
    holder: "Intestato a",
    amount: "Importo",
    transferReference: "Causale (scrivi solo questo)")

  package static let en = PledgeMailPhrases(
    hello: { "Hello \($0)," },
    receivedSubject: { "Your pledge to “\($0)”" },
    received: { "we have recorded your pledge of \($0) to “\($1)”. Only the payment is missing." },
    receivedNext: { "You can pay by card, or another way, until \($0):" },
    transferSubject: { "How to make the transfer for “\($0)”" },
    transfer: {
      "we have recorded your pledge of \($0) to “\($1)”. For the transfer use these details:"
    },
    transferNext: { "Your pledge is kept until \($0). The code to scan is here:" },
    paidSubject: { "Thank you: payment received for “\($0)”" },
    paid: { "your contribution of \($0) to “\($1)” has arrived. Thank you." },
    paidNext: "You can follow what happens on this page:",
    failedSubject: { "The payment for “\($0)” did not work" },
    failed: { "the payment of \($0) for “\($1)” did not work. You have paid nothing." },
    failedNext: { "You can try again, or pay another way, until \($0):" },
    cardSavedSubject: { "Your card is saved for “\($0)”" },
    cardSaved: {
      "your card is saved and you have paid nothing. After \($2), only if the campaign “\($1)”"
        + " reaches its minimum, the card is charged once, \($0)."
    },
    cardSavedNext: {
      "On this page you can read again what you agreed to, and withdraw it until \($0):"
    },
    reminderSubject: { "Your card for “\($0)” did not work: this can be mended" },
    reminder: {
      "the campaign “\($1)” can succeed, but charging \($0) to your card has not worked yet. You"
        + " have paid nothing."
    },
    lapsedSubject: { "Your pledge to “\($0)” has lapsed" },
    lapsed: {
      "the \($0) for “\($1)” did not arrive in time and your pledge has lapsed. You have paid"
        + " nothing, and if you had chosen a reward it is free again."
    },
    lapsedNext: "If you still want to support the campaign, you can take it up here:",
    releasedSubject: { "“\($0)”: your card will not be charged" },
    released: {
      "the campaign “\($1)” has closed and your card was not charged: the \($0) that you promised"
        + " stay yours, and your permission has ended."
    },
    succeededSubject: { "“\($0)” made it" },
    succeeded: {
      "the campaign “\($1)” has reached its goal: your contribution of \($0) now goes to \($2),"
        + " who will carry out the project."
    },
    belowSubject: { "“\($0)” has closed: it goes on with what it raised" },
    below: {
      "the campaign “\($1)” closed below its goal and, as its rule said, keeps what it raised: your"
        + " contribution of \($0) goes to \($2), who will say what they do with less."
    },
    notReachedSubject: { "“\($0)” did not make it: you get everything back" },
    notReached: {
      "the campaign “\($1)” did not reach its minimum: all of your contribution of \($0) will be"
        + " given back \($2), without your having to ask."
    },
    calledOffSubject: { "“\($0)” was called off: you get everything back" },
    calledOff: {
      "the campaign “\($1)” was called off: all of your contribution of \($0) will be given back"
        + " \($2), without your having to ask."
    },
    backToCard: "to the card you paid with",
    backByTransfer: "by bank transfer",
    endedNext: "You can follow what happens on this page:",
    yourPledge: "The page of your pledge",
    reference: { "Number of the pledge: \($0)" },
    iban: "IBAN",
    holder: "Account holder",
    amount: "Amount",
    transferReference: "Reference (write only this)")
}
