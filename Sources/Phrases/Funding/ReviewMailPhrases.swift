// What the mail about a review says to those who answer for the campaign.

package struct ReviewMailPhrases: PhraseBook {
  package let hello: @Sendable (_ name: String) -> String
  package let approvedSubject: @Sendable (_ campaign: String) -> String
  package let approved: @Sendable (_ campaign: String) -> String
  package let opensOn: @Sendable (_ day: String) -> String
  package let isOpen: String
  package let changesSubject: @Sendable (_ campaign: String) -> String
  package let changes: @Sendable (_ campaign: String) -> String
  package let rejectedSubject: @Sendable (_ campaign: String) -> String
  package let rejected: @Sendable (_ campaign: String) -> String
  package let reasons: String
  package let toCampaign: String
  package let toDraft: String
  package let closing: String

  package static let it = ReviewMailPhrases(
    hello: { "Ciao \($0)," },
    approvedSubject: { "«\($0)» è stata approvata" },
    approved: { "la campagna «\($0)» è stata approvata." },
    opensOn: { "Si apre da sola il \($0)." },
    isOpen: "È già aperta: chi vuole può sostenerla.",
    changesSubject: { "«\($0)»: servono delle modifiche" },
    changes: { "chi ha letto la campagna «\($0)» chiede delle modifiche prima di approvarla." },
    rejectedSubject: { "«\($0)» non è stata accettata" },
    rejected: { "la campagna «\($0)» non è stata accettata e non sarà pubblicata." },
    reasons: "Ecco che cosa ha scritto:",
    toCampaign: "Vai alla campagna",
    toDraft: "Apri la campagna e correggila",
    closing: "Raccolto")

  package static let en = ReviewMailPhrases(
    hello: { "Hello \($0)," },
    approvedSubject: { "“\($0)” was approved" },
    approved: { "the campaign “\($0)” was approved." },
    opensOn: { "It opens by itself on \($0)." },
    isOpen: "It is open already: whoever wants to can support it.",
    changesSubject: { "“\($0)”: changes are needed" },
    changes: { "who read the campaign “\($0)” asks for changes before approving it." },
    rejectedSubject: { "“\($0)” was not accepted" },
    rejected: { "the campaign “\($0)” was not accepted and will not be published." },
    reasons: "This is what they wrote:",
    toCampaign: "Go to the campaign",
    toDraft: "Open the campaign and correct it",
    closing: "Raccolto")
}
