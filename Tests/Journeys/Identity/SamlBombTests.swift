// Answers and logout requests that are made to exhaust whoever reads them, many at once, against
// the built executable: each is refused, the process does not grow, nobody is signed in, nothing is
// fetched, and the site goes on answering.
import Foundation
import Support
import Testing

@Suite(.serialized) struct `A bomb sent to the sign-in` {
  private static let timesEach = 16
  private static let growthMBMax = 128
  private static let slowestSecondsMax = 10.0
  private static let secondsMax = 120.0

  private struct Report: Decodable {
    let statuses: [String: [Status]]
    let slowest: Double
    let sessions: Int
    let calls: Int
  }
  /// A number, or what kept the reply from coming.
  private enum Status: Decodable, Hashable {
    case code(Int)
    case none(String)

    init(from decoder: any Decoder) throws {
      let here = try decoder.singleValueContainer()
      if let code = try? here.decode(Int.self) {
        self = .code(code)
      } else {
        self = .none(try here.decode(String.self))
      }
    }
    var isRefusal: Bool {
      if case .code(let code) = self { (400..<500).contains(code) } else { false }
    }
  }

  private func peakMB(_ server: RunningServer) throws -> Int {
    let pid = try #require(server.pid)
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
  }

  @Test(.timeLimit(.minutes(5)))
  func `is refused, and costs little time and memory`() async throws {
    try await RunningServer.run(on: .sqlite) { server in
      #expect(try await server.visitor().send("GET", "/it/accedi").status == 200)
      let before = try peakMB(server)
      let started = ContinuousClock.now
      let said = try Oracle.answer(
        of: "saml_bombs.py", arguments: [server.base, "\(Self.timesEach)"])
      let took = ContinuousClock.now - started
      let report = try JSONDecoder().decode(Report.self, from: said)
      #expect(report.statuses.count == 51)
      for (name, statuses) in report.statuses {
        let areRefusals = statuses.allSatisfy(\.isRefusal)
        #expect(areRefusals, "\(name): \(statuses)")
      }
      #expect(report.sessions == 0, "somebody was signed in")
      #expect(report.calls == 0, "something was fetched")
      #expect(report.slowest < Self.slowestSecondsMax)
      #expect(took < .seconds(Self.secondsMax), "it took \(took)")
      let grown = try peakMB(server) - before
      #expect(grown < Self.growthMBMax, "it grew by \(grown) MB")
      #expect(try await server.visitor().send("GET", "/it").status == 200)
    }
  }
}
