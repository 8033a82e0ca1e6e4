// The prison's process, with the public figures of Idee in fuga (Bollate, 2019–2020): 1,093
// electors, 510 ballots, separate rankings for men and women, a tie for first, one project
// withdrawn, two merged.
import Domain

extension DemoProcess {
  static let ideeInFuga = DemoProcess(
    organisation: "Associazione Idee in fuga", organisationSlug: "idee-in-fuga",
    taxCode: "97700000151", place: "Bollate (MI)",
    about: Bilingual(
      "Educatori, volontari e persone detenute che decidono insieme come cambiare il carcere.",
      "Educators, volunteers and people in prison who decide together how to change it."),
    slug: "idee-in-fuga-2020",
    title: Bilingual("Idee in fuga 2020", "Ideas on the run 2020"),
    summary: Bilingual(
      """
      Diciotto assemblee nei reparti, 58 proposte, un voto su carta: 510 persone su 1.093 hanno \
      scelto che cosa serve di più.
      """,
      """
      Eighteen assemblies in the wards, 58 proposals, a vote on paper: 510 people out of 1,093 \
      chose what is needed most.
      """),
    constituencies: [
      "Uomini": Bilingual("Uomini", "Men"), "Donne": Bilingual("Donne", "Women"),
    ],
    resultFile: "idee-in-fuga-2020.csv",
    result: """
      collegio;codice;titolo;descrizione;voti;costo;votanti;stato;unito_a
      Uomini;M1;Job center;Un sito e un laboratorio per cercare lavoro prima di \
      uscire;185;12000;419;votato;
      Uomini;M2;Ponte dentro e fuori;Due corsi di formazione e un sito che uniscono dentro e \
      fuori;185;10000;419;votato;
      Uomini;M3;Palestra all’aperto;Attrezzi nel cortile del quarto reparto;31;6500;419;votato;
      Uomini;M4;Biblioteca che gira;Un carrello di libri per ogni piano;18;2200;419;votato;
      Uomini;M5;Sportello lavoro;Unito al Job center durante la co-progettazione;0;4000;419;unito;M1
      Donne;F1;Bar nell’area colloqui;Un bar per le famiglie in visita, gestito dalle \
      donne;51;9000;91;votato;
      Donne;F2;Sartoria;Macchine da cucire per il laboratorio;25;4800;91;votato;
      Donne;F3;Orto del femminile;Cassoni, terra e attrezzi;15;1900;91;votato;
      Donne;F4;Nido estivo;Ritirato dalle proponenti prima del voto;0;7000;91;ritirato;

      """,
    points: [
      DemoPickUpPoint(
        name: "Bottega in città", address: "Via dei Mille 12, Milano",
        hours: Bilingual(
          "Martedì e sabato, dalle 10 alle 18", "Tuesdays and Saturdays, 10 am to 6 pm"))
    ],
    campaigns: [bar, jobCenter, bridge])

  private static let bar = DemoCampaign(
    projects: ["F1"],
    title: Bilingual("Un bar nell’area colloqui", "A café in the visiting area"),
    summary: Bilingual(
      """
      Un caffè e un tavolo dove le famiglie in visita possano stare insieme, gestito da \
      un’associazione di donne detenute.
      """,
      """
      A coffee and a table where visiting families can be together, run by an association of \
      women in prison.
      """),
    story: Bilingual(
      """
      L’ora di colloquio passa in fretta. Oggi passa in piedi, davanti a un distributore che non \
      funziona quasi mai.

      Le donne del reparto femminile hanno scritto questa proposta in assemblea e l’hanno votata: \
      **51 voti su 91**. Chiedono un bancone con lavello, due frigoriferi, un congelatore, una \
      lavastoviglie, una piastra e una macchina per il caffè.

      ## Chi lo gestirà

      Un’associazione di donne detenute, con una cooperativa sociale che insegna il mestiere: otto \
      turni di lavoro vero, con un contratto vero.

      ## Che cosa cambia per chi viene in visita

      > Mia figlia ha sei anni. Vorrei offrirle una cioccolata, come fanno le altre mamme.

      Le parole sono di chi ha proposto il progetto; i nomi restano dentro.
      """,
      """
      Visiting time goes by fast. Today people spend it standing in front of a vending machine \
      that hardly ever works.

      The women’s ward wrote this proposal in an assembly and voted for it: **51 of 91 votes**. \
      They ask for a counter with a sink, two refrigerators, a freezer, a dishwasher, a hotplate \
      and a coffee machine.

      ## Who will run it

      An association of women in prison, with a social cooperative that teaches the trade: eight \
      shifts of real work, with a real contract.
      """),
    picture: "cafe", rule: .allOrNothing, stage: .live(daysLeft: 24),
    lines: [
      DemoLine(Bilingual("Bancone con lavello", "Counter with sink"), 2600, 2600),
      DemoLine(
        Bilingual("Due frigoriferi e un congelatore", "Two refrigerators, a freezer"), 2100, 2400),
      DemoLine(
        Bilingual("Macchina per il caffè e piastra", "Coffee machine and hotplate"), 2300, 3100),
      DemoLine(Bilingual("Lavastoviglie e allacciamenti", "Dishwasher and plumbing"), 1500, 1700),
      DemoLine(
        Bilingual("Corso da barista per otto donne", "Barista course for eight women"), 500, 1800),
    ],
    rewards: [
      DemoReward(
        name: Bilingual("Grazie sul muro", "Thanks on the wall"),
        description: Bilingual(
          "Il tuo nome, o quello che vuoi tu, sulla lavagna del bar.",
          "Your name, or one you choose, on the café’s blackboard."),
        minimumEuros: 10, fairValueEuros: 0),
      DemoReward(
        name: Bilingual("Biscotti del laboratorio", "Biscuits from the workshop"),
        description: Bilingual(
          "Un sacchetto da 300 g, fatti dentro e venduti fuori.",
          "A 300 g bag, made inside and sold outside."),
        notice: Bilingual(
          "Contiene glutine, uova, burro e frutta a guscio.",
          "Contains gluten, eggs, butter and nuts."),
        minimumEuros: 25, fairValueEuros: 7, stock: 60, limit: 4, delivery: .pickUp(0),
        season: 40...70, isPerishable: true),
      DemoReward(
        name: Bilingual("Stampa d’autore", "Art print"),
        description: Bilingual(
          "Una delle tavole donate dagli illustratori per l’asta, numerata.",
          "One of the plates that illustrators gave to the auction, numbered."),
        minimumEuros: 60, fairValueEuros: 20, stock: 10, limit: 1, delivery: .shipping(euros: 8),
        season: 30...60),
    ],
    pledges: 86, usualEuros: [15, 25, 25, 30, 30, 40, 60])

  private static let jobCenter = DemoCampaign(
    projects: ["M1"],
    title: Bilingual("Job center", "Job centre"),
    summary: Bilingual(
      "Un sito e un laboratorio per trenta persone che cercano lavoro prima di uscire.",
      "A website and a workshop for thirty people who look for work before release."),
    story: Bilingual(
      """
      Chi esce con un lavoro di solito non torna. Il Job center prepara almeno **trenta \
      candidati** di tutti i reparti e va a cercare le aziende, una per una.

      Nel voto degli uomini è arrivato primo a pari merito: 185 voti, gli stessi del *Ponte \
      dentro e fuori*. La commissione ha sorteggiato l’ordine davanti ai delegati dei reparti; \
      il verbale è nella classifica certificata.
      """,
      """
      Whoever leaves with a job usually does not come back. The job centre prepares at least \
      **thirty candidates** from all wards and goes looking for companies, one by one.

      In the men’s vote it shared the first place: 185 votes, as many as the *Bridge*. The order \
      was drawn in front of the wards’ delegates; the minutes are in the certified ranking.
      """),
    picture: "work", rule: .allOrNothing, stage: .live(daysLeft: 2),
    lines: [
      DemoLine(Bilingual("Sito e banca dati dei profili", "Website and profiles"), 2500, 3500),
      DemoLine(Bilingual("Laboratorio: sei postazioni", "Workshop: six desks"), 3000, 4200),
      DemoLine(Bilingual("Tutor per sei mesi", "A tutor for six months"), 1500, 4300),
    ],
    rewards: [
      DemoReward(
        name: Bilingual("Il racconto del primo mese", "The story of the first month"),
        description: Bilingual(
          "Una lettera scritta dal gruppo, per posta elettronica.",
          "A letter by the group, by e-mail."),
        minimumEuros: 15, fairValueEuros: 0),
      DemoReward(
        name: Bilingual("Quaderno legato a mano", "Hand-bound notebook"),
        description: Bilingual(
          "Fatto nella legatoria del carcere, con carta recuperata.",
          "Made in the prison’s bindery from reclaimed paper."),
        minimumEuros: 35, fairValueEuros: 12, stock: 40, limit: 3, delivery: .pickUp(0),
        season: 30...50),
    ],
    pledges: 92, usualEuros: [20, 35, 50, 50, 80, 100, 120])

  private static let bridge = DemoCampaign(
    projects: ["M2"],
    title: Bilingual("Ponte dentro e fuori", "A bridge between inside and outside"),
    summary: Bilingual(
      "Due corsi di formazione per trenta persone e un sito che racconta chi cerca e chi offre.",
      "Two training courses for thirty people, and a website of those who seek and those who offer."
    ),
    story: Bilingual(
      """
      Due corsi, uno di giardinaggio e uno di manutenzione, con i maestri che entrano e gli \
      allievi che, quando possono, escono a lavorare.
      """,
      """
      Two courses, gardening and maintenance: the teachers come in, and the learners go out to \
      work whenever they may.
      """),
    picture: "bridge", rule: .keepWhatYouRaise, stage: .awaitingReview,
    lines: [
      DemoLine(Bilingual("Corso di giardinaggio", "Gardening course"), 3200, 4000),
      DemoLine(Bilingual("Corso di manutenzione", "Maintenance course"), 3200, 4000),
      DemoLine(Bilingual("Sito", "Website"), 1200, 2000),
    ],
    rewards: [
      DemoReward(
        name: Bilingual("Una piantina di rosmarino", "A rosemary plant"),
        description: Bilingual(
          "Cresciuta durante il corso.", "Grown during the course."),
        minimumEuros: 20, fairValueEuros: 5, stock: 50, delivery: .pickUp(0), season: 90...120,
        isPerishable: true)
    ],
    pledges: 0, usualEuros: [])
}
