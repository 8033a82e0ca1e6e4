// Which changes of a campaign somebody is told of by mail.
import Domain

/// What a campaign's new state means to those who wait for it.
enum CampaignNews {
  /// Its owners learn what the reviewer decided.
  case reviewed
  /// Its backers learn what happens with their money.
  case ended

  /// Nil for a change that everybody sees on the campaign's page.
  init?(of state: CampaignState) {
    switch state {
    case .approved, .changesRequested, .rejected: self = .reviewed
    case .succeeded, .failed, .cancelled: self = .ended
    case .draft, .submitted, .live, .onHold, .settling: return nil
    }
  }
}
