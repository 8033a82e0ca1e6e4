// The certified text of a ranking: what its digest is taken of, so that anyone can repeat it.

/// A ranking with its canonical bytes: UTF-8 lines ended by LF, their fields by tabs. Backslash,
/// tab, LF and CR inside a field are written `\\`, `\t`, `\n`, `\r`; a lone `-` means "unknown".
///
///     raccolto-ranking 1
///     rule          name  version
///     measure       votes | points
///     source        format  sha256  size in bytes
///     constituency  code  voters
///     places        all | how many are chosen
///     row           place  score  chosen | notChosen | undecided  id
///     left-out      id  withdrawn | merged  id it was merged into
///     tie           place  score  seats  open | settled | decides-nothing  ids
///     resolution    method  ids in their order, then two lines of their own:
///     note          text
///     witnesses     names
///     end
///
/// Rows stand by place, then in the resolved order of a tie, else by id; ids sort by their UTF-8
/// bytes. What carries no meaning leaves no trace: the order of rows in the input and the order
/// written for joint winners. Titles, summaries and costs are not part of it: they decide nothing
/// here, and correcting one must not look like another result.
package struct CertifiedRanking: Hashable, Sendable {
  package let ranking: Ranking
  package let canonicalBytes: [UInt8]

  init(_ ranking: Ranking) {
    self.ranking = ranking
    var text = CanonicalText()
    text.line("raccolto-ranking 1")
    text.line("rule", RankingRule.name, String(RankingRule.version))
    text.line("measure", ranking.rule.measure.rawValue)
    let source = ranking.source
    text.line("source", source.format.rawValue, source.digest.description, String(source.sizeBytes))
    text.line(
      "constituency", ranking.constituency.code, ranking.result.voters.map { String($0) } ?? "-")
    text.add(ranking.table)
    text.line("end")
    canonicalBytes = text.bytes
  }
}

extension CanonicalText {
  fileprivate mutating func add(_ table: RankingTable) {
    let places =
      switch table.winners {
      case .all: "all"
      case .first(let places): String(places)
      }
    line("places", places)
    for row in table.rows {
      line(
        "row", String(row.place), String(row.entry.score), row.outcome.rawValue,
        row.entry.id.text)
    }
    for entry in table.leftOut {
      switch entry.standing {
      case .voted: continue
      case .withdrawn: line("left-out", entry.id.text, "withdrawn", "-")
      case .merged(let target): line("left-out", entry.id.text, "merged", target.text)
      }
    }
    for tie in table.ties { add(tie) }
  }

  private mutating func add(_ tie: TiedGroup) {
    let state = tie.isOpen ? "open" : tie.decides ? "settled" : "decides-nothing"
    let head = ["tie", String(tie.place), String(tie.score), String(tie.seats), state]
    line(head + tie.projects.map(\.text))
    guard let resolution = tie.resolution else { return }
    let order = resolution.method == .jointWinners ? tie.projects : resolution.order
    line(["resolution", resolution.method.rawValue] + order.map(\.text))
    line(["note", resolution.note])
    line(["witnesses"] + resolution.witnesses)
  }
}
