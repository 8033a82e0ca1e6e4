// What Raccolto does by itself is told in words, whatever kinds of tasks there will be.
import Domain
import Phrases
import Services
import Testing

@Test(arguments: QueuedTask.Kind.allCases)
func `every kind of task is told in words`(kind: QueuedTask.Kind) {
  for language in Language.allCases {
    #expect(taskWord(kind.rawValue, language) != kind.rawValue, "add it to TaskWords.swift")
  }
  #expect(taskWord(kind.rawValue, .italian) != taskWord(kind.rawValue, .english))
}

@Test(arguments: QueuedTask.Queue.allCases)
func `every queue is told in words`(queue: QueuedTask.Queue) {
  #expect(queueWord(queue.rawValue, .italian) != queueWord(queue.rawValue, .english))
}
