// Both languages of every book: a sentence that was copied and not translated is found here.
// Method: plain sentences are read by reflection. Sentences with parts are functions, which cannot
// be compared: their source is, member by member, between `it` and `en`.
import Domain
import Foundation
import Phrases
import Support
import Testing

@Suite struct `Every phrase book` {
  static let books: [any PhraseBook.Type] = [
    AddressLetterPhrases.self, AssemblyPhrases.self, BackersPhrases.self, CampaignDeskPhrases.self,
    CampaignPhrases.self, CensusPhrases.self, CountDeskPhrases.self, CountPhrases.self,
    CountResultPhrases.self, CredentialDeskPhrases.self, CredentialPhrases.self, DeskPhrases.self,
    ExceptionPhrases.self, FacilitatorPhrases.self, FactorPhrases.self, FederationPhrases.self,
    FormPhrases.self, HomePhrases.self, IdentityPhrases.self, InvitationPhrases.self,
    LinePhrases.self, MachineDeskPhrases.self, MandatePhrases.self, MatchPhrases.self,
    MoneyDeskPhrases.self, OrganisationPhrases.self, PasskeyPhrases.self, PayoutDeskPhrases.self,
    PhaseDeskPhrases.self, PhasePhrases.self, PhaseRuleWords.self, PiecePhrases.self,
    PledgeMailPhrases.self,
    PledgePhrases.self, ProblemPhrases.self, ProofPhrases.self, ProposalPhrases.self,
    RankingPhrases.self, ReturnDeskPhrases.self, ReviewDeskPhrases.self, ReviewMailPhrases.self,
    RolePhrases.self, SandboxPhrases.self, SecurityMailPhrases.self, SettlementPhrases.self,
    ShellPhrases.self, SignInLetterPhrases.self, StandInPhrases.self, StatementPhrases.self,
    VoteFilePhrases.self, WebhookPhrases.self, WithdrawalPhrases.self,
  ]

  /// Words that are the same in Italian and in English, as they should be.
  static let shared: Set<String> = [
    "Budget", "Raccolto", "E-mail", "IBAN", "No", "Privacy",
  ]

  @Test func `is looked at here`() {
    #expect(Self.sources.keys.sorted() == Self.books.map { "\($0)" }.sorted())
  }

  @Test(arguments: books.indices)
  func `says something else in each language, and says it cleanly`(_ index: Int) {
    let book = Self.books[index]
    let (italian, english) = (Self.sentences(book[.italian]), Self.sentences(book[.english]))
    #expect(italian.keys.sorted() == english.keys.sorted())
    for (member, words) in italian {
      let other = english[member] ?? ""
      let isSame = words == other && !Self.shared.contains(words)
      #expect(!isSame, "\(book).\(member) is \(words) in both languages")
      for sentence in [words, other] {
        #expect(!sentence.isEmpty, "\(book).\(member) says nothing")
        #expect(sentence.first?.isWhitespace == false, "\(book).\(member): \(sentence)")
        // What comes before something else ends in a blank.
        let isPrefix = member.hasSuffix("Prefix")
        #expect(sentence.last?.isWhitespace == isPrefix, "\(book).\(member): \(sentence)")
        #expect(!sentence.contains("  "), "\(book).\(member): \(sentence)")
        #expect(!sentence.contains("'"), "\(book).\(member) has a straight apostrophe: \(sentence)")
      }
    }
  }

  @Test(arguments: books.indices)
  func `makes its sentences with parts anew in each language, from the same parts`(_ index: Int)
    throws
  {
    let name = "\(Self.books[index])"
    let source = try #require(Self.sources[name])
    let (italian, english) = (source.members(of: "it"), source.members(of: "en"))
    #expect(!italian.isEmpty && italian.keys.sorted() == english.keys.sorted(), "\(name)")
    for (member, making) in italian where making.contains("{") {
      let other = english[member] ?? ""
      let isFormat = "\(name).\(member)" == "StatementPhrases.format"
      #expect(making != other || isFormat, "\(name).\(member) is made alike in both languages")
      // A part may have a name in one of the two.
      let isNamed = making.contains(" in\n") || other.contains(" in\n")
      for part in ["$0", "$1", "$2"] where !isNamed {
        #expect(
          making.contains(part) == other.contains(part), "\(name).\(member): \(part) in one only")
      }
    }
  }

  /// The plain sentences of a book by member.
  private static func sentences(_ book: any PhraseBook) -> [String: String] {
    let members = Mirror(reflecting: book).children.compactMap { child in
      (child.value as? String).flatMap { words in child.label.map { ($0, words) } }
    }
    return Dictionary(members) { first, _ in first }
  }

  /// The file of each book that is declared.
  private static let sources: [String: BookSource] = {
    let folder = Oracle.root.appending(path: "Sources/Phrases")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var found: [String: BookSource] = [:]
    while let file = files?.nextObject() as? URL {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      let source = BookSource(lines: text.components(separatedBy: "\n"))
      for name in source.names { found[name] = source }
    }
    return found
  }()
}

/// The text of a file with a phrase book.
private struct BookSource {
  let lines: [String]

  var names: [String] {
    lines.filter { $0.hasPrefix("package struct ") && $0.contains(": PhraseBook") }
      .map { String($0.dropFirst("package struct ".count).prefix { $0 != ":" }) }
  }

  /// How each member is made: the arguments of `static let it = …Phrases(`, which the formatter
  /// puts at four blanks each.
  func members(of language: String) -> [String: String] {
    guard let start = lines.firstIndex(where: { $0.contains("static let \(language) =") }) else {
      return [:]
    }
    var members: [String: String] = [:]
    var current = ""
    for line in lines[(start + 1)...] {
      guard line.hasPrefix("    ") || line.isEmpty else { break }
      let label = line.dropFirst(4).prefix { $0.isLetter || $0.isNumber || $0 == "`" }
      if line.dropFirst(4).first?.isWhitespace == false, !label.isEmpty,
        line.dropFirst(4 + label.count).first == ":"
      {
        current = String(label)
      }
      members[current, default: ""] += line + "\n"
    }
    return members.mapValues { $0.trimmingCharacters(in: CharacterSet(charactersIn: " ),\n")) }
  }
}

@Suite struct `The words of every closed list` {
  /// All cases of a list with their words in both languages.
  private func check<Case: CaseIterable>(
    _ list: Case.Type, sharing shared: Set<String> = [], _ word: (Case, Language) -> String
  ) {
    for language in Language.allCases {
      let words = list.allCases.map { word($0, language) }
      #expect(!words.contains(""), "\(list)")
      #expect(Set(words).count == words.count, "two cases of \(list) read the same: \(words)")
    }
    for value in list.allCases {
      let words = word(value, .italian)
      #expect(words != word(value, .english) || shared.contains(words), "\(list) \(value)")
    }
  }

  @Test func `are different in each language and for each case`() {
    check(PaymentStatus.self) { $0.word($1) }
    check(PaymentFailure.self) { $0.word($1) }
    check(PaymentFilter.Group.self) { $0.word($1) }
    check(PledgeState.self) { $0.word($1) }
    check(AccountKind.self) { $0.word($1) }
    check(JournalKind.self) { $0.word($1) }
    check(MoneyException.Kind.self) { $0.word($1) }
    check(WebhookStatus.self) { $0.word($1) }
    check(WebhookIgnored.self) { $0.word($1) }
    check(StoredTask.Status.self) { $0.word($1) }
    check(MailLine.Status.self) { $0.word($1) }
    check(Actor.Kind.self) { $0.word($1) }
    check(DeskToday.Kind.self) { $0.label($1) }
    check(DeskToday.Kind.self) { $0.reason($1) }
    check(WaitReason.self) { $0.sentence($1) }
    check(FieldCode.self) { $0.explanation($1) }
    check(Role.self) { IdentityPhrases[$1].role($0) }
    check(CampaignState.self) { CampaignPhrases[$1].state($0) }
    check(RewardDeliveryKind.self) { CampaignPhrases[$1].delivery($0) }
    check(RankingStatus.self) { RankingPhrases[$1].status($0) }
  }
}
