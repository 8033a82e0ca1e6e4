// The pace of guessing, how fresh a proof has to be, and devices in two words.
import Domain
import Testing

@Suite struct SecondFactorTests {
  static let now = Instant(milliseconds: 1_795_000_000_000)

  @Test func `five wrong codes cost nothing, each more doubles the wait, none shuts out for good`()
  {
    let waits = (0...20).map { FactorRules.wait(after: $0).milliseconds / 1000 }
    #expect(waits[0...4].allSatisfy { $0 == 0 })
    #expect(Array(waits[5...10]) == [30, 60, 120, 240, 480, 900])
    #expect(waits[11...].allSatisfy { $0 == 900 })
    #expect(FactorRules.wait(after: 4_000_000).milliseconds == 900_000)
  }

  @Test func `a proof is fresh for ten minutes, and only in whose session it was given`() {
    let id = Person.ID(at: Self.now, random: [UInt8](repeating: 1, count: 10))
    let actor = Actor.person(id, grants: [])
    #expect(!actor.hasProved(at: Self.now))
    let proved = actor.proved(at: Self.now)
    #expect(proved.hasProved(at: Self.now))
    #expect(proved.hasProved(at: Self.now + .minutes(10)))
    #expect(!proved.hasProved(at: Self.now + .minutes(10) + .milliseconds(1)))
    #expect(proved.hasProved(at: Self.now - .seconds(30)))
    #expect(!proved.hasProved(at: Self.now - .seconds(31)))
    #expect(!Actor.visitor.proved(at: Self.now).hasProved(at: Self.now))
    #expect(Actor.operator.hasProved(at: Self.now) && Actor.system.hasProved(at: Self.now))
  }

  @Test func `recovery codes are read as people copy them`() {
    #expect(RecoveryCode.grouped("abcdefghijkl2345") == "abcd-efgh-ijkl-2345")
    #expect(RecoveryCode.normalised(" ABCD-efgh ijkl 2345") == "abcdefghijkl2345")
    for wrong in ["", "123456", "abcd-efgh-ijkl-234", "abcd-efgh-ijkl-2341", "abcdefghijkl23455"] {
      #expect(RecoveryCode.normalised(wrong) == nil, "\(wrong)")
    }
  }

  @Test(arguments: [
    (
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "firefox/linux"
    ),
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
        + "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0", "edge/windows"
    ),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
        + "Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "safari/iOS"
    ),
    (
      "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) "
        + "Chrome/130.0.0.0 Mobile Safari/537.36", "chrome/android"
    ),
    ("curl/8.5.0", "other/other"), ("", "other/other"),
  ])
  func `a browser is known by two words`(_ agent: String, _ words: String) {
    let device = Device(userAgent: agent)
    #expect(device.text == words)
    #expect(Device(text: words) == device)
    #expect(Device(text: agent) == .unknown)
  }
}
