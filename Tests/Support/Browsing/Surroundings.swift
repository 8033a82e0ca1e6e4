// What a test's server stands on: a free port, and a database in the test run's PostgreSQL.
import Foundation

enum FreePort {
  /// A port that nobody listens on now.
  static func find() throws -> Int {
    let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(handle) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(handle, $0, length) == 0 && getsockname(handle, $0, &length) == 0
      }
    }
    guard bound else { throw CocoaError(.fileNoSuchFile) }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}

/// The cluster that `make test` starts; its address is in RACCOLTO_TEST_POSTGRES_URL.
package enum PostgresCluster {
  /// The address of the cluster's own database, nil outside `make test`.
  package static let url = ProcessInfo.processInfo.environment["RACCOLTO_TEST_POSTGRES_URL"]

  /// Makes an empty database and answers its address.
  package static func makeDatabase(named name: String) throws -> String {
    guard let url else { throw NoCluster() }
    guard psql("CREATE DATABASE \"\(name)\"") else { throw NoCluster() }
    return address(of: name, in: url)
  }

  /// Drops a database that `makeDatabase` made; silent if it is gone already.
  package static func dropDatabase(_ address: String) {
    guard let path = URLComponents(string: address)?.path, path.count > 1 else { return }
    _ = psql("DROP DATABASE IF EXISTS \"\(path.dropFirst())\" WITH (FORCE)")
  }

  /// `postgres://user@/NAME?host=…`: the same cluster, another database.
  static func address(of name: String, in url: String) -> String {
    let parts = url.split(separator: "?", maxSplits: 1).map(String.init)
    let server = parts[0][..<(parts[0].lastIndex(of: "/") ?? parts[0].endIndex)]
    return "\(server)/\(name)" + (parts.count > 1 ? "?\(parts[1])" : "")
  }

  private static func psql(_ statement: String) -> Bool {
    let child = Process()
    child.executableURL = URL(filePath: "/usr/bin/env")
    child.arguments = ["psql", "-X", "-q", url ?? "", "-c", statement]
    child.standardOutput = FileHandle.nullDevice
    child.standardInput = FileHandle.nullDevice
    guard (try? child.run()) != nil else { return false }
    child.waitUntilExit()
    return child.terminationStatus == 0
  }
}

/// A test on PostgreSQL runs outside `make test`.
package struct NoCluster: Error, CustomStringConvertible {
  package var description: String {
    "No PostgreSQL for the tests. Consider: Tests/run/with-postgres.sh swift test"
  }
}
