// The machine in words: events, tasks, queues, mail and who acted.
package import Domain

extension WebhookStatus {
  package func word(_ language: Language) -> String {
    switch self {
    case .received: language.say("ricevuta", "received")
    case .applied: language.say("applicata", "applied")
    case .ignored: language.say("senza effetto", "no effect")
    case .deferred: language.say("rimandata", "put off")
    case .dead: language.say("abbandonata", "given up")
    }
  }
}

extension StoredTask.Status {
  package func word(_ language: Language) -> String {
    switch self {
    case .ready: language.say("in attesa", "waiting")
    case .running: language.say("in esecuzione", "running")
    case .done: language.say("conclusa", "done")
    case .discarded: language.say("abbandonata", "given up")
    case .cancelled: language.say("scartata", "discarded")
    }
  }
}

extension MailLine.Status {
  package func word(_ language: Language) -> String {
    switch self {
    case .queued: language.say("in attesa", "queued")
    case .sent: language.say("partita", "sent")
    case .failed: language.say("non partita", "failed")
    }
  }
}

extension Actor.Kind {
  package func word(_ language: Language) -> String {
    switch self {
    case .visitor: language.say("visitatore", "visitor")
    case .person: language.say("persona", "person")
    case .system: language.say("Raccolto, da solo", "Raccolto by itself")
    case .operator: language.say("operatore", "operator")
    }
  }
}

extension WebhookIgnored {
  package func word(_ language: Language) -> String {
    switch self {
    case .unknownType: language.say("tipo che non ci riguarda", "a type that does not concern us")
    case .otherEnvironment: language.say("di un altro ambiente", "from another environment")
    case .nothingNew: language.say("lo sapevamo già", "known before")
    }
  }
}

extension WebhookLine {
  /// The reason in words where it is one of ours, else as the job wrote it.
  package func reasonWords(_ language: Language) -> String {
    if let ignored = WebhookIgnored(rawValue: reason) { return ignored.word(language) }
    let name = reason.split(separator: " ").last.map(String.init) ?? ""
    return MoneyException.Kind(rawValue: name)?.word(language) ?? reason
  }
}
