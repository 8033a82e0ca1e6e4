// The built executable as a child process: started on an engine, killed, started again, stopped.
package import Foundation
package import Store
import Synchronization

/// `raccolto serve` with a data folder of its own. Killing keeps the data; `stop` removes it.
package final class RunningServer: Sendable {
  package let port: Int
  /// The data folder.
  package let folder: URL
  /// What it was started with, besides port, folder and database.
  package let environment: [String: String]
  /// Where its data is, for a test that looks at it directly.
  package let address: DatabaseAddress
  private let databaseURL: String
  private let process = Mutex<Process?>(nil)

  private static let readySecondsMax = 60
  /// How much of the log a failure shows.
  private static let logMax = 4000

  package var base: String { "http://127.0.0.1:\(port)" }

  /// A new visitor at this server.
  package func visitor() -> TestBrowser { TestBrowser(base, origin: publicURL) }
  private var publicURL: String { environment["RACCOLTO_PUBLIC_URL"] ?? base }

  /// Runs the body beside a server on a fresh, migrated database, with what `seed` put there;
  /// stops it whatever happens.
  package static func run<T: Sendable>(
    on engine: TestEngine, environment: [String: String] = [:],
    seed: ((Database) async throws -> Void)? = nil, _ body: (RunningServer) async throws -> T
  ) async throws -> T {
    try await engine.withAddress { address in
      if let seed { try await Database.open(address, connections: 2).closing(after: seed) }
      let server = try RunningServer(at: address, environment: environment)
      do {
        try await server.launch()
        let value = try await body(server)
        server.stop()
        return value
      } catch {
        let words = "The server's last words:\n\(server.log.suffix(logMax))\n"
        FileHandle.standardError.write(Data(words.utf8))
        server.stop()
        throw error
      }
    }
  }

  private init(at address: DatabaseAddress, environment: [String: String]) throws {
    self.environment = environment
    let name = "raccolto-test-\(UInt64.random(in: 0...UInt64.max))"
    folder = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    port = try FreePort.find()
    self.address = address
    switch address {
    case .sqlite(let path): databaseURL = "sqlite:\(path)"
    case .postgres(let url): databaseURL = url
    }
  }

  deinit { stop() }

  /// Starts the process (again) on the same data and waits until it is ready.
  package func launch() async throws {
    let child = process(["serve"])
    try child.run()
    process.withLock { $0 = child }
    let deadline = ContinuousClock.now + .seconds(RunningServer.readySecondsMax)
    let visitor = TestBrowser(base)
    while ContinuousClock.now < deadline {
      guard child.isRunning else { break }
      if let reply = try? await visitor.send("GET", "/readyz"), reply.status == 200 { return }
      try await Task.sleep(for: .milliseconds(30))
    }
    throw ServerSilent(log: String(log.suffix(RunningServer.logMax)))
  }

  /// Runs another verb on the same data, and answers its exit code and what it printed.
  package func raccolto(_ arguments: [String]) throws -> (code: Int32, output: String) {
    let child = process(arguments)
    let pipe = Pipe()
    child.standardOutput = pipe
    try child.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    child.waitUntilExit()
    return (child.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// Ends the process as a power cut would: no signal handler, no farewell.
  package func kill() { end(with: SIGKILL) }

  /// Asks the process to end and waits; answers how it ended.
  @discardableResult
  package func terminate() -> Int32 { end(with: SIGTERM) }

  /// Ends the process and removes its data folder.
  package func stop() {
    kill()
    try? FileManager.default.removeItem(at: folder)
  }

  /// What it has written so far, standard output and error together.
  package var log: String {
    (try? String(contentsOf: folder.appending(path: "server.log"), encoding: .utf8)) ?? ""
  }

  /// The process number while it runs.
  package var pid: Int32? { process.withLock { $0?.processIdentifier } }

  @discardableResult
  private func end(with signal: Int32) -> Int32 {
    guard
      let child = process.withLock({ held in
        defer { held = nil }; return held
      })
    else {
      return 0
    }
    if child.isRunning { Foundation.kill(child.processIdentifier, signal) }
    child.waitUntilExit()
    return child.terminationStatus
  }

  private func process(_ arguments: [String]) -> Process {
    let child = Process()
    child.executableURL = RunningServer.executable
    child.arguments = arguments
    child.currentDirectoryURL = folder
    child.environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("RACCOLTO_") }
      .merging(["RACCOLTO_MODE": "test"]) { $1 }
      .merging(environment) { $1 }
      .merging([
        "RACCOLTO_PORT": String(port), "RACCOLTO_PUBLIC_URL": publicURL,
        "RACCOLTO_DATA": folder.path, "RACCOLTO_DATABASE_URL": databaseURL,
      ]) { $1 }
    let path = folder.appending(path: "server.log").path
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    if let file = FileHandle(forWritingAtPath: path) {
      _ = try? file.seekToEnd()
      child.standardOutput = file
      child.standardError = file
    }
    child.standardInput = FileHandle.nullDevice
    return child
  }

  /// Built together with the tests, so it lies beside them.
  package static let executable: URL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "raccolto")
}

/// The server never became ready; these are its last words.
package struct ServerSilent: Error, CustomStringConvertible {
  let log: String
  package var description: String { "The server did not become ready. It said:\n\(log)" }
}
