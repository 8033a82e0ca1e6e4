// Answers that ask their reader to fetch something: a verifier that obeys reaches a listener of
// this test, ours reaches nothing.
import Foundation
import SAML
import Support
import Synchronization
import Testing

@Suite(.serialized) struct ForgedFetchTests {
  private static let forge = Forge()

  /// A place that counts who calls, and sends everybody away.
  private final class Listener: Sendable {
    let port: Int
    private let socket: Int32
    private let calls = Mutex(0)
    var count: Int { calls.withLock { $0 } }

    init() throws {
      let descriptor = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let bound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
            && getsockname(descriptor, $0, &length) == 0
        }
      }
      try #require(bound)
      socket = descriptor
      port = Int(UInt16(bigEndian: address.sin_port))
      Thread.detachNewThread { [self] in
        while case let caller = accept(descriptor, nil, nil), caller >= 0 {
          calls.withLock { $0 += 1 }
          let answer = "HTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n"
          _ = answer.withCString { send(caller, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
          close(caller)
        }
      }
    }
    func stop() {
      shutdown(socket, Int32(SHUT_RDWR))
      close(socket)
    }
  }

  /// An answer that asks for something, and whether signatures or the parser would fetch it.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let isParser: Bool
    let make: @Sendable (Forge, String) throws -> String
    var testDescription: String { name }
  }

  static let all = [
    Case(name: "a document type from elsewhere", isParser: true) { forge, url in
      "<!DOCTYPE x SYSTEM '\(url)'>" + forge.hers.xml
    },
    Case(name: "an entity from elsewhere", isParser: true) { forge, url in
      "<!DOCTYPE x [<!ENTITY e SYSTEM '\(url)'>]>"
        + forge.hers.xml.replacing("Giulia", with: "&e;")
    },
    Case(name: "a reference to elsewhere", isParser: false) { forge, url in
      var answer = forge.herSigned
      answer.responseSignature = ""
      return answer.xml.replacing("URI=\"#\(answer.assertionID)\"", with: "URI=\"\(url)\"")
        .replacing("<ds:DigestValue/>", with: "<ds:DigestValue>AAAA</ds:DigestValue>")
        .replacing("<ds:SignatureValue/>", with: "<ds:SignatureValue>AAAA</ds:SignatureValue>")
    },
    Case(name: "a key from elsewhere", isParser: false) { forge, url in
      try forge.oddlySigned {
        $0.replacing(
          "</ds:Signature>",
          with: """
            <ds:KeyInfo><ds:RetrievalMethod URI="\(url)"\
             Type="http://www.w3.org/2000/09/xmldsig#rawX509Certificate"/></ds:KeyInfo>\
            </ds:Signature>
            """)
      }
    },
  ]

  @Test(arguments: all)
  func `an answer makes nobody fetch anything`(_ one: Case) throws {
    let listener = try Listener()
    defer { listener.stop() }
    let url = "http://127.0.0.1:\(listener.port)/x"
    let document = Array(try one.make(Self.forge, url).utf8)

    guard case .failure = Self.forge.world.verdict(document) else {
      Issue.record("it was believed")
      return
    }
    #expect(listener.count == 0)

    obey(document, one)
    #expect(listener.count > 0, "the answer is not even dangerous to who obeys it")
  }

  private func obey(_ document: [UInt8], _ one: Case) {
    if one.isParser {
      // Not in this process: libxmlsec1 has forbidden its parser to fetch anything.
      _ = try? Oracle.answer(of: "xml_obey.py", to: Data(document))
      return
    }
    let file = CarelessVerifier.file(Data(document), "xml")
    defer { try? FileManager.default.removeItem(at: file) }
    let assertion = "urn:oasis:names:tc:SAML:2.0:assertion:Assertion"
    let key =
      one.name == "a key from elsewhere"
      ? ["--insecure"] : ["--pubkey-cert-pem", CarelessVerifier.pem(SamlKeys.provider)]
    _ = try? Oracle.run(
      URL(filePath: "/usr/bin/xmlsec1"),
      ["--verify", "--id-attr:ID", assertion] + key + [file.path])
  }
}
