// The ledger's proof: every day's hash, blocks, and a donor's own entries.

package struct ProofPhrases: PhraseBook {
  package let title: String
  package let lead: String
  package let how: [String]
  package let lastBlock: @Sendable (_ number: Int64, _ at: String) -> String
  package let noHeads: String
  package let everyDay: String
  package let day: String
  package let block: String
  package let entries: String
  package let debits: String
  package let hash: String
  package let download: String
  package let blockNumber: @Sendable (Int64) -> String
  package let blockLead: String
  package let previousHash: String
  package let entriesHash: String
  package let sealedAt: String
  package let vouched: String
  package let notYetVouched: String
  package let entryHashes: String
  package let downloadEntry: String
  package let downloadList: String
  package let downloadChain: String

  package let yourPledge: String
  package let yourPledgeLead: String
  package let linkFromPledge: String
  package let nothingYet: String
  package let entry: String
  package let entryHash: String
  package let notYetSealed: String
  package let place: @Sendable (Int64) -> String
  package let postings: String
  package let account: String
  package let amount: String
  package let recipe: String
  package let steps: [String]
  package let recipeNote: String
  package let campaignDownload: String
  package let linkFromTransparency: String

  package let mailSubject: @Sendable (_ day: String) -> String
  package let mailGreeting: @Sendable (_ name: String) -> String
  package let mailText: [String]
  package let mailButton: String

  package static let it = ProofPhrases(
    title: "La prova del registro",
    lead: "Ogni giorno pubblichiamo l’impronta del registro. Chi la conserva può accorgersi se"
      + " qualcuno, anche noi, riscrive il passato.",
    how: [
      "Ogni minuto le scritture nuove sono chiuse in un blocco. L’impronta del blocco (SHA-256)"
        + " contiene le impronte delle sue scritture e quella del blocco precedente: cambiare un"
        + " centesimo di ieri cambia tutte le impronte di oggi.",
      "A mezzanotte l’impronta dell’ultimo blocco è pubblicata qui e spedita ai revisori.",
    ],
    lastBlock: { "L’ultimo blocco è il \($0), chiuso il \($1)." },
    noHeads: "La prima impronta sarà pubblicata questa notte.",
    everyDay: "Un’impronta al giorno",
    day: "Giorno",
    block: "Blocco",
    entries: "Scritture",
    debits: "Somma del dare",
    hash: "Impronta",
    download: "Scarica le impronte (CSV)",
    blockNumber: { "Blocco \($0)" },
    blockLead: "Le impronte delle scritture chiuse insieme. Nessun nome e nessun importo: chi ha la"
      + " propria scrittura ne riconosce l’impronta.",
    previousHash: "Impronta del blocco precedente",
    entriesHash: "Impronta dell’elenco",
    sealedAt: "Chiuso il",
    vouched: "Pubblicato con l’impronta del",
    notYetVouched: "Sarà pubblicato questa notte",
    entryHashes: "Le impronte delle scritture, in ordine",
    downloadEntry: "Scarica la scrittura",
    downloadList: "Scarica l’elenco del blocco",
    downloadChain: "Scarica la catena fino all’impronta pubblicata",
    yourPledge: "Il tuo contributo nel registro",
    yourPledgeLead:
      "Qui vedi le scritture del tuo contributo e come controllare da te che siano nel"
      + " registro pubblicato. Nessun altro vede questa pagina senza il suo indirizzo.",
    linkFromPledge: "Controlla che il tuo contributo sia nel registro pubblicato",
    nothingYet: "Il tuo contributo non ha ancora scritture: ci saranno quando il pagamento arriva.",
    entry: "Scrittura",
    entryHash: "Impronta della scrittura",
    notYetSealed: "La scrittura sarà chiusa in un blocco entro un minuto.",
    place: { "al posto \($0)" },
    postings: "Movimenti",
    account: "Conto",
    amount: "Importo (dare positivo, avere negativo)",
    recipe: "Rifai il conto",
    steps: [
      "Scarica la scrittura, l’elenco del suo blocco e la catena.",
      "L’impronta della scrittura (sha256sum scrittura.bin) deve essere nell’elenco del blocco.",
      "L’impronta dell’elenco deve essere nella prima testa della catena; ogni testa contiene"
        + " l’impronta di quella prima.",
      "L’impronta dell’ultima testa deve essere quella pubblicata per quel giorno: nella pagina"
        + " della prova del registro, o nella posta di un revisore.",
    ],
    recipeNote: "Il formato dei file e un programma di venti righe che fa tutti i passi sono nella"
      + " documentazione (Docs/VERIFYING.md).",
    campaignDownload: "Scarica il registro (CSV)",
    linkFromTransparency: "La prova del registro: un’impronta al giorno",
    mailSubject: { "Impronta del registro del \($0)" },
    mailGreeting: { $0.isEmpty ? "Buongiorno," : "Buongiorno \($0)," },
    mailText: [
      "questa è l’impronta del registro alla fine del giorno. Conservi questo messaggio: se un"
        + " giorno il registro non passasse più da questa impronta, qualcuno l’avrebbe riscritto.",
      "Per controllare, chi gestisce Raccolto esegue il comando qui sotto.",
    ],
    mailButton: "Tutte le impronte")

  package static let en = ProofPhrases(
    title: "The ledger’s proof",
    lead: "Every day we publish the hash of the ledger. Whoever keeps it can tell whether anybody,"
      + " ourselves included, rewrites the past.",
    how: [
      "Every minute new entries are sealed in a block. The block’s hash (SHA-256) covers the hashes"
        + " of its entries and the hash of the block before: to change one cent of yesterday"
        + " changes every hash of today.",
      "At midnight the hash of the last block is published here and mailed to auditors.",
    ],
    lastBlock: { "The last block is number \($0), sealed on \($1)." },
    noHeads: "The first hash will be published tonight.",
    everyDay: "One hash a day",
    day: "Day",
    block: "Block",
    entries: "Entries",
    debits: "Sum of debits",
    hash: "Hash",
    download: "Download the hashes (CSV)",
    blockNumber: { "Block \($0)" },
    blockLead: "The hashes of the entries that were sealed together. No names, no amounts: whoever"
      + " has their own entry recognises its hash.",
    previousHash: "Hash of the block before",
    entriesHash: "Hash of the list",
    sealedAt: "Sealed on",
    vouched: "Published with the hash of",
    notYetVouched: "Will be published tonight",
    entryHashes: "The hashes of the entries, in order",
    downloadEntry: "Download the entry",
    downloadList: "Download the block’s list",
    downloadChain: "Download the chain up to the published hash",
    yourPledge: "Your contribution in the ledger",
    yourPledgeLead: "Here are the entries of your contribution, and how to check for yourself that"
      + " they are in the published ledger. Nobody else sees this page without its address.",
    linkFromPledge: "Check that your contribution is in the published ledger",
    nothingYet: "Your contribution has no entries yet: they come with the payment.",
    entry: "Entry",
    entryHash: "Hash of the entry",
    notYetSealed: "The entry will be sealed in a block within a minute.",
    place: { "at place \($0)" },
    postings: "Postings",
    account: "Account",
    amount: "Amount (debits positive, credits negative)",
    recipe: "Do the sums yourself",
    steps: [
      "Download the entry, the list of its block and the chain.",
      "The hash of the entry (sha256sum scrittura.bin) has to be in the block’s list.",
      "The hash of the list has to be in the first head of the chain; each head holds the hash of"
        + " the one before.",
      "The hash of the last head has to be the one published for that day: on the page of the"
        + " ledger’s proof, or in an auditor’s mail.",
    ],
    recipeNote: "The format of the files, and a program of twenty lines that takes all the steps,"
      + " are in the documentation (Docs/VERIFYING.md).",
    campaignDownload: "Download the ledger (CSV)",
    linkFromTransparency: "The ledger’s proof: one hash a day",
    mailSubject: { "Hash of the ledger of \($0)" },
    mailGreeting: { $0.isEmpty ? "Good morning," : "Good morning \($0)," },
    mailText: [
      "this is the hash of the ledger at the end of the day. Keep this message: should the ledger"
        + " one day no longer go through this hash, somebody has rewritten it.",
      "To check, whoever runs Raccolto gives the command below.",
    ],
    mailButton: "All the hashes")
}
