// A donor finds their own pledge in the published ledger: the entry, its block, how to recompute.
import Domain
import Literals
import Phrases
import Services

extension ProofScreens {
  func pledge(_ screen: ScreenContext, _ key: String) async throws -> Reply {
    guard let proof = try await read.pledge(key) else { return .notFound }
    let say = ProofPhrases[screen.language]
    let title = proof.page.title.shown(in: screen.language)
    let entries = proof.entries.map { entry(proof, $0, screen) }
    return .page(
      Page(
        say.yourPledge, at: ProofRoutes.pledge(key),
        body: """
          \(entries.isEmpty ? callout(tone: .info, "<p>\(say.nothingYet)</p>") : "\(entries)")
          \(if: !entries.isEmpty, recipe(proof, screen))
          """
      ).with {
        $0.lead = "\(say.yourPledgeLead)"
        $0.crumbs = [
          Crumb(title.text, FundingRoutes.campaign(proof.page.campaign.slug)),
          Crumb(PledgePhrases[screen.language].reference, FundingRoutes.pledge(key)),
        ]
      })
  }

  private func entry(
    _ proof: PledgeProof, _ entry: SealedRecord, _ screen: ScreenContext
  ) -> HTML {
    let language = screen.language
    let say = ProofPhrases[language]
    let record = entry.record
    let kind = JournalKind(rawValue: record.kind)?.word(language) ?? record.kind
    let lines = record.postings.map { line -> HTML in
      """
      <tr><td>\(account(line.account, language))</td>\
      <td class="right money">\(Money(cents: line.cents).formatted(language))</td></tr>
      """
    }
    let block = proof.block(of: entry)
    let day = CivilDate(record.effectiveOn)?.formatted(language) ?? record.effectiveOn
    return """
      <h2>\(kind.prefix(1).uppercased() + kind.dropFirst()), \(day)</h2>
      \(answers([
        Answer(say.entry, html: "<code>\(record.id)</code>"),
        Answer(
          say.entryHash,
          html: entry.seal.map { "<code>\($0.hash)</code>" } ?? "\(say.notYetSealed)"),
        Answer(say.block, html: block.map { blockAnswer($0, entry, language) } ?? "–"),
        Answer(
          say.vouched,
          block?.head.map { "\($0.day.formatted(language)): \($0.hash.description)" }
            ?? say.notYetVouched),
      ]))
      \(table(say.postings, [say.account, "+\(say.amount)"], lines))
      \(files(proof, entry, language))
      """
  }

  private func blockAnswer(
    _ block: ProvenBlock, _ entry: SealedRecord, _ language: Language
  ) -> HTML {
    let say = ProofPhrases[language]
    let number = block.block.number
    return """
      <a href="\(ProofRoutes.block(Int(number))[language])">\(say.blockNumber(number))</a>, \
      \(say.place(entry.seal?.position ?? 0))
      """
  }

  private func account(_ code: String, _ language: Language) -> String {
    Account(code: code)?.kind.word(language) ?? code
  }

  private func files(_ proof: PledgeProof, _ entry: SealedRecord, _ language: Language) -> HTML? {
    guard let seal = entry.seal, let id = JournalEntry.ID(entry.record.id) else { return nil }
    let say = ProofPhrases[language]
    let own = ProofRoutes.entry(proof.page.pledge.keys.accessKey, id)[language]
    let list = ProofRoutes.list(Int(seal.block))[language]
    let chain = ProofRoutes.chain(Int(seal.block))[language]
    let isVouched = proof.block(of: entry)?.head != nil
    return """
      <p class="actions">\(linkButton(say.downloadEntry, own, .quiet))
      \(linkButton(say.downloadList, list, .quiet))
      \(if: isVouched, linkButton(say.downloadChain, chain, .quiet))</p>
      """
  }

  /// The steps, and the same as commands.
  private func recipe(_ proof: PledgeProof, _ screen: ScreenContext) -> HTML {
    let say = ProofPhrases[screen.language]
    return """
      <h2>\(say.recipe)</h2><ol>\(say.steps.map { "<li>\($0)</li>" as HTML })</ol>
      <pre class="scroll" tabindex="0">\(commands)</pre>
      <p class="hint">\(say.recipeNote)</p>
      """
  }

  /// The bytes whose SHA-256 is in the block.
  func entry(_ screen: ScreenContext, _ key: String, _ id: JournalEntry.ID) async throws -> Reply {
    let proof = try await read.pledge(key)
    guard let entry = proof?.entries.first(where: { $0.record.id == id.description }) else {
      return .notFound
    }
    return .file(entry.record.canonical, type: "application/octet-stream", name: "scrittura.bin")
  }
}

/// The recipe's steps for a shell; Docs/VERIFYING.md explains each.
private let commands = """
  sha256sum scrittura.bin
  xxd -p -c 32 elenco-*.bin | grep "$(sha256sum < scrittura.bin | cut -d' ' -f1)"
  sha256sum elenco-*.bin
  xxd -p -c 105 catena-*.bin
  tail -c 105 catena-*.bin | sha256sum
  """
