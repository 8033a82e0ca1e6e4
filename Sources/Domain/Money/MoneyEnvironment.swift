// Play money and real money: a database holds payments of one of them, never of both.

/// What the providers' payments of an installation are.
package enum MoneyEnvironment: String, CaseIterable, Sendable {
  /// The sandbox, or a provider's test keys: no money moves.
  case test
  /// Money moves.
  case live

  package init(isLive: Bool) { self = isLive ? .live : .test }
}
