// The form by which votes come in: a file, a pasted table, or a file that was checked before.
import Domain
import Foundation
import Phrases
import Services

/// What was sent; `file` is nil when there were problems.
struct VotesForm {
  /// A checked file travels in the page up to this size; a larger one is chosen again.
  static let carriedBytesMax = 4 * 1024 * 1024

  let file: VoteFile?
  let winners: RankingRule.Winners
  let reason: String
  /// Whether only a look was asked for.
  let isCheck: Bool
  let problems: [FieldProblem]

  init(_ body: FormBody, _ language: Language) {
    let say = FacilitatorPhrases[language]
    var reader = FormReader(body, language)
    let code = reader.optionalText("constituency", say.constituencyLabel)
    reason = reader.optionalText("reason", say.reasonLabel, max: 1000)
    isCheck = body.text("act") == "check"
    let places = body.text("winners")
    if places.isEmpty {
      winners = .all
    } else if let number = Int(places), (1...VoteFileLimits.projectsMax).contains(number) {
      winners = .first(number)
    } else {
      winners = .all
      reader.refuse("winners", "not-a-number", say.winnersWrong)
    }
    var name = ""
    var bytes: [UInt8] = []
    if let sent = body.file("file") {
      (name, bytes) = (sent.name, sent.bytes)
    } else if let carried = Data(base64Encoded: body.text("carried")), !carried.isEmpty {
      (name, bytes) = (body.text("carried-name"), Array(carried))
    } else if !body.text("text").isEmpty {
      let text = body.text("text")
      (name, bytes) = (text.hasPrefix("[") ? "tabella.json" : "tabella.csv", Array(text.utf8))
    } else {
      reader.refuse("file", "required", say.nothingSent)
    }
    let format = VoteFile.format(ofName: name)
    if !bytes.isEmpty, format == nil { reader.refuse("file", "unknown-ending", say.unknownEnding) }
    problems = reader.problems
    file =
      if problems.isEmpty, let format {
        VoteFile(name: name, format: format, constituency: code, bytes: bytes)
      } else {
        nil
      }
  }
}
