// Every migration in order; a new one is a new file and a new line here.

/// The schema's steps.
package enum Migrations {
  /// In the order of their numbers.
  package static let all: [Migration] = [
    .identity, .work, .participation, .funding, .money, .reconciliation, .sandbox, .desk,
    .settling, .returning, .cardProviders, .proof, .queuePause, .payingOut, .savedCards,
    .movingIn, .cardTries, .saml, .matchFunds, .sendingAgain, .cardMarks, .counting,
    .secondFactor, .invitation, .ownedMovements, .credentials, .standIn, .passkeys, .campaignFees,
    .moneyEnvironment, .paidTwice, .boundSignIn, .sealedTaxCodes, .phases, .proposals,
  ]
}
