// What the list of a campaign's backers says to who delivers their rewards.
package import Domain

package struct BackersPhrases: PhraseBook {
  package let pledges: String
  package let pledgesLead: String
  package let pledgesNone: String
  package let number: String
  package let who: String
  package let hidden: String
  package let amount: String
  package let placedAt: String
  package let pledgeState: @Sendable (PledgeState) -> String
  package let printList: String

  package static let it = BackersPhrases(
    pledges: "Adesioni",
    pledgesLead: "I nomi che le persone hanno scelto di farti sapere, e quelli che servono per"
      + " consegnare.",
    pledgesNone: "Ancora nessuna adesione.",
    number: "Numero",
    who: "Chi",
    hidden: "non vuole farsi conoscere",
    amount: "Importo",
    placedAt: "Quando",
    pledgeState: {
      switch $0 {
      case .reserved, .awaitingPayment: "da pagare"
      case .authorised: "autorizzata"
      case .confirmed, .closed: "pagata"
      case .paymentFailed: "non riuscita"
      case .lapsed: "scaduta"
      case .cancelledByDonor, .cancelledByAdmin: "annullata"
      }
    },
    printList: "Per stampare l’elenco usa la stampa del browser.")

  package static let en = BackersPhrases(
    pledges: "Pledges",
    pledgesLead: "The names that people chose to tell you, and those needed to hand things over.",
    pledgesNone: "No pledges yet.",
    number: "Number",
    who: "Who",
    hidden: "prefers not to be known",
    amount: "Amount",
    placedAt: "When",
    pledgeState: {
      switch $0 {
      case .reserved, .awaitingPayment: "to be paid"
      case .authorised: "authorised"
      case .confirmed, .closed: "paid"
      case .paymentFailed: "failed"
      case .lapsed: "lapsed"
      case .cancelledByDonor, .cancelledByAdmin: "cancelled"
      }
    },
    printList: "Use your browser’s print to put the list on paper.")
}
