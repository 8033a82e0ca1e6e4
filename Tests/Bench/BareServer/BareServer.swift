// The yardstick for pages: Hummingbird with one route that sends the bytes of a file, and no more.
import Foundation
import Hummingbird

/// Usage: bare-server PORT FILE
@main
struct BareServer {
  static func main() async throws {
    let words = CommandLine.arguments
    guard words.count == 3, let port = Int(words[1]),
      let page = FileManager.default.contents(atPath: words[2])
    else { fatalError("usage: bare-server PORT FILE") }
    let body = ByteBuffer(bytes: page)
    let router = Router()
    router.get("/**") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
        body: ResponseBody(byteBuffer: body))
    }
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
    try await application.runService()
  }
}
