// Invitations to work here: at the desk, in the mail, and on the page that takes them up.
package import Domain

package struct InvitationPhrases: PhraseBook {
  package let title: String
  package let lead: String
  package let invite: String
  package let nameHint: String
  package let invited: String
  package let held: String
  package let empty: String
  package let status: String
  package let withdraw: String
  package let withdrawn: String
  package let over: String
  package let state: @Sendable (Invitation.State) -> String
  package let offered: @Sendable (_ role: String) -> String
  package let until: @Sendable (_ when: String) -> String
  package let accept: String
  package let accepted: String
  package let gone: String
  package let goneText: String
  package let subject: String
  package let greeting: @Sendable (_ name: String) -> String
  package let letter: @Sendable (_ host: String, _ role: String) -> String
  package let button: String
  package let notYou: String
  package let closing: String

  package static let it = InvitationPhrases(
    title: "Inviti",
    lead: "Chi riceve l’invito prende il ruolo una volta sola, entro una settimana.",
    invite: "Invita",
    nameHint: "Come lo vedranno gli altri alla scrivania.",
    invited: "Invito spedito.",
    held: "Questa persona ha già quel ruolo.",
    empty: "Nessun invito.",
    status: "Stato",
    withdraw: "Ritira",
    withdrawn: "Invito ritirato.",
    over: "L’invito era già stato accettato o ritirato.",
    state: { state in
      switch state {
      case .open: "aspetta risposta"
      case .accepted: "accettato"
      case .withdrawn: "ritirato"
      case .expired: "scaduto"
      }
    },
    offered: { "Ti è stato offerto un ruolo in Raccolto: \($0)." },
    until: { "L’invito vale fino al \($0)." },
    accept: "Accetta l’invito",
    accepted: "Invito accettato. Ti abbiamo mandato il collegamento per entrare.",
    gone: "L’invito non vale più",
    goneText: "È già stato usato, è scaduto o è stato ritirato. Chiedine un altro a chi ti ha"
      + " invitato.",
    subject: "Un invito a lavorare su Raccolto",
    greeting: { $0.isEmpty ? "Ciao," : "Ciao \($0)," },
    letter: {
      "\($0) ti invita in Raccolto con questo ruolo: \($1). L’invito vale una settimana e"
        + " una volta sola."
    },
    button: "Guarda l’invito",
    notYou: "Se non conosci chi ti invita, ignora questo messaggio.",
    closing: "Raccolto")

  package static let en = InvitationPhrases(
    title: "Invitations",
    lead: "Who gets the invitation takes the role up once, within a week.",
    invite: "Invite",
    nameHint: "As others will see them at the desk.",
    invited: "Invitation sent.",
    held: "This person has that role already.",
    empty: "No invitation.",
    status: "Status",
    withdraw: "Withdraw",
    withdrawn: "Invitation withdrawn.",
    over: "The invitation was accepted or withdrawn before.",
    state: { state in
      switch state {
      case .open: "waits for an answer"
      case .accepted: "accepted"
      case .withdrawn: "withdrawn"
      case .expired: "expired"
      }
    },
    offered: { "You were offered a role in Raccolto: \($0)." },
    until: { "The invitation is good until \($0)." },
    accept: "Accept the invitation",
    accepted: "Invitation accepted. We have sent you the link to come in.",
    gone: "The invitation is no longer valid",
    goneText: "It was used, has expired or was withdrawn. Ask who invited you for another.",
    subject: "An invitation to work on Raccolto",
    greeting: { $0.isEmpty ? "Hello," : "Hello \($0)," },
    letter: {
      "\($0) invites you to Raccolto with this role: \($1). The invitation is good for a"
        + " week, and once."
    },
    button: "Look at the invitation",
    notYou: "If you do not know who invites you, ignore this message.",
    closing: "Raccolto")
}
