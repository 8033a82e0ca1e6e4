// The use cases of the ledger's proof, made once by the wiring.
package import Store

/// Sealing, publishing, reading and exporting what the ledger is held against.
package struct ProofServices: Sendable {
  package let seal: SealLedger
  package let publishHead: PublishHead
  package let read: ReadProof

  package init(
    database: Database, clock: WallClock, entropy: Entropy, letters: HeadLetters
  ) {
    seal = SealLedger(database: database, clock: clock)
    publishHead = PublishHead(
      database: database, clock: clock, entropy: entropy, letters: letters)
    read = ReadProof(database: database)
  }
}
