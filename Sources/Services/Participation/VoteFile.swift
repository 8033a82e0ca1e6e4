// A file with the result of a vote, before it is known whether it can be read.
package import Domain

/// The bytes as they were uploaded, and how to read them.
package struct VoteFile: Hashable, Sendable {
  package let name: String
  package let format: VoteSource.Format
  /// For `.pb`, which holds one constituency and does not say which; other formats name theirs.
  package let constituency: String
  package let bytes: [UInt8]

  package init(
    name: String, format: VoteSource.Format, constituency: String = "", bytes: [UInt8]
  ) {
    self.name = name
    self.format = format
    self.constituency = constituency
    self.bytes = bytes
  }

  /// The format that a name's ending stands for; nil for another ending.
  package static func format(ofName name: String) -> VoteSource.Format? {
    let ending = name.split(separator: ".").last.map { $0.lowercased() }
    return switch ending {
    case "pb": .pabulib
    case "csv", "tsv", "txt": .csv
    case "json": .json
    case _: nil
    }
  }

  var source: VoteSource {
    VoteSource(format: format, digest: Digest(of: bytes), sizeBytes: bytes.count)
  }

  /// What the file says, or what is wrong with it.
  func result() throws(VoteFileRefusal) -> VoteResult {
    switch format {
    case .pabulib: VoteResult(try PabulibFile(bytes), constituency: constituency)
    case .csv: try VoteResult(csv: bytes)
    case .json: try VoteResult(json: bytes)
    }
  }
}
