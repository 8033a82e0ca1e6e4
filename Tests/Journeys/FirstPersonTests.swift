// How a new installation gets its first administrator: nobody can sign in before.
import Foundation
import Support
import Testing

@Suite struct `The first person` {
  @Test(arguments: TestEngine.all)
  func `is added by a command and finds the desk`(on engine: TestEngine) async throws {
    try await RunningServer.run(on: engine) { server in
      let add = ["person", "add", "ada@comune.example", "--name", "Ada Amati", "--role"]
      let king = try server.raccolto(add + ["king"])
      #expect(king.code == 2)
      let added = try server.raccolto(add + ["administrator"])
      #expect(added.code == 0)
      let link = added.output.trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(link.hasPrefix(server.base + "/it/accedi/"))

      let ada = server.visitor()
      try await ada.open(String(link.dropFirst(server.base.count)))
      let desk = try await ada.submit(following: true)
      #expect(desk.page.h1 == "Oggi")
      #expect(desk.page.elements(class: "desk-menu").first?.text.contains("Persone") == true)

      // Again: the same person, no second role, a new link.
      let again = try server.raccolto(add + ["administrator", "--json"])
      #expect(again.code == 0 && again.output.contains("\"role\" : \"administrator\""))
      let people = try await ada.open("/it/scrivania/persone")
      #expect(people.page.main.components(separatedBy: "ada@comune.example").count == 2)
      #expect(!people.page.main.contains("×"))
    }
  }
}
