// The home page and the fixed pages.

package struct HomePhrases: PhraseBook {
  package let title: String
  package let lead: String
  package let seeCampaigns: String
  package let threeSteps: String
  package let steps: [Step]
  package let closingSoon: String
  package let raisedSoFar: String
  package let openCampaigns: @Sendable (Int) -> String
  package let pledges: @Sendable (Int) -> String
  package let pledgesHeading: String
  package let succeeded: @Sendable (Int) -> String
  package let transparency: String
  package let transparencyLead: String
  package let transparencyText: [String]
  package let byCampaign: String
  package let campaign: String
  package let state: String
  package let raised: String
  package let ledger: String
  package let noCampaigns: String
  package let howItWorks: String
  package let howItWorksText: [String]
  package let privacy: String
  package let privacyText: [String]
  package let accessibility: String
  package let accessibilityText: [String]
  package let help: String
  package let helpText: [String]
  package let writeTo: String

  package struct Step: Sendable {
    package let title: String
    package let text: String
  }

  package static let it = HomePhrases(
    title: "Le idee che avete scelto, realizzate insieme",
    lead: "Raccolto porta a termine i progetti nati da un percorso partecipato: chi ha votato vede"
      + " le idee migliori diventare raccolte fondi, e poi pane, serre, laboratori.",
    seeCampaigns: "Guarda le campagne",
    threeSteps: "Come funziona, in tre passi",
    steps: [
      Step(
        title: "Si decide insieme",
        text: "Si propone e si vota. La classifica è pubblica e chiunque può ricontarla."),
      Step(
        title: "Si raccoglie insieme",
        text: "Ogni progetto dice quanto serve e per che cosa. Se l’obiettivo minimo non si"
          + " raggiunge, ognuno riceve indietro quello che ha dato."),
      Step(
        title: "Si rende conto",
        text: "Ogni euro si segue dal contributo alla spesa, su un registro aperto a tutti."),
    ],
    closingSoon: "Si chiudono presto",
    raisedSoFar: "raccolti finora",
    openCampaigns: { $0 == 1 ? "campagna aperta" : "campagne aperte" },
    pledges: { $0 == 1 ? "contributo" : "contributi" },
    pledgesHeading: "Contributi",
    succeeded: { $0 == 1 ? "campagna riuscita" : "campagne riuscite" },
    transparency: "Trasparenza",
    transparencyLead: "Quanto è stato raccolto, campagna per campagna, come risulta dal registro.",
    transparencyText: [
      "Nessuna di queste cifre è scritta a mano: ognuna è la somma dei movimenti del registro"
        + " contabile. Apri il registro di una campagna per vedere ogni movimento, senza i nomi"
        + " di chi ha contribuito.",
      "Quello che viene restituito è già sottratto.",
    ],
    byCampaign: "Raccolta per campagna",
    campaign: "Campagna",
    state: "Stato",
    raised: "Raccolto",
    ledger: "Registro",
    noCampaigns: "In questo momento non ci sono campagne aperte.",
    howItWorks: "Come funziona",
    howItWorksText: [
      "Una comunità propone idee, le discute e le vota. I progetti più votati diventano campagne.",
      "La campagna\nOgni campagna mostra il preventivo voce per voce, con il minimo per partire e"
        + " il massimo utile. La regola è scritta in una frase, prima di ogni pagamento.",
      "Il contributo\nPuoi dare con carta o bonifico, con o senza ricompensa, anche senza"
        + " registrarti. Non aggiungiamo commissioni: paghi quello che confermi.",
      "La trasparenza\nLa somma che vedi è calcolata dal registro contabile, non scritta a mano."
        + " Chiunque può scaricare i dati e rifare il conto.",
    ],
    privacy: "Privacy",
    privacyText: [
      "Usiamo solo i dati che servono a fare quello che ci chiedi, e nessun tracciamento.",
      "Che cosa conserviamo\nNome, e-mail e importi dei contributi, perché servono a consegnare le"
        + " ricompense e per gli obblighi contabili. I dati della carta non passano da noi.",
      "Cookie\nSolo tecnici: accesso, lingua, aspetto, protezione dei moduli. Per questo non c’è"
        + " nessun avviso da chiudere.",
      "I tuoi diritti\nPuoi chiedere copia, correzione o cancellazione dei tuoi dati. Le scritture"
        + " contabili restano per il tempo di legge, senza il tuo nome dove possibile.",
    ],
    accessibility: "Accessibilità",
    accessibilityText: [
      "Vogliamo che chiunque possa usare questo sito: con la tastiera, con un lettore di schermo,"
        + " con caratteri grandi, senza JavaScript.",
      "Riferimento\nPuntiamo alle WCAG 2.2, livello AA. Ogni pagina è provata in automatico nelle"
        + " due lingue, chiara e scura; le prove con persone sono ancora da fare.",
      "Se qualcosa non va\nScrivici: rispondiamo e correggiamo. Se non rispondiamo entro trenta"
        + " giorni puoi rivolgerti al Difensore civico per il digitale.",
    ],
    help: "Aiuto e contatti",
    helpText: [
      "Se non trovi quello che cerchi, chiedi pure a noi: risponde una persona.",
      "Non trovo la conferma del mio contributo\nControlla la posta indesiderata. Nel messaggio c’è"
        + " un codice: indicalo quando ci scrivi.",
      "Ho fatto il bonifico ma risulta ancora da pagare\nDi solito serve un giorno lavorativo. Se"
        + " nella causale hai scritto altro, dicci giorno e importo e lo troviamo noi.",
      "Ci ho ripensato\nFinché non hai pagato puoi annullare dalla pagina della tua adesione:"
        + " l’indirizzo è nella tua e-mail. Se hai già pagato, lì trovi fino a quando puoi"
        + " recedere.",
    ],
    writeTo: "Scrivi a")

  package static let en = HomePhrases(
    title: "The ideas you chose, made real together",
    lead: "Raccolto carries through the projects born from a participatory process: those who voted"
      + " see the best ideas become fundraising campaigns, and then bread, greenhouses, workshops.",
    seeCampaigns: "See the campaigns",
    threeSteps: "How it works, in three steps",
    steps: [
      Step(
        title: "Deciding together",
        text: "People propose and vote. The ranking is public and anyone can count it again."),
      Step(
        title: "Raising together",
        text: "Each project says how much it needs and for what. If the minimum goal is not"
          + " reached, everybody gets back what they gave."),
      Step(
        title: "Giving account",
        text: "Every euro can be followed from pledge to spending, in a ledger open to all."),
    ],
    closingSoon: "Closing soon",
    raisedSoFar: "raised so far",
    openCampaigns: { $0 == 1 ? "open campaign" : "open campaigns" },
    pledges: { $0 == 1 ? "pledge" : "pledges" },
    pledgesHeading: "Pledges",
    succeeded: { $0 == 1 ? "funded campaign" : "funded campaigns" },
    transparency: "Transparency",
    transparencyLead: "How much was raised, campaign by campaign, as the ledger has it.",
    transparencyText: [
      "None of these figures is typed by hand: each is the sum of the ledger's postings. Open a"
        + " campaign’s ledger to see every posting, without the names of those who gave.",
      "What was given back is already taken off.",
    ],
    byCampaign: "Raised by campaign",
    campaign: "Campaign",
    state: "State",
    raised: "Raised",
    ledger: "Ledger",
    noCampaigns: "There are no open campaigns at the moment.",
    howItWorks: "How it works",
    howItWorksText: [
      "A community proposes ideas, discusses them and votes. The winners become campaigns.",
      "The campaign\nEvery campaign shows its budget line by line, with the minimum to start and"
        + " the most it can use. The funding rule is one sentence, before any payment.",
      "Your pledge\nYou can give by card or bank transfer, with or without a reward, without an"
        + " account too. We add no fees: you pay what you confirm.",
      "Transparency\nThe amount you see is computed from the ledger, not typed by hand. Anyone can"
        + " download the data and do the sum again.",
    ],
    privacy: "Privacy",
    privacyText: [
      "We use only the data needed for what you ask of us, and no tracking.",
      "What we keep\nName, e-mail and amounts of pledges, because rewards have to be delivered and"
        + " accounts kept. Card details never pass through us.",
      "Cookies\nTechnical ones only: sign-in, language, appearance, protection of forms. That is"
        + " why there is no notice to dismiss.",
      "Your rights\nYou can ask for a copy, a correction or the deletion of your data. Accounting"
        + " records stay as long as the law requires, without your name where possible.",
    ],
    accessibility: "Accessibility",
    accessibilityText: [
      "We want everyone to be able to use this site: by keyboard, with a screen reader, with large"
        + " type, without JavaScript.",
      "Standard\nWe aim at WCAG 2.2, level AA. Every page is tested automatically in both"
        + " languages, light and dark; tests with people are still to be done.",
      "If something does not work\nWrite to us: we answer and we fix it. If there is no answer"
        + " within thirty days you can turn to the Italian digital ombudsman.",
    ],
    help: "Help and contact",
    helpText: [
      "If you cannot find what you need, just ask us: a person answers.",
      "I cannot find the confirmation of my pledge\nLook in the junk folder. The message has a"
        + " code: mention it when you write to us.",
      "I made the transfer but it still says to pay\nIt usually takes one working day. If you"
        + " wrote something else in the remittance line, tell us day and amount and we find it.",
      "I changed my mind\nUntil you have paid you can cancel from the page of your pledge: its"
        + " address is in your e-mail. After paying, it says until when you can withdraw.",
    ],
    writeTo: "Write to")
}
