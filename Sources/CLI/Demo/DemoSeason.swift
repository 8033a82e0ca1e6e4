// The weeks in which the demonstration's donors pledge and pay, with the bank in between.
import BankFiles
import Config
import Domain
import Foundation
import Services
import Store
import Web

/// Pledges, payments, statements, deadlines: in the order of time.
struct DemoSeason {
  private let world: DemoWorld
  private let actors: [Role: Actor]
  private let shop: SandboxShop
  private let money: MoneyServices
  private let place: PlacePledge
  private let letters: PledgeLetters
  private let reconciliation: ReconciliationServices
  private var clock: WallClock { world.clock.wall }
  private var entropy: Entropy { world.chance.entropy }

  /// Transfers of the last days are in the file that waits to be imported.
  private static let unbookedDays = 4

  init(_ world: DemoWorld, _ actors: [Role: Actor], _ shop: SandboxShop) throws {
    self.world = world
    self.actors = actors
    self.shop = shop
    let settings = world.settings
    let account = try Wiring.transferAccount(settings)
    let clock = world.clock.wall
    let entropy = world.chance.entropy
    letters = PledgeMails(publicURL: settings.publicURL, account: account).letters
    let pledges = PledgePayments(letters: letters)
    money = MoneyServices(
      database: world.database, ports: (clock, entropy),
      providers: PaymentProviders(
        [Wiring.sandboxProvider(world.settings, shop)], marks: Wiring.cardMarks(settings)),
      pledges: pledges, sandbox: nil)
    place = PlacePledge(
      database: world.database, clock: clock, entropy: entropy, vault: Wiring.vault(settings),
      letters: letters)
    reconciliation = ReconciliationServices(
      database: world.database, clock: clock, entropy: entropy,
      bank: (BankFileReader(), IBAN(settings.bank.iban)), pledges: pledges)
  }

  func live(through campaigns: [DemoRunning]) async throws {
    var transfers: [DemoTransfer] = []
    var number = 0
    for day in (4 - DemoWorld.daysBack)...0 {
      let date = world.today.adding(days: day)
      world.clock.move(to: date.start)
      try await turn()
      let wanted = campaigns.flatMap { campaign in
        (0..<pledgesOn(date, of: campaign)).map { _ in campaign }
      }
      for (campaign, moment) in zip(wanted, moments(wanted.count, on: date)) {
        number += 1
        world.clock.move(to: moment)
        if let transfer = try await pledge(number, to: campaign) { transfers.append(transfer) }
      }
      if day % 7 == 0, day < -Self.unbookedDays {
        try await bank(transfers.filter { !$0.isBooked && $0.on < date }, on: date)
        for index in transfers.indices where transfers[index].on < date {
          transfers[index].isBooked = true
        }
      }
    }
    try leave(transfers.filter { !$0.isBooked })
  }

  /// So many moments of a day, in order: from 9 to 19, or what there has been of it today.
  private func moments(_ count: Int, on date: CivilDate) -> [Instant] {
    let present = world.clock.present
    let evening = min(date.start + .hours(19), present)
    // Early in the morning of the last day there has been only the night.
    let morning = date.start + .hours(9)
    let first = morning < evening ? morning : date.start
    let length = (evening - first).milliseconds
    return (0..<count).map { index in
      first + .milliseconds(length * Int64(index + 1) / Int64(count + 1))
    }
  }

  /// What the calendar and the clock do.
  private func turn() async throws {
    let start = clock.now
    let database = world.database
    _ = try await TurnCampaigns(database: database, clock: clock, entropy: entropy)()
    let settle = SettleCampaign(database: database, clock: clock, entropy: entropy)
    for id in try await settle.waiting() { _ = try await settle(id) }
    _ = try await ExpirePledges(
      database: database, clock: clock, entropy: entropy, letters: letters)()
    _ = try await money.expirePayments(limit: 500)
    try await world.tell(since: start)
  }

  /// Spreads a campaign's pledges over its days: each day gets what the line through them has
  /// reached.
  private func pledgesOn(_ date: CivilDate, of campaign: DemoRunning) -> Int {
    let last = min(campaign.closesOn, world.today)
    guard date >= campaign.opensOn, date <= last else { return 0 }
    let span = days(from: campaign.opensOn, to: last) + 1
    let passed = days(from: campaign.opensOn, to: date)
    let total = campaign.content.pledges
    return total * (passed + 1) / span - total * passed / span
  }
  private func days(from first: CivilDate, to last: CivilDate) -> Int {
    Int((last.start + .hours(12) - first.start).milliseconds / 86_400_000)
  }

  /// One pledge; by transfer every third, by card otherwise. Answers the transfer to expect.
  private func pledge(_ number: Int, to campaign: DemoRunning) async throws -> DemoTransfer? {
    guard let donor = DemoPeople.donor(number * 13) else { return nil }
    let euros = world.chance.pick(campaign.content.usualEuros)
    let isTransfer = number % 3 == 0
    let wanted = try await reward(of: campaign, for: .euro(euros), number)
    let visibility = Visibility(
      namePublic: number % 4 != 0, amountPublic: number % 5 != 0,
      nameToOrganisation: number % 7 != 0)
    var request = PlacePledge.Request(
      campaign: campaign.slug, reward: wanted?.id, amount: .euro(euros),
      donor: (donor.email, donor.name, number % 9 == 0 ? .english : .italian, visibility),
      method: isTransfer ? .bankTransfer : .card, formToken: entropy.token())
    if wanted?.delivery.kind == .shipping {
      request.address = PostalAddress(
        street: "Via Garibaldi \(number % 90 + 1)", postcode: "27100", city: "Pavia",
        province: "PV")
    }
    guard case .placed(let pledge) = try await place(request) else { return nil }
    guard isTransfer else {
      if case .atEnd = campaign.content.charging {
        try await saveCard(pledge, number)
      } else {
        try await payByCard(pledge, number)
      }
      return nil
    }
    _ = try await money.startTransferPayment(pledge.keys.accessKey)
    // One in twelve forgets.
    if number % 36 == 0 { return nil }
    return DemoTransfer(
      on: CivilDate(of: clock.now), amount: pledge.total,
      reference: pledge.keys.transferReference, payer: donor.name)
  }

  /// A reward that the amount pays for, if any is left; every other donor wants none.
  private func reward(of campaign: DemoRunning, for amount: Money, _ number: Int) async throws
    -> Reward?
  {
    guard number % 2 == 0 else { return nil }
    return try await world.database.read { tx -> Reward? in
      guard let found = try tx.campaign(campaign.slug) else { return nil }
      let offers = try tx.rewards(of: found.id)
      return offers.map(\.reward).filter { $0.minimum <= amount }
        .max { $0.minimum < $1.minimum }
    }
  }

  /// Most cards are accepted; one in sixteen is declined, one in twenty never tried.
  private func payByCard(_ pledge: Pledge, _ number: Int) async throws {
    let started = try await money.startCardPayment(
      .init(
        accessKey: pledge.keys.accessKey, description: pledge.keys.reference.grouped,
        returnURL: world.settings.publicURL, language: pledge.donor.language))
    guard case .pay = started, number % 20 != 1 else { return }
    let payment = try await world.database.read { tx in try tx.payments(of: pledge.id).first }
    guard let payment, let reference = payment.providerReference,
      let id = SandboxPayment.ID(reference)
    else { return }
    world.clock.move(to: clock.now + .minutes(1))
    _ = try await shop.choose(number % 16 == 5 ? .decline : .pay, for: id)
    _ = try await money.confirmPayment(payment.id)
  }

  /// Most cards are saved; one in sixteen will be declined, one in twenty is never saved.
  private func saveCard(_ pledge: Pledge, _ number: Int) async throws {
    let found = try await world.database.read { tx in
      (campaign: try tx.campaign(pledge.campaign), texts: try tx.texts(of: pledge.campaign))
    }
    let language = pledge.donor.language
    guard let campaign = found.campaign, let title = found.texts?.title,
      let wording = campaign.mandate(
        for: pledge.total, title, payee: try Wiring.transferAccount(world.settings).holder, language
      )
    else { return }
    let outcome = try await money.saveCard(
      .init(
        accessKey: pledge.keys.accessKey, wording: wording,
        returnURL: world.settings.publicURL, language: language))
    guard case .save = outcome, number % 20 != 1 else { return }
    let mandate = try await world.database.read { tx in try tx.mandates(of: pledge.id).first }
    guard let mandate, let reference = mandate.providerReference,
      let card = SandboxCard.ID(reference)
    else { return }
    world.clock.move(to: clock.now + .minutes(1))
    _ = try await shop.choose(number % 16 == 5 ? .declining : .good, for: card)
    _ = try await money.confirmCard(mandate.id)
  }

  /// The bank's statement with these transfers, imported by the treasurer.
  private func bank(_ transfers: [DemoTransfer], on date: CivilDate) async throws {
    guard !transfers.isEmpty, let treasurer = actors[.treasurer] else { return }
    world.clock.move(to: date.start + .hours(18))
    let outcome = try await reconciliation.importStatement(
      .init(
        name: "estratto-conto-\(date).csv", bytes: Array(DemoTransfer.statement(transfers).utf8)),
      by: treasurer)
    guard case .imported = outcome else {
      throw Fault("the demonstration's statement was not taken: \(outcome)")
    }
  }

  /// The last days' transfers as a file for whoever tries the desk: good ones, one without a
  /// reference, one short of its amount.
  private func leave(_ transfers: [DemoTransfer]) throws {
    var lines = transfers
    if let first = transfers.first {
      lines.append(
        DemoTransfer(
          on: first.on, amount: first.amount - Money(cents: 100), reference: first.reference,
          payer: "Riccardo Dimezzo"))
      lines.removeFirst()
    }
    let folder = world.settings.data
    let path = folder + "/estratto-conto-da-importare.csv"
    let text = DemoTransfer.statement(lines, withStranger: world.today)
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}

/// A transfer that a donor made.
struct DemoTransfer: Sendable {
  let on: CivilDate
  let amount: Money
  let reference: RFReference
  let payer: String
  var isBooked = false

  init(on: CivilDate, amount: Money, reference: RFReference, payer: String) {
    (self.on, self.amount, self.reference, self.payer) = (on, amount, reference, payer)
  }

  /// As a bank's CSV tells of them.
  static func statement(_ transfers: [DemoTransfer], withStranger today: CivilDate? = nil) -> String
  {
    var rows = transfers.map { transfer in
      let cents = transfer.amount.cents
      let amount = "\(cents / 100),\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
      let day = italian(transfer.on)
      return "\(day);\(day);\(amount);BONIFICO DA \(transfer.payer.uppercased())"
        + " RIF \(transfer.reference.text)"
    }
    if let today {
      let day = italian(today)
      rows.append("\(day);\(day);40,00;BONIFICO DA ZIA PINA PER IL FORNO")
    }
    return (["data contabile;data valuta;importo;causale"] + rows).joined(separator: "\n") + "\n"
  }

  /// `21/11/2026`, as Italian banks write days.
  private static func italian(_ day: CivilDate) -> String {
    day.description.split(separator: "-").reversed().joined(separator: "/")
  }
}
