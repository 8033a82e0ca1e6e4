// What commands share: printing data to stdout and talk to stderr, and ending with the right code.
import ArgumentParser
import Config
import Domain
import Foundation

/// How a command ended, for scripts.
enum Ending {
  static let refused = ExitCode(1)
  static let usage = ExitCode(2)
  static let fault = ExitCode(3)
  static let warnings = ExitCode(4)
}

/// Writes a line of talk to stderr, so that stdout holds data alone.
func say(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}

/// Writes a value as JSON with sorted keys, as every `--json` does.
func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(value), as: UTF8.self))
}

/// Runs a command's body; what goes wrong is said in words with the exit code that it deserves.
func run<T>(_ body: () async throws -> T) async throws -> T {
  do {
    return try await body()
  } catch let refused as SettingsRefused {
    say(refused.description)
    throw Ending.refused
  } catch let fault as Fault {
    say("raccolto: \(fault)")
    throw Ending.fault
  }
}
