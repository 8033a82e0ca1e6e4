// The PROJECTS section: one project a row.

extension PabulibReader {
  mutating func readProjects(
    under meta: PabulibFile.Meta, _ bounds: PabulibBounds
  ) throws(VoteFileRefusal) -> [PabulibProject] {
    let header = try enter(.projects)
    let columns = try ProjectColumns(header)
    var projects: [PabulibProject] = []
    var lines: [ExternalID: Int] = [:]
    while try advance(under: header) {
      let project = try project(in: columns)
      if let firstLine = lines.updateValue(text.line, forKey: project.id) {
        throw VoteFileRefusal(
          line: text.line, column: "project_id", found: project.id.text,
          .projectRepeated(firstLine: firstLine))
      }
      guard projects.count < VoteFileLimits.projectsMax else {
        throw VoteFileRefusal(
          line: text.line, .tooManyProjects(max: VoteFileLimits.projectsMax))
      }
      if project.isWithdrawn {
        warnings.note(.projectWithdrawn(project.id), line: text.line)
      } else if project.cost > meta.budget {
        warnings.note(.costAboveBudget(project.id), line: text.line)
      }
      projects.append(project)
    }
    guard !projects.isEmpty else { throw VoteFileRefusal(line: text.line, .noProjects) }
    guard bounds.projects == projects.count else {
      throw VoteFileRefusal(
        line: text.line, column: "num_projects",
        .countDiffers(declared: bounds.projects, found: projects.count))
    }
    return projects
  }

  private func project(in columns: ProjectColumns) throws(VoteFileRefusal) -> PabulibProject {
    let written = columns.id < text.cells.count ? text.cells[columns.id] : []
    guard !written.isEmpty else {
      throw VoteFileRefusal(line: text.line, column: "project_id", .valueMissing)
    }
    guard let id = ExternalID(written.text) else {
      throw VoteFileRefusal(
        line: text.line, column: "project_id", cell: written,
        .idTooLong(sizeBytesMax: ExternalID.sizeBytesMax))
    }
    let name = cell(columns.name).text
    return PabulibProject(
      id: id, cost: try number(cell(columns.cost), in: "cost"),
      name: name.isEmpty ? id.text : name, summary: cell(columns.summary).text,
      selected: try optional(columns.selected, named: "selected"),
      declaredVotes: try optional(columns.votes, named: "votes"),
      declaredScore: try optional(columns.score, named: "score"),
      groups: columns.groups.mapValues { cell($0).text }.filter { !$0.value.isEmpty },
      line: text.line)
  }

  private func optional(_ column: Int?, named name: String) throws(VoteFileRefusal) -> Int64? {
    let cell = cell(column)
    return cell.isEmpty ? nil : try number(cell, in: name)
  }

  /// Notes where the file's own totals are not what its ballots give.
  mutating func compareColumns(
    of projects: [PabulibProject], with ballots: Ballots, under meta: PabulibFile.Meta
  ) {
    let tallies = PabulibFile.tallies(of: ballots, for: projects.count, under: meta)
    for (project, tally) in zip(projects, tallies) {
      if let declared = project.declaredVotes, declared != tally.supporters {
        warnings.note(
          .votesDiffer(project: project.id, declared: declared, counted: tally.supporters),
          line: project.line)
      }
      if let declared = project.declaredScore, declared != tally.score {
        warnings.note(
          .scoreDiffers(project: project.id, declared: declared, counted: tally.score),
          line: project.line)
      }
    }
  }
}

private struct ProjectColumns {
  let id: Int
  let cost: Int
  let name: Int?
  let summary: Int?
  let selected: Int?
  let votes: Int?
  let score: Int?
  let groups: [Profile.GroupColumn: Int]

  init(_ header: Header) throws(VoteFileRefusal) {
    id = try header.require("project_id")
    cost = try header.require("cost")
    name = header.index(of: "name")
    summary = header.index(of: "description")
    selected = header.index(of: "selected")
    votes = header.index(of: "votes")
    score = header.index(of: "score")
    var groups: [Profile.GroupColumn: Int] = [:]
    for column in Profile.GroupColumn.allCases {
      groups[column] = header.index(of: column.rawValue)
    }
    self.groups = groups
  }
}
