// One HTTP exchange through libcurl, on a thread of its own so that no test waits for another.
import CCurl
import Foundation

/// What is sent.
struct Request: Sendable {
  var method: String
  var url: String
  var headers: [String] = []
  var body: [UInt8] = []
  var timeoutSeconds = 60
}

/// The exchange could not take place; the text is libcurl's.
package struct NoAnswer: Error, CustomStringConvertible {
  package let description: String
}

enum Exchange {
  /// Sends and waits; the waiting is on a new thread, so any number can wait at once.
  static func perform(_ request: Request, path: String) async throws -> Reply {
    try await withCheckedThrowingContinuation { continuation in
      let thread = Thread {
        continuation.resume(with: Result { try blocking(request, path: path) })
      }
      thread.stackSize = 512 * 1024
      thread.start()
    }
  }

  private static let prepared: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  private final class Received {
    var body: [UInt8] = []
    var head: [UInt8] = []
  }

  private static func blocking(_ request: Request, path: String) throws -> Reply {
    guard prepared, let handle = curl_easy_init() else { throw NoAnswer(description: "no libcurl") }
    defer { curl_easy_cleanup(handle) }
    let received = Received()
    let pointer = Unmanaged.passUnretained(received).toOpaque()
    var list: UnsafeMutablePointer<curl_slist>?
    for header in request.headers + ["Expect:"] { list = curl_slist_append(list, header) }
    defer { curl_slist_free_all(list) }

    _ = raccolto_curl_set_text(handle, CURLOPT_URL, request.url)
    _ = raccolto_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
    _ = raccolto_curl_set_long(handle, CURLOPT_TIMEOUT, request.timeoutSeconds)
    _ = raccolto_curl_set_list(handle, CURLOPT_HTTPHEADER, list)
    _ = raccolto_curl_set_write(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, target in
      Exchange.append(bytes, size * count, target) { $0.body += $1 }
    }
    _ = raccolto_curl_set_pointer(handle, CURLOPT_WRITEDATA, pointer)
    _ = raccolto_curl_set_write(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, target in
      Exchange.append(bytes, size * count, target) { $0.head += $1 }
    }
    _ = raccolto_curl_set_pointer(handle, CURLOPT_HEADERDATA, pointer)

    let code = request.body.withUnsafeBytes { bytes in
      if request.method == "HEAD" {
        _ = raccolto_curl_set_long(handle, CURLOPT_NOBODY, 1)
      } else if request.method != "GET" {
        _ = raccolto_curl_set_long(handle, CURLOPT_POST, 1)
        _ = raccolto_curl_set_long(handle, CURLOPT_POSTFIELDSIZE, bytes.count)
        let body = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
        _ = raccolto_curl_set_pointer(handle, CURLOPT_POSTFIELDS, body)
        _ = raccolto_curl_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method)
      }
      return curl_easy_perform(handle)
    }
    guard code == CURLE_OK else {
      throw NoAnswer(description: "\(request.url): \(String(cString: curl_easy_strerror(code)))")
    }
    var status = 0
    _ = raccolto_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
    return Reply(
      status: status, headers: headers(received.head), body: received.body, path: path)
  }

  private static func append(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ target: UnsafeMutableRawPointer?,
    _ add: (Received, UnsafeRawBufferPointer) -> Void
  ) -> Int {
    guard let target else { return 0 }
    let received = Unmanaged<Received>.fromOpaque(target).takeUnretainedValue()
    add(received, UnsafeRawBufferPointer(start: bytes, count: count))
    return count
  }

  private static func headers(_ head: [UInt8]) -> [(name: String, value: String)] {
    String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n").compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (
        String(line[..<colon]),
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      )
    }
  }
}
