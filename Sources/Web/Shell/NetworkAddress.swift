// By what a visitor's network is counted: one household, one address.
import Glibc

enum NetworkAddress {
  /// An IPv4 address as it is; of IPv6 the network of 64 bits, since whoever has one has all of its
  /// addresses (RFC 6177). Anything else, and this very machine, stays as it is.
  static func household(of text: String) -> String {
    var address = in6_addr()
    guard text.contains(":"), text != "::1", inet_pton(AF_INET6, text, &address) == 1 else {
      return text
    }
    let bytes = withUnsafeBytes(of: &address) { Array($0) }
    let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 255 && bytes[11] == 255
    if isMapped { return bytes[12...].map { "\($0)" }.joined(separator: ".") }
    let groups = stride(from: 0, to: 8, by: 2).map {
      String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16)
    }
    return groups.joined(separator: ":") + "::/64"
  }
}
