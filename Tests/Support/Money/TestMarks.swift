// The key under which tests know cards again.
package import Services

extension CardMarks {
  /// A key of no installation.
  package static let test = CardMarks(SigningKey(secret: Array("a key of tests".utf8)))
}
