// The addresses of the ledger's proof: public heads and blocks, a donor's own entries.
package import Domain

package enum ProofRoutes {
  package static let heads = FixedAddress(
    it: "trasparenza/registro", en: "transparency/ledger")
  static let headsCSV = FixedAddress(
    it: "trasparenza/registro/impronte.csv", en: "transparency/ledger/hashes.csv")
  static let block = Address<Int>(
    it: "trasparenza/registro/blocchi/:", en: "transparency/ledger/blocks/:")
  /// The hashes of a block's entries, 32 bytes each.
  static let list = Address<Int>(
    it: "trasparenza/registro/blocchi/:/elenco.bin", en: "transparency/ledger/blocks/:/list.bin")
  /// The heads of the blocks from one to the published one, 105 bytes each.
  static let chain = Address<Int>(
    it: "trasparenza/registro/blocchi/:/catena.bin", en: "transparency/ledger/blocks/:/chain.bin")
  package static let campaignCSV = Address<Slug>(
    it: "campagne/:/registro/registro.csv", en: "campaigns/:/ledger/ledger.csv")
  /// A pledge in the ledger, for whoever has the pledge's address.
  package static let pledge = Address<String>(it: "adesioni/:/prova", en: "pledges/:/proof")
  static let entry = Address<String, JournalEntry.ID>(
    it: "adesioni/:/prova/:/scrittura.bin", en: "pledges/:/proof/:/entry.bin")
}
