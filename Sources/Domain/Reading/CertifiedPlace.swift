// A place in a certified ranking, from which a campaign may start.

/// A ranked project with what a draft takes over from it.
package struct CertifiedPlace: Hashable, Sendable {
  package let source: CampaignSource
  package let summary: String
  package let cost: Money?
  package let process: Process.ID
  package let organisation: Organisation.ID
  /// The campaign that raises money for it already, unless that one came to nothing.
  package let campaign: Slug?

  package init(
    source: CampaignSource, summary: String, cost: Money?,
    at place: (process: Process.ID, organisation: Organisation.ID), campaign: Slug?
  ) {
    self.source = source
    self.summary = summary
    self.cost = cost
    (process, organisation) = place
    self.campaign = campaign
  }

  /// Where it lies, for permission.
  package var location: Place {
    .process(process.description, organisation: organisation.description)
  }
}
