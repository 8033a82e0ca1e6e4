// Fixes a ranking for ever: counts the kept file once more and stores the certificate's digest.
package import Domain
package import Store

/// Certifies a ranking without open ties. Twice gives the same certificate.
package struct CertifyRanking: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Hashable, Sendable {
    case certified(Digest)
    /// It was certified before.
    case repeated(Digest)
    case refused(RankingRefusal)
    case noSuchRanking
    case notAllowed
  }

  package func callAsFunction(_ id: Ranking.ID, by actor: Actor) async throws -> Outcome {
    let found = try await database.read { tx -> (RankingReading, VoteImport)? in
      guard let reading = try tx.ranking(id), let file = try tx.voteImport(reading.file.id) else {
        return nil
      }
      return (reading, file)
    }
    guard let (reading, file) = found else { return .noSuchRanking }
    guard actor.may(.certifyRanking, on: reading.process.place) else { return .notAllowed }
    try recount(reading, file)
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard try tx.rankingStatusLocked(id) != nil, let reading = try tx.ranking(id) else {
        return .noSuchRanking
      }
      if reading.ranking.status == .certified, let certificate = reading.certificate {
        return .repeated(certificate.digest)
      }
      let certified: CertifiedRanking
      do throws(RankingRefusal) { certified = try reading.ranking.certifying() } catch {
        return .refused(error)
      }
      let digest = Digest(of: certified.canonicalBytes)
      let text = String(decoding: certified.canonicalBytes, as: UTF8.self)
      let certificate = RankingReading.Certificate(
        text: text, digest: digest, certifiedAt: stamp.now)
      try tx.certify(id, certificate, by: actor.person)
      let event = RankingEventRow(
        id: stamp.entropy.id(at: stamp.now), step: (reading.ranking.status, .certified),
        reason: digest.description, by: actor.person, at: stamp.now)
      try tx.record(event, of: id)
      try tx.audit(
        .certifyRanking, "ranking", id.description, stamp,
        detail: ["digest": digest.description])
      return .certified(digest)
    }
  }

  /// What is certified must be what the kept bytes say, not what rows became since.
  private func recount(_ reading: RankingReading, _ file: VoteImport) throws {
    guard Digest(of: file.content) == file.source.digest else {
      throw Fault("the file \(file.id) is not the one that was imported: its digest differs")
    }
    let ranking = reading.ranking
    let again = VoteFile(
      name: file.fileName, format: file.source.format,
      constituency: ranking.constituency.code, bytes: file.content)
    let part: ConstituencyResult?
    do throws(VoteFileRefusal) {
      part = try again.result().constituencies.first { $0.code == ranking.constituency.code }
    } catch { throw Fault("the file \(file.id) cannot be read any more: \(error.reason)") }
    guard let part else { throw Fault("the file \(file.id) lost its constituency") }
    let table = RankingTable(part, under: ranking.rule, resolutions: ranking.resolutions)
    let same = zip(table.rows, ranking.table.rows).allSatisfy {
      $0.entry.id == $1.entry.id && $0.entry.score == $1.entry.score && $0.place == $1.place
        && $0.outcome == $1.outcome
    }
    guard same, table.rows.count == ranking.table.rows.count else {
      throw Fault("the rows of ranking \(ranking.id) are not what its file gives")
    }
  }
}
