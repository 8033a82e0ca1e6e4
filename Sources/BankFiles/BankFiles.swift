// The door of this module: bytes in, statements or a refusal out.
package import Domain
package import Services

/// Reads the statement formats that Raccolto understands.
package struct BankFileReader: StatementReader {
  /// A year of a busy account fits many times over.
  package static let bytesMax = 32 * 1024 * 1024
  /// Lines of all statements in one file.
  package static let linesMax = 100_000

  package init() {}

  package func read(
    _ bytes: [UInt8], _ reading: StatementReading
  ) throws(StatementRefusal) -> (format: StatementFormat, statements: [ParsedStatement]) {
    guard bytes.count <= Self.bytesMax else {
      throw StatementRefusal(.tooLarge(bytesMax: Self.bytesMax))
    }
    let format = try StatementFormat.detect(bytes)
    let statements =
      switch format {
      case .camt053: try CamtReader.read(bytes)
      case .mt940: try MT940Reader(reading.account).read(bytes)
      case .cbiRH: try CBIReader.read(bytes)
      case .csv: [try CSVStatementReader(reading).read(bytes)]
      }
    for statement in statements { try statement.checkBalances() }
    return (format, statements)
  }
}
