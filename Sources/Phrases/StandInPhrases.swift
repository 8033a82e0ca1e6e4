// Acting in somebody's place to help them: the form, the banner, the list of who did.

package struct StandInPhrases: PhraseBook {
  package let title: String
  package let lead: String
  package let reason: String
  package let reasonHint: @Sendable (_ least: Int) -> String
  package let reasonTooShort: @Sendable (_ least: Int) -> String
  package let start: String
  package let started: @Sendable (_ name: String) -> String
  package let moreRights: String
  package let notOneself: String
  package let label: String
  package let banner: @Sendable (_ helper: String, _ helped: String, _ until: String) -> String
  package let because: @Sendable (_ reason: String) -> String
  package let stop: String
  package let stopped: String
  package let stoppedOut: String
  package let notActing: String
  package let inYourPlace: @Sendable (_ helper: String) -> String
  package let history: String
  package let historyText: String
  package let who: String
  package let from: String
  package let to: String
  package let inPlaceOf: @Sendable (_ name: String) -> String

  package static let it = StandInPhrases(
    title: "Agire al posto di questa persona",
    lead: "Per aiutarla vedi e usi il servizio come lei, per trenta minuti al massimo. Le scriviamo"
      + " una mail con il motivo; ogni atto è registrato con i nomi di entrambi. Denaro, ruoli,"
      + " conti, voti e modi di entrare restano suoi.",
    reason: "Motivo",
    reasonHint: { "Almeno \($0) caratteri: la persona lo leggerà." },
    reasonTooShort: { "Scrivi il motivo con almeno \($0) caratteri." },
    start: "Agisci al suo posto",
    started: { "Ora agisci al posto di \($0)." },
    moreRights: "Ha ruoli che tu non hai: nessuno agisce al posto di chi può di più.",
    notOneself: "Sei già tu.",
    label: "Agisci al posto di un’altra persona",
    banner: { "\($0), agisci al posto di \($1) fino alle \($2)." },
    because: { "Motivo: \($0)" },
    stop: "Torna a essere te",
    stopped: "Non agisci più al posto di un’altra persona.",
    stoppedOut: "Non agisci più al posto di un’altra persona. Anche il tuo accesso è finito.",
    notActing: "Non agivi al posto di nessuno.",
    inYourPlace: { "\($0), al tuo posto" },
    history: "Chi ha agito al tuo posto",
    historyText: "Chi amministra il sito può farlo per aiutarti, con un motivo e per trenta minuti"
      + " al massimo.",
    who: "Persona",
    from: "Dal",
    to: "Al",
    inPlaceOf: { "al posto di \($0)" })

  package static let en = StandInPhrases(
    title: "Acting in this person’s place",
    lead: "To help them you see and use the service as they do, for thirty minutes at most. We send"
      + " them a mail with the reason; each act is on record with both names. Money, roles,"
      + " accounts, votes and ways in stay theirs.",
    reason: "Reason",
    reasonHint: { "At least \($0) characters: the person will read it." },
    reasonTooShort: { "Write the reason with at least \($0) characters." },
    start: "Act in their place",
    started: { "You now act in the place of \($0)." },
    moreRights: "They hold roles that you do not: nobody acts in the place of who may do more.",
    notOneself: "That is you already.",
    label: "You act in somebody else’s place",
    banner: { "\($0), you act in the place of \($1) until \($2)." },
    because: { "Reason: \($0)" },
    stop: "Be yourself again",
    stopped: "You no longer act in somebody else’s place.",
    stoppedOut: "You no longer act in somebody else’s place. Your own sign-in is over as well.",
    notActing: "You were in nobody’s place.",
    inYourPlace: { "\($0), in your place" },
    history: "Who acted in your place",
    historyText: "Whoever administers the site can do so to help you, with a reason and for thirty"
      + " minutes at most.",
    who: "Person",
    from: "From",
    to: "To",
    inPlaceOf: { "in the place of \($0)" })
}
