// Bank lines: how they are known again, and which of them need no person.
import Domain
import Testing

@Suite struct LineTests {
  private let account = IBAN("IT60X0542811101000000123456")
  private let day = CivilDate("2026-11-20")

  private func line(_ text: String, cents: Int64 = 2_500) throws -> BankLine {
    var line = BankLine(
      account: try #require(account), bookedOn: try #require(day), amount: Money(cents: cents))
    line.text = text
    return line
  }
  private func awaited(
    _ reference: String, cents: Int64 = 2_500, _ standing: AwaitedTransfer.Standing = .open
  ) throws -> AwaitedTransfer {
    AwaitedTransfer(
      reference: try #require(RFReference(reference)), open: Money(cents: cents),
      standing: standing)
  }

  @Test func `overlapping files add nothing, genuine twins stay two`() throws {
    let coffee = try line("CAFFE'", cents: 350)
    let first = LineFingerprint.number([coffee, coffee, try line("altro")])
    let second = LineFingerprint.number([try line("altro"), coffee])
    let third = LineFingerprint.number([coffee, coffee, coffee])
    var stored = Set<LineFingerprint.Numbered>()
    for file in [first, second, first, third] { stored.formUnion(file) }
    #expect(stored.filter { $0.line == coffee }.map(\.ordinal).sorted() == [1, 2, 3])
    #expect(stored.count == 4)
  }

  @Test func `case, accents, blanks and marks of the text do not make another line`() throws {
    let one = LineFingerprint(of: try line("Perché no: RF18 5390"))
    let other = LineFingerprint(of: try line("PERCHE NO RF185390"))
    #expect(one == other)
    #expect(one != LineFingerprint(of: try line("Perché sì: RF18 5390")))
    #expect(one != LineFingerprint(of: try line("Perché no: RF18 5390", cents: -2_500)))
  }

  @Test(arguments: [
    "RF18539007547034", "rf18 5390 0754 7034", "contributo RF18-5390-0754-7034 grazie",
    "CAUSALE:RF1853900\n7547034", "BONIFICO RF18539007547034 DEL 20/11/2026", "rf18.5390.0754.7034",
    "RF18539OO7547O34", "RFI8539007547034", "donoRF185390 07547034", "ＲF RF18539007547034",
  ])
  func `a reference is found however payer and bank have written it`(text: String) throws {
    let transfers = [try awaited("RF18539007547034")]
    let decision = try line(text).matchExactly(among: transfers)
    #expect(decision == .matched(transfers[0].reference))
  }

  @Test func `the longest reference that is awaited wins over a shorter one inside it`() throws {
    // A reference whose first characters are a reference too.
    let long = try #require(
      (0..<200_000).lazy.compactMap { RFReference(digits: String(100_000_000_000 + $0)) }
        .first { RFReference(String($0.text.prefix(14))) != nil })
    let short = try #require(RFReference(String(long.text.prefix(14))))
    let transfers = [try awaited(short.text), try awaited(long.text)]
    #expect(try line(long.text).matchExactly(among: transfers) == .matched(long))
    #expect(try line(short.text).matchExactly(among: transfers) == .matched(short))
  }

  @Test func `a reference may stand in its own field or in the end-to-end id`() throws {
    let transfers = [try awaited("RF18539007547034")]
    var structured = try line("")
    structured.structuredReference = "RF18539007547034"
    var endToEnd = try line("contributo")
    endToEnd.endToEndID = "RF18539007547034"
    for line in [structured, endToEnd] {
      #expect(line.matchExactly(among: transfers) == .matched(transfers[0].reference))
    }
  }

  @Test func `everything else waits, with its reason`() throws {
    let open = try awaited("RF18539007547034")
    let other = try awaited("RF08100000000001".fixed)
    let text = "RF18539007547034"
    var reversal = try line(text)
    reversal.isReversal = true
    let dollars = AwaitedTransfer(
      reference: open.reference, open: Money(cents: 2_500, try #require(Currency("USD"))),
      standing: .open)
    let table: [(BankLine, [AwaitedTransfer], WaitReason)] = [
      (try line("grazie"), [open], .noReference),
      (try line("RF19539007547034"), [open], .noReference),
      (try line(text), [], .unknownReference),
      (try line(text, cents: 2_499), [open], .wrongAmount),
      (try line(text, cents: 2_501), [open], .wrongAmount),
      (try line(text, cents: -2_500), [open], .notACredit),
      (try line(text), [try awaited(text, .paid)], .alreadyPaid),
      (try line(text), [try awaited(text, .closed)], .noLongerAwaited),
      (try line(text), [dollars], .otherCurrency),
      (try line("\(text) e \(other.reference)"), [open, other], .severalReferences),
      (try line("\(text) e \(other.reference)"), [open], .severalReferences),
      (reversal, [open], .reversal),
    ]
    for (line, transfers, reason) in table {
      #expect(line.matchExactly(among: transfers) == .waits(reason), "\(line.text)")
    }
  }

  @Test func `figures that do not add up are named`() throws {
    var statement = ParsedStatement(account: try #require(account), currency: .euro)
    statement.opening = .euro(100)
    statement.closing = .euro(130)
    statement.lines = [try line("a", cents: 2_000)]
    let unbalanced = StatementRefusal(.unbalanced(computed: .euro(120), stated: .euro(130)))
    #expect(throws: unbalanced) { try statement.checkBalances() }
    statement.closing = .euro(120)
    try statement.checkBalances()
  }
}

extension String {
  /// The same body with the right check digits.
  fileprivate var fixed: String { RFReference(digits: String(dropFirst(4)))?.text ?? self }
}
