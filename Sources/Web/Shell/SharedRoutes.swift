// Addresses that several areas and the frame of every page refer to.

package enum SharedRoutes {
  /// The list of campaigns; its screen is Funding's.
  package static let campaigns = FixedAddress(it: "campagne", en: "campaigns")
  /// Today's work; its screen is the desk's.
  package static let desk = FixedAddress(it: "scrivania", en: "desk")
}
