// The use cases of phases, together: what the wiring gives to screens and job.
package import Store

package struct PhaseServices: Sendable {
  package let read: ReadPhases
  package let edit: EditPhase
  package let budgets: SetBudgets
  package let turn: TurnPhase
  package let turnDue: TurnPhases
  package let census: KeepCensus

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    read = ReadPhases(database: database)
    edit = EditPhase(database: database, clock: clock, entropy: entropy)
    budgets = SetBudgets(database: database, clock: clock, entropy: entropy)
    turn = TurnPhase(database: database, clock: clock, entropy: entropy)
    turnDue = TurnPhases(database: database, clock: clock, entropy: entropy)
    census = KeepCensus(database: database, clock: clock, entropy: entropy)
  }
}
