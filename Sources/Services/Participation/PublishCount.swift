// Counts a file and makes what everyone gets: anonymised ballots and the certified text over them.
package import Domain

/// What a count gives.
package struct CountedVote: Sendable {
  /// The `.pb` file that everyone may have.
  package let ballots: [UInt8]
  /// The CSV of purchases beside it, where they count.
  package let purchases: [UInt8]?
  package let certified: CertifiedCount
  /// Of the certified text.
  package let digest: Digest

  /// Whether a tie decides who gets money, and no lot was drawn yet.
  package var needsLot: Bool {
    certified.parameters.drawnOrder.isEmpty && certified.outcome.ties.contains(where: \.decides)
  }
}

extension Recount {
  /// The source of the certified text is the anonymised file, so that whoever downloads it gets the
  /// same bytes. `names` gives its META what the original leaves out.
  package func publishing(
    _ election: Original, under parameters: CountParameters, lot: [UInt8]?,
    names: [String: String], watch: CountWatch = { _ in true }
  ) throws(Refusal) -> CountedVote {
    let read = try Election(election.ballots, purchases: election.purchases)
    let first = try self(read, under: parameters, lot: lot, watch: watch)
    let complete = first.certified.parameters
    let vote: PublishedVote
    do throws(VoteFileRefusal) {
      vote = try PublishedVote(
        election.ballots, counted: first.certified.outcome, under: complete, names: names)
    } catch { throw .file(error) }
    let bought = read.profile.purchases?.published
    let published = try Election(vote.bytes, purchases: bought)
    let certified: CertifiedCount
    do throws(CountRefusal) {
      certified = try CertifiedCount(
        first.certified.outcome, of: published.file, published.profile, from: published.source,
        under: complete)
    } catch { throw .count(error) }
    return CountedVote(
      ballots: vote.bytes, purchases: bought, certified: certified,
      digest: Digest(of: certified.canonicalBytes))
  }

  /// The files as they came.
  package struct Original: Sendable {
    package let ballots: [UInt8]
    package let purchases: [UInt8]?

    package init(ballots: [UInt8], purchases: [UInt8]? = nil) {
      self.ballots = ballots
      self.purchases = purchases
    }
  }
}
