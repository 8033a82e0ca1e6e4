// Puts work for later into the transaction that asks for it.
import Domain
import Store

extension Transaction {
  /// Enqueues a task. Of one kind and subject only one waits or runs; false when there is one.
  @discardableResult
  func enqueue(_ task: QueuedTask, _ stamp: Stamp, notBefore: Instant? = nil) throws -> Bool {
    var new = NewTask(
      id: stamp.entropy.id(at: stamp.now),
      StoredTask.Work(
        queue: task.queue.rawValue, kind: task.kind.rawValue, arguments: task.arguments),
      at: stamp.now, uniqueKey: task.subject)
    if let notBefore { new.runAt = notBefore }
    return try enqueue(new)
  }
}

extension QueuedTask {
  /// As JSON. Subjects are ids and names of ours: letters, digits and underscores.
  package var arguments: String { "{\"subject\":\"\(subject)\"}" }

  /// The subject that `arguments` holds; nil for anything else.
  package static func subject(of arguments: String) -> String? {
    let frame = ("{\"subject\":\"", "\"}")
    guard arguments.hasPrefix(frame.0), arguments.hasSuffix(frame.1) else { return nil }
    return String(arguments.dropFirst(frame.0.utf8.count).dropLast(frame.1.utf8.count))
  }
}
