// Mail as a server takes it and as Python's parser reads it.
import Domain
import Foundation
import Mail
import Services
import Support
import Testing

/// An aiosmtpd server on a port of its own, until `stop`.
private final class MailServer {
  let port: Int
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var buffer = Data()

  init(_ options: [String] = []) throws {
    process.executableURL = Oracle.python
    process.arguments = [Oracle.root.appending(path: "Tests/Oracles/mail.py").path()] + options
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var line = Data()
    while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 {
      line.append(byte)
    }
    port = try #require(Int(String(decoding: line, as: UTF8.self)))
  }
  /// What came, once the server has stopped.
  func stop() throws -> [Received] {
    try input.fileHandleForWriting.close()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try text.split(separator: 10).map { try JSONDecoder().decode(Received.self, from: $0) }
  }
}

private struct Received: Decodable {
  let from: String
  let to: [String]
  let headers: [[String]]
  let longest: Int
  let ascii: Bool
  let defects: [String]
  let parts: [[String]]

  func header(_ name: String) -> [String] { headers.filter { $0[0] == name }.map { $0[1] } }
}

@Suite struct MailTests {
  private func message(
    subject: String = "Grazie", name: String? = "Giulia Bianchi", html: String? = "<p>Ciao</p>"
  ) throws -> MailMessage {
    let text =
      "Perché sì: 12,50 €\n.\n--=_mail_1\n" + String(repeating: "parola ", count: 40) + " \nfine"
    var message = MailMessage(
      id: "mail_1",
      from: Mailbox(try #require(EmailAddress("raccolto@example.org")), name: "Raccolto"),
      to: Mailbox(try #require(EmailAddress("giulia@example.org")), name: name),
      content: MailContent(subject: subject, text: text, html: html),
      date: try #require(Instant(rfc3339: "2026-11-21T10:12:32Z")))
    message.replyTo = Mailbox(try #require(EmailAddress("tesoreria@example.org")))
    return message
  }
  private func sender(_ server: MailServer, _ signIn: String = "") throws -> SMTPMailSender {
    SMTPMailSender(try #require(SMTPAddress("smtp://\(signIn)127.0.0.1:\(server.port)")))
  }

  @Test func `a message arrives as it was meant, accents, dots and long lines included`()
    async throws
  {
    let server = try MailServer()
    let sent = try message(
      subject: "Grazie, è arrivata la tua adesione da 12,50 € per “Pane e libertà”")
    try await sender(server).send(sent)
    let received = try #require(try server.stop().first)
    #expect(received.from == "raccolto@example.org")
    #expect(received.to == ["giulia@example.org"])
    #expect(received.header("Subject") == [sent.content.subject])
    #expect(received.header("From") == ["Raccolto <raccolto@example.org>"])
    #expect(received.header("To") == ["Giulia Bianchi <giulia@example.org>"])
    #expect(received.header("Reply-To") == ["tesoreria@example.org"])
    #expect(received.header("Date") == ["Sat, 21 Nov 2026 10:12:32 +0000"])
    #expect(received.header("Message-ID") == ["<mail_1@example.org>"])
    #expect(received.defects == [])
    #expect(received.ascii)
    #expect(received.longest <= 78)
    #expect(received.parts.map { $0[0] } == ["text/plain", "text/html"])
    // A part of a multipart message ends before the line break of its boundary.
    let contents = received.parts.map { $0[1].replacing("\r\n", with: "\n") }
    #expect(contents == [sent.content.text, "<p>Ciao</p>"])
  }

  @Test func `a message without HTML is plain text`() async throws {
    let server = try MailServer()
    try await sender(server).send(try message(html: nil))
    let received = try #require(try server.stop().first)
    #expect(received.parts.map { $0[0] } == ["text/plain"])
    #expect(received.defects == [])
  }

  @Test(arguments: [
    "Ciao\r\nBcc: tutti@example.org", "Ciao\nX: y", "Ciao\u{2028}X: y", "=?UTF-8?B?QQ==?=",
    String(repeating: "lungo ", count: 60), "", "\u{0}\u{7F}",
  ])
  func `no subject and no name can write another header`(hostile: String) async throws {
    let server = try MailServer()
    try await sender(server).send(try message(subject: hostile, name: hostile + "\" <x@y.it>, \""))
    let received = try #require(try server.stop().first)
    #expect(received.to == ["giulia@example.org"])
    #expect(received.header("To").count == 1)
    #expect(received.header("To").first?.hasSuffix("<giulia@example.org>") == true)
    #expect(
      Set(received.headers.map { $0[0] }) == [
        "Date", "From", "To", "Reply-To", "Subject", "Message-ID", "Auto-Submitted",
        "MIME-Version", "Content-Type",
      ])
    #expect(received.defects == [])
  }

  @Test func `a sign-in from the address is used, and a wrong one is not tried again`() async throws
  {
    let server = try MailServer(["login", "u@x", "p:w/1"])
    try await sender(server, "u%40x:p%3Aw%2F1@").send(try message())
    let fault = await #expect(throws: Fault.self) {
      try await sender(server, "u%40x:wrong@").send(try message())
    }
    #expect(fault?.retryable == false)
    #expect(try server.stop().count == 1)
  }

  @Test(arguments: [("451", true), ("550", false)])
  func `a refusal says whether to try again`(code: String, retryable: Bool) async throws {
    let server = try MailServer(["refuse", code])
    let fault = await #expect(throws: Fault.self) { try await sender(server).send(try message()) }
    #expect(fault?.retryable == retryable)
    #expect(fault?.what.contains(code) == true)
    #expect(fault?.what.contains("giulia") == false)
    _ = try server.stop()
  }

  @Test func `a server that is away is tried again later`() async throws {
    let server = try MailServer()
    let sender = try sender(server)
    _ = try server.stop()
    let fault = await #expect(throws: Fault.self) { try await sender.send(try message()) }
    #expect(fault?.retryable == true)
  }

  @Test(arguments: [
    "http://example.org", "smtp://", "smtp://:25", "smtp://a b", "smtp://user%4@host",
    "smtp://host/path", "smtp://user:%0Apass@host",
  ])
  func `an address that is none is refused`(text: String) {
    #expect(SMTPAddress(text) == nil)
  }
}
