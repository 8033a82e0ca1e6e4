// Three separate choices about who learns what of a pledge.

/// What the donor allows to be shown. Each choice stands alone.
package struct Visibility: Hashable, Sendable {
  /// The public sees the name.
  package let namePublic: Bool
  /// The public sees the amount.
  package let amountPublic: Bool
  /// The organisation learns the name. Who hands over a reward sees it in any case.
  package let nameToOrganisation: Bool

  package init(namePublic: Bool, amountPublic: Bool, nameToOrganisation: Bool) {
    self.namePublic = namePublic
    self.amountPublic = amountPublic
    self.nameToOrganisation = nameToOrganisation
  }

  /// Nothing shown to anybody.
  package static let hidden = Visibility(
    namePublic: false, amountPublic: false, nameToOrganisation: false)

  /// The name as the public may see it.
  package func publicName(_ name: String) -> String? { namePublic ? name : nil }
  /// The amount as the public may see it.
  package func publicAmount(_ amount: Money) -> Money? { amountPublic ? amount : nil }
}
