// One verb of the executable on a database, without a server beside it.
import Foundation
import Store
import Support

/// Runs it to its end, or for a minute at most.
enum DataVerb {
  static func run(
    _ arguments: [String], _ settings: [String: String], at address: DatabaseAddress
  ) throws -> (code: Int32, output: String, errors: String) {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "raccolto-verb-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url =
      switch address {
      case .sqlite(let path): "sqlite:\(path)"
      case .postgres(let url): url
      }
    let child = Process()
    child.executableURL = URL(filePath: "/usr/bin/env")
    child.arguments = ["timeout", "60", RunningServer.executable.path] + arguments
    child.currentDirectoryURL = folder
    child.environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("RACCOLTO_") }
      .merging(settings) { $1 }
      .merging([
        "RACCOLTO_PORT": String(Int.random(in: 20_000...32_000)), "RACCOLTO_DATA": folder.path,
        "RACCOLTO_DATABASE_URL": url,
      ]) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    (child.standardOutput, child.standardError) = (output, errors)
    try child.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    child.waitUntilExit()
    return (
      child.terminationStatus, String(decoding: printed, as: UTF8.self),
      String(decoding: said, as: UTF8.self)
    )
  }
}
