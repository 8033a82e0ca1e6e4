// What the desk's pages about refunds and disputes say.

package struct ReturnDeskPhrases: PhraseBook {
  package let refunds: String
  package let refundsLead: String
  package let disputes: String
  package let disputesLead: String
  package let refund: @Sendable (_ reference: String) -> String
  package let startRefund: String
  package let twoPeople: String
  package let left: @Sendable (_ amount: String) -> String
  package let reward: String
  package let gift: String
  package let shipping: String
  package let reason: String
  package let request: String
  package let requested: String
  package let approve: String
  package let reject: String
  package let approved: String
  package let rejected: String
  package let byTransfer: String
  package let byTransferNow: String
  package let giveUp: String
  package let giveUpTitle: @Sendable (_ reference: String) -> String
  package let giveUpNote: @Sendable (_ amount: String) -> String
  package let givenUp: String
  package let askedBy: String
  package let origin: String
  package let fee: String
  package let evidenceDue: String
  package let none: String
  package let amountUnreadable: String

  package static let it = ReturnDeskPhrases(
    refunds: "Rimborsi",
    refundsLead: "Un rimborso lo chiede una persona e lo decide un’altra. Poi parte da solo.",
    disputes: "Contestazioni",
    disputesLead:
      "Denaro ripreso dalla banca di chi ha pagato. Le prove si mandano dal suo fornitore.",
    refund: { "Rimborso dell’adesione \($0)" },
    startRefund: "Chiedi un rimborso",
    twoPeople: "Lo deciderà un’altra persona.",
    left: { "Restano \($0)." },
    reward: "Per la ricompensa",
    gift: "Parte donata",
    shipping: "Spedizione",
    reason: "Perché",
    request: "Chiedi il rimborso",
    requested: "Rimborso chiesto: ora lo decide un’altra persona.",
    approve: "Approva",
    reject: "Respingi",
    approved: "Rimborso approvato.",
    rejected: "Rimborso respinto.",
    byTransfer: "Fallo con bonifico",
    byTransferNow: "Il fornitore non viene più sollecitato: il rimborso va fatto con bonifico.",
    giveUp: "Nessuno lo ritira",
    giveUpTitle: { "Il rimborso dell’adesione \($0) non lo ritira nessuno" },
    giveUpNote: {
      "\($0) restano dovuti a chi ha aderito e restano nel registro. Se si fa vivo e il bonifico"
        + " parte, la riga dell’estratto si abbina come sempre."
    },
    givenUp: "Rimborso segnato: nessuno lo ritira.",
    askedBy: "Chiesto da",
    origin: "Da dove",
    fee: "Spesa",
    evidenceDue: "Prove entro",
    none: "Nessuno.",
    amountUnreadable: "Scrivi un importo come 12,50.")

  package static let en = ReturnDeskPhrases(
    refunds: "Refunds",
    refundsLead: "One person asks for a refund and another decides. Then it goes by itself.",
    disputes: "Disputes",
    disputesLead:
      "Money that a payer’s bank took back. Evidence is sent in the provider’s dashboard.",
    refund: { "Refund of pledge \($0)" },
    startRefund: "Ask for a refund",
    twoPeople: "Somebody else will decide.",
    left: { "\($0) is left." },
    reward: "For the reward",
    gift: "Given part",
    shipping: "Shipping",
    reason: "Why",
    request: "Ask for the refund",
    requested: "The refund was asked for: now somebody else decides.",
    approve: "Approve",
    reject: "Reject",
    approved: "The refund was approved.",
    rejected: "The refund was rejected.",
    byTransfer: "Send it by transfer",
    byTransferNow: "The provider is not asked again: the refund has to go by bank transfer.",
    giveUp: "Nobody takes it",
    giveUpTitle: { "Nobody takes the refund of pledge \($0)" },
    giveUpNote: {
      "\($0) stays owed to the backer and stays in the ledger. If they turn up and the transfer"
        + " goes, the statement’s line is matched as ever."
    },
    givenUp: "The refund is noted as unclaimed.",
    askedBy: "Asked by",
    origin: "From where",
    fee: "Fee",
    evidenceDue: "Evidence by",
    none: "None.",
    amountUnreadable: "Enter an amount like 12.50.")
}
