// The social farms' process: fictional farms near Pavia, rewards that are harvests, pick-up points.
import Domain

extension DemoProcess {
  static let socialFarm = DemoProcess(
    organisation: "Rete Terre Comuni", organisationSlug: "terre-comuni",
    taxCode: "02600000189", place: "Pavia",
    about: Bilingual(
      "Dodici fattorie sociali tra Ticino e Po: coltivano insieme a chi il lavoro non lo trova.",
      "Twelve social farms between Ticino and Po that grow food with people whom work leaves out."),
    slug: "terre-comuni-2026",
    title: Bilingual("La stagione che decidiamo noi", "A season of our own choosing"),
    summary: Bilingual(
      "Soci, clienti e lavoratori hanno votato i progetti della prossima stagione.",
      "Members, customers and workers voted on next season’s projects."),
    constituencies: ["Rete": Bilingual("Rete", "The network")],
    resultFile: "terre-comuni-2026.csv",
    result: """
      collegio;codice;titolo;descrizione;voti;costo;votanti;stato;unito_a
      Rete;A1;Cassette di stagione;Un orto in più per cinquanta famiglie;142;8200;311;votato;
      Rete;A2;Una serra per tutti;Trecento metri di serra fredda;118;5400;311;votato;
      Rete;A3;Il forno del sabato;Un forno a legna nella cascina;97;11000;311;votato;
      Rete;A4;Il furgone elettrico;Consegne senza gasolio;61;19000;311;votato;

      """,
    points: [
      DemoPickUpPoint(
        name: "Cascina Fontanella", address: "Strada Fontanella 3, San Genesio ed Uniti (PV)",
        hours: Bilingual("venerdì, dalle 16 alle 19", "Fridays, 4 pm to 7 pm")),
      DemoPickUpPoint(
        name: "Mercato di Borgo Ticino", address: "Piazzale Ghinaglia, Pavia",
        hours: Bilingual("sabato, dalle 9 alle 13", "Saturdays, 9 am to 1 pm")),
    ],
    campaigns: [boxes, greenhouse, oven, van])

  private static let boxes = DemoCampaign(
    projects: ["A1"],
    title: Bilingual("Cassette di stagione", "Seasonal boxes"),
    summary: Bilingual(
      "Un ettaro in più, tre posti di lavoro e la verdura di stagione per cinquanta famiglie.",
      "One more hectare, three jobs, and vegetables in season for fifty families."),
    story: Bilingual(
      """
      La terra accanto alla cascina è ferma da quattro anni. Con questa raccolta la rimettiamo a \
      orto: irrigazione a goccia, una piccola cella, tre persone assunte con un percorso di \
      inserimento.

      Chi sostiene riceve il raccolto: **zucche in autunno, radicchi d’inverno, fragole a \
      maggio**. Le date dipendono dal cielo; se un raccolto va male scegli tu se aspettare la \
      prossima stagione, ricevere altro o lasciare la somma al progetto.
      """,
      """
      The land beside the farmhouse has lain idle for four years. With this campaign it becomes a \
      garden again: drip irrigation, a small cold room, three people hired.

      Backers receive the harvest: **squash in autumn, radicchio in winter, strawberries in \
      May**. Dates depend on the sky; if a harvest fails you choose to wait, to get something \
      else, or to leave the money to the project.
      """),
    picture: "vegetables", rule: .keepWhatYouRaise, stage: .live(daysLeft: 33),
    lines: [
      DemoLine(Bilingual("Irrigazione a goccia", "Drip irrigation"), 2400, 2400),
      DemoLine(Bilingual("Cella frigorifera", "Cold room"), 2800, 3600),
      DemoLine(
        Bilingual("Tre mesi di lavoro per tre persone", "Three people, three months"), 3000, 6000),
    ],
    rewards: [
      DemoReward(
        name: Bilingual("Una cassetta di ortaggi", "A box of vegetables"),
        description: Bilingual(
          "Circa 6 kg di verdura di stagione: il peso esatto lo scrive la terra.",
          "About 6 kg of vegetables in season; the soil decides the exact weight."),
        notice: Bilingual(
          "Verdura fresca: si conserva pochi giorni. Può contenere sedano.",
          "Fresh vegetables keep a few days. May contain celery."),
        minimumEuros: 25, fairValueEuros: 18, stock: 120, limit: 6, delivery: .pickUp(0),
        season: 20...75, isPerishable: true),
      DemoReward(
        name: Bilingual("Fragole di maggio", "Strawberries in May"),
        description: Bilingual(
          "Due chili, raccolte la mattina stessa.", "Two kilos, picked that very morning."),
        notice: Bilingual(
          "Le fragole possono dare allergia.", "Strawberries can cause allergies."),
        minimumEuros: 18, fairValueEuros: 12, stock: 20, limit: 2, delivery: .pickUp(1),
        season: 165...190, isPerishable: true),
      DemoReward(
        name: Bilingual("Confettura di zucca", "Squash jam"),
        description: Bilingual(
          "Due vasetti da 220 g, spediti a casa.", "Two 220 g jars, sent home."),
        minimumEuros: 20, fairValueEuros: 9, stock: 80, delivery: .shipping(euros: 6),
        season: 25...60),
    ],
    pledges: 58, usualEuros: [18, 20, 25, 25, 50, 50, 75])

  private static let greenhouse = DemoCampaign(
    projects: ["A2"],
    title: Bilingual("Una serra per tutti", "A greenhouse for everyone"),
    summary: Bilingual(
      "Trecento metri di serra fredda, con passaggi larghi per chi si muove in carrozzina.",
      "Three hundred metres of cold greenhouse with aisles wide enough for wheelchairs."),
    story: Bilingual(
      """
      In inverno il lavoro si ferma proprio per chi ne ha più bisogno. Una serra fredda lo tiene \
      acceso da novembre a marzo: semenzai, insalate, aromatiche.
      """,
      """
      In winter work stops for those who need it most. A cold greenhouse keeps it going from \
      November to March: seedlings, salads, herbs.
      """),
    picture: "greenhouse", rule: .allOrNothing, stage: .ended,
    lines: [
      DemoLine(Bilingual("Struttura e teli", "Frame and sheets"), 2200, 3200),
      DemoLine(Bilingual("Bancali accessibili", "Accessible benches"), 800, 1400),
    ],
    rewards: [
      DemoReward(
        name: Bilingual("Sei piantine da trapianto", "Six seedlings"),
        description: Bilingual("Pomodori, peperoni o basilico.", "Tomatoes, peppers or basil."),
        minimumEuros: 15, fairValueEuros: 8, stock: 100, limit: 5, delivery: .pickUp(1),
        season: 120...150, isPerishable: true)
    ],
    pledges: 52, usualEuros: [40, 50, 75, 75, 100, 150])

  private static let oven = DemoCampaign(
    projects: ["A3"],
    title: Bilingual("Il forno del sabato", "The Saturday oven"),
    summary: Bilingual(
      "Un forno a legna in cascina, acceso ogni sabato per chi porta il proprio impasto.",
      "A wood-fired oven at the farm, lit every Saturday for whoever brings their own dough."),
    story: Bilingual(
      """
      Il progetto è piaciuto, ma i muratori costano: la raccolta non ha raggiunto il minimo e ogni \
      somma torna a chi l’ha data.
      """,
      """
      People liked it, but masons are expensive: the campaign did not reach its minimum, and \
      every cent goes back to whoever gave it.
      """),
    picture: "bread", rule: .allOrNothing, stage: .ended,
    lines: [
      DemoLine(Bilingual("Forno e canna fumaria", "Oven and flue"), 7400, 9000),
      DemoLine(Bilingual("Tettoia", "Shelter"), 1500, 2000),
    ],
    rewards: [
      DemoReward(
        name: Bilingual("Il primo pane", "The first bread"),
        description: Bilingual("Una pagnotta da un chilo.", "A one-kilo loaf."),
        notice: Bilingual("Contiene glutine.", "Contains gluten."),
        minimumEuros: 12, fairValueEuros: 6, stock: 40, delivery: .pickUp(0), season: 30...60,
        isPerishable: true)
    ],
    pledges: 12, usualEuros: [20, 30, 40])

  private static let van = DemoCampaign(
    projects: ["A4"],
    title: Bilingual("Il furgone elettrico", "The electric van"),
    summary: Bilingual(
      "Un furgone usato, elettrico, per portare le cassette in città senza gasolio.",
      "A second-hand electric van that brings the boxes to town without diesel."),
    story: Bilingual(
      """
      Due giorni alla settimana il furgone porta le cassette ai punti di ritiro, gli altri tre \
      accompagna al lavoro chi non guida.

      Un furgone non si compra a metà: **le carte si addebitano solo se si arriva al minimo**, \
      dopo la chiusura. Fino ad allora nessuno paga nulla.
      """,
      """
      Two days a week the van takes the boxes to the pick-up points; on the other three it drives \
      to work those who cannot.

      Nobody buys half a van: **cards are charged only if the minimum is reached**, after the \
      campaign has closed. Until then nobody pays anything.
      """),
    picture: "work", rule: .allOrNothing, charging: .atEnd, stage: .live(daysLeft: 17),
    lines: [
      DemoLine(Bilingual("Furgone usato", "Second-hand van"), 2600, 3400),
      DemoLine(Bilingual("Colonnina in cascina", "Charging point at the farm"), 900, 1200),
    ],
    rewards: [
      DemoReward(
        name: Bilingual("Il tuo nome sulla fiancata", "Your name on its side"),
        description: Bilingual(
          "Scritto a mano, insieme a tutti gli altri.", "Written by hand, among all the others."),
        minimumEuros: 30, fairValueEuros: 0)
    ],
    pledges: 44, usualEuros: [25, 30, 50, 50, 80])
}
