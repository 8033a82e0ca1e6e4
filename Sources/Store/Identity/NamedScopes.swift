// Where roles can be held, by name.
package import Domain
import Literals

extension Transaction {
  /// A place by its name; nil for the platform, and for places that are not known.
  package func namedScope(_ scope: Scope) throws -> NamedScope? {
    let names: SQL
    switch scope {
    case .platform: return nil
    case .organisation(let id):
      names = "SELECT name AS name_it, '' AS name_en FROM organisation WHERE id = \(id)"
    case .process(let id):
      names = "SELECT title_it AS name_it, title_en AS name_en FROM process WHERE id = \(id)"
    case .campaign(let id):
      names = "SELECT title_it AS name_it, title_en AS name_en FROM campaign WHERE id = \(id)"
    }
    return try first(names) {
      NamedScope(scope, it: try $0("name_it"), en: try $0("name_en"))
    }
  }

  /// Organisations, processes and campaigns by name, those of a kind together.
  package func namedScopes(limit: Int) throws -> [NamedScope] {
    try rows(
      """
      SELECT 'organisation' AS kind, id, name AS name_it, '' AS name_en FROM organisation
       UNION ALL
      SELECT 'process' AS kind, id, title_it AS name_it, title_en AS name_en FROM process
       UNION ALL
      SELECT 'campaign' AS kind, id, title_it AS name_it, title_en AS name_en FROM campaign
       ORDER BY kind, name_it
       LIMIT \(limit)
      """
    ) { row in
      guard let scope = Scope(try row("kind"), id: try row("id")) else {
        throw Fault("a place without an id")
      }
      return NamedScope(scope, it: try row("name_it"), en: try row("name_en"))
    }
  }
}
