// Words of the small pieces that many pages share.

package struct PiecePhrases: PhraseBook {
  package let step: @Sendable (Int, Int) -> String
  package let pages: String
  package let previous: String
  package let next: String
  package let ofMinimum: @Sendable (_ minimum: String, _ percent: Int) -> String
  package let meter: @Sendable (_ raised: String, _ minimum: String, _ percent: Int) -> String

  package static let it = PiecePhrases(
    step: { "Passo \($0) di \($1)" },
    pages: "Pagine",
    previous: "Precedenti",
    next: "Successivi",
    ofMinimum: { "raccolti su \($0) (\($1)\u{A0}%)" },
    meter: { "Raccolti \($0) su un minimo di \($1), il \($2) per cento" })

  package static let en = PiecePhrases(
    step: { "Step \($0) of \($1)" },
    pages: "Pages",
    previous: "Previous",
    next: "Next",
    ofMinimum: { "raised of \($0) (\($1)%)" },
    meter: { "\($0) raised of a minimum of \($1), \($2) per cent" })
}
