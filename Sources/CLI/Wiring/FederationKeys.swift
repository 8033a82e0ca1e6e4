// Our key and certificates for SPID and CIE: from the settings, or made once in the data folder.
import Config
import Domain
import Foundation
import SAML

extension Wiring {
  /// The key that signs with every certificate that is published; throws a fault that says what to
  /// do when they do not belong together.
  static func federationKeys(_ settings: Settings) throws -> ServiceProvider.Keys {
    let (key, pem) = try federationPEM(settings)
    let certificates = try Certificate.all(inPEM: pem)
    guard let first = certificates.first, let read = Certificate.read(first, key: key) else {
      throw Fault(
        "RACCOLTO_SPID_CERTIFICATE holds no certificate. Consider raccolto spid certificate")
    }
    guard read.ownsKey else {
      throw Fault(
        "RACCOLTO_SPID_KEY is not the key of the first certificate of RACCOLTO_SPID_CERTIFICATE")
    }
    return ServiceProvider.Keys(privateKey: key, certificates: certificates)
  }

  private static func federationPEM(_ settings: Settings) throws -> (key: String, pem: String) {
    if let key = settings.spid.key {
      return (
        try content(key.revealed, "RACCOLTO_SPID_KEY"),
        try content(settings.spid.certificate, "RACCOLTO_SPID_CERTIFICATE")
      )
    }
    return try keptPEM(settings, "")
  }

  /// The key of the test provider, kept in the data folder.
  static func testProviderKeys(_ settings: Settings) throws -> ServiceProvider.Keys {
    let (key, pem) = try keptPEM(settings, "test-provider-")
    return ServiceProvider.Keys(privateKey: key, certificates: try Certificate.all(inPEM: pem))
  }

  /// A key and certificate of the data folder; made when they are not there.
  private static func keptPEM(
    _ settings: Settings, _ prefix: String
  ) throws -> (key: String, pem: String) {
    let folder = URL(filePath: settings.data).appending(path: "spid")
    let files = (
      folder.appending(path: "\(prefix)key.pem"),
      folder.appending(path: "\(prefix)certificate.pem")
    )
    if let key = try? String(contentsOf: files.0, encoding: .utf8),
      let pem = try? String(contentsOf: files.1, encoding: .utf8)
    {
      return (key, pem)
    }
    let made = try developmentCertificate(settings)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    guard
      FileManager.default.createFile(
        atPath: files.0.path, contents: Data(made.key.utf8),
        attributes: [.posixPermissions: 0o600])
    else { throw Fault("\(files.0.path) cannot be written") }
    try Data(made.pem.utf8).write(to: files.1)
    return made
  }

  /// A key and certificate by AgID's profile, signed by itself.
  static func developmentCertificate(_ settings: Settings) throws -> (key: String, pem: String) {
    let who = settings.spid.organisation
    let isPublic = settings.spid.profile == .spidPublic
    return try Certificate.make(
      Certificate.Wish(
        organisation: who.name,
        identifier: isPublic
          ? "PA:IT-\(who.ipaCode)" : "VATIT-\(who.vatNumber.filter(\.isNumber))",
        locality: who.city, uri: "\(settings.publicURL)/spid/metadata", isPublic: isPublic))
  }

  /// PEM as it is, or the content of the file that the setting names.
  private static func content(_ setting: String, _ name: String) throws -> String {
    if setting.hasPrefix("-----BEGIN") { return setting }
    guard let text = try? String(contentsOfFile: setting, encoding: .utf8) else {
      throw Fault("\(name) is neither PEM nor a file that can be read")
    }
    return text
  }
}
