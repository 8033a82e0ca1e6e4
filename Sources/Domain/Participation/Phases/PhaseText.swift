// What is published when a phase opens: its rule, the budgets and the census it stands on.

/// The bytes whose digest stands on the process's page. Lines as in `CanonicalText`:
///
///     raccolto-phase 1
///     process       address
///     phase         position  kind
///     days          first  last             as they were at the opening
///     rule          name  value             one line for each thing; `-` for nothing
///     constituency  code  budget in cents   `-` where there is none
///     census        voters  sha256          where the phase has one
///     end
package struct PhaseText: Hashable, Sendable {
  package let canonicalBytes: [UInt8]

  package init(
    _ phase: Phase, under rule: PhaseRule, of process: Slug, in constituencies: [Constituency],
    census: (voters: Int, digest: Digest)?
  ) {
    var text = CanonicalText()
    text.line("raccolto-phase 1")
    text.line("process", process.text)
    text.line("phase", String(phase.position), phase.kind.rawValue)
    text.line("days", phase.opensOn.description, phase.closesOn.description)
    for setting in phase.kind.settings {
      text.line("rule", setting.rawValue, rule.value(setting))
    }
    for constituency in constituencies {
      text.line(
        "constituency", constituency.code, constituency.budget.map { String($0.cents) } ?? "-")
    }
    if let census { text.line("census", String(census.voters), census.digest.description) }
    text.line("end")
    canonicalBytes = text.bytes
  }
}
