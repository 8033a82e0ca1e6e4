// Who may do what: the whole table of acts and roles, written out, so that a change is seen.
import Domain
import Testing

@Suite struct PermissionTests {
  static let at = Instant(milliseconds: 0)
  static let person = Person.ID(at: at, random: [UInt8](repeating: 1, count: 10))

  static func actor(_ role: Role, in scope: Scope) -> Actor {
    .person(
      person,
      grants: [
        Grant(
          id: Grant.ID(at: at, random: [UInt8](repeating: 2, count: 10)), person: person,
          role: role, scope: scope, by: nil, at: at)
      ])
  }

  /// What everybody may do who is signed in, to what is theirs.
  static let own: Set<Act> = [
    .endSession, .enrolFactor, .removeFactor, .addCredential, .removeCredential,
    .acceptInvitation, .endStandIn, .propose,
  ]

  /// The acts of each role, those open to everybody left out.
  static let table: [Role: Set<Act>] = beside.mapValues { $0.union(own) }

  private static let beside: [Role: Set<Act>] = [
    .administrator: [
      .addPerson, .invitePerson, .decideConflict, .standIn, .grantRole, .resetFactor, .revokeRole,
      .readPeople,
      .readAudit,
      .readSettings,
      .readMail, .readProcess, .createCampaign, .readDraft, .pauseCampaign, .closeCampaign,
      .cancelCampaign, .readPayments, .readLedger, .readToday, .readWebhooks, .readJobs,
      .replayWebhook, .retryJob, .pauseQueue, .readOrganisations, .addOrganisation, .addProcess,
      .readProposals,
    ],
    .treasurer: [
      .closeCampaign, .readBackers, .exportBackers, .readPledge, .cancelPledge,
      .enterOfflinePledge, .readPayments, .readLedger, .readStatements, .refundPayment,
      .answerDispute, .postCorrection, .proposePayout, .approvePayout, .importStatement, .matchLine,
      .discardLine, .closePeriod, .readToday, .readWebhooks, .readJobs, .replayWebhook, .retryJob,
      .manageMatchFunds, .closeException,
    ],
    .reviewer: [
      .readProcess, .readDraft, .reviewCampaign, .pauseCampaign, .readToday,
    ],
    .facilitator: [
      .readProcess, .importVotes, .resolveTie, .certifyRanking, .withdrawProject,
      .managePhases, .keepCensus, .readProposals, .moderateProposal, .recordAssembly,
      .createCampaign, .readDraft, .readToday, .addProcess,
    ],
    .campaignOwner: [
      .readDraft, .editCampaign, .submitCampaign, .postUpdate, .cancelCampaign,
      .readBackers, .exportBackers, .readPledge, .enterOfflinePledge, .readDeliveries,
      .recordDelivery, .editPickUps,
    ],
    .fulfilment: [.readBackers, .readDeliveries, .recordDelivery],
    .mediator: [
      .readBackers, .readPledge, .readProcess, .readProposals, .moderateProposal, .recordAssembly,
    ],
    .auditor: Set(Act.allCases.filter(\.isReading)),
    .backer: [],
    .voter: [],
  ]

  @Test(arguments: Role.allCases)
  func `a role may do exactly what the table says`(_ role: Role) {
    let actor = Self.actor(role, in: .platform)
    for act in Act.allCases where !act.isOpen {
      #expect(
        actor.may(act, on: .platform) == Self.table[role]?.contains(act), "\(role) \(act)")
    }
  }

  @Test func `anybody may pledge and ask to sign in, and nothing else`() {
    for act in Act.allCases {
      #expect(Actor.visitor.may(act, on: .platform) == (act == .placePledge || act == .signIn))
    }
  }

  @Test func `the system and the operator are refused nothing`() {
    for act in Act.allCases {
      #expect(Actor.system.may(act, on: .platform))
      #expect(Actor.operator.may(act, on: .platform))
    }
  }

  @Test func `a role reaches what lies in its scope and nothing beside it`() {
    let own = Place.campaign("cmp_1", organisation: "org_1", process: "prc_1")
    let other = Place.campaign("cmp_2", organisation: "org_2", process: "prc_2")
    for scope in [Scope.campaign("cmp_1"), .organisation("org_1"), .process("prc_1")] {
      let owner = Self.actor(.campaignOwner, in: scope)
      #expect(owner.may(.editCampaign, on: own))
      #expect(!owner.may(.editCampaign, on: other))
      #expect(!owner.may(.editCampaign, on: .platform))
      #expect(owner.mayAnywhere(.editCampaign))
    }
  }

  @Test func `who administers moves no money`() {
    let administrator = Self.actor(.administrator, in: .platform)
    for act in [Act.refundPayment, .proposePayout, .approvePayout, .matchLine, .postCorrection] {
      #expect(!administrator.may(act, on: .platform))
    }
  }

  @Test func `an auditor changes nothing`() {
    let auditor = Self.actor(.auditor, in: .platform)
    for act in Act.allCases where !act.isReading && !act.isOpen && !Self.own.contains(act) {
      #expect(!auditor.may(act, on: .platform), "\(act)")
    }
  }
}
