// A webhook that was not believed, as the problem that the provider's log shows.
import Phrases
import Services

extension Problem {
  /// 400 with its own reason. It tells whoever sends nothing that they do not know.
  static func webhook(_ refusal: WebhookRefusal) -> Problem {
    let (code, detail): (String, @Sendable (WebhookPhrases) -> String) =
      switch refusal {
      case .signatureMissing: ("webhook-signature-missing", { $0.signatureMissing })
      case .signatureMalformed: ("webhook-signature-malformed", { $0.signatureMalformed })
      case .signatureWrong: ("webhook-signature-wrong", { $0.signatureWrong })
      case .stale: ("webhook-stale", { $0.stale })
      case .bodyUnreadable: ("webhook-body-unreadable", { $0.bodyUnreadable })
      }
    return Problem(400, code) { language in
      let say = WebhookPhrases[language]
      return Words(say.refused, detail(say))
    }
  }
}
