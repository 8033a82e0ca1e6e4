// Commands that only look leave nothing behind, not even where nothing was installed yet.
import Foundation
import Support
import Testing

@Suite struct `Before an installation` {
  @Test(arguments: [
    ("doctor", 4), ("doctor --json", 4), ("config show", 0), ("migrate --plan", 0),
    ("ledger verify", 3), ("export ledger --format csv", 3),
  ])
  func `looking makes neither folder nor database`(command: String, code: Int) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "raccolto-none-\(UInt64.random(in: 0...UInt64.max))")
    let child = Process()
    child.executableURL = RunningServer.executable
    child.arguments = command.split(separator: " ").map(String.init)
    child.environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("RACCOLTO_") }
      .merging(["RACCOLTO_MODE": "demo", "RACCOLTO_DATA": folder.path]) { $1 }
    let output = Pipe()
    child.standardOutput = output
    child.standardError = output
    try child.run()
    let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    child.waitUntilExit()
    #expect(Int(child.terminationStatus) == code, "\(told)")
    #expect(!FileManager.default.fileExists(atPath: folder.path), "\(told)")
  }
}
