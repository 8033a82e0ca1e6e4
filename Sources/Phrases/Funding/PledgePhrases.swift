// What the pages of making and following a pledge say. Donors are addressed as "tu".
package import Domain

package struct PledgePhrases: PhraseBook {
  package let amountTitle: @Sendable (_ campaign: String) -> String
  package let detailsTitle: String
  package let checkTitle: String
  package let step: @Sendable (_ step: Int) -> String
  package let amount: String
  package let amountHint: @Sendable (_ minimum: String) -> String
  package let often: String
  package let reward: String
  package let rewardName: String
  package let noReward: String
  package let noRewardNote: String
  package let next: String
  package let name: String
  package let nameHint: String
  package let email: String
  package let emailHint: String
  package let howToPay: String
  package let method: String
  package let card: String
  package let cardNote: String
  package let transfer: String
  package let transferNote: String
  package let transferOnly: String
  package let visibility: String
  package let visibilityHint: String
  package let visibilityNone: String
  package let showName: String
  package let showAmount: String
  package let tellName: String
  package let tellNameHint: String
  package let taxCode: String
  package let taxCodeHint: String
  package let badTaxCode: String
  package let address: String
  package let street: String
  package let postcode: String
  package let badPostcode: String
  package let city: String
  package let province: String
  package let badProvince: String
  package let toCheck: String
  package let change: String
  package let campaign: String
  package let youGive: String
  package let rewardPart: String
  package let giftPart: String
  package let shippingPart: String
  package let total: String
  package let totalSoFar: String
  package let noFee: String
  package let confirm: @Sendable (_ total: String) -> String
  package let refusal: @Sendable (PledgeRefusal, _ amount: (Money) -> String) -> String
  package let nothingPaid: String
  package let formReused: String
  package let startAgain: String
  package let pledgeTitle: @Sendable (PledgeState) -> String
  package let reference: String
  package let keepThisPage: String
  package let payByCard: @Sendable (_ total: String) -> String
  package let payByTransfer: String
  package let cardLater: String
  package let transferLead: String
  package let iban: String
  package let holder: String
  package let amountToPay: String
  package let transferReference: String
  package let transferReferenceNote: String
  package let copy: String
  package let copied: String
  package let qrTitle: String
  package let qrNote: String
  package let payBy: @Sendable (_ instant: String) -> String
  package let thanks: @Sendable (_ name: String) -> String
  package let rewardLost: String
  package let failedLead: String
  package let lapsedLead: String
  package let cancelledLead: String
  package let moneyBack: String
  package let next3: String
  package let timeline: String
  package let changed: @Sendable (PledgeState) -> String
  package let closesOn: @Sendable (_ day: String) -> String
  package let deliveredBetween: @Sendable (_ from: String, _ to: String) -> String
  package let cancelPledge: String
  package let cancelNote: String
  package let cancelFreesReward: String
  package let otherWay: String
  package let cancelled: String
  package let alreadyPaid: String
  package let providerAway: String
  package let backToCampaign: String
  package let confirmedAgain: String

  package static let it = PledgePhrases(
    amountTitle: { "Sostieni «\($0)»" },
    detailsTitle: "I tuoi dati",
    checkTitle: "Controlla prima di confermare",
    step: { "Passo \($0) di 3" },
    amount: "Quanto vuoi dare?",
    amountHint: { "In euro, almeno \($0). Con una ricompensa, almeno la sua cifra." },
    often: "Importi frequenti",
    reward: "Vuoi una ricompensa?",
    rewardName: "Ricompensa",
    noReward: "Nessuna, va bene così",
    noRewardNote: "Tutto quello che dai è un contributo al progetto.",
    next: "Continua",
    name: "Nome e cognome",
    nameHint: "Decidi tu, qui sotto, chi potrà vederlo.",
    email: "E-mail",
    emailHint: "Ti scriviamo solo di questo contributo.",
    howToPay: "Come vuoi pagare?",
    method: "Pagamento",
    card: "Carta",
    cardNote:
      "Sulla pagina sicura del gestore dei pagamenti. La ricompensa resta tua per 30 minuti.",
    transfer: "Bonifico",
    transferNote: "Ti diamo IBAN, causale e codice da inquadrare. Hai 7 giorni.",
    transferOnly: "Qui per ora si paga solo con un bonifico: scegli quello.",
    visibility: "Che cosa si potrà vedere",
    visibilityHint: "Tre scelte separate. Se non ne segni nessuna, nessuno vede niente.",
    visibilityNone: "Niente",
    showName: "Mostra il mio nome tra chi ha contribuito",
    showAmount: "Mostra quanto ho dato",
    tellName: "Fai sapere il mio nome a chi propone il progetto",
    tellNameHint: "Chi prepara una ricompensa da ritirare o spedire lo vede comunque.",
    taxCode: "Codice fiscale (facoltativo)",
    taxCodeHint: "Serve solo se vuoi la ricevuta fiscale per la parte donata: senza, non potremmo"
      + " intestartela.",
    badTaxCode: "Il codice fiscale non torna: controlla le lettere e le cifre, o lascialo vuoto.",
    address: "Dove spediamo la ricompensa",
    street: "Via e numero",
    postcode: "CAP",
    badPostcode: "Il CAP ha cinque cifre, come 73100.",
    city: "Città",
    province: "Provincia (sigla)",
    badProvince: "Scrivi la sigla della provincia: due lettere, come LE.",
    toCheck: "Continua e controlla",
    change: "Modifica",
    campaign: "Campagna",
    youGive: "Il tuo contributo",
    rewardPart: "di cui valore della ricompensa",
    giftPart: "di cui donazione",
    shippingPart: "Spedizione",
    total: "Totale da pagare",
    totalSoFar: "Totale",
    noFee: "Nessuna commissione a tuo carico, nessuna mancia aggiunta.",
    confirm: { "Conferma e paga \($0)" },
    refusal: { refusal, amount in
      switch refusal {
      case .campaignNotOpen(.onHold):
        "La campagna è sospesa e in questo momento non accetta contributi."
      case .campaignNotOpen(.live): "La campagna non è aperta in questo momento."
      case .campaignNotOpen: "La campagna è chiusa e non accetta più contributi."
      case .belowMinimum(let minimum):
        "L’importo è troppo piccolo: servono almeno \(amount(minimum))."
      case .aboveMaximum(let maximum):
        "L’importo è troppo grande: si può dare al massimo \(amount(maximum)) per volta."
          + " Per cifre più"
          + " alte scrivici."
      case .wrongCurrency(let currency):
        "Questa campagna raccoglie in euro: un importo in \(currency) non si può accettare."
      case .rewardGone: "Questa ricompensa è finita un momento fa: scegline un’altra o nessuna."
      case .unknownReward: "Questa ricompensa non esiste o non è di questa campagna."
      case .limitPerDonor(let limit):
        limit == 1
          ? "Hai già questa ricompensa, e ce n’è una sola a persona."
          : "Hai già \(limit) di queste ricompense: è il massimo a persona."
      case .addressMissing: "Per spedire la ricompensa serve un indirizzo completo."
      }
    },
    nothingPaid: "La tua adesione non è stata registrata e non hai pagato nulla.",
    formReused: "Questo modulo era già stato confermato con altri dati: l’adesione di prima resta"
      + " valida e trovi il suo indirizzo nella tua e-mail."
      + " Quella nuova non è stata registrata e non"
      + " hai pagato nulla.",
    startAgain: "Comincia un altro contributo",
    pledgeTitle: {
      switch $0 {
      case .reserved, .awaitingPayment: "Manca solo il pagamento"
      case .authorised: "La carta è a posto"
      case .confirmed, .closed: "Grazie, il tuo contributo è arrivato"
      case .paymentFailed: "Il pagamento non è riuscito"
      case .lapsed: "Il tempo per pagare è passato"
      case .cancelledByDonor, .cancelledByAdmin: "Adesione annullata"
      }
    },
    reference: "Numero della tua adesione",
    keepThisPage: "Conserva l’indirizzo di questa pagina: da qui segui tutto, senza registrarti."
      + " Lo trovi anche nella tua e-mail.",
    payByCard: { "Paga \($0) con la carta" },
    payByTransfer: "Paga con bonifico",
    cardLater: "Se hai già pagato, aspetta qualche secondo e ricarica la pagina.",
    transferLead:
      "Fai un bonifico con questi dati, oppure inquadra il codice con l’app della tua banca.",
    iban: "IBAN",
    holder: "Intestato a",
    amountToPay: "Importo",
    transferReference: "Causale",
    transferReferenceNote:
      "Scrivi solo questo nella causale: così riconosciamo subito il tuo bonifico.",
    copy: "Copia",
    copied: "Copiato",
    qrTitle: "Codice QR con i dati del bonifico",
    qrNote: "Contiene IBAN, importo e causale scritti qui accanto.",
    payBy: { "La tua adesione resta valida fino al \($0)." },
    thanks: { "Grazie, \($0). Abbiamo ricevuto il pagamento." },
    rewardLost:
      "Il pagamento è arrivato quando la ricompensa era già finita: il contributo è salvo, la"
      + " ricompensa no. Scrivici e scegli: un’altra ricompensa, oppure il rimborso.",
    failedLead: "Non hai pagato nulla. Puoi riprovare, o pagare in un altro modo.",
    lapsedLead:
      "Non hai pagato nulla e la ricompensa è tornata disponibile. Puoi riprovare ora, se ce"
      + " n’è ancora.",
    cancelledLead: "Non c’è niente da pagare.",
    moneyBack: "La campagna non è riuscita: il tuo contributo ti sarà restituito per intero.",
    next3: "Che cosa succede ora",
    timeline: "Il percorso della tua adesione",
    changed: {
      switch $0 {
      case .reserved: "Adesione registrata"
      case .awaitingPayment: "In attesa del pagamento"
      case .authorised: "Carta autorizzata"
      case .confirmed: "Pagamento ricevuto"
      case .paymentFailed: "Pagamento non riuscito"
      case .lapsed: "Tempo scaduto"
      case .cancelledByDonor: "Annullata da te"
      case .cancelledByAdmin: "Annullata da noi"
      case .closed: "Conclusa"
      }
    },
    closesOn: { "La campagna si chiude il \($0)" },
    deliveredBetween: { "Ricompensa tra il \($0) e il \($1)" },
    cancelPledge: "Annulla l’adesione",
    cancelNote: "Finché non hai pagato puoi ripensarci.",
    cancelFreesReward: "La ricompensa torna disponibile per altri.",
    otherWay: "Preferisci un altro modo?",
    cancelled: "Adesione annullata. Non hai pagato nulla.",
    alreadyPaid: "Il pagamento risulta già arrivato: non si può annullare da qui, scrivici per il"
      + " rimborso.",
    providerAway:
      "Il gestore dei pagamenti non risponde. La tua adesione è salva: riprova tra poco o"
      + " scegli il bonifico.",
    backToCampaign: "Torna alla campagna",
    confirmedAgain: "Questa adesione era già registrata: eccola.")

  package static let en = PledgePhrases(
    amountTitle: { "Support “\($0)”" },
    detailsTitle: "Your details",
    checkTitle: "Check before you confirm",
    step: { "Step \($0) of 3" },
    amount: "How much would you like to give?",
    amountHint: { "In euro, at least \($0). With a reward, at least its figure." },
    often: "Usual amounts",
    reward: "Would you like a reward?",
    rewardName: "Reward",
    noReward: "None, thank you",
    noRewardNote: "All that you give goes to the project.",
    next: "Continue",
    name: "Full name",
    nameHint: "You decide below who can see it.",
    email: "E-mail",
    emailHint: "We only write to you about this contribution.",
    howToPay: "How would you like to pay?",
    method: "Payment",
    card: "Card",
    cardNote: "On the payment provider’s secure page. Your reward is kept for 30 minutes.",
    transfer: "Bank transfer",
    transferNote: "We give you IBAN, reference and a code to scan. You have 7 days.",
    transferOnly: "For now only bank transfers are taken here: choose that.",
    visibility: "What can be seen",
    visibilityHint: "Three separate choices. If you tick none, nobody sees anything.",
    visibilityNone: "Nothing",
    showName: "Show my name among those who contributed",
    showAmount: "Show how much I gave",
    tellName: "Tell my name to who proposes the project",
    tellNameHint: "Who prepares a reward to pick up or to send sees it in any case.",
    taxCode: "Italian tax code (optional)",
    taxCodeHint:
      "Only needed if you want a tax receipt for the part that is a gift: it has to be in"
      + " your name.",
    badTaxCode: "The tax code is not right: check its letters and digits, or leave it empty.",
    address: "Where we send the reward",
    street: "Street and number",
    postcode: "Postcode",
    badPostcode: "An Italian postcode has five digits, like 73100.",
    city: "City",
    province: "Province (two letters)",
    badProvince: "Write the two letters of the province, like LE.",
    toCheck: "Continue and check",
    change: "Change",
    campaign: "Campaign",
    youGive: "Your contribution",
    rewardPart: "of which value of the reward",
    giftPart: "of which a gift",
    shippingPart: "Shipping",
    total: "Total to pay",
    totalSoFar: "Total",
    noFee: "No fee on top, no tip added.",
    confirm: { "Confirm and pay \($0)" },
    refusal: { refusal, amount in
      switch refusal {
      case .campaignNotOpen(.onHold):
        "The campaign is on hold and takes no contributions for the moment."
      case .campaignNotOpen(.live): "The campaign is not open at the moment."
      case .campaignNotOpen: "The campaign is closed and takes no more contributions."
      case .belowMinimum(let minimum): "The amount is too small: at least \(amount(minimum))."
      case .aboveMaximum(let maximum):
        "The amount is too large: at most \(amount(maximum)) at a time. Write to us for more."
      case .wrongCurrency(let currency):
        "This campaign raises euro: an amount in \(currency) cannot be taken."
      case .rewardGone: "This reward ran out a moment ago: choose another one or none."
      case .unknownReward: "This reward does not exist or is not of this campaign."
      case .limitPerDonor(let limit):
        limit == 1
          ? "You have this reward already, and it is one each."
          : "You have \(limit) of these rewards already: that is the most for one person."
      case .addressMissing: "A full address is needed to send the reward."
      }
    },
    nothingPaid: "Your pledge was not recorded and you have paid nothing.",
    formReused: "This form was confirmed before with other content: that pledge stands, and its"
      + " address is in your mail. The new one was not recorded and you have paid nothing.",
    startAgain: "Start another contribution",
    pledgeTitle: {
      switch $0 {
      case .reserved, .awaitingPayment: "Only the payment is missing"
      case .authorised: "Your card is good"
      case .confirmed, .closed: "Thank you, your contribution has arrived"
      case .paymentFailed: "The payment did not work"
      case .lapsed: "The time to pay is over"
      case .cancelledByDonor, .cancelledByAdmin: "Pledge cancelled"
      }
    },
    reference: "Number of your pledge",
    keepThisPage: "Keep the address of this page: you can follow everything from here, without an"
      + " account. It is in your mail, too.",
    payByCard: { "Pay \($0) by card" },
    payByTransfer: "Pay by bank transfer",
    cardLater: "If you have paid already, wait a few seconds and reload the page.",
    transferLead: "Make a transfer with these details, or scan the code with your bank’s app.",
    iban: "IBAN",
    holder: "Account holder",
    amountToPay: "Amount",
    transferReference: "Reference",
    transferReferenceNote:
      "Write only this as the reference: it is how we recognise your transfer.",
    copy: "Copy",
    copied: "Copied",
    qrTitle: "QR code with the details of the transfer",
    qrNote: "It holds the IBAN, amount and reference written here.",
    payBy: { "Your pledge is kept until \($0)." },
    thanks: { "Thank you, \($0). We have received the payment." },
    rewardLost:
      "The payment arrived when the reward had run out: your contribution is safe, the reward"
      + " is not. Write to us and choose: another reward, or your money back.",
    failedLead: "You have paid nothing. You can try again, or pay another way.",
    lapsedLead:
      "You have paid nothing and the reward is free again. You can try now, if there is one"
      + " left.",
    cancelledLead: "There is nothing to pay.",
    moneyBack: "The campaign was not successful: all of your contribution will be given back.",
    next3: "What happens now",
    timeline: "The way of your pledge",
    changed: {
      switch $0 {
      case .reserved: "Pledge recorded"
      case .awaitingPayment: "Waiting for the payment"
      case .authorised: "Card authorised"
      case .confirmed: "Payment received"
      case .paymentFailed: "Payment did not work"
      case .lapsed: "Time over"
      case .cancelledByDonor: "Cancelled by you"
      case .cancelledByAdmin: "Cancelled by us"
      case .closed: "Closed"
      }
    },
    closesOn: { "The campaign closes on \($0)" },
    deliveredBetween: { "Reward between \($0) and \($1)" },
    cancelPledge: "Cancel the pledge",
    cancelNote: "Until you have paid you can change your mind.",
    cancelFreesReward: "The reward becomes available to others again.",
    otherWay: "Would you rather pay another way?",
    cancelled: "Pledge cancelled. You have paid nothing.",
    alreadyPaid: "The payment has arrived already: it cannot be cancelled here, write to us for a"
      + " refund.",
    providerAway:
      "The payment provider does not answer. Your pledge is safe: try again soon, or choose"
      + " a bank transfer.",
    backToCampaign: "Back to the campaign",
    confirmedAgain: "This pledge was recorded before: here it is.")
}
