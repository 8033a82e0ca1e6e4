// Counts a published `.pb` file under a rule, with nothing but the file: what anyone can repeat.
package import Domain

/// Reads, counts and writes the certified text. Touches no database.
package struct Recount: Sendable {
  package init() {}

  package enum Refusal: Error, Hashable, Sendable {
    case file(VoteFileRefusal)
    case purchases(VoteFileRefusal)
    case count(CountRefusal)
  }
  /// A file that was read, ready to be counted.
  package struct Election: Sendable {
    package let file: PabulibFile
    package let profile: Profile
    package let source: VoteSource

    /// `purchases` is the CSV of what people bought, where a rule counts that too.
    package init(_ bytes: [UInt8], purchases: [UInt8]? = nil) throws(Refusal) {
      let file: PabulibFile
      do throws(VoteFileRefusal) { file = try PabulibFile(bytes) } catch { throw .file(error) }
      var profile = Profile(file)
      if let purchases {
        do throws(VoteFileRefusal) {
          profile.purchases = try Purchases(
            csv: purchases, from: Self.source(purchases, .csv), of: file)
        } catch { throw .purchases(error) }
      }
      (self.file, self.profile) = (file, profile)
      source = Self.source(bytes, .pabulib)
    }

    private static func source(_ bytes: [UInt8], _ format: VoteSource.Format) -> VoteSource {
      VoteSource(format: format, digest: Digest(of: bytes), sizeBytes: bytes.count)
    }
  }
  package struct Result: Sendable {
    package let election: Election
    package let certified: CertifiedCount
    /// Of the certified text.
    package let digest: Digest
  }

  /// `lot` is the seed of a draw: it takes the place of ids among equals. `watch` as in `count`.
  package func callAsFunction(
    _ election: Election, under parameters: CountParameters, lot: [UInt8]? = nil,
    watch: CountWatch = { _ in true }
  ) throws(Refusal) -> Result {
    let profile = election.profile
    var complete = parameters.completed(from: election.file)
    if let lot { complete.drawnOrder = Self.draw(profile.candidates.map(\.id), seed: lot) }
    let certified: CertifiedCount
    do throws(CountRefusal) {
      let outcome = try complete.count(profile, watch)
      certified = try CertifiedCount(
        outcome, of: election.file, profile, from: election.source, under: complete)
    } catch { throw .count(error) }
    return Result(
      election: election, certified: certified, digest: Digest(of: certified.canonicalBytes))
  }

  /// The order of a lot: by SHA-256 of the seed followed by the id's UTF-8 bytes, smallest first.
  /// Who published the digest of the seed before the vote cannot choose the order after it.
  package static func draw(_ ids: [ExternalID], seed: [UInt8]) -> [ExternalID] {
    ids.map { (id: $0, lot: Digest(of: seed + Array($0.text.utf8)).bytes) }
      .sorted { $0.lot.lexicographicallyPrecedes($1.lot) }
      .map(\.id)
  }
}
