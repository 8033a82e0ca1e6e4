// Everything that needs permission, in one closed list, and who may do it.

/// An act that not everybody may do. Use cases first ask `actor.may(act, on: place)`.
package enum Act: String, CaseIterable, Sendable, Codable {
  // Identity
  case signIn, endSession, addPerson, grantRole, revokeRole, readPeople, readAudit
  case enrolFactor, removeFactor, resetFactor
  case invitePerson, acceptInvitation, standIn, endStandIn
  case addCredential, removeCredential, decideConflict
  // Participation
  case readOrganisations, addOrganisation, addProcess
  case readProcess, importVotes, resolveTie, certifyRanking, withdrawProject
  case managePhases, keepCensus
  case readProposals, moderateProposal, propose, recordAssembly
  // Funding
  case createCampaign, readDraft, editCampaign, submitCampaign, reviewCampaign, pauseCampaign
  case closeCampaign, cancelCampaign, postUpdate, readBackers, exportBackers
  /// `placePledge` is all that backers do with a pledge of their own: place it, pay, take it back.
  case placePledge, readPledge, cancelPledge, enterOfflinePledge
  // Money
  case readPayments, refundPayment, answerDispute, readLedger, postCorrection
  case proposePayout, approvePayout, manageMatchFunds, closeException
  // Reconciliation
  case readStatements, importStatement, matchLine, discardLine, closePeriod
  // Fulfilment
  case readDeliveries, recordDelivery, editPickUps
  // The machine
  case readToday, readWebhooks, replayWebhook, readJobs, retryJob, pauseQueue, readMail
  case readSettings
}

extension Act {
  /// Whether this only looks. An auditor may do every reading act and no other.
  package var isReading: Bool {
    switch self {
    case .readPeople, .readAudit, .readOrganisations, .readProcess, .readProposals, .readDraft,
      .readBackers,
      .readPledge,
      .readPayments, .readLedger, .readStatements, .readDeliveries, .readToday, .readWebhooks,
      .readJobs, .readMail, .readSettings:
      true
    case .signIn, .endSession, .enrolFactor, .removeFactor, .resetFactor, .addCredential,
      .removeCredential, .decideConflict, .invitePerson, .acceptInvitation, .standIn,
      .endStandIn, .addPerson, .grantRole,
      .revokeRole, .addOrganisation, .addProcess,
      .importVotes, .resolveTie,
      .certifyRanking, .withdrawProject, .managePhases, .keepCensus,
      .moderateProposal, .propose, .recordAssembly,
      .createCampaign, .editCampaign, .submitCampaign, .reviewCampaign, .pauseCampaign,
      .closeCampaign, .cancelCampaign, .postUpdate, .exportBackers, .placePledge, .cancelPledge,
      .enterOfflinePledge, .refundPayment, .answerDispute, .postCorrection, .proposePayout,
      .approvePayout, .manageMatchFunds, .closeException, .importStatement, .matchLine,
      .discardLine, .closePeriod,
      .recordDelivery,
      .editPickUps, .replayWebhook, .retryJob, .pauseQueue:
      false
    }
  }

  /// The roles that allow this act where they are held, the auditor's reading apart.
  package var roles: Set<Role> {
    switch self {
    case .addPerson, .grantRole, .revokeRole, .readPeople, .readAudit, .readSettings, .readMail,
      .readOrganisations, .addOrganisation, .resetFactor, .decideConflict, .invitePerson,
      .standIn:
      [.administrator]
    case .readProcess: [.administrator, .facilitator, .reviewer, .mediator]
    case .importVotes, .resolveTie, .certifyRanking, .withdrawProject, .managePhases, .keepCensus:
      [.facilitator]
    case .readProposals: [.facilitator, .mediator, .administrator]
    case .moderateProposal, .recordAssembly: [.facilitator, .mediator]
    case .addProcess, .createCampaign: [.facilitator, .administrator]
    case .readDraft: [.campaignOwner, .reviewer, .administrator, .facilitator]
    case .editCampaign, .submitCampaign, .postUpdate: [.campaignOwner]
    case .reviewCampaign: [.reviewer]
    case .pauseCampaign: [.reviewer, .administrator]
    case .closeCampaign: [.administrator, .treasurer]
    case .cancelCampaign: [.campaignOwner, .administrator]
    case .readBackers: [.campaignOwner, .fulfilment, .treasurer, .mediator]
    case .exportBackers: [.campaignOwner, .treasurer]
    case .placePledge, .propose, .signIn, .endSession, .enrolFactor, .removeFactor, .addCredential,
      .removeCredential, .acceptInvitation, .endStandIn:
      Set(Role.allCases)
    case .readPledge: [.treasurer, .mediator, .campaignOwner]
    case .cancelPledge: [.treasurer]
    case .enterOfflinePledge: [.campaignOwner, .treasurer]
    case .readPayments, .readLedger: [.treasurer, .administrator]
    case .readStatements: [.treasurer]
    case .refundPayment, .answerDispute, .postCorrection, .proposePayout, .approvePayout,
      .manageMatchFunds, .closeException, .importStatement, .matchLine, .discardLine,
      .closePeriod:
      [.treasurer]
    case .readDeliveries, .recordDelivery: [.fulfilment, .campaignOwner]
    case .editPickUps: [.campaignOwner]
    case .readToday: [.administrator, .treasurer, .reviewer, .facilitator]
    case .readWebhooks, .readJobs, .replayWebhook, .retryJob: [.administrator, .treasurer]
    case .pauseQueue: [.administrator]
    }
  }

  /// Whether anybody may, signed in or not: the object itself says whose it is.
  package var isOpen: Bool { self == .placePledge || self == .signIn }
}
