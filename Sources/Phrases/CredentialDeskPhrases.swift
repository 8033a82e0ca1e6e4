// The queue of ways in that two people claim, for administrators.
package import Domain

package struct CredentialDeskPhrases: PhraseBook {
  package let title: String
  package let lead: String
  package let none: String
  package let kind: @Sendable (CredentialKind) -> String
  package let what: String
  package let claimant: String
  package let holder: String
  package let claimedAt: String
  package let vouchedBy: String
  package let state: String
  package let waiting: String
  package let ruling: @Sendable (ConflictRuling) -> String
  package let decidedBy: String
  package let reason: String
  package let reasonHint: String
  package let decision: String
  package let choice: @Sendable (ConflictRuling) -> (label: String, note: String)
  package let decide: String
  package let decided: String
  package let notWaiting: String
  package let notPossible: String
  package let notOnesOwn: String
  package let look: String

  package static let it = CredentialDeskPhrases(
    title: "Identità contese",
    lead: "Qualcuno ha dimostrato un modo di entrare che qui è di un’altra persona. Nulla si unisce"
      + " da solo: senti tutte e due, poi decidi.",
    none: "Nessuna identità è contesa.",
    kind: { $0 == .address ? "Indirizzo di posta" : "Codice fiscale (SPID o CIE)" },
    what: "Che cosa",
    claimant: "Chi lo ha dimostrato",
    holder: "Di chi è adesso",
    claimedAt: "Quando",
    vouchedBy: "Gestore",
    state: "Stato",
    waiting: "in attesa",
    ruling: { $0 == .refused ? "resta dov’era" : "passato a chi lo ha dimostrato" },
    decidedBy: "Deciso da",
    reason: "Motivo",
    reasonHint: "Resta nel registro degli atti e lo leggono anche le due persone.",
    decision: "Decisione",
    choice: { ruling in
      switch ruling {
      case .refused: ("Resta dov’è", "Chi lo ha chiesto riceve un avviso con il motivo.")
      case .moved:
        (
          "Passa a chi lo ha dimostrato",
          "L’altra persona perde questo modo di entrare e viene fatta uscire; adesioni, ruoli e"
            + " storia restano suoi. Tutte e due ricevono un avviso."
        )
      }
    },
    decide: "Decidi",
    decided: "Deciso. Le persone sono state avvisate.",
    notWaiting: "Era già stato deciso.",
    notPossible: "Nel frattempo chi lo chiede ne ha un altro, oppure è di una terza persona: non si"
      + " può spostare.",
    notOnesOwn: "Nessuno decide su di sé: lo fa un altro amministratore.",
    look: "Guarda")

  package static let en = CredentialDeskPhrases(
    title: "Contested identities",
    lead: "Somebody proved a way in that is another person’s here. Nothing is joined by itself:"
      + " hear both, then decide.",
    none: "No identity is contested.",
    kind: { $0 == .address ? "Mail address" : "Fiscal code (SPID or CIE)" },
    what: "What",
    claimant: "Who proved it",
    holder: "Whose it is now",
    claimedAt: "When",
    vouchedBy: "Provider",
    state: "State",
    waiting: "waiting",
    ruling: { $0 == .refused ? "stays where it was" : "moved to who proved it" },
    decidedBy: "Decided by",
    reason: "Reason",
    reasonHint: "It stays in the record of acts, and both people read it too.",
    decision: "Decision",
    choice: { ruling in
      switch ruling {
      case .refused: ("It stays where it is", "A mail gives the reason to who asked.")
      case .moved:
        (
          "It goes to who proved it",
          "The other person loses this way in and is signed out; pledges, roles and history stay"
            + " theirs. Both are told by mail."
        )
      }
    },
    decide: "Decide",
    decided: "Decided. The people were told.",
    notWaiting: "It was decided before.",
    notPossible: "Meanwhile who asks has another one, or it is a third person’s: it cannot be"
      + " moved.",
    notOnesOwn: "Nobody decides about themselves: another administrator does it.",
    look: "Look")
}
