// The screens of reconciliation: statements, lines that wait, decisions.
package import Services

/// All screens of this area.
package struct ReconciliationScreens: ScreenGroup {
  private let services: ReconciliationServices

  package init(_ services: ReconciliationServices) { self.services = services }

  package func add(to screens: Screens) {
    StatementScreens(services: services).add(to: screens)
    LineScreens(services: services).add(to: screens)
  }
}
