// Runs a program of others on what we made, and gives back what it says.
package import Foundation

/// A script of Tests/Oracles, run by the Python of the test environment.
package struct Oracle: Sendable {
  /// The top of the package.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// `RACCOLTO_ORACLES` names the environment's folder; without it, `.venv` at the top.
  package static var python: URL {
    let named = ProcessInfo.processInfo.environment["RACCOLTO_ORACLES"]
    let folder = named.map { URL(filePath: $0) } ?? root.appending(path: ".venv")
    return folder.appending(path: "bin/python")
  }

  /// What a script printed when given the input. Throws with its complaint when it fails.
  package static func answer(
    of script: String, to input: Data = Data(), arguments: [String] = []
  ) throws -> Data {
    let path = root.appending(path: "Tests/Oracles/\(script)").path()
    return try run(python, [path] + arguments, input: input)
  }

  /// Runs any program to its end. Files instead of pipes, so that no side waits for the other.
  package static func run(_ program: URL, _ arguments: [String], input: Data = Data()) throws
    -> Data
  {
    let folder = URL.temporaryDirectory.appending(path: "oracle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appending(path: $0) }
    for file in files { try input.write(to: file) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try emptied(files[1])
    process.standardError = try emptied(files[2])
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let complaint = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
      throw OracleFailure(program: program.lastPathComponent, complaint: complaint)
    }
    return try Data(contentsOf: files[1])
  }

  private static func emptied(_ file: URL) throws -> FileHandle {
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 0)
    return handle
  }
}

/// An oracle that did not run to its end.
package struct OracleFailure: Error, CustomStringConvertible {
  let program: String
  let complaint: String
  package var description: String { "\(program): \(complaint)" }
}
