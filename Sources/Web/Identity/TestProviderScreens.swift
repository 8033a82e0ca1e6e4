// The identity provider of a demonstration: choose a person and how it ends. Its pages are there
// only where nothing is real.
import Domain
import Literals
import Phrases
import Services

struct TestProviderScreens: ScreenGroup {
  private static let requestLimit = BodyLimit(bytesMax: 64 * 1024, fieldsMax: 10)

  let provider: any SamlTestProvider

  func add(to screens: Screens) {
    screens.get(FederationRoutes.testProvider, use: askedByRedirect)
    screens.postFromElsewhere(
      FederationRoutes.testProvider, limit: Self.requestLimit, use: askedByPost)
    screens.post(FederationRoutes.testProviderAnswer, use: answer)
  }

  private func askedByRedirect(_ screen: ScreenContext) -> Reply {
    guard let query = screen.rawQuery,
      let fields = try? FormBody.urlEncoded(Array(query.utf8), limit: .query),
      let request = fields["SAMLRequest"]
    else { return .problem(.malformed) }
    return choose(screen, request, .redirect, fields["RelayState"] ?? "")
  }

  private func askedByPost(_ screen: ScreenContext, _ body: FormBody) -> Reply {
    guard let request = body["SAMLRequest"] else { return .problem(.malformed) }
    return choose(screen, request, .post, body["RelayState"] ?? "")
  }

  private func choose(
    _ screen: ScreenContext, _ request: String, _ binding: SamlBinding, _ relayState: String
  ) -> Reply {
    let say = FederationPhrases[screen.language]
    let people = SamlTestPeople.all.map { person in
      Choice(person.fiscalCode.text, "\(person.name)", note: "\(person.fiscalCode.text)")
    }
    let endings =
      [Choice("vouched", "\(say.testVouched)")]
      + SamlDecline.allCases.map {
        Choice($0.rawValue, "\($0.rawValue): \(say.declined($0).title)")
      }
    let first = people.first?.value ?? ""
    let form = screen.form(FormBody(["persona": first, "esito": "vouched"]))
    return .page(
      Page(
        say.testProvider, at: FederationRoutes.testProvider(),
        body: form.post(
          to: FederationRoutes.testProviderAnswer(),
          """
          \(form.hidden("SAMLRequest", request))\(form.hidden("binding", binding.rawValue))
          \(form.hidden("RelayState", relayState))
          \(form.radios("persona", say.testPerson, people))
          \(form.select("esito", say.testEnding, endings))
          \(form.submit(say.goOn))
          """)
      ).with { $0.lead = "\(say.testProviderLead)" })
  }

  private func answer(_ screen: ScreenContext, _ body: FormBody) throws -> Reply {
    guard let request = body["SAMLRequest"],
      let binding = body["binding"].flatMap(SamlBinding.init(rawValue:))
    else { return .problem(.malformed) }
    let person = SamlTestPeople.all.first { $0.fiscalCode.text == body["persona"] }
    let decline = body["esito"].flatMap(SamlDecline.init(rawValue:))
    let ending: SamlTestEnding
    if let decline {
      ending = .declined(decline)
    } else if let person {
      ending = .vouched(person)
    } else {
      return .problem(.malformed)
    }
    let acs = screen.absolute(FederationRoutes.acs())
    let question = SamlQuestion(field: request, binding: binding, acs: acs)
    guard let field = try provider.answer(question, ending, at: screen.now, screen.entropy) else {
      return .problem(.malformed)
    }
    let fields = [("SAMLResponse", field), ("RelayState", body["RelayState"] ?? "")]
    return .handOver(FederationPages(screen: screen).form(to: acs, fields), to: acs)
  }
}
