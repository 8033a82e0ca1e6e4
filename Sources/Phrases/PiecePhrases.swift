// Words of the small pieces that many pages share.

package struct PiecePhrases: PhraseBook {
  package let step: @Sendable (Int, Int) -> String
  package let pages: String
  package let previous: String
  package let next: String

  package static let it = PiecePhrases(
    step: { "Passo \($0) di \($1)" },
    pages: "Pagine",
    previous: "Precedenti",
    next: "Successivi")

  package static let en = PiecePhrases(
    step: { "Step \($0) of \($1)" },
    pages: "Pages",
    previous: "Previous",
    next: "Next")
}
