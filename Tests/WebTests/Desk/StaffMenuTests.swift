// Each role finds in the desk's menu what it may do, and nothing that would be refused.
import Domain
import Support
import Testing

@Test(arguments: [
  (Role.facilitator, "Oggi Percorsi Campagne"),
  (.reviewer, "Oggi Percorsi Campagne Revisioni"),
  (.campaignOwner, "Campagne"),
])
func `the menu of the desk is the role's own`(role: Role, expected: String) async throws {
  try await TestSite.run { site in
    try await site.add("Ada", "ada@example.org", roles: [role])
    let ada = try await site.signedIn("ada@example.org")
    let page = try await ada.open("/it/scrivania/campagne").page
    #expect(page.elements(class: "desk-menu").map(\.text) == [expected])
    let here = page.elements("a").filter { $0["aria-current"] == "page" }.map(\.text)
    #expect(here == ["Campagne"])
  }
}
