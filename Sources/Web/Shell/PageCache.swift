// Public pages, kept for at most a second, so that a crowd costs the database one query a second.
import Domain
import Hummingbird
import Synchronization

/// A small memory of finished responses. While one request makes a page, others of the same page
/// wait for it instead of making it too.
final class PageCache: Sendable {
  static let entriesMax = 500
  static let freshFor = Instant.Span.milliseconds(1000)

  private enum Entry {
    /// A finished page and the instant at which its making began.
    case ready(Response, Instant)
    /// Being made; those who wait are told when it is there, or that it cannot be shared.
    case making([CheckedContinuation<Response?, Never>])
  }
  private enum Found {
    case response(Response)
    case make
    case wait
  }
  private let entries = Mutex<[String: Entry]>([:])

  /// The page, from memory if it is fresh. `isShareable` says of a new one whether it may be kept.
  func response(
    for key: String, at now: Instant, isShareable: (Response) -> Bool,
    make: () async -> Response
  ) async -> Response {
    switch look(for: key, at: now) {
    case .response(let response): return response
    case .make:
      let response = await make()
      finish(key, isShareable(response) ? (response, now) : nil)
      return response
    case .wait:
      if let shared = await waitFor(key) { return shared }
      return await make()
    }
  }

  private func look(for key: String, at now: Instant) -> Found {
    entries.withLock { entries in
      switch entries[key] {
      case .ready(let response, let at) where now - at < Self.freshFor: return .response(response)
      case .making: return .wait
      case .ready, nil:
        if entries.count >= Self.entriesMax { Self.forgetReady(&entries) }
        entries[key] = .making([])
        return .make
      }
    }
  }

  private func waitFor(_ key: String) async -> Response? {
    await withCheckedContinuation { continuation in
      let done: Response?? = entries.withLock { entries in
        switch entries[key] {
        case .making(let waiting):
          entries[key] = .making(waiting + [continuation])
          return .none
        case .ready(let response, _): return .some(response)
        case nil: return .some(nil)
        }
      }
      if let done { continuation.resume(returning: done) }
    }
  }

  private func finish(_ key: String, _ made: (Response, Instant)?) {
    let waiting = entries.withLock { entries -> [CheckedContinuation<Response?, Never>] in
      let before = entries[key]
      entries[key] = made.map { .ready($0.0, $0.1) }
      if case .making(let waiting) = before { return waiting }
      return []
    }
    for continuation in waiting { continuation.resume(returning: made?.0) }
  }

  private static func forgetReady(_ entries: inout [String: Entry]) {
    entries = entries.filter { if case .making = $0.value { true } else { false } }
  }
}
