// A count as its screens show it: where it belongs, how far it is, and what it gave.

/// One count with everything around it.
package struct VoteCountReading: Hashable, Sendable {
  package let process: Process
  package let constituency: Constituency
  package let count: VoteCount
  /// The name of the file of ballots, as it was called on the sender's machine.
  package let fileName: String
  package let orderedAt: Instant
  /// How far the job is, or was.
  package let progress: CountProgress
  /// Somebody asked the job to stop.
  package let isStopAsked: Bool
  /// Why it failed.
  package let problem: CountRefusal?
  /// Nil until it was counted.
  package let result: Result?

  package init(
    in place: (process: Process, constituency: Constituency), _ count: VoteCount,
    from file: (name: String, orderedAt: Instant),
    run: (progress: CountProgress, isStopAsked: Bool, problem: CountRefusal?), result: Result?
  ) {
    (process, constituency) = place
    self.count = count
    (fileName, orderedAt) = file
    (progress, isStopAsked, problem) = run
    self.result = result
  }

  /// What was counted.
  package struct Result: Hashable, Sendable {
    /// The canonical bytes, which are text.
    package let text: String
    /// SHA-256 of the text.
    package let digest: Digest
    package let countedAt: Instant
    package let certifiedAt: Instant?
    package let hasPurchases: Bool

    package init(
      text: String, digest: Digest, at moments: (counted: Instant, certified: Instant?),
      hasPurchases: Bool
    ) {
      self.text = text
      self.digest = digest
      (countedAt, certifiedAt) = moments
      self.hasPurchases = hasPurchases
    }
  }
}
