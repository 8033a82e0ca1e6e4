// AgID's own conformance tool plays every case it has against the running service, in each profile
// and both bindings. It can stop early and call that a success, so the rows are counted.
import Foundation
import Support
import Testing

@Suite(.serialized) struct SpidConformanceTests {
  /// How many answers the tool has; each ends in the status that the rules want.
  private static let answersPlayed = 111

  struct Run: Sendable, CustomTestStringConvertible {
    let profile: String
    let binding: String
    let level: Int
    let engine: TestEngine
    var testDescription: String { "\(profile), \(binding), level \(level), \(engine)" }
  }
  static let runs = [
    Run(profile: "spid-sp-private", binding: "redirect", level: 2, engine: .postgres),
    Run(profile: "spid-sp-private", binding: "post", level: 1, engine: .sqlite),
    Run(profile: "spid-sp-public", binding: "redirect", level: 3, engine: .sqlite),
    Run(profile: "spid-sp-public", binding: "post", level: 1, engine: .sqlite),
    Run(profile: "cie-sp-private", binding: "redirect", level: 2, engine: .sqlite),
    Run(profile: "cie-sp-private", binding: "post", level: 3, engine: .sqlite),
  ]

  private struct Report: Decodable {
    let counts: [String: Int]
    let failed: [String]
  }

  @Test(arguments: runs)
  func `spid-sp-test finds nothing wrong`(_ run: Run) async throws {
    let folder = URL.temporaryDirectory.appending(path: "spid-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Oracle.answer(of: "spid_sp.py", arguments: ["prepare", folder.path])
    let settings = [
      "RACCOLTO_SPID_PROFILE": run.profile,
      "RACCOLTO_SPID_IDP_METADATA": folder.appending(path: "idp.xml").path,
    ]
    try await RunningServer.run(on: run.engine, environment: settings) { server in
      let said = try Oracle.answer(
        of: "spid_sp.py",
        arguments: [
          "play", folder.path, server.base, run.profile, run.binding, "\(run.level)",
        ])
      let report = try JSONDecoder().decode(Report.self, from: said)
      #expect(report.failed == [])
      #expect(report.counts["response"] == Self.answersPlayed)
      #expect((report.counts["authnrequest"] ?? 0) >= 44)
      #expect((report.counts["metadata"] ?? 0) >= 90)
    }
  }
}
