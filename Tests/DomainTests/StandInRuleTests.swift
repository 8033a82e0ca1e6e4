// What may be done in somebody's place, written out, and whose roles are reached.
import Domain
import Testing

@Suite struct StandInRuleTests {
  @Test func `in somebody's place one looks, and does little else`() {
    let done = Act.allCases.filter { $0.isPossibleInPlace && !$0.isReading }
    #expect(
      Set(done) == [
        .createCampaign, .editCampaign, .submitCampaign, .postUpdate, .recordDelivery,
        .editPickUps, .endStandIn,
      ])
    let at = PermissionTests.at
    let all = Role.allCases.map {
      Grant(
        id: Grant.ID(at: at, random: [UInt8](repeating: 3, count: 10)),
        person: PermissionTests.person, role: $0, scope: .platform, by: nil, at: at)
    }
    let actor = Actor.standIn(for: PermissionTests.person, grants: all, by: PermissionTests.person)
    for act in Act.allCases {
      #expect(actor.may(act, on: .platform) == act.isPossibleInPlace, "\(act)")
      #expect(actor.mayAnywhere(act) == act.isPossibleInPlace, "\(act)")
    }
    #expect(!actor.hasProved(at: at) && !actor.proved(at: at).hasProved(at: at))
  }

  @Test func `a role is reached by who holds it there or on the whole platform`() {
    let at = PermissionTests.at
    func grant(_ role: Role, _ scope: Scope) -> Grant {
      Grant(
        id: Grant.ID(at: at, random: [UInt8](repeating: 4, count: 10)),
        person: PermissionTests.person, role: role, scope: scope, by: nil, at: at)
    }
    let theirs = [
      grant(.campaignOwner, .campaign("cmp_1")), grant(.fulfilment, .campaign("cmp_1")),
      grant(.treasurer, .platform), grant(.voter, .process("prc_1")),
    ]
    let own = [
      grant(.administrator, .platform), grant(.campaignOwner, .platform),
      grant(.fulfilment, .campaign("cmp_2")), grant(.treasurer, .organisation("org_1")),
    ]
    let reached = StandIn.reach(of: theirs, within: own)
    #expect(reached.map(\.role) == [.campaignOwner, .voter])
    #expect(StandIn.reach(of: theirs, within: theirs) == theirs)
    #expect(StandIn.reach(of: [], within: []) == [])
  }
}
