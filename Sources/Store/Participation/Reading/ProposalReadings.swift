// Proposals and assemblies with what stands around them.
package import Domain
import Literals

extension Transaction {
  /// One proposal with its lineage and history.
  package func proposalReading(_ id: Proposal.ID) throws -> ProposalReading? {
    guard let proposal = try proposal(id), let process = try process(proposal.process),
      let constituency = try constituencies(of: process.id).first(where: {
        $0.id == proposal.constituency
      })
    else { return nil }
    var assembly: Assembly?
    if case .assembly(let id) = proposal.origin { assembly = try self.assembly(id) }
    return ProposalReading(
      proposal, of: process, in: constituency, at: assembly,
      lineage: (try ancestors(of: id), try descendants(of: id)), history: try history(of: id))
  }
  /// One assembly with its delegates and proposals.
  package func assemblyReading(_ id: Assembly.ID) throws -> AssemblyReading? {
    guard let assembly = try assembly(id), let process = try process(assembly.process) else {
      return nil
    }
    return AssemblyReading(
      assembly, of: process, in: try constituencies(of: process.id),
      delegates: try delegates(of: id), proposals: try proposals(bornIn: id))
  }

  private func ancestors(of id: Proposal.ID) throws -> [ProposalRelative] {
    try rows(
      """
      SELECT p.id, p.number, p.title, p.status, d.descent
        FROM proposal_descent d
        JOIN proposal p ON p.id = d.source_id
       WHERE d.target_id = \(id)
       ORDER BY p.number
      """, as: ProposalRelative.init(row:))
  }
  private func descendants(of id: Proposal.ID) throws -> [ProposalRelative] {
    try rows(
      """
      SELECT p.id, p.number, p.title, p.status, d.descent
        FROM proposal_descent d
        JOIN proposal p ON p.id = d.target_id
       WHERE d.source_id = \(id)
       ORDER BY p.number
      """, as: ProposalRelative.init(row:))
  }
  private func history(of id: Proposal.ID) throws -> [ProposalMoment] {
    try rows(
      """
      SELECT event, reason, occurred_at
        FROM proposal_event
       WHERE proposal_id = \(id)
       ORDER BY occurred_at, id
      """
    ) { row in
      ProposalMoment(
        event: try row("event"), reason: try row("reason"), at: try row("occurred_at"))
    }
  }
}

extension ProposalRelative {
  fileprivate init(row: Row) throws {
    let status: ProposalStatus = try row("status")
    self.init(
      id: try row("id"), number: try row("number"), title: try row("title"),
      descent: try row("descent"), isPublic: status.isPublic)
  }
}
