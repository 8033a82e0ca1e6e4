// A ranking as its screens show it: the count, where it came from, and its certificate.

/// One ranking with everything around it.
package struct RankingReading: Hashable, Sendable {
  package let process: Process
  package let ranking: Ranking
  /// Our project for each id in the file.
  package let projects: [ExternalID: Project.ID]
  package let file: ImportedFile
  /// Nil until certified; it stays when the ranking is superseded.
  package let certificate: Certificate?

  package init(
    process: Process, ranking: Ranking, projects: [ExternalID: Project.ID], file: ImportedFile,
    certificate: Certificate?
  ) {
    self.process = process
    self.ranking = ranking
    self.projects = projects
    self.file = file
    self.certificate = certificate
  }

  /// The file that was imported.
  package struct ImportedFile: Hashable, Sendable {
    package let id: VoteImport.ID
    /// As it was called on the sender's machine: for showing only.
    package let name: String
    package let importedAt: Instant

    package init(id: VoteImport.ID, name: String, importedAt: Instant) {
      self.id = id
      self.name = name
      self.importedAt = importedAt
    }
  }

  /// What was fixed by certification.
  package struct Certificate: Hashable, Sendable {
    /// The canonical bytes, which are text.
    package let text: String
    /// SHA-256 of the text.
    package let digest: Digest
    package let certifiedAt: Instant

    package init(text: String, digest: Digest, certifiedAt: Instant) {
      self.text = text
      self.digest = digest
      self.certifiedAt = certifiedAt
    }
  }
}

/// A file that was imported, by its id.
package struct VoteImport: Identified, Hashable, Sendable {
  package static let idPrefix = "vim"

  package let id: VoteImport.ID
  package let process: Process.ID
  package let source: VoteSource
  package let fileName: String
  package let content: [UInt8]

  package static let fileNameMax = 200

  package init(
    id: VoteImport.ID, process: Process.ID, source: VoteSource, fileName: String,
    content: [UInt8]
  ) {
    self.id = id
    self.process = process
    self.source = source
    self.fileName = String(fileName.prefix(Self.fileNameMax))
    self.content = content
  }
}

/// A process in a list, with how far its rankings are.
package struct ProcessCard: Hashable, Sendable {
  package let process: Process
  package let organisation: String
  /// How many rankings stand in each status, superseded ones left out.
  package let rankings: [RankingStatus: Int]

  package init(process: Process, organisation: String, rankings: [RankingStatus: Int]) {
    self.process = process
    self.organisation = organisation
    self.rankings = rankings
  }
}
