// A fiscal code that came by SPID is found neither in the log, nor in a mail, nor anywhere in the
// database. Method: known codes go through coming in, joining and being contested; then everything
// that was written is searched, for the code as text, as hexadecimal and as base64.
import Domain
import Foundation
import Services
import Store
import Support
import Testing

@Suite(.serialized) struct `A fiscal code` {
  private static let giulia = "BNCGLI85M41A944M"
  private static let mario = "RSSMRA80A01H501U"

  /// Goes through the test provider as somebody, from the page that asks it.
  private func answer(_ browser: TestBrowser, as code: String) async throws -> Support.Reply {
    try await browser.fill(["persona": code])
    try await browser.submit("Prosegui")
    return try await browser.submit("Prosegui")
  }

  private func comeIn(_ server: RunningServer, as code: String) async throws -> TestBrowser {
    let browser = server.visitor()
    let provider = "\(server.base)/spid/prova"
      .addingPercentEncoding(withAllowedCharacters: .alphanumerics)
    try await browser.open("/spid/login?idp=\(provider ?? "")", following: true)
    #expect(try await answer(browser, as: code).status == 303)
    let me = try await browser.send("GET", "/api/v1/me")
    #expect(me.text.contains(code), "whoever has the session reads their own")
    return browser
  }

  @Test(arguments: TestEngine.all)
  func `is in no log, no mail and no readable column`(on engine: TestEngine) async throws {
    try await RunningServer.run(
      on: engine,
      seed: { database in
        try await Staff.add("ada", .treasurer, to: database)
        try await Staff.add("bea", .treasurer, to: database)
      }
    ) { server in
      _ = try await comeIn(server, as: Self.giulia)
      for (name, code, status) in [("ada", Self.mario, 303), ("bea", Self.giulia, 409)] {
        let desk = try await server.signedIn(name)
        try await desk.open("/it/profilo")
        try await desk.submit("Gestore di prova")
        try await desk.submit("Prosegui")
        #expect(try await answer(desk, as: code).status == status)
      }
      _ = try await server.contents()
      let texts = try await Database.open(server.address, connections: 2)
        .closing { try await $0.texts() }
      #expect(texts["person"]?.contains("Giulia Bianchi") == true, "names are there to be found")
      #expect(texts["mail_message"]?.contains("SPID") == true)
      let sealed = texts["saml_exchange"]?.lowercased()
      #expect(sealed?.firstMatch(of: #/[0-9a-f]{400}/#) != nil, "so are bytes")
      #expect(texts["fiscal_identity"]?.isEmpty == false)
      #expect(texts["credential_conflict"]?.isEmpty == false)
      for code in [Self.giulia, Self.mario] {
        for needle in Self.shapes(of: code) {
          for (table, text) in texts {
            #expect(!text.lowercased().contains(needle), "\(needle) is in \(table)")
          }
          #expect(!server.log.lowercased().contains(needle), "\(needle) is in the log")
        }
      }
    }
  }

  private static func hex(_ text: String) -> String {
    text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
  /// How a text may be written down: itself, its bytes, and in base64 from each of three places.
  private static func shapes(of code: String) -> [String] {
    let encoded = (0..<3).map { offset in
      let bytes = Data(code.utf8.dropFirst(offset))
      return String(bytes.prefix(bytes.count / 3 * 3).base64EncodedString())
    }
    return ([code, hex(code)] + encoded).map { $0.lowercased() }
  }
}
