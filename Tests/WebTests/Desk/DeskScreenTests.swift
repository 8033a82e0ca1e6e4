// The desk as it is seen: by whom, with which buttons, and in whose words.
import Domain
import Support
import Testing
@testable import Web

@Test(arguments: Language.allCases)
func `every page of the desk has one heading, a title and its language`(language: Language)
  async throws
{
  try await DeskSite.run { site in
    for (act, path) in site.pages(language) {
      let role: Role = act == .readMail ? .administrator : .treasurer
      let reply = try await site.visitor(role).open(path)
      #expect(reply.status == 200, "\(path)")
      #expect(reply.page.headings.count == 1, "\(path)")
      #expect(reply.page.title.hasPrefix(reply.page.h1), "\(path)")
      #expect(reply.page.language == language.rawValue, "\(path)")
      for table in reply.page.elements("table") {
        #expect(table.text.isEmpty == false, "\(path)")
      }
    }
  }
}

@Test
func `an auditor reads every page and is offered no act`() async throws {
  try await DeskSite.run { site in
    for (_, path) in site.pages(.italian) {
      let reply = try await site.visitor(.auditor).open(path)
      #expect(reply.status == 200, "\(path)")
      // The theme of the footer is the only thing an auditor may change.
      let acts = reply.page.forms.filter { $0.method == "POST" && $0.action != "/it/aspetto" }
      #expect(acts.isEmpty, "\(path)")
    }
  }
}

@Test
func `who may not read a page is told that it does not exist`() async throws {
  try await DeskSite.run { site in
    for role in [Role.backer, .voter, .campaignOwner, .fulfilment, .mediator] {
      for (_, path) in site.pages(.italian) where path != "/it/scrivania" {
        #expect(try await site.visitor(role).open(path).status == 404, "\(role) \(path)")
      }
      let home = try await site.visitor(role).open("/it/scrivania")
      let begins = role == .campaignOwner ? "/it/scrivania/campagne" : "/it/profilo"
      #expect(home.location == begins, "\(role)")
    }
    let stranger = try await site.visitor(nil).open("/it/scrivania")
    #expect(stranger.status == 303)
    #expect(stranger.location?.hasPrefix("/it/accedi") == true)
    #expect(try await site.visitor(.treasurer).open("/it/scrivania/posta").status == 404)
  }
}

@Test
func `a zero is grey and what waits says why`() async throws {
  try await DeskSite.run { site in
    let page = try await site.visitor(.treasurer).open("/it/scrivania").page
    #expect(page.elements(class: "alert").count == 13)
    #expect(page.elements(class: "zero").count == 6)
    for alert in page.elements(class: "alert") {
      #expect(alert.text.contains("."), "\(alert.text)")
    }
    #expect(page.main.contains("13 cose aspettano qualcuno."))
    #expect(page.main.contains("Il registro quadra"))
  }
}

@Test
func `an event is replayed by a form, and a body cannot become markup`() async throws {
  try await DeskSite.run { site in
    let path = "/it/scrivania/notifiche/\(site.world.dead)"
    let treasurer = site.visitor(.treasurer)
    let reply = try await treasurer.open(path)
    #expect(!reply.text.contains("secret-signature"))
    #expect(!reply.text.contains("<b>à</b>"))
    #expect(reply.text.contains("&lt;b&gt;à&lt;/b&gt;"))
    #expect(reply.page.main.contains("abbandonata"))
    let done = try await treasurer.submit("Rielabora")
    #expect(done.status == 303)
    #expect(try await site.visitor(.treasurer).open(path).page.main.contains("ricevuta"))
    let forged = try await site.visitor(.treasurer).send("POST", "\(path)/rielabora")
    #expect([403, 415].contains(forged.status))
  }
}

@Test
func `discarding a task without a reason shows the form again`() async throws {
  try await DeskSite.run { site in
    let administrator = site.visitor(.administrator)
    try await administrator.open("/it/scrivania/attivita/\(site.world.discarded)")
    let refused = try await administrator.submit("Scarta")
    #expect(refused.status == 422)
    #expect(refused.page.title.hasPrefix("Errore: "))
    let again = site.visitor(.administrator)
    try await again.open("/it/scrivania/attivita/\(site.world.discarded)")
    try await again.fill(["nota": "indirizzo sbagliato"])
    #expect(try await again.submit("Scarta").status == 303)
  }
}

@Test
func `mail is shown without its text, and to an auditor without its subject`() async throws {
  try await DeskSite.run { site in
    let administrator = try await site.visitor(.administrator).open("/it/scrivania/posta")
    #expect(administrator.page.main.contains("b…@example.org"))
    #expect(administrator.page.main.contains("Grazie"))
    #expect(!administrator.text.contains("secret"))
    let auditor = try await site.visitor(.auditor).open("/it/scrivania/posta")
    #expect(!auditor.page.main.contains("Grazie"))
    #expect(!auditor.text.contains("bruno@"))
  }
}

@Test
func `the trial balance is a file whose columns are equal`() async throws {
  try await DeskSite.run { site in
    let reply = try await site.visitor(.treasurer).open("/it/scrivania/registro/bilancio.csv")
    #expect(reply.header("Content-Type") == "text/csv; charset=utf-8")
    let lines = reply.text.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(lines.first?.joined(separator: ",") == "account,kind,side,debit,credit,currency")
    func sum(_ column: Int) -> Int {
      lines.dropFirst().compactMap { Int($0[column].filter { $0 != "." }) }.reduce(0, +)
    }
    #expect(sum(3) == 4500)
    #expect(sum(3) == sum(4))
  }
}

@Test(arguments: [
  (#"{"a":[1,{"b":"x, {y}"}],"c":"\""}"#, #"  "c": "\"""#), ("plain text", "plain text"),
])
func `a body is laid out without changing its values`(body: String, expected: String) {
  let shown = BodyText(Array(body.utf8)).shown
  #expect(shown.contains(expected))
  let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\n" }
  #expect(shown.filter { !isBlank($0) } == body.filter { !isBlank($0) })
}

@Test
func `bytes that are no text are shown as numbers, and a long body is cut`() {
  #expect(BodyText([0xFF, 0x00, 0x0A]).shown == "ff 00 0a")
  #expect(BodyText(Array(repeating: 97, count: 70_000)).isCut)
}
