// What is said of what providers pay to our bank.
package import Domain

package struct SettlementPhrases: PhraseBook {
  package let settlements: String
  package let lead: String
  package let none: String
  package let title: @Sendable (_ reference: String) -> String
  package let lines: String
  package let byKind: String
  package let count: String
  package let gross: String
  package let fee: String
  package let net: String
  package let waiting: String
  package let failed: String
  package let complete: String
  package let arrived: String
  package let onStatement: String
  package let cut: @Sendable (_ max: Int) -> String
  package let differs: String

  package static let it = SettlementPhrases(
    settlements: "Accrediti dei fornitori",
    lead: "Quello che i fornitori versano sul nostro conto, e di quali movimenti è fatto.",
    none: "Nessun fornitore ha ancora versato nulla.",
    title: { "Accredito \($0)" },
    lines: "Movimenti",
    byKind: "Per tipo",
    count: "Quanti",
    gross: "Lordo",
    fee: "Commissione",
    net: "Netto",
    waiting: "il fornitore non l’ha ancora chiuso",
    failed: "non arrivato",
    complete: "completo",
    arrived: "sul conto",
    onStatement: "Sull’estratto conto",
    cut: { "Sono mostrati i primi \($0) movimenti; le somme per tipo li contano tutti." },
    differs: "La somma dei movimenti non è l’importo accreditato.")

  package static let en = SettlementPhrases(
    settlements: "Settlements",
    lead: "What providers pay to our account, and which movements it is made of.",
    none: "No provider has paid anything yet.",
    title: { "Settlement \($0)" },
    lines: "Movements",
    byKind: "By kind",
    count: "How many",
    gross: "Gross",
    fee: "Fee",
    net: "Net",
    waiting: "not closed by the provider yet",
    failed: "did not arrive",
    complete: "complete",
    arrived: "on the account",
    onStatement: "On the statement",
    cut: { "The first \($0) movements are shown; the sums by kind count all of them." },
    differs: "The sum of the movements is not the amount that was paid.")
}

extension ProviderMovement.Kind {
  package func word(_ language: Language) -> String {
    switch self {
    case .capture: language.say("incasso", "capture")
    case .refund: language.say("rimborso", "refund")
    case .refundFailed: language.say("rimborso non riuscito", "failed refund")
    case .disputeWithdrawn: language.say("contestazione aperta", "dispute opened")
    case .disputeReinstated: language.say("contestazione vinta", "dispute won")
    case .fee: language.say("commissione a parte", "fee apart")
    case .settlement: language.say("accredito", "settlement")
    case .settlementFailed: language.say("accredito non riuscito", "failed settlement")
    case .other: language.say("altro", "other")
    }
  }
}
