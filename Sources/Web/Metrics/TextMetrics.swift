// Counters, gauges and timers in memory, written out as the text that monitoring systems read.
package import Metrics
import Synchronization

/// The process's metrics; `text` is Prometheus' exposition format.
package final class TextMetrics: MetricsFactory {
  /// Series beyond this are dropped: a label that takes any value must not fill the memory.
  static let seriesMax = 5_000

  private let series = Mutex<[Series.Name: Series]>([:])

  package init() {}

  package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    find(label, dimensions, .counter)
  }
  package func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    find(label, dimensions, aggregate ? .summary : .gauge)
  }
  package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    find(label, dimensions, .seconds)
  }
  package func destroyCounter(_ handler: any CounterHandler) {}
  package func destroyRecorder(_ handler: any RecorderHandler) {}
  package func destroyTimer(_ handler: any TimerHandler) {}

  private func find(
    _ label: String, _ dimensions: [(String, String)], _ kind: Series.Kind
  ) -> Series {
    let labels = dimensions.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
    let name = Series.Name(label: label, labels: labels)
    return series.withLock { series in
      if let known = series[name] { return known }
      let new = Series(kind)
      if series.count < Self.seriesMax { series[name] = new }
      return new
    }
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
  }

  /// All series, by name.
  package var text: String {
    let all = series.withLock { $0 }.sorted { $0.key < $1.key }
    var lines: [String] = []
    var last = ""
    for (name, series) in all {
      if name.label != last { lines.append("# TYPE \(name.label) \(series.kind.type)") }
      last = name.label
      lines += series.lines(name)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// One series of numbers.
private final class Series: CounterHandler, RecorderHandler, TimerHandler {
  enum Kind {
    case counter, gauge, summary, seconds
    var type: String {
      switch self {
      case .counter: "counter"
      case .gauge: "gauge"
      case .summary, .seconds: "summary"
      }
    }
  }
  struct Name: Hashable, Comparable {
    let label: String
    let labels: String
    static func < (left: Name, right: Name) -> Bool {
      (left.label, left.labels) < (right.label, right.labels)
    }
    func written(_ suffix: String = "") -> String {
      labels.isEmpty ? label + suffix : "\(label)\(suffix){\(labels)}"
    }
  }
  private struct Numbers {
    var count: Int64 = 0
    var sum = 0.0
    var latest = 0.0
  }

  let kind: Kind
  private let numbers = Mutex(Numbers())

  init(_ kind: Kind) { self.kind = kind }

  func increment(by amount: Int64) { numbers.withLock { $0.count += amount } }
  func reset() { numbers.withLock { $0 = Numbers() } }
  func record(_ value: Int64) { record(Double(value)) }
  func record(_ value: Double) {
    numbers.withLock {
      $0.count += 1
      $0.sum += value
      $0.latest = value
    }
  }
  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

  func lines(_ name: Name) -> [String] {
    let now = numbers.withLock { $0 }
    return switch kind {
    case .counter: ["\(name.written()) \(now.count)"]
    case .gauge: ["\(name.written()) \(now.latest)"]
    case .summary, .seconds:
      ["\(name.written("_count")) \(now.count)", "\(name.written("_sum")) \(now.sum)"]
    }
  }
}
