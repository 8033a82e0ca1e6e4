// Hands messages to a mail server, by libcurl. The call waits, so it has threads of its own.
import CCurl
import Dispatch
import Domain
package import Services

/// A mail server as a `MailSender`. With a sign-in, and to any other machine that offers it, the
/// connection is encrypted; a password is never sent in the clear except to this machine.
package struct SMTPMailSender: MailSender {
  static let connectSecondsMax = 10
  static let totalSecondsMax = 60

  private let server: SMTPAddress
  private let queue = DispatchQueue(label: "mail", attributes: .concurrent)

  package init(_ server: SMTPAddress) { self.server = server }

  package func send(_ message: MailMessage) async throws {
    let bytes = try MIMEMessage(message).bytes
    let from = message.from.address.text
    let to = message.to.address.text
    let server = server
    try await withCheckedThrowingContinuation { (answer: CheckedContinuation<Void, any Error>) in
      queue.async {
        answer.resume(
          with: Result { try SMTPExchange(server).deliver(bytes, from: from, to: to) })
      }
    }
  }
}

/// One delivery, start to end, on one thread.
private struct SMTPExchange {
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
  private let server: SMTPAddress

  init(_ server: SMTPAddress) { self.server = server }

  func deliver(_ bytes: [UInt8], from: String, to: String) throws {
    guard Self.isReady, let curl = curl_easy_init() else { throw Fault("libcurl did not start") }
    defer { curl_easy_cleanup(curl) }
    guard let recipients = curl_slist_append(nil, "<\(to)>") else { throw Fault("out of memory") }
    defer { curl_slist_free_all(recipients) }
    let source = ByteSource(bytes)
    let answered = withExtendedLifetime(source) {
      let context = Unmanaged.passUnretained(source).toOpaque()
      let settings =
        [
          raccolto_curl_set_text(curl, CURLOPT_URL, server.url),
          raccolto_curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
          raccolto_curl_set_long(curl, CURLOPT_NOSIGNAL, 1),
          raccolto_curl_set_long(curl, CURLOPT_CONNECTTIMEOUT, SMTPMailSender.connectSecondsMax),
          raccolto_curl_set_long(curl, CURLOPT_TIMEOUT, SMTPMailSender.totalSecondsMax),
          raccolto_curl_set_long(curl, CURLOPT_USE_SSL, encryption),
          raccolto_curl_set_text(curl, CURLOPT_MAIL_FROM, "<\(from)>"),
          raccolto_curl_set_list(curl, CURLOPT_MAIL_RCPT, recipients),
          raccolto_curl_set_long(curl, CURLOPT_UPLOAD, 1),
          raccolto_curl_set_read(curl, CURLOPT_READFUNCTION, readSource),
          raccolto_curl_set_pointer(curl, CURLOPT_READDATA, context),
        ] + signIn(curl)
      return settings.first { $0 != CURLE_OK } ?? curl_easy_perform(curl)
    }
    guard answered != CURLE_OK else { return }
    var code = 0
    _ = raccolto_curl_get_long(curl, CURLINFO_RESPONSE_CODE, &code)
    throw Self.fault(answered, reply: code)
  }

  private var encryption: Int {
    let isDemanded = server.user != nil && !server.isLocal
    return Int((isDemanded ? CURLUSESSL_ALL : CURLUSESSL_TRY).rawValue)
  }
  private func signIn(_ curl: UnsafeMutableRawPointer) -> [CURLcode] {
    guard let user = server.user, let password = server.password else { return [] }
    return [
      raccolto_curl_set_text(curl, CURLOPT_USERNAME, user),
      raccolto_curl_set_text(curl, CURLOPT_PASSWORD, password),
    ]
  }

  /// What failed, without addresses; whether another try can help. A reply of 4xx is "not now",
  /// 5xx is "never" (RFC 5321 §4.2.1).
  static func fault(_ code: CURLcode, reply: Int) -> Fault {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: Fault("the mail server's name is unknown", retryable: true)
    case CURLE_COULDNT_CONNECT: Fault("the mail server does not answer", retryable: true)
    case CURLE_OPERATION_TIMEDOUT: Fault("the mail server took too long", retryable: true)
    case CURLE_LOGIN_DENIED: Fault("the mail server refused our sign-in")
    case CURLE_PEER_FAILED_VERIFICATION: Fault("the mail server's certificate is not trusted")
    case CURLE_USE_SSL_FAILED: Fault("the mail server offers no encryption for the sign-in")
    case _ where (400..<500).contains(reply):
      Fault("the mail server said \(reply): not now", retryable: true)
    case _ where reply >= 500: Fault("the mail server said \(reply): refused for good")
    case _:
      Fault("sending mail failed: \(String(cString: curl_easy_strerror(code)))", retryable: true)
    }
  }
}

/// The bytes that libcurl asks for, piece by piece.
private final class ByteSource {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  func fill(_ buffer: UnsafeMutableRawPointer, _ size: Int) -> Int {
    let piece = rest.prefix(size)
    piece.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { buffer.copyMemory(from: start, byteCount: bytes.count) }
    }
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}

/// libcurl's read callback; the context is the `ByteSource`.
private let readSource: curl_read_callback = { buffer, size, count, context in
  guard let buffer, let context else { return 0 }
  return Unmanaged<ByteSource>.fromOpaque(context).takeUnretainedValue().fill(buffer, size * count)
}
