// The addresses of the desk's own pages.
package import Domain

package enum DeskRoutes {
  package static let payments = FixedAddress(it: "scrivania/pagamenti", en: "desk/payments")
  package static let payment = Address<Payment.ID>(
    it: "scrivania/pagamenti/:", en: "desk/payments/:")
  static let refundForm = Address<Payment.ID>(
    it: "scrivania/pagamenti/:/rimborso", en: "desk/payments/:/refund")
  package static let refunds = FixedAddress(it: "scrivania/rimborsi", en: "desk/refunds")
  static let decideRefund = Address<Refund.ID>(
    it: "scrivania/rimborsi/:/decidi", en: "desk/refunds/:/decide")
  static let giveUpRefund = Address<Refund.ID>(
    it: "scrivania/rimborsi/:/rinuncia", en: "desk/refunds/:/give-up")
  package static let disputes = FixedAddress(it: "scrivania/contestazioni", en: "desk/disputes")
  package static let payouts = FixedAddress(it: "scrivania/versamenti", en: "desk/payouts")
  static let payoutAccount = Address<Slug>(
    it: "scrivania/versamenti/conto/:", en: "desk/payouts/account/:")
  static let verifyAccount = Address<PayeeAccount.ID>(
    it: "scrivania/versamenti/verifica/:", en: "desk/payouts/verify/:")
  static let proposePayout = Address<Slug>(
    it: "scrivania/versamenti/proponi/:", en: "desk/payouts/propose/:")
  static let decidePayout = Address<Payout.ID>(
    it: "scrivania/versamenti/decidi/:", en: "desk/payouts/decide/:")
  static let payoutFiles = FixedAddress(
    it: "scrivania/versamenti/file", en: "desk/payouts/files")
  static let payoutFile = Address<BankFile.ID>(
    it: "scrivania/versamenti/file/:/pain001.xml", en: "desk/payouts/files/:/pain001.xml")
  package static let exceptions = FixedAddress(it: "scrivania/differenze", en: "desk/differences")
  package static let exception = Address<MoneyException.ID>(
    it: "scrivania/differenze/:", en: "desk/differences/:")
  static let closeException = Address<MoneyException.ID>(
    it: "scrivania/differenze/:/chiudi", en: "desk/differences/:/close")
  package static let settlements = FixedAddress(
    it: "scrivania/accrediti", en: "desk/settlements")
  package static let settlement = Address<String>(
    it: "scrivania/accrediti/:", en: "desk/settlements/:")
  package static let webhooks = FixedAddress(it: "scrivania/notifiche", en: "desk/events")
  package static let webhook = Address<WebhookEvent.ID>(
    it: "scrivania/notifiche/:", en: "desk/events/:")
  static let replay = Address<WebhookEvent.ID>(
    it: "scrivania/notifiche/:/rielabora", en: "desk/events/:/replay")
  static let replayAll = FixedAddress(
    it: "scrivania/notifiche-abbandonate", en: "desk/events-given-up")
  package static let tasks = FixedAddress(it: "scrivania/attivita", en: "desk/tasks")
  package static let task = Address<StoredTask.ID>(it: "scrivania/attivita/:", en: "desk/tasks/:")
  static let steer = Address<StoredTask.ID>(
    it: "scrivania/attivita/:/decidi", en: "desk/tasks/:/decide")
  static let pause = Address<String>(it: "scrivania/code/:", en: "desk/queues/:")
  package static let ledger = FixedAddress(it: "scrivania/registro", en: "desk/ledger")
  static let balanceCSV = FixedAddress(
    it: "scrivania/registro/bilancio.csv", en: "desk/ledger/balance.csv")
  package static let account = Address<String>(
    it: "scrivania/registro/conti/:", en: "desk/ledger/accounts/:")
  package static let entry = Address<JournalEntry.ID>(
    it: "scrivania/registro/scritture/:", en: "desk/ledger/entries/:")
  package static let mail = FixedAddress(it: "scrivania/posta", en: "desk/mail")
  static let retryMail = Address<String>(
    it: "scrivania/posta/:/riprova", en: "desk/mail/:/retry")
}
