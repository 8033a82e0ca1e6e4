// The addresses of SPID and CIE, which are registered with the federations and never change.

package enum FederationRoutes {
  package static let metadata = FixedAddress(neutral: "spid/metadata")
  package static let cieMetadata = FixedAddress(neutral: "cie/metadata")
  package static let login = FixedAddress(neutral: "spid/login")
  package static let acs = FixedAddress(neutral: "spid/acs")
  /// The test provider of a demonstration.
  package static let testProvider = FixedAddress(neutral: "spid/prova")
  package static let testProviderAnswer = FixedAddress(neutral: "spid/prova/risposta")
  package static let slo = FixedAddress(neutral: "spid/slo")
}
