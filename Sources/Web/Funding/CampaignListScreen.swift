// The list of campaigns: filters are links, the search is a plain form, the address can be shared.
import Domain
import Literals
import Phrases
import Services

extension FundingScreens {
  func list(_ screen: ScreenContext) async throws -> Reply {
    let filter = CampaignFilter(
      status: screen.query("stato").flatMap(CampaignFilter.Status.init),
      organisation: screen.query("ente").flatMap { Slug($0) },
      delivery: screen.query("consegna").flatMap(RewardDeliveryKind.init),
      words: String((screen.query("cerca") ?? "").prefix(CampaignFilter.wordsMax)))
    let number = max(1, screen.query("pagina").flatMap { Int($0) } ?? 1)
    let listing = try await read.list(filter, page: min(number, 1_000))
    return .page(CampaignListPage(screen, filter, listing, number).page)
  }
}

/// The page of a list.
private struct CampaignListPage {
  let language: Language
  let now: Instant
  let filter: CampaignFilter
  let listing: ReadCampaigns.Listing
  let number: Int
  private var say: CampaignPhrases { CampaignPhrases[language] }

  init(
    _ screen: ScreenContext, _ filter: CampaignFilter, _ listing: ReadCampaigns.Listing,
    _ number: Int
  ) {
    language = screen.language
    now = screen.now
    self.filter = filter
    self.listing = listing
    self.number = number
  }

  var page: Page {
    Page(
      say.campaigns, at: route(filter),
      body: """
        \(search)
        <details class="narrow"\(if: !filter.isEverything, " open")><summary>\(say.narrow)</summary>
        <div class="filters">\(statusFilter)\(deliveryFilter)\(organisationFilter)</div></details>
        <p role="status"><strong>\(say.found(listing.count))</strong>\(clear)</p>
        \(cards)
        \(pages)
        """
    ).with {
      $0.layout = .wide
      $0.lead = "\(say.listLead)"
      $0.summary = say.listLead
    }
  }

  private var cards: HTML {
    guard !listing.cards.isEmpty else {
      return empty(
        filter.isEverything ? HomePhrases[language].noCampaigns : say.nothingFound)
    }
    return """
      <ul class="cards">\(listing.cards.map { campaignCard($0, language, at: now) })</ul>
      """
  }

  private var search: HTML {
    """
    <form method="get" action="\(FundingRoutes.campaigns()[language])" role="search">\
    \(hidden("stato", filter.status?.rawValue))\(hidden("ente", filter.organisation?.text))\
    \(hidden("consegna", filter.delivery?.rawValue))\
    <div class="field"><label for="cerca">\(say.search)</label>\
    <p class="hint" id="cerca-hint">\(say.searchHint)</p>\
    <div class="search-line"><input class="input" type="search" id="cerca" name="cerca"\
     value="\(filter.words)" aria-describedby="cerca-hint">\
    <button class="button quiet">\(say.searchButton)</button></div></div></form>
    """
  }
  private func hidden(_ name: String, _ value: String?) -> HTML? {
    value.map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" }
  }

  private var statusFilter: HTML {
    pills(
      say.byStatus,
      [(say.all, with { $0.status = nil }, filter.status == nil)]
        + CampaignFilter.Status.allCases.map { status in
          (say.status(status), with { $0.status = status }, filter.status == status)
        })
  }
  private var deliveryFilter: HTML {
    pills(
      say.byDelivery,
      [(say.all, with { $0.delivery = nil }, filter.delivery == nil)]
        + RewardDeliveryKind.allCases.map { kind in
          (say.delivery(kind), with { $0.delivery = kind }, filter.delivery == kind)
        })
  }
  private var organisationFilter: HTML {
    pills(
      say.byOrganisation,
      [(say.all, with { $0.organisation = nil }, filter.organisation == nil)]
        + listing.organisations.map { organisation in
          (
            organisation.name, with { $0.organisation = organisation.slug },
            filter.organisation == organisation.slug
          )
        })
  }
  private func pills(_ title: String, _ choices: [(String, CampaignFilter, Bool)]) -> HTML {
    let links = choices.map { label, filter, isHere -> HTML in
      """
      <li><a href="\(route(filter)[language])"\(if: isHere, " aria-current=\"true\"")>\(label)</a>\
      </li>
      """
    }
    return """
      <nav class="filter" aria-label="\(title)"><p>\(title)</p><ul class="pills">\(links)</ul></nav>
      """
  }
  private var clear: HTML {
    guard !filter.isEverything else { return "" }
    return " · <a href=\"\(FundingRoutes.campaigns()[language])\">\(say.clearFilters)</a>"
  }

  private var pages: HTML {
    let last = (listing.count + ReadCampaigns.pageSize - 1) / ReadCampaigns.pageSize
    guard last > 1 else { return "" }
    let before: HTML =
      number > 1
      ? "<a class=\"button quiet\" rel=\"prev\" href=\"\(turn(-1))\">\(say.previousPage)</a>" : ""
    let after: HTML =
      number < last
      ? "<a class=\"button quiet\" rel=\"next\" href=\"\(turn(1))\">\(say.nextPage)</a>" : ""
    return "<nav class=\"pages\">\(before)\(after)</nav>"
  }
  private func turn(_ by: Int) -> Link {
    route(filter).with("pagina", String(number + by))[language]
  }

  private func with(_ change: (inout CampaignFilter) -> Void) -> CampaignFilter {
    var copy = filter
    change(&copy)
    return copy
  }
  private func route(_ filter: CampaignFilter) -> Route {
    var route = FundingRoutes.campaigns()
    if let status = filter.status { route = route.with("stato", status.rawValue) }
    if let delivery = filter.delivery { route = route.with("consegna", delivery.rawValue) }
    if let organisation = filter.organisation { route = route.with("ente", organisation.text) }
    return filter.words.isEmpty ? route : route.with("cerca", filter.words)
  }
}
