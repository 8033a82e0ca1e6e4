// The words of the mails about one's own ways in.
import Domain
import Phrases
package import Services

extension SecurityLetters {
  /// Letters whose links start with the site's public address; `contact` is who helps.
  package static func words(publicURL: String, contact: String) -> SecurityLetters {
    SecurityLetters { person, notice, at in
      let say = SecurityMailPhrases[person.language]
      let (subject, text) = words(notice, say)
      var mail = Letter(
        subject, greeting: say.greeting(person.name), [text], closing: say.closing)
      mail.facts = [(say.when, at.formatted(person.language))]
      if let reason = notice.reason { mail.facts.append((say.reason, reason)) }
      if case .stoodIn(_, _, let until) = notice {
        mail.facts.append((say.until, until.formatted(person.language)))
      }
      mail.action = (say.button, publicURL + IdentityRoutes.sessions()[person.language].path)
      mail.after = [notice.isOnesOwn ? say.notYou(contact) : say.notAsked(contact)]
      return mail.content(person.language.rawValue)
    }
  }

  private static func words(
    _ notice: SecurityNotice, _ say: SecurityMailPhrases
  ) -> (subject: String, text: String) {
    switch notice {
    case .factorAdded: (say.added, say.addedText)
    case .factorRemoved: (say.removed, say.removedText)
    case .factorReset: (say.reset, say.resetText)
    case .recoveryCodeUsed(let left): (say.recoveryUsed, say.recoveryUsedText(left))
    case .recoveryCodesRenewed: (say.recoveryRenewed, say.recoveryRenewedText)
    case .stoodIn(let helper, _, _): (say.stoodIn, say.stoodInText(helper))
    case .identityAdded(let scheme): (say.identityAdded, say.identityAddedText(scheme))
    case .identityRemoved: (say.identityRemoved, say.identityRemovedText)
    case .addressAdded: (say.addressAdded, say.addressAddedText)
    case .addressRemoved: (say.addressRemoved, say.addressRemovedText)
    case .claimMoved(let kind, let isHere, _):
      (say.claimDecided, say.claimText(kind, isHere ? .came : .went))
    case .claimRefused(let kind, _): (say.claimDecided, say.claimText(kind, .stayed))
    case .claimLapsed(let kind): (say.claimDecided, say.claimText(kind, .lapsed))
    case .passkeyAdded(let name): (say.passkeyAdded, say.passkeyAddedText(name))
    case .passkeyRemoved(let name): (say.passkeyRemoved, say.passkeyRemovedText(name))
    case .passkeyCopied(let name): (say.passkeyCopied, say.passkeyCopiedText(name))
    }
  }
}

extension SecurityNotice {
  /// Whether it tells of what the person did themselves, if nobody else did.
  fileprivate var isOnesOwn: Bool {
    if case .stoodIn = self { false } else { true }
  }
}

extension IdentityLetters {
  /// Every mail of the area.
  package static func words(publicURL: String, contact: String) -> IdentityLetters {
    IdentityLetters(
      signIn: .words(publicURL: publicURL),
      security: .words(publicURL: publicURL, contact: contact),
      invitation: .words(publicURL: publicURL), address: .words(publicURL: publicURL))
  }
}

extension AddressLetters {
  /// Letters whose links start with the site's public address.
  package static func words(publicURL: String) -> AddressLetters {
    AddressLetters { letter in
      let say = CredentialPhrases[letter.language].letter
      var mail = Letter(
        say.subject, greeting: say.greeting, [say.text(letter.person.name, letter.minutes)],
        closing: say.closing)
      let path = IdentityRoutes.confirmAddress(letter.token)[letter.language].path
      mail.action = (say.button, publicURL + path)
      mail.after = [say.notYou]
      return mail.content(letter.language.rawValue)
    }
  }
}
