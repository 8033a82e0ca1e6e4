// A count told round by round in a terminal.
import Domain
import Phrases
import Services

/// What `recount` prints without `--json`.
struct RecountExplanation {
  let result: Recount.Result

  private var say: CountPhrases { CountPhrases[.english] }
  private var outcome: CountOutcome { result.certified.outcome }
  private var parameters: CountParameters { result.certified.parameters }

  var lines: [String] {
    let profile = result.election.profile
    var lines = [
      "\(parameters.rule.rawValue): \(say.ruleInWords(parameters.rule))",
      "Ties: \(say.ties(parameters.ties)).",
      "\(profile.voters) ballots, \(profile.candidates.count) projects, budget \(profile.budget).",
    ]
    lines += result.election.file.warnings.map { VoteFilePhrases[.english].warning($0) }
    if let share = outcome.share { lines.append(say.share(share)) }
    if outcome.isGreedyInstead { lines.append(say.greedyInstead) }
    lines.append("")
    for (index, round) in outcome.rounds.enumerated() {
      let candidate = profile.candidates[round.project]
      lines.append(
        "\(index + 1). \(named(round.project)), cost \(candidate.cost):"
          + " \(say.verdict(round.verdict)) (\(say.strength(round.strength)),"
          + " left \(round.left))")
    }
    lines.append("")
    for tie in outcome.ties {
      let names = tie.projects.map { profile.candidates[$0].id.text }.joined(separator: ", ")
      lines.append("\(tie.decides ? say.decidingTie : say.idleTie): \(names).")
    }
    lines.append("Funded: \(outcome.selected.count), cost \(outcome.cost) of \(profile.budget).")
    lines.append("Digest of the certified text: \(result.digest)")
    return lines
  }

  private func named(_ number: Int) -> String {
    let candidate = result.election.profile.candidates[number]
    return candidate.name == candidate.id.text
      ? candidate.id.text : "\(candidate.id.text) \(candidate.name)"
  }
}
