// What pages with passkeys are made of. All of it is hidden until the script has seen that the
// browser can; a sentence stands in its place.
import Domain
import Literals
import Phrases
import Services

struct PasskeyPieces {
  let screen: ScreenContext

  /// The field that the answer comes in.
  static let field = "passkey"

  enum Ceremony: String { case create, get }

  private var say: PasskeyPhrases { PasskeyPhrases[screen.language] }

  /// A button inside a form: the device is asked, and the form is sent with its answer. `atOnce`
  /// asks without waiting for the button, on pages that are there for nothing else.
  func button(
    _ ceremony: Ceremony, _ options: String, _ label: String, field: String = Self.field,
    atOnce: Bool = false
  ) -> HTML {
    """
    <div data-passkey="\(ceremony.rawValue)" data-options="\(options)"\
    \(if: atOnce, " data-at-once=\"yes\"") hidden>
    <input type="hidden" name="\(field)" value="">
    <p class="actions"><button type="button" class="button primary">\(label)</button></p>
    <p role="alert" hidden>\(say.failed)</p>
    </div>
    \(missing)
    """
  }

  /// On pages where one signs in: the way to the page that asks the device.
  func offer(next: String?) -> HTML {
    let form = screen.form()
    return """
      <div data-passkey="offer" hidden>
      \(form.post(
        to: IdentityRoutes.passkeySignIn(),
        "\(next.map { form.hidden("torna", $0) })\(form.submit(say.signIn, .quiet))"))
      </div>
      \(missing)
      """
  }

  private var missing: HTML { "<p class=\"hint\" data-passkey-missing=\"yes\">\(say.missing)</p>" }
}

extension ScreenContext {
  /// Who has to answer a challenge of this page: this session, or this visitor.
  var passkeyBinding: Digest {
    signedIn?.session ?? Digest(of: "visitor \(visitor.mark)")
  }
}

extension Pace {
  /// Challenges and answers, right or wrong.
  static let passkeys = Pace("passkeys", burst: 30, perMinute: 15)
}
