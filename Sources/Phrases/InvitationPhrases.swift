// Invitations to work here: at the desk, in the mail, and on the page that takes them up.
package import Domain

package struct InvitationPhrases: PhraseBook {
  package let title: String
  package let lead: String
  package let invite: String
  package let nameHint: String
  package let emailHint: String
  package let language: String
  package let languageName: @Sendable (Language) -> String
  package let invited: String
  package let held: String
  package let empty: String
  package let status: String
  package let by: String
  package let withdraw: String
  package let withdrawn: String
  package let over: String
  package let state: @Sendable (Invitation.State) -> String
  package let offered: @Sendable (_ host: String) -> String
  package let validUntil: String
  package let accept: String
  package let acceptText: @Sendable (_ email: String) -> String
  package let accepted: String
  package let roleTaken: String
  package let ending: Endings
  package let askAgain: String
  package let notYours: String
  package let notYoursText: @Sendable (_ name: String) -> String
  package let subject: String
  package let greeting: @Sendable (_ name: String) -> String
  package let letter: @Sendable (_ host: String) -> String
  package let button: String
  package let once: String
  package let notYou: String
  package let closing: String

  /// Why a link opens nothing any more: a title and a sentence for each reason.
  package struct Endings: Sendable {
    package let unknown: (title: String, text: String)
    package let used: (title: String, text: String)
    package let withdrawn: (title: String, text: String)
    package let expired: (title: String, text: String)
    package let hostMayNot: (title: String, text: String)
  }

  package static let it = InvitationPhrases(
    title: "Inviti",
    lead: "Chi riceve l’invito prende il ruolo una volta sola, entro una settimana.",
    invite: "Invita",
    nameHint: "Come lo vedranno gli altri alla scrivania.",
    emailHint: "Il ruolo va a chi legge la posta di questo indirizzo.",
    language: "Lingua del messaggio",
    languageName: { $0 == .italian ? "italiano" : "inglese" },
    invited: "Invito spedito.",
    held: "Questa persona ha già quel ruolo.",
    empty: "Nessun invito.",
    status: "Stato",
    by: "Da chi",
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
    offered: { "\($0) ti offre un ruolo in Raccolto." },
    validUntil: "Vale fino al",
    accept: "Accetta l’invito",
    acceptText: {
      "Il ruolo va alla persona che legge la posta di \($0). Se non hai già fatto l’accesso,"
        + " dopo ti mandiamo il collegamento per entrare."
    },
    accepted: "Invito accettato. Ti abbiamo mandato il collegamento per entrare.",
    roleTaken: "Invito accettato: il ruolo è tuo da subito.",
    ending: Endings(
      unknown: ("Invito sconosciuto", "Il collegamento non è intero: aprilo di nuovo dalla mail."),
      used: (
        "Invito già accettato",
        "Un invito vale una volta sola. Se l’hai accettato tu, entra con il tuo indirizzo."
      ),
      withdrawn: ("Invito ritirato", "Chi ti aveva invitato ha ritirato l’invito."),
      expired: (
        "Invito scaduto", "Un invito vale una settimana. Chiedine un altro a chi ti ha invitato."
      ),
      hostMayNot: (
        "Invito non più valido",
        "Chi ti ha invitato non può più dare questo ruolo. Scrivi a chi amministra il sito."
      )),
    askAgain: "Accedi",
    notYours: "Invito per un’altra persona",
    notYoursText: {
      "Qui sei \($0), e l’invito è per un altro indirizzo. Se è anche tuo, esci e apri di nuovo"
        + " il collegamento."
    },
    subject: "Un invito a lavorare su Raccolto",
    greeting: { $0.isEmpty ? "Ciao," : "Ciao \($0)," },
    letter: { "\($0) ti invita a lavorare su Raccolto con questo ruolo." },
    button: "Guarda l’invito",
    once: "L’invito vale una settimana e una volta sola. Guardarlo non impegna.",
    notYou: "Se non conosci chi ti invita, ignora questo messaggio.",
    closing: "Raccolto")

  package static let en = InvitationPhrases(
    title: "Invitations",
    lead: "Who gets the invitation takes the role up once, within a week.",
    invite: "Invite",
    nameHint: "As others will see them at the desk.",
    emailHint: "The role goes to whoever reads mail at this address.",
    language: "Language of the message",
    languageName: { $0 == .italian ? "Italian" : "English" },
    invited: "Invitation sent.",
    held: "This person has that role already.",
    empty: "No invitation.",
    status: "Status",
    by: "By whom",
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
    offered: { "\($0) offers you a role in Raccolto." },
    validUntil: "Good until",
    accept: "Accept the invitation",
    acceptText: {
      "The role goes to whoever reads mail at \($0). If you are not signed in, we send you the"
        + " link to come in afterwards."
    },
    accepted: "Invitation accepted. We have sent you the link to come in.",
    roleTaken: "Invitation accepted: the role is yours from now on.",
    ending: Endings(
      unknown: ("Unknown invitation", "The link is not complete: open it from the mail again."),
      used: (
        "Invitation already accepted",
        "An invitation works once. If it was you who accepted it, sign in with your address."
      ),
      withdrawn: ("Invitation withdrawn", "Whoever invited you has withdrawn the invitation."),
      expired: (
        "Invitation expired", "An invitation is good for a week. Ask who invited you for another."
      ),
      hostMayNot: (
        "Invitation no longer valid",
        "Whoever invited you may no longer give this role. Write to whoever runs the site."
      )),
    askAgain: "Sign in",
    notYours: "An invitation for somebody else",
    notYoursText: {
      "You are \($0) here, and the invitation is for another address. If that is yours too, sign"
        + " out and open the link again."
    },
    subject: "An invitation to work on Raccolto",
    greeting: { $0.isEmpty ? "Hello," : "Hello \($0)," },
    letter: { "\($0) invites you to work on Raccolto with this role." },
    button: "Look at the invitation",
    once: "The invitation is good for a week, and once. Looking at it commits you to nothing.",
    notYou: "If you do not know who invites you, ignore this message.",
    closing: "Raccolto")
}
