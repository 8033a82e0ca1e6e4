// One line of a statement: what it says, what was decided, what can be decided.
package import Domain

package struct LinePhrases: PhraseBook {
  package let bookedOn: String
  package let amount: String
  package let counterpart: String
  package let text: String
  package let state: String
  package let reference: String
  package let bankReference: String
  package let endToEnd: String
  package let account: String
  package let valuedOn: String
  package let decidedBy: @Sendable (_ name: String, _ when: String) -> String
  package let byRule: @Sendable (_ when: String) -> String
  package let note: String
  package let noText: String
  package let decide: String
  package let decision: String
  package let toPledge: String
  package let toPledgeNote: String
  package let pledgeCode: String
  package let pledgeCodeHint: String
  package let toSuspense: String
  package let toSuspenseNote: String
  package let asFee: String
  package let asFeeNote: String
  package let toFund: String
  package let toFundNote: String
  package let noSuchFund: String
  package let toRefund: String
  package let toRefundNote: String
  package let toSettlement: String
  package let toSettlementNote: String
  package let settlementBack: String
  package let settlementBackNote: String
  package let toPayout: String
  package let toPayoutNote: String
  package let payoutBack: String
  package let payoutBackNote: String
  package let refundBack: String
  package let refundBackNote: String
  package let toSponsor: String
  package let toSponsorNote: String
  package let suspenseBack: String
  package let suspenseBackNote: String
  package let noSuchPayout: String
  package let payoutDiffers: @Sendable (_ amount: String) -> String
  package let payoutElsewhere: @Sendable (_ state: String) -> String
  package let noSuchTransfer: String
  package let noSuchSuspense: String
  package let nothingToReturn: String
  package let aboveOwed: @Sendable (_ owed: String) -> String
  package let lineCode: String
  package let payouts: String
  package let payoutsLead: String
  package let suspense: String
  package let suspenseLead: String
  package let noSuchSettlement: String
  package let settlementDiffers: @Sendable (_ amount: String) -> String
  package let settlements: String
  package let settlementsLead: String
  package let sentOn: String
  package let provider: String
  package let aside: String
  package let asideNote: String
  package let noteHint: String
  package let save: String
  package let undo: String
  package let undoNote: String
  package let whyUndo: String
  package let candidates: String
  package let candidatesLead: String
  package let donor: String
  package let pledge: String
  package let settled: String
  package let undone: String
  package let nothingToUndo: String
  package let tooLate: String
  package let alreadySettled: String
  package let noSuchPledge: String
  package let pledgeNotOpen: String
  package let tooLittle: @Sendable (_ promised: String) -> String
  package let wrongDirection: String
  package let overdrawn: String
  package let noteMissing: String

  package static let it = LinePhrases(
    bookedOn: "Data contabile",
    amount: "Importo",
    counterpart: "Controparte",
    text: "Causale",
    state: "Stato",
    reference: "Riferimento",
    bankReference: "Riferimento della banca",
    endToEnd: "Identificativo end-to-end",
    account: "Conto della controparte",
    valuedOn: "Data valuta",
    decidedBy: { "Deciso da \($0) il \($1)." },
    byRule: { "Deciso dalla regola il \($0)." },
    note: "Motivo",
    noText: "Nessuna causale",
    decide: "Decidi",
    decision: "Che cos’è questo movimento?",
    toPledge: "È il bonifico di un’adesione",
    toPledgeNote: "L’adesione viene confermata; quanto supera la promessa resta a credito.",
    pledgeCode: "Codice di ciò che hai scelto",
    pledgeCodeHint: "Per un’adesione, per esempio, K7QF-2M9X oppure RF18 5390 0754 7034",
    toSuspense: "Non si sa di chi sia",
    toSuspenseNote: "La somma entra nel registro fra quelle in sospeso.",
    asFee: "È una spesa della banca",
    asFeeNote: "Entra nel registro come costo.",
    toFund: "È il versamento di uno sponsor",
    toFundNote: "Scrivi il codice del fondo: i soldi restano legati alla sua regola.",
    noSuchFund: "Nessun fondo aperto ha questo codice.",
    toRefund: "È il rimborso di un’adesione",
    toRefundNote: """
      Un rimborso che non poteva tornare sulla carta, o quanto superava la promessa: scrivi il \
      codice dell’adesione.
      """,
    toSettlement: "È un accredito di chi incassa le carte",
    toSettlementNote: "Scrivi il codice che gli ha dato il fornitore, per esempio po_1Nx…",
    settlementBack: "È un accredito che è tornato indietro",
    settlementBackNote: "Scrivi il codice che gli ha dato il fornitore.",
    toPayout: "È un versamento a un progetto",
    toPayoutNote: "Scrivi il suo identificativo: è nella pagina dei versamenti e nel file.",
    payoutBack: "È un versamento che è tornato indietro",
    payoutBackNote: "Scrivi il suo identificativo: la somma è di nuovo dovuta al progetto.",
    refundBack: "È un rimborso con bonifico che è tornato indietro",
    refundBackNote: "Scrivi il codice dell’adesione: il rimborso è di nuovo da fare.",
    toSponsor: "È il resto di un fondo chiuso, restituito allo sponsor",
    toSponsorNote: "Scrivi il codice del fondo.",
    suspenseBack: "È una somma in sospeso, restituita a chi l’aveva mandata",
    suspenseBackNote: "Scrivi il codice della riga che l’aveva portata: è nella sua pagina.",
    noSuchPayout: "Nessun versamento ha questo identificativo: controlla di averlo scritto bene.",
    payoutDiffers: { "Quel versamento è di \($0): non è questo movimento." },
    payoutElsewhere: { "Quel versamento non può essere su questa riga: è «\($0)»." },
    noSuchTransfer: "Nessun rimborso di questo importo è partito con bonifico per questo codice.",
    noSuchSuspense: "Nessuna somma in sospeso di questo importo è arrivata con quella riga.",
    nothingToReturn:
      "Per questo codice non aspetta nessun rimborso di questo importo, e nessun resto.",
    aboveOwed: { "Per questo codice si possono restituire al massimo \($0)." },
    lineCode: "Codice della riga",
    payouts: "Versamenti dello stesso importo",
    payoutsLead: "Quelli che un estratto può mostrare: copia l’identificativo di quello giusto.",
    suspense: "Somme in sospeso dello stesso importo",
    suspenseLead: "Forse una di queste è tornata a chi l’aveva mandata.",
    noSuchSettlement: """
      Nessun accredito con questo codice si aspetta qui: controlla fra gli accrediti dei fornitori.
      """,
    settlementDiffers: { "Quell’accredito è di \($0): non è questo movimento." },
    settlements: "Accrediti attesi dello stesso importo",
    settlementsLead: "Quelli che il registro conosce e che nessun estratto ha ancora mostrato.",
    sentOn: "Partito il",
    provider: "Fornitore",
    aside: "Non ci riguarda, o è già stato contato",
    asideNote: "Non entra nel registro. Scrivi il motivo.",
    noteHint: "Obbligatorio per le somme in sospeso e per i movimenti messi da parte.",
    save: "Salva la decisione",
    undo: "Annulla la decisione",
    undoNote: "Il registro riceve una scrittura contraria; nulla viene cancellato.",
    whyUndo: "Perché la annulli",
    candidates: "Adesioni dello stesso importo ancora da pagare",
    candidatesLead: "Solo un aiuto: controlla il nome prima di abbinare.",
    donor: "Nome",
    pledge: "Adesione",
    settled: "Decisione salvata.",
    undone: "Decisione annullata.",
    nothingToUndo: "Non c’è nessuna decisione da annullare.",
    tooLate: "Non si può più annullare: la somma è già stata assegnata o restituita.",
    alreadySettled: "Qualcuno ha già deciso per questa riga.",
    noSuchPledge: "Nessuna adesione ha questo codice: controlla di averlo scritto bene.",
    pledgeNotOpen: "Questa adesione è già pagata, annullata o chiusa.",
    tooLittle: {
      "La somma è inferiore ai \($0) promessi: mettila in sospeso e senti il donatore."
    },
    wrongDirection: "Un’entrata non è una spesa, e un’uscita non è un contributo.",
    overdrawn: "Il registro andrebbe sotto zero: importa prima gli estratti precedenti.",
    noteMissing: "Scrivi il motivo.")

  package static let en = LinePhrases(
    bookedOn: "Booking date",
    amount: "Amount",
    counterpart: "Counterpart",
    text: "Text",
    state: "State",
    reference: "Reference",
    bankReference: "Bank’s reference",
    endToEnd: "End-to-end id",
    account: "Counterpart’s account",
    valuedOn: "Value date",
    decidedBy: { "Decided by \($0) on \($1)." },
    byRule: { "Decided by the rule on \($0)." },
    note: "Reason",
    noText: "No text",
    decide: "Decide",
    decision: "What is this movement?",
    toPledge: "It is the transfer of a pledge",
    toPledgeNote: "The pledge is confirmed; what is above the promise stays as the donor’s credit.",
    pledgeCode: "Code of what you chose",
    pledgeCodeHint: "For a pledge, for example, K7QF-2M9X or RF18 5390 0754 7034",
    toSuspense: "It is not known whose it is",
    toSuspenseNote: "The sum goes into the ledger as money in suspense.",
    asFee: "It is a charge of the bank",
    asFeeNote: "It goes into the ledger as a cost.",
    toFund: "It is a sponsor’s deposit",
    toFundNote: "Write the fund’s code: the money stays bound to its rule.",
    noSuchFund: "No open fund has this code.",
    toRefund: "It is the refund of a pledge",
    toRefundNote: """
      One that could not go back to a card, or what was above the promise: write the pledge’s code.
      """,
    toSettlement: "It is a settlement of the card provider",
    toSettlementNote: "Write the code that the provider gave it, for example po_1Nx…",
    settlementBack: "It is a settlement that went back",
    settlementBackNote: "Write the code that the provider gave it.",
    toPayout: "It is a payout to a project",
    toPayoutNote: "Write its id: it is on the page of payouts and in the file.",
    payoutBack: "It is a payout that came back",
    payoutBackNote: "Write its id: the sum is due to the project again.",
    refundBack: "It is a refund by transfer that came back",
    refundBackNote: "Write the pledge’s code: the refund has to be made again.",
    toSponsor: "It is what was left of a closed fund, given back to the sponsor",
    toSponsorNote: "Write the fund’s code.",
    suspenseBack: "It is money in suspense, given back to who had sent it",
    suspenseBackNote: "Write the code of the line that had brought it: it is on its page.",
    noSuchPayout: "No payout has this id: check how it is written.",
    payoutDiffers: { "That payout is of \($0): it is not this movement." },
    payoutElsewhere: { "That payout cannot be on this line: it is “\($0)”." },
    noSuchTransfer: "No refund of this amount has gone by transfer for this code.",
    noSuchSuspense: "No money in suspense of this amount came by that line.",
    nothingToReturn: "No refund of this amount, and nothing left over, waits for this code.",
    aboveOwed: { "At most \($0) can be given back for this code." },
    lineCode: "Code of the line",
    payouts: "Payouts of the same amount",
    payoutsLead: "Those that a statement can show: copy the id of the right one.",
    suspense: "Money in suspense of the same amount",
    suspenseLead: "Maybe one of these went back to who had sent it.",
    noSuchSettlement: "No settlement with this code is awaited here: look at the settlements.",
    settlementDiffers: { "That settlement is of \($0): it is not this movement." },
    settlements: "Awaited settlements of the same amount",
    settlementsLead: "Those that the ledger knows and no statement has shown yet.",
    sentOn: "Sent on",
    provider: "Provider",
    aside: "It does not concern us, or was counted already",
    asideNote: "It does not go into the ledger. Write the reason.",
    noteHint: "Required for money in suspense and for movements set aside.",
    save: "Save the decision",
    undo: "Take the decision back",
    undoNote: "The ledger gets an opposite entry; nothing is erased.",
    whyUndo: "Why you take it back",
    candidates: "Unpaid pledges of the same amount",
    candidatesLead: "Only a help: check the name before matching.",
    donor: "Name",
    pledge: "Pledge",
    settled: "Decision saved.",
    undone: "Decision taken back.",
    nothingToUndo: "There is no decision to take back.",
    tooLate: "It cannot be taken back any more: the sum was settled or given back.",
    alreadySettled: "Somebody has decided about this line already.",
    noSuchPledge: "No pledge has this code: check how it is written.",
    pledgeNotOpen: "This pledge is paid, cancelled or closed already.",
    tooLittle: {
      "The sum is less than the \($0) promised: keep it in suspense and ask the donor."
    },
    wrongDirection: "What came in is no charge, and what went out is no pledge.",
    overdrawn: "The ledger would go below zero: import the earlier statements first.",
    noteMissing: "Write the reason.")
}

extension LineMatch {
  /// State and reason in one sentence.
  package func sentence(_ language: Language) -> String {
    let isItalian = language == .italian
    switch (waits, settled) {
    case (let reason?, _): return reason.sentence(language)
    case (nil, .exactReference?):
      return isItalian
        ? "Abbinata: riferimento e importo esatti" : "Matched: exact reference and amount"
    case (nil, .chosenByHand?): return isItalian ? "Abbinata a mano" : "Matched by hand"
    case (nil, .matchDeposit?): return isItalian ? "Versato in un fondo" : "Paid into a match fund"
    case (nil, .bankFee?): return isItalian ? "Spesa della banca" : "Bank charge"
    case (nil, .ownerUnknown?):
      return isItalian ? "In sospeso: non si sa di chi sia" : "In suspense: owner unknown"
    case (nil, .setAside?): return isItalian ? "Messa da parte" : "Set aside"
    case (nil, .payout?): return isItalian ? "Versamento partito" : "Payout sent"
    case (nil, .payoutReturned?): return isItalian ? "Versamento tornato" : "Payout returned"
    case (nil, .refundTransfer?):
      return isItalian ? "Rimborso con bonifico" : "Refund by transfer"
    case (nil, .refundReturned?):
      return isItalian ? "Rimborso tornato indietro" : "Refund that came back"
    case (nil, .creditReturned?):
      return isItalian ? "Credito restituito al donatore" : "Credit given back to the donor"
    case (nil, .sponsorReturned?):
      return isItalian ? "Resto restituito allo sponsor" : "Rest given back to the sponsor"
    case (nil, .suspenseReturned?):
      return isItalian ? "In sospeso, poi restituita" : "In suspense, then given back"
    case (nil, .settlement?):
      return isItalian ? "Accredito di un fornitore" : "Settlement of a provider"
    case (nil, .settlementReturned?):
      return isItalian ? "Accredito tornato indietro" : "Settlement that went back"
    case (nil, nil): return reason
    }
  }
}

extension WaitReason {
  /// Why a line waits.
  package func sentence(_ language: Language) -> String {
    let (it, en) =
      switch self {
      case .notACredit: ("Uscita: di che si tratta?", "Money went out: what for?")
      case .reversal: ("Storno della banca", "Reversal by the bank")
      case .noReference: ("Nessun riferimento", "No reference")
      case .unknownReference: ("Riferimento sconosciuto", "Unknown reference")
      case .severalReferences: ("Più riferimenti", "Several references")
      case .wrongAmount: ("Importo diverso da quello promesso", "Another amount than promised")
      case .otherCurrency: ("Altra valuta", "Another currency")
      case .alreadyPaid: ("Adesione già pagata", "Pledge already paid")
      case .noLongerAwaited:
        ("Adesione annullata o campagna chiusa", "Pledge or campaign called off")
      case .possibleDuplicate:
        ("Forse già contata da un altro formato", "Maybe told already by another format")
      case .takenBack: ("Decisione annullata: va ripresa", "Decision taken back: decide again")
      }
    return language == .italian ? it : en
  }
}
