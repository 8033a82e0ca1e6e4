// The process's counters as text, and who may read them.
import Metrics
import Support
import Testing
import Web

@Suite struct MetricsTests {
  @Test func `counters, gauges and timers are written as monitoring reads them`() {
    let metrics = TextMetrics()
    let counter = metrics.makeCounter(label: "a_total", dimensions: [("kind", "x\"y")])
    counter.increment(by: 2)
    metrics.makeCounter(label: "a_total", dimensions: [("kind", "x\"y")]).increment(by: 3)
    metrics.makeTimer(label: "b_seconds", dimensions: []).recordNanoseconds(1_500_000_000)
    let gauge = metrics.makeRecorder(label: "c", dimensions: [], aggregate: false)
    gauge.record(Int64(7))
    gauge.record(Int64(4))
    #expect(
      metrics.text == """
        # TYPE a_total counter
        a_total{kind="x\\"y"} 5
        # TYPE b_seconds summary
        b_seconds_count 1
        b_seconds_sum 1.5
        # TYPE c gauge
        c 4.0

        """)
  }

  @Test func `only this machine reads them`() async throws {
    try await TestSite.run { site in
      let elsewhere = try await site.visitor().open("/metrics")
      let here = try await site.visitor(from: "127.0.0.1").open("/metrics")
      #expect(elsewhere.status == 404)
      #expect(here.status == 200)
    }
  }
}
