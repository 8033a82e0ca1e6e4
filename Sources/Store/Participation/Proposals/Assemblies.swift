// The tables of assemblies and of the delegates they name.
package import Domain
import Literals

extension Transaction {
  /// Writes a new assembly; `key` is the form's.
  package func insert(_ assembly: Assembly, key: String, at now: Instant) throws {
    try execute(
      """
      INSERT INTO assembly (id, process_id, constituency_id, title, held_on, place, present,
                            minutes, form_key, created_at)
           VALUES (\(assembly.id), \(assembly.process), \(assembly.constituency),
                   \(assembly.title), \(assembly.heldOn), \(assembly.place), \(assembly.present),
                   \(assembly.minutes), \(key), \(now))
      """)
  }
  /// Writes what an assembly says of itself.
  package func update(_ assembly: Assembly) throws {
    try execute(
      """
      UPDATE assembly
         SET constituency_id = \(assembly.constituency), title = \(assembly.title),
             held_on = \(assembly.heldOn), place = \(assembly.place),
             present = \(assembly.present), minutes = \(assembly.minutes)
       WHERE id = \(assembly.id)
      """)
  }
  /// One assembly.
  package func assembly(_ id: Assembly.ID) throws -> Assembly? {
    try first(
      "SELECT \(fragment: assemblyColumns) FROM assembly WHERE id = \(id)",
      as: Assembly.init(row:))
  }
  /// The assembly that a form made.
  package func assembly(madeWith key: String) throws -> Assembly? {
    try first(
      "SELECT \(fragment: assemblyColumns) FROM assembly WHERE form_key = \(key)",
      as: Assembly.init(row:))
  }
  /// The assemblies of a process, the latest first.
  package func assemblies(of process: Process.ID) throws -> [Assembly] {
    try rows(
      """
      SELECT \(fragment: assemblyColumns)
        FROM assembly
       WHERE process_id = \(process)
       ORDER BY held_on DESC, id DESC
      """, as: Assembly.init(row:))
  }

  /// Writes a delegate.
  package func insert(_ delegate: Delegate) throws {
    try execute(
      """
      INSERT INTO delegate (id, assembly_id, name)
           VALUES (\(delegate.id), \(delegate.assembly), \(delegate.name))
      """)
  }
  /// Takes a delegate off; refused by the schema where they brought a proposal on.
  package func remove(_ delegate: Delegate.ID) throws {
    try execute("DELETE FROM delegate WHERE id = \(delegate)")
  }
  /// The delegates of an assembly, by name.
  package func delegates(of assembly: Assembly.ID) throws -> [Delegate] {
    try rows(
      """
      SELECT id, assembly_id, name FROM delegate WHERE assembly_id = \(assembly) ORDER BY name, id
      """, as: Delegate.init(row:))
  }
  /// The delegates of all assemblies of a process, by name.
  package func delegates(of process: Process.ID) throws -> [Delegate] {
    try rows(
      """
      SELECT d.id, d.assembly_id, d.name
        FROM delegate d
        JOIN assembly a ON a.id = d.assembly_id
       WHERE a.process_id = \(process)
       ORDER BY d.name, d.id
      """, as: Delegate.init(row:))
  }
}

private let assemblyColumns: SQL = """
  id, process_id, constituency_id, title, held_on, place, present, minutes
  """

extension Assembly {
  fileprivate init(row: Row) throws {
    self.init(
      id: try row("id"), process: try row("process_id"), title: try row("title"),
      held: (try row("held_on"), try row("place")), present: try row("present"))
    constituency = try row("constituency_id")
    minutes = try row("minutes")
  }
}

extension Delegate {
  fileprivate init(row: Row) throws {
    self.init(id: try row("id"), of: try row("assembly_id"), name: try row("name"))
  }
}
