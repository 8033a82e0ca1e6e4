// Counts a published `.pb` file under a rule, with nothing but the file: what anyone can repeat.
package import Domain

/// Reads, counts and writes the certified text. Touches no database.
package struct Recount: Sendable {
  package init() {}

  package enum Refusal: Error, Hashable, Sendable {
    case file(VoteFileRefusal)
    case count(CountRefusal)
  }
  package struct Result: Sendable {
    package let profile: Profile
    package let file: PabulibFile
    package let certified: CertifiedCount
    package let digest: Digest
  }

  /// `lot` is the seed of a draw: it takes the place of ids among equals. `watch` as in `count`.
  package func callAsFunction(
    _ bytes: [UInt8], under parameters: CountParameters, lot: [UInt8]? = nil,
    watch: CountWatch = { _ in true }
  ) throws(Refusal) -> Result {
    let file: PabulibFile
    do throws(VoteFileRefusal) { file = try PabulibFile(bytes) } catch { throw .file(error) }
    let profile = Profile(file)
    var complete = parameters.completed(from: file)
    if let lot { complete.drawnOrder = Self.draw(profile.candidates.map(\.id), seed: lot) }
    let outcome: CountOutcome
    do throws(CountRefusal) {
      outcome = try complete.count(profile, watch)
    } catch { throw .count(error) }
    let source = VoteSource(format: .pabulib, digest: Digest(of: bytes), sizeBytes: bytes.count)
    let certified = CertifiedCount(outcome, of: file, profile, from: source, under: complete)
    return Result(
      profile: profile, file: file, certified: certified,
      digest: Digest(of: certified.canonicalBytes))
  }

  /// The order of a lot: by SHA-256 of the seed followed by the id's UTF-8 bytes, smallest first.
  /// Who published the digest of the seed before the vote cannot choose the order after it.
  package static func draw(_ ids: [ExternalID], seed: [UInt8]) -> [ExternalID] {
    ids.map { (id: $0, lot: Digest(of: seed + Array($0.text.utf8)).bytes) }
      .sorted { $0.lot.lexicographicallyPrecedes($1.lot) }
      .map(\.id)
  }
}
