// Coming in, one's profile, people and roles, the record of acts, the mailbox of a demonstration.
package import Domain

package struct IdentityPhrases: PhraseBook {
  package let signIn: String
  package let signInLead: String
  package let email: String
  package let emailHint: String
  package let sendLink: String
  package let checkMail: String
  package let checkMailText: String
  package let checkMailNothing: String
  package let openMailbox: String
  package let confirm: String
  package let confirmText: String
  package let confirmAs: String
  package let confirmElsewhere: String
  package let comeIn: String
  package let signedIn: String
  package let signedOut: String
  package let linkGone: String
  package let linkGoneText: String
  package let askAgain: String
  package let signOut: String
  package let profile: String
  package let name: String
  package let roles: String
  package let noRoles: String
  package let sessions: String
  package let sessionsText: String
  package let since: String
  package let lastSeen: String
  package let never: String
  package let action: String
  package let thisDevice: String
  package let end: String
  package let sessionEnded: String
  package let people: String
  package let addPerson: String
  package let add: String
  package let addHint: String
  package let personAdded: String
  package let personKnown: String
  package let giveRole: String
  package let roleToGive: String
  package let scope: String
  package let revoke: String
  package let roleGranted: String
  package let roleHeld: String
  package let roleNotToOneself: String
  package let roleRevoked: String
  package let roleGone: String
  package let audit: String
  package let auditLead: String
  package let theirActs: String
  package let filterObject: String
  package let filterObjectHint: String
  package let filterPerson: String
  package let filterPersonHint: String
  package let noActs: String
  package let older: String
  package let when: String
  package let who: String
  package let act: String
  package let object: String
  package let detail: String
  package let mailbox: String
  package let mailboxLead: String
  package let mailboxEmpty: String
  package let to: String
  package let subject: String
  package let asHTML: String
  package let role: @Sendable (Role) -> String
  package let scopeKind: @Sendable (Scope.Kind) -> String
  package let actor: @Sendable (Actor.Kind) -> String
  package let letter: SignInLetterPhrases

  package static let it = IdentityPhrases(
    signIn: "Accedi",
    signInLead: "Niente password: ti mandiamo un collegamento che vale una volta sola.",
    email: "Indirizzo e-mail",
    emailHint: "Quello che ci hai dato la prima volta.",
    sendLink: "Mandami il collegamento",
    checkMail: "Guarda la posta",
    checkMailText:
      "Se l’indirizzo è registrato, tra poco arriva un messaggio con il collegamento per"
      + " entrare. Vale quindici minuti e una volta sola.",
    checkMailNothing: "Non arriva nulla? Controlla la posta indesiderata e come hai scritto"
      + " l’indirizzo, poi riprova.",
    openMailbox: "Apri la posta dimostrativa",
    confirm: "Conferma l’accesso",
    confirmText: "Premi il pulsante per entrare con questo dispositivo.",
    confirmAs: "Entri come",
    confirmElsewhere:
      "Questo collegamento è stato chiesto da un altro browser o dispositivo. Se non"
      + " l’hai chiesto tu, o se l’indirizzo qui sopra non è il tuo, chiudi questa pagina:"
      + " useresti l’accesso di qualcun altro.",
    comeIn: "Entra",
    signedIn: "Hai fatto l’accesso.",
    signedOut: "Sei uscito. A presto.",
    linkGone: "Il collegamento non vale più",
    linkGoneText: "È già stato usato, è scaduto, oppure non è intero. Chiedine un altro: bastano"
      + " pochi secondi.",
    askAgain: "Chiedi un nuovo collegamento",
    signOut: "Esci",
    profile: "Il tuo profilo",
    name: "Nome",
    roles: "Ruoli",
    noRoles: "Nessun ruolo.",
    sessions: "Dispositivi con l’accesso aperto",
    sessionsText: "Se non ne riconosci uno, chiudilo.",
    since: "Da quando",
    lastSeen: "Ultima visita",
    never: "mai",
    action: "Azione",
    thisDevice: "Questo dispositivo",
    end: "Chiudi",
    sessionEnded: "L’accesso è stato chiuso.",
    people: "Persone e ruoli",
    addPerson: "Aggiungi una persona",
    add: "Aggiungi",
    addHint: "Potrà entrare chiedendo un collegamento a questo indirizzo.",
    personAdded: "Persona aggiunta. Ora puoi darle un ruolo.",
    personKnown: "Questo indirizzo era già registrato.",
    giveRole: "Dai un ruolo",
    roleToGive: "Ruolo",
    scope: "Dove vale",
    revoke: "Togli",
    roleGranted: "Ruolo dato.",
    roleHeld: "Aveva già questo ruolo.",
    roleNotToOneself: "Nessuno può dare o togliere un ruolo a sé stesso.",
    roleRevoked: "Ruolo tolto.",
    roleGone: "Questo ruolo era già stato tolto.",
    audit: "Registro degli atti",
    auditLead: "Chi ha fatto che cosa. Le righe si aggiungono soltanto.",
    theirActs: "Gli atti di questa persona",
    filterObject: "Oggetto",
    filterObjectHint: "Il codice o il genere, per esempio campaign.",
    filterPerson: "Persona",
    filterPersonHint: "Nome, indirizzo e-mail o codice.",
    noActs: "Nessun atto corrisponde.",
    older: "Atti precedenti",
    when: "Quando",
    who: "Chi",
    act: "Atto",
    object: "Su che cosa",
    detail: "Dettagli",
    mailbox: "Posta inviata",
    mailboxLead: "In questa dimostrazione nessuna e-mail parte davvero: i messaggi si leggono qui.",
    mailboxEmpty: "Non è ancora stato inviato nessun messaggio.",
    to: "A",
    subject: "Oggetto",
    asHTML: "Vedi la versione HTML",
    role: { role in
      switch role {
      case .administrator: "amministrazione"
      case .treasurer: "tesoreria"
      case .reviewer: "revisione"
      case .facilitator: "facilitazione"
      case .campaignOwner: "titolare di campagna"
      case .fulfilment: "consegne"
      case .mediator: "mediazione"
      case .auditor: "controllo"
      case .backer: "sostenitore"
      case .voter: "votante"
      }
    },
    scopeKind: { kind in
      switch kind {
      case .platform: "tutto il sito"
      case .organisation: "ente"
      case .process: "percorso"
      case .campaign: "campagna"
      }
    },
    actor: { kind in
      switch kind {
      case .visitor: "visitatore"
      case .person: "persona"
      case .system: "sistema"
      case .operator: "gestore, da riga di comando"
      }
    },
    letter: .it)

  package static let en = IdentityPhrases(
    signIn: "Sign in",
    signInLead: "No passwords: we send you a link that works once.",
    email: "E-mail address",
    emailHint: "The one you are registered with here.",
    sendLink: "Send me the link",
    checkMail: "Look at your mail",
    checkMailText: "If the address is registered, a message with the link arrives in a moment."
      + " It is valid for fifteen minutes and works once.",
    checkMailNothing: "Nothing there? Look in the junk folder and at how you wrote the address,"
      + " then try again.",
    openMailbox: "Open the demonstration’s mail",
    confirm: "Confirm signing in",
    confirmText: "Press the button to come in with this device.",
    confirmAs: "You sign in as",
    confirmElsewhere: "Another browser or device asked for this link. If it was not you, or if the"
      + " address above is not yours, close this page: you would use somebody else’s sign-in.",
    comeIn: "Come in",
    signedIn: "You are signed in.",
    signedOut: "You are signed out. See you soon.",
    linkGone: "The link is no longer valid",
    linkGoneText: "It was used before, has expired, or is not complete. Ask for another: it takes"
      + " a few seconds.",
    askAgain: "Ask for a new link",
    signOut: "Sign out",
    profile: "Your profile",
    name: "Name",
    roles: "Roles",
    noRoles: "No role.",
    sessions: "Devices that are signed in",
    sessionsText: "If you do not recognise one, sign it out.",
    since: "Since",
    lastSeen: "Last visit",
    never: "never",
    action: "Action",
    thisDevice: "This device",
    end: "Sign out",
    sessionEnded: "That device is signed out.",
    people: "People and roles",
    addPerson: "Add a person",
    add: "Add",
    addHint: "They can come in by asking for a link to this address.",
    personAdded: "Person added. Now you can give them a role.",
    personKnown: "This address was registered already.",
    giveRole: "Give a role",
    roleToGive: "Role",
    scope: "Where it holds",
    revoke: "Take back",
    roleGranted: "Role given.",
    roleHeld: "They had this role already.",
    roleNotToOneself: "Nobody can give a role to themselves or take their own.",
    roleRevoked: "Role taken back.",
    roleGone: "This role was taken back before.",
    audit: "Record of acts",
    auditLead: "Who did what. Lines are only ever added.",
    theirActs: "What this person did",
    filterObject: "Object",
    filterObjectHint: "Its id or its kind, such as campaign.",
    filterPerson: "Person",
    filterPersonHint: "Name, e-mail address or id.",
    noActs: "No act matches.",
    older: "Earlier acts",
    when: "When",
    who: "Who",
    act: "Act",
    object: "On what",
    detail: "Details",
    mailbox: "Sent mail",
    mailboxLead: "In this demonstration no e-mail really leaves: messages are read here.",
    mailboxEmpty: "No message has been sent yet.",
    to: "To",
    subject: "Subject",
    asHTML: "See the HTML version",
    role: { role in
      switch role {
      case .administrator: "administrator"
      case .treasurer: "treasurer"
      case .reviewer: "reviewer"
      case .facilitator: "facilitator"
      case .campaignOwner: "campaign owner"
      case .fulfilment: "deliveries"
      case .mediator: "mediator"
      case .auditor: "auditor"
      case .backer: "backer"
      case .voter: "voter"
      }
    },
    scopeKind: { kind in
      switch kind {
      case .platform: "the whole site"
      case .organisation: "organisation"
      case .process: "process"
      case .campaign: "campaign"
      }
    },
    actor: { kind in
      switch kind {
      case .visitor: "visitor"
      case .person: "person"
      case .system: "system"
      case .operator: "operator, on the command line"
      }
    },
    letter: .en)
}

extension IdentityPhrases {
  /// A place by its kind and name, as a line of text.
  package func place(_ scope: Scope, _ named: NamedScope?, _ language: Language) -> String {
    let kind = scopeKind(scope.kind)
    return named.map { "\(kind): \($0.name(language))" } ?? kind
  }
}
