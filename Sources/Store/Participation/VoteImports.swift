// The table of imported files, kept byte for byte as they came.
package import Domain
import Literals

extension Transaction {
  /// Keeps a file.
  package func insert(_ file: VoteImport, by person: Person.ID?, at now: Instant) throws {
    try execute(
      """
      INSERT INTO vote_import (id, process_id, format, file_name, content, digest, imported_by,
                               imported_at)
           VALUES (\(file.id), \(file.process), \(file.source.format), \(file.fileName),
                   \(file.content), \(file.source.digest), \(person), \(now))
      """)
  }
  /// A file as it came.
  package func voteImport(_ id: VoteImport.ID) throws -> VoteImport? {
    try first(
      "SELECT id, process_id, format, file_name, content, digest FROM vote_import WHERE id = \(id)"
    ) { row in
      let content: [UInt8] = try row("content")
      return VoteImport(
        id: try row("id"), process: try row("process_id"),
        source: VoteSource(
          format: try row("format"), digest: try row("digest"), sizeBytes: content.count),
        fileName: try row("file_name"), content: content)
    }
  }
  /// The rankings in force that were counted from exactly these bytes.
  package func rankings(of process: Process.ID, madeFrom digest: Digest) throws -> [Ranking.ID] {
    try rows(
      """
      SELECT r.id
        FROM ranking r
        JOIN vote_import f ON f.id = r.vote_import_id
       WHERE r.process_id = \(process)
         AND f.digest = \(digest)
         AND r.status <> 'superseded'
       ORDER BY r.id
      """
    ) { try $0("id") }
  }
}
