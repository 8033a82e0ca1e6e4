// How much of a body is read, and for how long: refused by its announced length before reading,
// and by what really comes while reading.
import Hummingbird
import NIOCore

/// The limits of one kind of body.
package struct BodyLimit: Hashable, Sendable {
  package let bytesMax: Int
  package let secondsMax: Int
  package let fieldsMax: Int

  package init(bytesMax: Int, secondsMax: Int = 10, fieldsMax: Int = 200) {
    self.bytesMax = bytesMax
    self.secondsMax = secondsMax
    self.fieldsMax = fieldsMax
  }
  /// A form of plain fields.
  package static let form = BodyLimit(bytesMax: 64 * 1024)
  /// A form with a file: statements, votes, pictures.
  package static let upload = BodyLimit(bytesMax: 10 * 1024 * 1024, secondsMax: 60)
  /// A provider's event.
  package static let webhook = BodyLimit(bytesMax: 256 * 1024)
  /// A query string.
  static let query = BodyLimit(bytesMax: 8000, fieldsMax: 50)

  /// All bytes of the body: 413 when there are more, 408 when they come too slowly.
  func read(_ request: Request) async throws -> [UInt8] {
    if let announced = request.headers[.contentLength].flatMap({ Int($0) }), announced > bytesMax {
      throw Problem.tooLarge
    }
    return try await withThrowingTaskGroup(of: [UInt8].self) { group in
      let body = request.body
      let (bytesMax, secondsMax) = (bytesMax, secondsMax)
      group.addTask {
        var bytes: [UInt8] = []
        for try await chunk in body {
          guard bytes.count + chunk.readableBytes <= bytesMax else { throw Problem.tooLarge }
          bytes += chunk.readableBytesView
        }
        return bytes
      }
      group.addTask {
        try await Task.sleep(for: .seconds(secondsMax))
        throw Problem.tooSlow
      }
      defer { group.cancelAll() }
      return try await group.next() ?? []
    }
  }
}
