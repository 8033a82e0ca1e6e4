// A question of the desk: who may ask it, and the statements that answer it.
package import Domain
import Store

/// Answers only who may ask: to others the question does not exist.
package struct DeskQuestion<Asked: Sendable, Answer: Sendable>: Sendable {
  /// What the asker has to be allowed to do.
  package let act: Act
  let database: Database
  let answer: @Sendable (Transaction, Asked) throws -> Answer?

  init(
    _ act: Act, _ database: Database,
    _ answer: @escaping @Sendable (Transaction, Asked) throws -> Answer?
  ) {
    (self.act, self.database, self.answer) = (act, database, answer)
  }

  /// Nil when the asker may not ask, or what is asked for does not exist: the two look the same.
  package func callAsFunction(_ asked: Asked, by actor: Actor) async throws -> Answer? {
    guard actor.may(act, on: .platform) else { return nil }
    let answer = answer
    return try await database.read { tx in try answer(tx, asked) }
  }
}
