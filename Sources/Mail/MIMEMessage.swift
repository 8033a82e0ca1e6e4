// Writes a message as RFC 5322 and MIME ask: ASCII lines, encoded headers, text beside HTML.
import Domain
import FoundationEssentials
import Services

/// The bytes of a message. What people typed can change no header but its own.
struct MIMEMessage {
  let bytes: [UInt8]

  /// Throws a `Fault` (trying again is useless) for an id or an address that cannot be written.
  init(_ message: MailMessage) throws {
    let isPlain = message.id.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == 45 || byte == 46 || byte == 95
    }
    guard isPlain, (1...100).contains(message.id.utf8.count) else {
      throw Fault("a message id may hold letters, digits, dots, hyphens and underscores only")
    }
    let domain = message.from.address.text.split(separator: "@").last ?? "localhost"
    var lines = [
      "Date: " + Self.date(message.date),
      "From: " + (try Self.mailbox(message.from)),
      "To: " + (try Self.mailbox(message.to)),
    ]
    if let replyTo = message.replyTo { lines.append("Reply-To: " + (try Self.mailbox(replyTo))) }
    lines += [
      "Subject: " + HeaderText.encoded(message.content.subject, after: "Subject: ".count),
      "Message-ID: <\(message.id)@\(domain)>",
      "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0",
    ]
    lines += Self.body(message.content, boundary: "=_\(message.id)")
    bytes = Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  private static func body(_ content: MailContent, boundary: String) -> [String] {
    func part(_ type: String, _ text: String) -> [String] {
      [
        "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
        QuotedPrintable.encoded(text),
      ]
    }
    guard let html = content.html else { return part("text/plain", content.text) }
    // No line of quoted-printable text can begin with this boundary: "=" is written "=3D" there.
    return [
      "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"", "", "--\(boundary)",
    ] + part("text/plain", content.text) + ["--\(boundary)"] + part("text/html", html)
      + ["--\(boundary)--"]
  }

  private static func mailbox(_ mailbox: Mailbox) throws -> String {
    let address = mailbox.address.text
    guard address.utf8.allSatisfy({ $0 < 127 && $0 > 32 }) else {
      throw Fault("an address with letters beyond ASCII needs SMTPUTF8, which is not supported")
    }
    guard let name = mailbox.name, !name.isEmpty else { return address }
    return HeaderText.phrase(name) + "\r\n <\(address)>"
  }

  /// `Sat, 21 Nov 2026 10:12:32 +0000`, RFC 5322 §3.3.
  static func date(_ instant: Instant) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents(
      [.weekday, .day, .month, .year, .hour, .minute, .second], from: instant.date)
    let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    func two(_ number: Int?) -> String { String(String(100 + (number ?? 0)).suffix(2)) }
    let weekday = weekdays[(parts.weekday ?? 1) - 1]
    let month = months[(parts.month ?? 1) - 1]
    let time = "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))"
    return "\(weekday), \(parts.day ?? 1) \(month) \(parts.year ?? 1970) \(time) +0000"
  }
}

/// Unstructured header text: as it is when it is plain, else encoded words of RFC 2047.
enum HeaderText {
  /// Bytes in one encoded word: 45 become 60 characters of base 64, 72 with the wrapping.
  private static let wordBytesMax = 45
  /// A header line that need not be folded.
  private static let plainLengthMax = 76

  static func encoded(_ text: String, after length: Int) -> String {
    let line = oneLine(text)
    let isPlain = line.utf8.allSatisfy { (32...126).contains($0) } && !line.contains("=?")
    if isPlain, line.utf8.count + length <= plainLengthMax { return line }
    var words: [String] = []
    var word: [UInt8] = []
    for scalar in line.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      // The first word shares its line with the header's name.
      let room = words.isEmpty ? wordBytesMax - 12 : wordBytesMax
      if word.count + bytes.count > room {
        words.append(encodedWord(word))
        word = []
      }
      word += bytes
    }
    if !word.isEmpty { words.append(encodedWord(word)) }
    return words.joined(separator: "\r\n ")
  }

  /// A display name: quoted when it is plain, else encoded.
  static func phrase(_ name: String) -> String {
    let line = oneLine(name)
    guard line.utf8.allSatisfy({ (32...126).contains($0) }), !line.contains("=?"),
      line.utf8.count <= 60
    else { return encoded(line, after: plainLengthMax) }
    let quoted = line.reduce(into: "") { text, character in
      if character == "\"" || character == "\\" { text.append("\\") }
      text.append(character)
    }
    return "\"\(quoted)\""
  }

  /// Line breaks and other control characters become blanks: nobody writes a second header.
  private static func oneLine(_ text: String) -> String {
    let isControl = { (scalar: Unicode.Scalar) in
      scalar.value < 32 || (127...159).contains(scalar.value)
        || [0x2028, 0x2029].contains(scalar.value)
    }
    let scalars = text.unicodeScalars.map { isControl($0) ? " " : $0 }
    return String(String.UnicodeScalarView(scalars.prefix(998)))
  }
  private static func encodedWord(_ bytes: [UInt8]) -> String {
    "=?UTF-8?B?\(Data(bytes).base64EncodedString())?="
  }
}

/// RFC 2045 §6.7: lines of at most 76 ASCII characters.
enum QuotedPrintable {
  private static let lineLengthMax = 76

  static func encoded(_ text: String) -> String {
    let normal = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    return normal.split(separator: "\n", omittingEmptySubsequences: false)
      .map(encodedLine).joined(separator: "\r\n")
  }

  private static func encodedLine(_ line: Substring) -> String {
    let bytes = Array(line.utf8)
    var output = ""
    var length = 0
    for (index, byte) in bytes.enumerated() {
      let isLast = index == bytes.count - 1
      let isPlain = (33...126).contains(byte) && byte != UInt8(ascii: "=")
      // A blank at the end of a line would be lost on the way.
      let isInnerBlank = (byte == 32 || byte == 9) && !isLast
      let piece = isPlain || isInnerBlank ? String(Unicode.Scalar(byte)) : escaped(byte)
      if length + piece.utf8.count > lineLengthMax - 1 {
        output += "=\r\n"
        length = 0
      }
      output += piece
      length += piece.utf8.count
    }
    return output
  }
  private static func escaped(_ byte: UInt8) -> String {
    "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
