// `spid metadata`, `spid check`, `spid certificate`: what an operator needs to join the federation.
import ArgumentParser
import Config
import Domain
import Foundation
import SAML
import Services
import Store

struct SpidCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spid", abstract: "SPID and CIE: metadata, keys and what ends soon.",
    subcommands: [Metadata.self, Check.self, MakeCertificate.self])

  struct Metadata: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints our signed metadata, as the federation wants it.",
      discussion: "Example: raccolto spid metadata > metadata.xml")

    @Flag(help: "The metadata for CIE, where both schemes are used.") var cie = false

    func run() async throws {
      let cie = cie
      let xml = try await CLI.run {
        let settings = try await Wiring.settings()
        let database = try await Wiring.open(settings)
        let federation = try Wiring.federation(settings, database)
        await database.close()
        return try federation.metadata(of: cie ? .cie : Wiring.federationScheme(settings))
      }
      guard let xml else {
        say("There is no such entity. Consider RACCOLTO_CIE_IDP_METADATA.")
        throw Ending.refused
      }
      FileHandle.standardOutput.write(Data(xml))
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads the providers anew and names certificates that end soon.",
      discussion: "Example: raccolto spid check --json")

    @Flag(help: "Print JSON.") var json = false

    private struct Report: Encodable {
      struct Provider: Encodable {
        let entityID: String
        let name: String
        let scheme: String
        let keys: Int
      }
      let providers: [Provider]
      let problems: [String]
      let endingSoon: [String]
    }

    func run() async throws {
      let report = try await CLI.run {
        let settings = try await Wiring.settings()
        let database = try await Wiring.openMigrated(settings, Wiring.logger(settings))
        let federation = try Wiring.federation(settings, database)
        let problems = try await federation.book.refresh()
        let providers = try await federation.book.providers().map {
          Report.Provider(
            entityID: $0.entityID, name: $0.name, scheme: $0.scheme.rawValue,
            keys: $0.certificates.count)
        }
        let ending = try await federation.tend.endingCertificates().map {
          "\($0.owner) on \($0.expiresAt.rfc3339)"
        }
        await database.close()
        return Report(providers: providers, problems: problems, endingSoon: ending)
      }
      if json {
        try printJSON(report)
      } else {
        for provider in report.providers {
          print("\(provider.scheme)\t\(provider.entityID)\t\(provider.name)\t\(provider.keys) keys")
        }
        for problem in report.problems { print("cannot be read\t\(problem)") }
        for ending in report.endingSoon { print("ends soon\t\(ending)") }
      }
      if !report.problems.isEmpty || !report.endingSoon.isEmpty { throw Ending.warnings }
    }
  }

  struct MakeCertificate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "certificate",
      abstract: "Makes a key and a certificate by AgID's profile, signed by itself.",
      discussion: """
        Example: raccolto spid certificate --into keys

        Public bodies may use it; private ones ask AgID for a federation certificate. Refuses to
        write over a file that exists.
        """)

    @Option(help: "The folder that gets key.pem and certificate.pem.") var into: String

    func run() async throws {
      let folder = URL(filePath: into)
      try await CLI.run {
        let files = ["key.pem", "certificate.pem"].map { folder.appending(path: $0) }
        for file in files where FileManager.default.fileExists(atPath: file.path) {
          throw Fault("\(file.path) exists: nothing was written")
        }
        let made = try Wiring.developmentCertificate(try await Wiring.settings())
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard
          FileManager.default.createFile(
            atPath: files[0].path, contents: Data(made.key.utf8),
            attributes: [.posixPermissions: 0o600])
        else { throw Fault("\(files[0].path) cannot be written") }
        try Data(made.pem.utf8).write(to: files[1])
        say("Written: \(files[0].path) (keep it secret) and \(files[1].path)")
      }
    }
  }
}
