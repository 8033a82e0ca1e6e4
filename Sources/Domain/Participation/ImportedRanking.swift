// A result that somebody else counted: rows of totals, out of CSV or JSON, gathered and checked.

/// Totals as CSV and JSON write them; both become the same `VoteResult`.
enum ImportedRanking {}

/// One row, whatever it was written in.
struct ImportedRow {
  var line: Int
  var constituency = ""
  var position: Int64?
  var id: ExternalID
  var name = ""
  var summary = ""
  var votes: Int64
  var cost: Money?
  var voters: Int64?
  var standing = VoteEntry.Standing.voted
}

extension ImportedRanking {
  /// The columns of CSV and the fields of JSON; CSV headers may also be the Italian words.
  enum Column: String, CaseIterable {
    case constituency, position, name, summary, votes, cost, voters, status
    case id = "project_id"
    case mergedInto = "merged_into"

    var italian: String {
      switch self {
      case .constituency: "collegio"
      case .position: "posizione"
      case .name: "titolo"
      case .summary: "descrizione"
      case .votes: "voti"
      case .cost: "costo"
      case .voters: "votanti"
      case .status: "stato"
      case .id: "codice"
      case .mergedInto: "unito_a"
      }
    }
  }

  /// `voted` (also empty), `withdrawn`, `merged`, or the same in Italian.
  static func standing(
    _ status: String, mergedInto: String, line: Int
  ) throws(VoteFileRefusal) -> VoteEntry.Standing {
    switch status.lowercased() {
    case "", "voted", "votato": return .voted
    case "withdrawn", "ritirato": return .withdrawn
    case "merged", "unito":
      guard let target = ExternalID(mergedInto) else {
        throw VoteFileRefusal(line: line, column: Column.mergedInto.rawValue, .valueMissing)
      }
      return .merged(into: target)
    case _:
      throw VoteFileRefusal(
        line: line, column: Column.status.rawValue, found: status, .unknownStatus)
    }
  }

  static func id(_ text: String, line: Int) throws(VoteFileRefusal) -> ExternalID {
    guard !text.isEmpty else {
      throw VoteFileRefusal(line: line, column: Column.id.rawValue, .valueMissing)
    }
    guard let id = ExternalID(text) else {
      throw VoteFileRefusal(
        line: line, column: Column.id.rawValue, found: text,
        .idTooLong(sizeBytesMax: ExternalID.sizeBytesMax))
    }
    return id
  }

  /// Amounts as people type them: `20000`, `12.500,00`.
  static func cost(_ text: String, line: Int) throws(VoteFileRefusal) -> Money {
    do throws(MoneyInputRefusal) {
      return try Money(typed: text)
    } catch {
      throw VoteFileRefusal(line: line, column: Column.cost.rawValue, found: text, .notAnAmount)
    }
  }

  static func result(of rows: [ImportedRow]) throws(VoteFileRefusal) -> VoteResult {
    guard let first = rows.first else { throw VoteFileRefusal(line: 1, .noProjects) }
    guard rows.count <= VoteFileLimits.projectsMax else {
      throw VoteFileRefusal(line: first.line, .tooManyProjects(max: VoteFileLimits.projectsMax))
    }
    var names: [ExternalID?] = []
    var groups: [[ImportedRow]] = []
    for row in rows {
      let name = ExternalID(row.constituency)
      if let index = names.firstIndex(of: name) {
        groups[index].append(row)
      } else {
        names.append(name)
        groups.append([row])
      }
    }
    var warnings = VoteFileWarnings()
    var results: [ConstituencyResult] = []
    for group in groups {
      results.append(try constituency(of: group))
      comparePositions(in: group, &warnings)
    }
    return VoteResult(measure: .votes, constituencies: results, warnings: warnings.all)
  }

  private static func constituency(
    of rows: [ImportedRow]
  ) throws(VoteFileRefusal) -> ConstituencyResult {
    var lines: [ExternalID: Int] = [:]
    var voters: Int64?
    for row in rows {
      if let firstLine = lines.updateValue(row.line, forKey: row.id) {
        throw VoteFileRefusal(
          line: row.line, column: Column.id.rawValue, found: row.id.text,
          .projectRepeated(firstLine: firstLine))
      }
      guard let stated = row.voters else { continue }
      if let earlier = voters, earlier != stated {
        throw VoteFileRefusal(
          line: row.line, column: Column.voters.rawValue, found: String(stated),
          .votersDiffer(first: earlier))
      }
      voters = stated
    }
    for row in rows {
      if let voters, row.votes > voters {
        throw VoteFileRefusal(
          line: row.line, column: Column.votes.rawValue, found: String(row.votes),
          .moreVotesThanVoters(voters: voters))
      }
      if case .merged(let target) = row.standing, target == row.id || lines[target] == nil {
        throw VoteFileRefusal(
          line: row.line, column: Column.mergedInto.rawValue, found: target.text, .unknownProject)
      }
    }
    let entries = rows.map { row in
      VoteEntry(
        id: row.id,
        described: .init(
          title: row.name.isEmpty ? row.id.text : row.name, summary: row.summary, cost: row.cost),
        score: row.votes, standing: row.standing)
    }
    return ConstituencyResult(
      code: rows.first?.constituency ?? "", voters: voters, entries: entries)
  }

  /// Notes positions that the votes beside them contradict.
  private static func comparePositions(
    in rows: [ImportedRow], _ warnings: inout VoteFileWarnings
  ) {
    let ranked = rows.filter { $0.standing == .voted }
    for row in ranked {
      let above = ranked.count { $0.votes > row.votes }
      let level = ranked.count { $0.votes == row.votes }
      guard let declared = row.position,
        !(Int64(above + 1)...Int64(above + level)).contains(declared)
      else { continue }
      warnings.note(
        .positionDiffers(project: row.id, declared: declared, counted: above + 1), line: row.line)
    }
  }
}
