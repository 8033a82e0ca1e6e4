// The public pages about the ledger's proof: every day's hash, the blocks, a campaign's ledger.
import Domain
import Literals
import Phrases
package import Services

/// Heads, blocks, and each donor's own entries.
package struct ProofScreens: ScreenGroup {
  let read: ReadProof

  package init(_ proof: ProofServices) { read = proof.read }

  package func add(to screens: Screens) {
    screens.get(ProofRoutes.heads, audience: .everyone, use: heads)
    screens.get(ProofRoutes.headsCSV, audience: .everyone, use: headsCSV)
    screens.get(ProofRoutes.block, audience: .everyone, use: block)
    screens.get(ProofRoutes.list, audience: .everyone, use: list)
    screens.get(ProofRoutes.chain, audience: .everyone, use: chain)
    screens.get(ProofRoutes.campaignCSV, audience: .everyone, use: campaignCSV)
    screens.get(ProofRoutes.pledge, use: pledge)
    screens.get(ProofRoutes.entry, use: entry)
  }

  private func heads(_ screen: ScreenContext) async throws -> Reply {
    let found = try await read.heads()
    let say = ProofPhrases[screen.language]
    let language = screen.language
    let rows = found.heads.map { head -> HTML in
      """
      <tr><th scope="row">\(head.day.formatted(language))</th>\
      <td><a href="\(blockLink(head.block, language))">\(say.blockNumber(head.block))</a></td>\
      <td class="right">\(Int(head.content.entries).formatted(language))</td>\
      <td><code>\(head.hash.description)</code></td></tr>
      """
    }
    let last = found.last.map { block -> HTML in
      """
      <p>\(say.lastBlock(block.number, block.head.sealedAt.formatted(language)))
      <a href="\(blockLink(block.number, language))">\(say.blockNumber(block.number))</a></p>
      """
    }
    return .page(
      Page(
        say.title, at: ProofRoutes.heads(),
        body: """
          \(say.how.map { "<p>\($0)</p>" as HTML })
          \(last)
          \(rows.isEmpty
            ? empty(say.noHeads)
            : table(say.everyDay, [say.day, say.block, say.entries, say.hash], rows))
          <p class="actions">\(linkButton(say.download, ProofRoutes.headsCSV()[language], .quiet))
          </p>
          """
      ).with {
        $0.lead = "\(say.lead)"
        $0.summary = say.lead
        $0.layout = .wide
        $0.crumbs = [Crumb(HomePhrases[language].transparency, HomeRoutes.transparency())]
      })
  }

  private func blockLink(_ number: Int64, _ language: Language) -> Link {
    ProofRoutes.block(Int(number))[language]
  }

  private func headsCSV(_ screen: ScreenContext) async throws -> Reply {
    let lines = try await read.heads().heads.map {
      "\($0.day),\($0.block),\($0.content.entries),\($0.content.debitsCents),\($0.hash)"
    }
    return csv(["day,block,entries,debits_cents,hash"] + lines, name: "impronte.csv")
  }

  private func block(_ screen: ScreenContext, _ number: Int) async throws -> Reply {
    guard let found = try await read.block(Int64(number)) else { return .notFound }
    let say = ProofPhrases[screen.language]
    let language = screen.language
    let head = found.block.head
    let hashes = found.hashes.map { "<li><code>\($0.description)</code></li>" as HTML }
    return .page(
      Page(
        say.blockNumber(head.number), at: ProofRoutes.block(number),
        body: """
          \(answers([
            Answer(say.hash, html: "<code>\(found.block.hash.description)</code>"),
            Answer(say.previousHash, html: "<code>\(head.previous.description)</code>"),
            Answer(say.entriesHash, html: "<code>\(head.entriesHash.description)</code>"),
            Answer(say.sealedAt, head.sealedAt.formatted(language)),
            Answer(say.entries, Int(head.content.entries).formatted(language)),
            Answer(say.debits, Money(cents: head.content.debitsCents).formatted(language)),
            Answer(
              say.vouched, found.head.map { $0.day.formatted(language) } ?? say.notYetVouched),
          ]))
          <p class="actions">\(downloads(found, language))</p>
          <h2>\(say.entryHashes)</h2><ol class="hashes">\(hashes)</ol>
          \(neighbours(found, language))
          """
      ).with {
        $0.lead = "\(say.blockLead)"
        $0.layout = .wide
        $0.crumbs = [
          Crumb(HomePhrases[language].transparency, HomeRoutes.transparency()),
          Crumb(say.title, ProofRoutes.heads()),
        ]
      })
  }

  private func downloads(_ found: ProvenBlock, _ language: Language) -> HTML {
    let say = ProofPhrases[language]
    let number = Int(found.block.number)
    let list = linkButton(say.downloadList, ProofRoutes.list(number)[language], .quiet)
    guard found.head != nil else { return list }
    return """
      \(list) \(linkButton(say.downloadChain, ProofRoutes.chain(number)[language], .quiet))
      """
  }

  private func neighbours(_ found: ProvenBlock, _ language: Language) -> HTML {
    let say = CampaignPhrases[language]
    let number = found.block.number
    let before = linkButton(say.previousPage, blockLink(number - 1, language), .quiet)
    let after = linkButton(say.nextPage, blockLink(number + 1, language), .quiet)
    return """
      <nav class="pages">\(if: number > 1, before)\(if: !found.isLast, after)</nav>
      """
  }

  private func list(_ screen: ScreenContext, _ number: Int) async throws -> Reply {
    guard let found = try await read.block(Int64(number)) else { return .notFound }
    return .file(found.list, type: "application/octet-stream", name: "elenco-\(number).bin")
  }
  private func chain(_ screen: ScreenContext, _ number: Int) async throws -> Reply {
    guard let bytes = try await read.chain(from: Int64(number)) else { return .notFound }
    return .file(bytes, type: "application/octet-stream", name: "catena-\(number).bin")
  }

  private func campaignCSV(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.campaign(slug) else { return .notFound }
    let lines = found.rows.map { row in
      let seal = row.seal.map { "\($0.block),\($0.position),\($0.hash)" } ?? ",,"
      return "\(row.entry),\(row.on),\(row.kind.rawValue),\(row.amount.cents),"
        + "\(row.amount.currency.code),\(seal)"
    }
    return csv(
      ["entry,day,kind,amount_cents,currency,block,position,hash"] + lines,
      name: "registro-\(slug.text).csv")
  }

  private func csv(_ lines: [String], name: String) -> Reply {
    let text = lines.joined(separator: "\r\n") + "\r\n"
    return .file(Array(text.utf8), type: "text/csv; charset=utf-8", name: name)
  }
}
