// Replays every story of the folder Stories on both engines and compares what came back.
// `make journeys UPDATE=1` writes the answers anew instead; the diff is then to be read.
import Foundation
import Support
import Testing

@Suite(.serialized) struct `A story` {
  static let rewrites =
    ProcessInfo.processInfo.environment["RACCOLTO_UPDATE_JOURNEYS"] == "1"

  @Test(arguments: Story.all, TestEngine.all)
  func `goes as it is told`(_ story: Story, on engine: TestEngine) async throws {
    try await RunningServer.run(on: engine, environment: ["RACCOLTO_MODE": "demo"]) { server in
      let teller = Teller(server)
      var answers: [[String]] = []
      for step in story.steps {
        let answer: [String]
        do { answer = try await teller.tell(step.text) } catch {
          Issue.record("\(story.testDescription).txt:\(step.line): \(step.text): \(error)")
          return
        }
        answers.append(answer)
        if !Self.rewrites, answer != step.answers {
          Issue.record(
            """
            \(story.testDescription).txt:\(step.line): \(step.text)
            is told as  \(step.answers)
            but went as \(answer)
            """)
        }
      }
      if Self.rewrites { try story.rewrite(answers) }
    }
  }
}
