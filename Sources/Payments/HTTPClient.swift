// Outgoing HTTP through libcurl, on threads of its own, with limits on time and size.
import CCurl
import Domain
import Glibc
import Synchronization

/// One call to another server.
package struct HTTPCall: Sendable {
  package let method: String
  package let url: String
  package let headers: [(name: String, value: String)]
  package let body: [UInt8]

  package init(
    _ method: String, _ url: String, headers: [(String, String)] = [], body: [UInt8] = []
  ) {
    (self.method, self.url, self.body) = (method, url, body)
    self.headers = headers
  }
}

/// What the other server answered.
package struct HTTPAnswer: Sendable {
  package let status: Int
  package let body: [UInt8]
  /// How long it asks to be left alone; nothing when it does not say.
  package let retryAfterSeconds: Int

  package init(status: Int, body: [UInt8], retryAfterSeconds: Int = 0) {
    (self.status, self.body, self.retryAfterSeconds) = (status, body, retryAfterSeconds)
  }
}

/// Calls other servers. A `Fault` names what failed (dns, timeout, tls, refused, too large) and is
/// retryable: nobody knows whether the other side acted.
package final class HTTPClient: Sendable {
  private let work: AsyncStream<Job>.Continuation
  private let secondsMax: Int

  /// The largest answer that is read.
  static let bytesMax = 4 * 1024 * 1024

  private struct Job: Sendable {
    let call: HTTPCall
    let answer: CheckedContinuation<HTTPAnswer, any Error>
  }

  /// Starts the threads; they end with this client.
  package init(threads: Int = 2, secondsMax: Int = 20) {
    self.secondsMax = secondsMax
    curl_global_init(Int(CURL_GLOBAL_DEFAULT))
    let (stream, continuation) = AsyncStream<Job>.makeStream()
    work = continuation
    for _ in 0..<threads {
      let limit = secondsMax
      Task.detached {
        for await job in stream {
          // A thread of its own: libcurl waits, and nothing of Swift's may wait with it.
          await withCheckedContinuation { done in
            Self.onThread {
              job.answer.resume(with: Result { try Self.perform(job.call, secondsMax: limit) })
              done.resume()
            }
          }
        }
      }
    }
  }
  deinit { work.finish() }

  /// Sends a call and waits for its answer.
  package func send(_ call: HTTPCall) async throws -> HTTPAnswer {
    try await withCheckedThrowingContinuation { answer in
      work.yield(Job(call: call, answer: answer))
    }
  }

  private static func onThread(_ body: @escaping @Sendable () -> Void) {
    let start = ThreadStart(body)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, Unmanaged.passRetained(start).toOpaque())
    precondition(code == 0, "a thread for an outgoing call can be made")
    pthread_detach(thread)
  }

  private static func perform(_ call: HTTPCall, secondsMax: Int) throws -> HTTPAnswer {
    guard let handle = curl_easy_init() else { throw Fault("curl: no handle", retryable: true) }
    defer { curl_easy_cleanup(handle) }
    var list: UnsafeMutablePointer<curl_slist>?
    defer { curl_slist_free_all(list) }
    for (name, value) in call.headers { list = curl_slist_append(list, "\(name): \(value)") }
    // No "Expect: 100-continue": it costs a round trip and some servers never answer it.
    list = curl_slist_append(list, "Expect:")
    let received = Received(limit: bytesMax)
    try check(raccolto_curl_set_text(handle, CURLOPT_URL, call.url))
    try check(raccolto_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"))
    try check(raccolto_curl_set_text(handle, CURLOPT_CUSTOMREQUEST, call.method))
    try check(raccolto_curl_set_text(handle, CURLOPT_USERAGENT, "raccolto"))
    try check(raccolto_curl_set_list(handle, CURLOPT_HTTPHEADER, list))
    try check(raccolto_curl_set_long(handle, CURLOPT_NOSIGNAL, 1))
    try check(raccolto_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0))
    try check(raccolto_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT, 5))
    try check(raccolto_curl_set_long(handle, CURLOPT_TIMEOUT, secondsMax))
    try check(
      raccolto_curl_set_pointer(
        handle, CURLOPT_WRITEDATA, Unmanaged.passUnretained(received).toOpaque()))
    try check(raccolto_curl_set_write(handle, CURLOPT_WRITEFUNCTION, keep))
    return try call.body.withUnsafeBytes { bytes in
      if call.method != "GET" {
        try check(raccolto_curl_set_long(handle, CURLOPT_POSTFIELDSIZE, bytes.count))
        let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
        try check(raccolto_curl_set_pointer(handle, CURLOPT_POSTFIELDS, start))
      }
      let code = curl_easy_perform(handle)
      if received.isTooLarge { throw Fault("too large: more than \(bytesMax) bytes") }
      try check(code)
      var status = 0
      try check(raccolto_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status))
      // Both of its forms, a number and a date, become seconds; absent, it stays zero.
      var wait: curl_off_t = 0
      try check(raccolto_curl_get_offset(handle, CURLINFO_RETRY_AFTER, &wait))
      return HTTPAnswer(status: status, body: received.bytes, retryAfterSeconds: Int(wait))
    }
  }

  private static func check(_ code: CURLcode) throws {
    guard code != CURLE_OK else { return }
    let kind =
      switch code {
      case CURLE_COULDNT_RESOLVE_HOST: "dns"
      case CURLE_COULDNT_CONNECT: "refused"
      case CURLE_OPERATION_TIMEDOUT: "timeout"
      case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION: "tls"
      case _: "network"
      }
    throw Fault("\(kind): \(String(cString: curl_easy_strerror(code)))", retryable: true)
  }
}

private final class ThreadStart {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// The answer's bytes while they come.
private final class Received {
  var bytes: [UInt8] = []
  var isTooLarge = false
  let limit: Int
  init(limit: Int) { self.limit = limit }
}

/// libcurl calls it with each piece; answering less than it gave stops the transfer.
private let keep: curl_write_callback = { pointer, size, count, context in
  guard let pointer, let context else { return 0 }
  let received = Unmanaged<Received>.fromOpaque(context).takeUnretainedValue()
  let length = size * count
  guard received.bytes.count + length <= received.limit else {
    received.isTooLarge = true
    return 0
  }
  let piece = UnsafeRawBufferPointer(start: pointer, count: length)
  received.bytes.append(contentsOf: piece)
  return length
}
