// Answers and logout requests that are made to exhaust whoever reads them, many at once, against
// the built executable: each is refused quickly, and the process does not grow.
import Foundation
import Support
import Testing

@Suite(.serialized) struct `A bomb sent to the sign-in` {
  private static let timesEach = 25
  private static let growthMBMax = 96
  private static let secondsMax = 20.0

  private static func response(_ inside: String, type: String = "") -> String {
    """
    \(type)<p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" InResponseTo="_2"\
     Version="2.0">\(inside)</p:Response>
    """
  }
  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static var documents: [String] {
    var laughs = "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    for step in 1...30 { laughs += "<!ENTITY a\(step) '\(many("&a\(step - 1);", 10))'>" }
    let quadratic = "<!DOCTYPE x [<!ENTITY a '\(many("a", 60_000))'>]>"
    let attributes = (0..<9000).map { " a\($0)=\"\"" }.joined()
    let namespaces = (0..<5000).map { " xmlns:n\($0)=\"urn:\($0)\"" }.joined()
    return [
      response("&a30;", type: laughs + "]>"), response(many("&a;", 20_000), type: quadratic),
      response(many("<y>", 20_000) + many("</y>", 20_000)), response(many("<y/>", 40_000)),
      response("<y\(attributes)/>"), response("<y\(namespaces)/>"),
      response(many("<y", 60_000)), response("<y a=\"\(many("&#65;", 30_000))\"/>"),
      response(many("<d:Signature xmlns:d=\"http://www.w3.org/2000/09/xmldsig#\"/>", 2000)),
    ]
  }

  private func peak(_ server: RunningServer) throws -> Int {
    let pid = try #require(server.pid)
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
  }

  private func post(_ document: String, _ path: String, _ visitor: TestBrowser) async throws
    -> Int
  {
    let name = path == "/spid/acs" ? "SAMLResponse" : "SAMLRequest"
    let field = base64(Array(document.utf8))
      .addingPercentEncoding(withAllowedCharacters: .alphanumerics)
    let reply = try await visitor.send(
      "POST", path, headers: ["Content-Type: application/x-www-form-urlencoded"],
      body: Array("\(name)=\(field ?? "")".utf8))
    return reply.status
  }

  @Test func `is refused, and costs little time and memory`() async throws {
    try await RunningServer.run(on: .sqlite) { server in
      let visitor = server.visitor()
      #expect(try await visitor.send("GET", "/it/accedi").status == 200)
      let before = try peak(server)
      let clock = ContinuousClock()
      let started = clock.now
      for document in Self.documents {
        for path in ["/spid/acs", "/spid/slo"] {
          let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<Self.timesEach {
              group.addTask { try await post(document, path, visitor) }
            }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
          }
          #expect(statuses.allSatisfy { (400..<500).contains($0) }, "\(statuses)")
        }
      }
      let took = clock.now - started
      #expect(took < .seconds(Self.secondsMax), "it took \(took)")
      #expect(try peak(server) - before < Self.growthMBMax)
      #expect(try await visitor.send("GET", "/it").status == 200)
    }
  }

  @Test func `that unpacks to a thousand times its size is not unpacked`() async throws {
    try await RunningServer.run(on: .sqlite) { server in
      let script = """
        import base64, sys, urllib.parse, zlib
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(4)) + packer.flush()
        sys.stdout.write(urllib.parse.quote_plus(base64.b64encode(packed)))
        """
      let packed = String(
        decoding: try Oracle.run(URL(filePath: "/usr/bin/python3"), ["-c", script]), as: UTF8.self)
      let before = try peak(server)
      for _ in 0..<Self.timesEach {
        let reply = try await server.visitor().send("GET", "/spid/slo?SAMLRequest=\(packed)")
        #expect((400..<500).contains(reply.status))
      }
      #expect(try peak(server) - before < Self.growthMBMax)
    }
  }
}
