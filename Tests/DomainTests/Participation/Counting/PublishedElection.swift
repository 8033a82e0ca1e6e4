// An election counted and published, and what Pabulib's checker says of it.
import Domain
import Foundation
import Support
import Testing

enum PublishedElection {
  /// The outcome under these parameters, with the file that everyone may have.
  static func of(
    _ original: [UInt8], _ parameters: CountParameters
  ) throws -> (vote: PublishedVote, outcome: CountOutcome) {
    let outcome = try parameters.count(Profile(try PabulibFile(original)))
    let vote = try PublishedVote(
      original, counted: outcome, under: parameters, names: ["country": "Italy", "unit": "Bollate"])
    return (vote, outcome)
  }
  /// What Pabulib's checker says against them, with the file.
  static func complaints(_ texts: [String]) throws -> [String] {
    let output = try Oracle.answer(of: "pabulib_check.py", to: try JSONEncoder().encode(texts))
    let found = try JSONDecoder().decode([[String: [String: String]]].self, from: output)
    #expect(found.count == texts.count)
    return zip(found, texts).flatMap { errors, text in
      errors.map { "\($0.key): \($0.value.values.joined(separator: "; "))\n\(text)" }
    }
  }
}
