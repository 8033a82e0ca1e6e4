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
    if let mapped = written(address).split(separator: "::ffff:").first, mapped.contains(".") {
      return String(mapped)
    }
    withUnsafeMutableBytes(of: &address) { bytes in
      for index in 8..<16 { bytes[index] = 0 }
    }
    return written(address) + "/64"
  }

  private static func written(_ address: in6_addr) -> String {
    var address = address
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    _ = inet_ntop(AF_INET6, &address, &text, socklen_t(text.count))
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
