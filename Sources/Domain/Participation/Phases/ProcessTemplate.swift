// The templates of processes: which phases a new one has, and how long each usually takes.

/// A way to decide together, as its community knows it.
package enum ProcessTemplate: String, CaseIterable, Hashable, Sendable {
  /// BiPart's method: the support of many chooses what is worked out and then voted.
  case bipart
  /// The participatory budget of most cities.
  case classic
  /// Priorities and delegates first, projects after.
  case portoAlegre
  /// Projects of social farms, ranked by votes and purchases.
  case socialFarm
  /// Class assemblies, an open day, a vote of the whole school.
  case school
  /// The vote took place elsewhere: there is only its ranking.
  case importedRanking

  /// The phases of a new process in their order, each with its usual length in days.
  package var phases: [Step] {
    switch self {
    case .bipart:
      [
        Step(.ideas, days: 35), Step(.support, days: 14), Step(.coDesign, days: 42),
        Step(.vote, days: 7), Step(.ranking, days: 7), Step(.crowdfunding, days: 60),
      ]
    case .classic:
      [
        Step(.budget, days: 14), Step(.ideas, days: 35), Step(.projects, days: 42),
        Step(.vote, days: 14), Step(.ranking, days: 7),
      ]
    case .portoAlegre:
      [
        Step(.priorities, days: 28), Step(.delegates, days: 14), Step(.projects, days: 56),
        Step(.budget, days: 14), Step(.vote, days: 14), Step(.ranking, days: 7),
      ]
    case .socialFarm:
      [
        Step(.projects, days: 42), Step(.votesAndPurchases, days: 30), Step(.ranking, days: 7),
        Step(.crowdfunding, days: 60),
      ]
    case .school:
      [
        Step(.ideas, days: 21), Step(.support, days: 7), Step(.coDesign, days: 21),
        Step(.vote, days: 1), Step(.ranking, days: 7),
      ]
    case .importedRanking: []
    }
  }

  /// One phase of a template.
  package struct Step: Hashable, Sendable {
    package let kind: PhaseKind
    package let days: Int

    init(_ kind: PhaseKind, days: Int) {
      self.kind = kind
      self.days = days
    }
  }
}
