// What the desk's page about payouts says.

package struct PayoutDeskPhrases: PhraseBook {
  package let payouts: String
  package let lead: String
  package let due: String
  package let payable: String
  package let unconfirmed: String
  package let reserve: String
  package let disputed: String
  package let onHand: String
  package let account: String
  package let noAccount: String
  package let notVerified: String
  package let usableFrom: @Sendable (_ day: String) -> String
  package let holder: String
  package let enter: String
  package let enterHint: String
  package let entered: String
  package let verify: String
  package let verified: String
  package let propose: String
  package let proposed: String
  package let approve: String
  package let approved: String
  package let takeBack: String
  package let refusedByBank: String
  package let failed: String
  package let takenBack: String
  package let files: String
  package let writeFile: String
  package let written: String
  package let nothingApproved: String
  package let transfers: String
  package let download: String
  package let none: String

  package static let it = PayoutDeskPhrases(
    payouts: "Versamenti",
    lead:
      "Una persona propone, un’altra approva o dice che la banca ha rifiutato. Parte solo denaro"
      + " che la banca ha confermato.",
    due: "Dovuto al progetto",
    payable: "Versabile ora",
    unconfirmed: "Non ancora in banca",
    reserve: "Riserva per contestazioni",
    disputed: "Contestato",
    onHand: "Sul nostro conto, libero",
    account: "Conto",
    noAccount: "Nessun conto.",
    notVerified: "Da verificare: lo fa un’altra persona, con il documento in mano.",
    usableFrom: { "Usabile dal \($0)." },
    holder: "Intestatario",
    enter: "Inserisci il conto",
    enterHint: "Un conto nuovo prende il posto del precedente e riposa 72 ore dopo la verifica.",
    entered: "Conto inserito: ora lo verifica un’altra persona.",
    verify: "Ho visto il documento: è questo",
    verified: "Conto verificato.",
    propose: "Proponi un versamento",
    proposed: "Versamento proposto: ora lo approva un’altra persona.",
    approve: "Approva",
    approved: "Versamento approvato: andrà nel prossimo file.",
    takeBack: "Annulla",
    refusedByBank: "La banca l’ha rifiutato",
    failed: "Segnato come rifiutato: la somma è di nuovo dovuta al progetto.",
    takenBack: "Versamento annullato.",
    files: "File per la banca",
    writeFile: "Scrivi il file con i versamenti approvati",
    written: "File scritto: scaricalo e caricalo in banca.",
    nothingApproved: "Nessun versamento approvato.",
    transfers: "Bonifici",
    download: "Scarica (pain.001)",
    none: "Nessuna campagna è ancora riuscita.")

  package static let en = PayoutDeskPhrases(
    payouts: "Payouts",
    lead: "One person proposes, another approves or says that the bank refused. Only money that"
      + " the bank has confirmed goes.",
    due: "Due to the project",
    payable: "Payable now",
    unconfirmed: "Not at the bank yet",
    reserve: "Reserve for disputes",
    disputed: "Disputed",
    onHand: "On our account, free",
    account: "Account",
    noAccount: "No account.",
    notVerified: "To be verified by another person, with the document at hand.",
    usableFrom: { "Can be used from \($0)." },
    holder: "Holder",
    enter: "Enter the account",
    enterHint: "A new account replaces the one before and rests for 72 hours once verified.",
    entered: "The account is entered: now another person verifies it.",
    verify: "I have seen the document: this is it",
    verified: "The account is verified.",
    propose: "Propose a payout",
    proposed: "The payout is proposed: now another person approves it.",
    approve: "Approve",
    approved: "The payout is approved: it goes into the next file.",
    takeBack: "Take back",
    refusedByBank: "The bank refused it",
    failed: "Noted as refused: the sum is due to the project again.",
    takenBack: "The payout was taken back.",
    files: "Files for the bank",
    writeFile: "Write the file with the approved payouts",
    written: "The file is written: download it and give it to the bank.",
    nothingApproved: "No payout is approved.",
    transfers: "Transfers",
    download: "Download (pain.001)",
    none: "No campaign has succeeded yet.")
}
