// The published proof: heads, mails to auditors, and what others' programs say of our exports.
import Domain
import Foundation
import Literals
import Services
import Store
import Support
import Testing

@Suite struct `The ledger's proof` {
  /// Days with money of every kind, each entry under its own day.
  private func kept(_ database: Database) async throws -> ProofWorld {
    let world = try await ProofWorld(database)
    try await world.live()
    return world
  }

  @Test(arguments: TestEngine.all)
  func `publishes one head a day and mails it to every auditor`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await kept(database)
      try await world.makeAuditor()
      let publish = world.proof.publishHead
      world.clock.now = ProofWorld.end + .hours(1)
      #expect(try await publish() == 1)
      #expect(try await publish() == 0)
      world.clock.now = world.clock.now + .days(2)
      #expect(try await publish() == 2)
      let (heads, last) = try await world.proof.read.heads()
      #expect(heads.count == 3)
      #expect(Set(heads.map(\.hash)) == [try #require(last).hash])
      let mails = try await database.read { try $0.mails() }.map(\.to.text)
      #expect(mails.filter { $0 == "revisora@esempio.it" }.count == 3)
      let report = try await VerifyLedger(database: database)(known: heads[2].hash)
      #expect(report.findings == [] && report.unsealed == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `bean-check, hledger and an independent program accept the export`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await kept(database)
      try await world.proof.seal()
      let beancount = try await world.export(.beancount)
      _ = try Oracle.run(Oracle.python.beside("bean-check"), [beancount.path()])
      let hledger = try await world.export(.hledger)
      let check = ["-f", hledger.path(), "check", "accounts", "commodities", "ordereddates"]
      _ = try Oracle.run(URL(filePath: "/usr/bin/hledger"), check)

      // A cent more in one posting, and both refuse.
      for (file, program, arguments) in [
        (beancount, Oracle.python.beside("bean-check"), [beancount.path()]),
        (hledger, URL(filePath: "/usr/bin/hledger"), check),
      ] {
        let text = try String(contentsOf: file, encoding: .utf8)
        let wrong = text.replacing(" 10.00 EUR", with: " 10.01 EUR", maxReplacements: 1)
        #expect(wrong != text)
        try wrong.write(to: file, atomically: true, encoding: .utf8)
        #expect(throws: (any Error).self) { try Oracle.run(program, arguments) }
      }

      let table = try Data(contentsOf: try await world.export(.csv))
      let answer = try JSONDecoder().decode(
        ChainAnswer.self, from: try Oracle.answer(of: "chain.py", to: table))
      #expect(answer.wrong == [] && answer.entries == answer.sealed && answer.entries > 5)
      let balances = try await database.read { try $0.accountsInUse() }
      #expect(
        answer.sums
          == Dictionary(uniqueKeysWithValues: balances.map { ($0.code, $0.cents) }))
      #expect(answer.sums.values.reduce(0, +) == 0)
    }
  }
  private struct ChainAnswer: Decodable {
    let entries: Int
    let sealed: Int
    let wrong: [String]
    let sums: [String: Int64]
  }

  @Test(arguments: TestEngine.all)
  func `the documented recipe finds a pledge in the published ledger`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await kept(database)
      try await world.proof.seal()
      world.clock.now = ProofWorld.end + .hours(1)
      try await world.proof.publishHead()
      let read = world.proof.read
      let proof = try #require(try await read.pledge("key \(world.money.payments[0].pledge)"))
      let entry = try #require(proof.entries.first)
      let block = try #require(proof.block(of: entry))
      let head = try #require(block.head)
      let chain = try #require(try await read.chain(from: block.block.number))
      let folder = URL.temporaryDirectory.appending(path: "proof-\(world.money.campaign)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = folder.appending(path: name)
        try Data(bytes).write(to: url)
        return url.path()
      }
      let program = try file("verify.py", Array(recipe().utf8))
      let own = try file("scrittura.bin", entry.record.canonical)
      let list = try file("elenco.bin", block.list)
      let heads = try file("catena.bin", chain)
      func verify(_ entry: String) throws -> Data {
        try Oracle.run(
          Oracle.python, [program, entry, list, heads, head.hash.description])
      }
      let said = String(decoding: try verify(own), as: UTF8.self)
      #expect(said.contains(entry.seal?.hash ?? "no seal"))
      let sum = try Oracle.run(URL(filePath: "/usr/bin/sha256sum"), [own])
      #expect(String(decoding: sum, as: UTF8.self).hasPrefix(entry.seal?.hash ?? "no seal"))

      var other = entry.record.canonical
      other[other.count - 1] ^= 1
      let forged = try file("altra.bin", other)
      #expect(throws: OracleFailure.self) { try verify(forged) }
    }
  }
  /// The program in Docs/VERIFYING.md.
  private func recipe() throws -> String {
    let page = try String(
      contentsOf: Oracle.root.appending(path: "Docs/VERIFYING.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "```")
    let program = try #require(parts.first { $0.hasPrefix("python\n") })
    return String(program.dropFirst("python\n".count))
  }

  @Test(arguments: TestEngine.all)
  func `a campaign's published ledger lists the hashes that donors know`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await kept(database)
      try await world.proof.seal()
      let slug = try #require(
        try await database.read { try $0.campaign(world.money.campaign) }?.slug)
      let found = try #require(try await world.proof.read.campaign(slug))
      let proof = try #require(
        try await world.proof.read.pledge("key \(world.money.payments[1].pledge)"))
      let own = Set(proof.entries.compactMap { $0.seal?.hash })
      #expect(found.rows.filter { own.contains($0.seal?.hash ?? "") }.count == 1)
      let raised = try await database.read { try $0.raised(by: world.money.campaign) }
      #expect(found.rows.reduce(Money.zero) { $0 + $1.amount } == raised)
    }
  }
}

extension URL {
  /// Another program in the same folder.
  func beside(_ name: String) -> URL { deletingLastPathComponent().appending(path: name) }
}
