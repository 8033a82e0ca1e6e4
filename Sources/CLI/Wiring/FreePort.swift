// Looks whether a port is free before a database is opened or a job starts.
import Domain
import Glibc

enum FreePort {
  /// Throws a `Fault` that says what to do when the server could not listen there. Only for IPv4
  /// addresses; for the others the server itself says it, later.
  static func check(_ port: Int, on host: String) throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { return }
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard probe >= 0 else { return }
    defer { close(probe) }
    var isOn: Int32 = 1
    setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
    let answer = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(probe, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard answer != 0 else { return }
    throw Fault(
      "cannot listen on \(host):\(port): \(String(cString: strerror(errno)))."
        + " Consider another RACCOLTO_PORT, or stopping the program that has this one.")
  }
}
