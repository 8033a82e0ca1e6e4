// Roles and grants at the desk: what each role is for, who holds it, what was given and taken back.
package import Domain

package struct RolePhrases: PhraseBook {
  package let title: String
  package let lead: String
  package let meaning: @Sendable (Role) -> String
  package let nobody: String
  package let person: String
  package let givenBy: String
  package let givenOn: String
  package let takenBack: String
  package let takenBy: @Sendable (_ name: String) -> String
  package let stillHeld: String
  package let history: String
  package let historyLead: String
  package let oneAdministrator: String
  package let oneTreasurer: String
  package let words: String
  package let wordsHint: String
  package let choose: String
  package let anyRole: String
  package let anyPlace: String
  package let noPeople: String
  package let more: @Sendable (_ shown: Int) -> String

  package static let it = RolePhrases(
    title: "Ruoli",
    lead: "Che cosa permette ogni ruolo, chi lo ha e dove vale.",
    meaning: { role in
      switch role {
      case .administrator:
        "Persone, ruoli, code e impostazioni. Non muove denaro e non legge il voto di nessuno."
      case .treasurer:
        "Incassi, rimborsi, estratti conto, versamenti. Ogni versamento chiede due persone."
      case .reviewer:
        "Legge le campagne proposte e le pubblica, o chiede modifiche. Mai la propria."
      case .facilitator: "Conduce un percorso: importa i voti, scioglie le parità, certifica."
      case .campaignOwner: "Risponde di una campagna: racconto, spese, ricompense, aggiornamenti."
      case .fulfilment: "Prepara e consegna le ricompense."
      case .mediator: "Aiuta quando chi sostiene e chi riceve non sono d’accordo."
      case .auditor: "Legge tutto e non cambia nulla."
      case .backer: "Ha sostenuto una campagna; non apre la scrivania."
      case .voter: "Può votare in un percorso; non apre la scrivania."
      }
    },
    nobody: "Nessuno ha questo ruolo.",
    person: "Persona",
    givenBy: "Dato da",
    givenOn: "Dato il",
    takenBack: "Tolto il",
    takenBy: { "da \($0)" },
    stillHeld: "in vigore",
    history: "Ruoli dati e tolti",
    historyLead: "Tutti, anche quelli che non valgono più.",
    oneAdministrator: "C’è una sola persona nell’amministrazione: se perde il telefono, nessuno può"
      + " aiutarla. Invitane un’altra.",
    oneTreasurer: "Per un versamento servono due persone della tesoreria: una propone, l’altra"
      + " approva.",
    words: "Nome o e-mail",
    wordsHint: "Anche solo una parte.",
    choose: "scegli un ruolo",
    anyRole: "qualsiasi, o nessuno",
    anyPlace: "ovunque",
    noPeople: "Nessuna persona corrisponde.",
    more: { "Vedi le prime \($0) persone: per trovare le altre usa il filtro." })

  package static let en = RolePhrases(
    title: "The roles",
    lead: "What each role allows, who holds it, and where.",
    meaning: { role in
      switch role {
      case .administrator:
        "People, roles, queues and settings. Moves no money and reads nobody’s vote."
      case .treasurer: "Takings, refunds, statements, payouts. Each payout asks for two people."
      case .reviewer:
        "Reads the campaigns that are submitted and publishes them, or asks for changes. Never"
          + " their own."
      case .facilitator: "Runs a process: imports votes, settles ties, certifies."
      case .campaignOwner: "Answers for a campaign: story, budget, rewards, updates."
      case .fulfilment: "Prepares rewards and hands them over."
      case .mediator: "Helps where who gives and who receives do not agree."
      case .auditor: "Reads everything and changes nothing."
      case .backer: "Has backed a campaign; does not open the desk."
      case .voter: "May vote in a process; does not open the desk."
      }
    },
    nobody: "Nobody holds this role.",
    person: "Who holds it",
    givenBy: "Given by",
    givenOn: "Given on",
    takenBack: "Taken back on",
    takenBy: { "by \($0)" },
    stillHeld: "in force",
    history: "Roles given and taken back",
    historyLead: "All of them, those too that no longer hold.",
    oneAdministrator: "There is one administrator only: if they lose their phone, nobody can help"
      + " them. Invite another.",
    oneTreasurer: "A payout needs two treasurers: one proposes it, the other approves.",
    words: "Name or e-mail",
    wordsHint: "A part of it is enough.",
    choose: "choose a role",
    anyRole: "any, or none",
    anyPlace: "anywhere",
    noPeople: "Nobody matches.",
    more: { "These are the first \($0) people: use the filter to find the others." })
}
