// What is said about cards that are saved now and charged at the end.

package struct MandatePhrases: PhraseBook {
  package let heading: String
  /// What the donor agrees to, word for word: it is kept with the saved card.
  package let wording: @Sendable (Wording) -> String
  package let cardNote: String
  package let confirm: @Sendable (_ total: String) -> String
  package let save: @Sendable (_ total: String) -> String
  package let nothingToday: String
  package let savedLead: @Sendable (_ total: String, _ day: String) -> String
  package let campaignNote: String
  package let promised: @Sendable (_ amount: String) -> String
  package let revoke: String
  package let revokeNote: @Sendable (_ day: String) -> String
  package let atEnd: String
  package let atEndHint: String
  package let onlyAllOrNothing: String

  /// What the words of a mandate name.
  package struct Wording: Sendable {
    package let payee: String
    package let total: String
    package let campaign: String
    /// The campaign's last day.
    package let closes: String
    /// The last day on which the card may be charged.
    package let last: String

    package init(
      payee: String, total: String, campaign: String, days: (closes: String, last: String)
    ) {
      (self.payee, self.total, self.campaign) = (payee, total, campaign)
      (closes, last) = days
    }
  }

  package static let it = MandatePhrases(
    heading: "Autorizzazione all’addebito",
    wording: {
      "Autorizzo \($0.payee) a far salvare questa carta dal gestore dei pagamenti e ad addebitarla"
        + " una sola volta, per \($0.total), dopo il \($0.closes), solo se la campagna"
        + " «\($0.campaign)» raggiunge il minimo. Se l’addebito non riesce può essere ripetuto"
        + " fino al \($0.last). Posso revocare l’autorizzazione fino al \($0.closes) dalla pagina"
        + " della mia adesione."
    },
    cardNote:
      "La salvi ora sulla pagina sicura del gestore dei pagamenti. Si addebita solo alla fine, e"
      + " solo se la campagna riesce.",
    confirm: { "Conferma e salva la carta per \($0)" },
    save: { "Salva la carta per \($0)" },
    nothingToday: "Oggi non paghi nulla.",
    savedLead: {
      "La tua carta è salvata e non hai pagato nulla. Dopo il \($1), se la campagna raggiunge il"
        + " minimo, sarà addebitata una sola volta per \($0)."
    },
    campaignNote:
      "Le carte si salvano ora e si addebitano solo dopo la chiusura, se si raggiunge il minimo.",
    promised: { "Altri \($0) sono promessi con carte salvate." },
    revoke: "Revoca l’autorizzazione e annulla",
    revokeNote: { "Puoi ripensarci fino al \($0): la carta non sarà addebitata." },
    atEnd: "Salva le carte e addebitale solo alla fine",
    atEndHint:
      "Per campagne «tutto o niente» più lunghe di 7 giorni: chi paga con carta è addebitato solo"
      + " se la campagna riesce.",
    onlyAllOrNothing:
      "Le carte si possono addebitare alla fine solo con la regola «tutto o niente» e per più di"
      + " 7 giorni.")

  package static let en = MandatePhrases(
    heading: "Permission to charge",
    wording: {
      "I allow \($0.payee) to have this card saved by the payment provider and to charge it once,"
        + " \($0.total), after \($0.closes), only if the campaign “\($0.campaign)” reaches its"
        + " minimum. A charge that does not go through may be repeated until \($0.last). I can"
        + " withdraw this permission until \($0.closes) on the page of my pledge."
    },
    cardNote:
      "You save it now on the payment provider’s secure page. It is charged at the end only, and"
      + " only if the campaign succeeds.",
    confirm: { "Confirm and save the card for \($0)" },
    save: { "Save the card for \($0)" },
    nothingToday: "You pay nothing today.",
    savedLead: {
      "Your card is saved and you have paid nothing. After \($1), if the campaign reaches its"
        + " minimum, it is charged once, \($0)."
    },
    campaignNote:
      "Cards are saved now and charged only after the campaign closes, if it reaches its minimum.",
    promised: { "Another \($0) is promised with saved cards." },
    revoke: "Withdraw the permission and cancel",
    revokeNote: { "You can change your mind until \($0): the card will not be charged." },
    atEnd: "Save cards and charge them at the end only",
    atEndHint:
      "For all-or-nothing campaigns longer than 7 days: whoever pays by card is charged only if"
      + " the campaign succeeds.",
    onlyAllOrNothing:
      "Cards can be charged at the end only under the all-or-nothing rule, and for more than 7"
      + " days.")
}
