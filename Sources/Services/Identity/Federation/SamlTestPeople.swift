// Whom the test provider can vouch for: invented people with well-formed fiscal codes.
package import Domain

package enum SamlTestPeople {
  package static let all: [VouchedPerson] = [
    ("RSSMRA80A01H501U", "Mario", "Rossi"), ("BNCGLI85M41A944M", "Giulia", "Bianchi"),
    ("VRDLCU75T10F205B", "Luca", "Verdi"),
  ].compactMap { code, given, family in
    TaxCode(code).map { VouchedPerson(fiscalCode: $0, givenName: given, familyName: family) }
  }
}
