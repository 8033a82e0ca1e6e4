// The one way in which a pledge changes state: ask the domain, write the state and its history row.
import Domain
import Store

extension Transaction {
  /// Moves a pledge on and writes it with its event; throws the refusal if there is no such move.
  func move(_ pledge: inout Pledge, on event: PledgeEvent, _ stamp: Stamp)
    throws
  {
    let before = pledge.state
    pledge.state = try before.next(on: event)
    try update(pledge)
    try record(
      PledgeEventRow(
        id: stamp.entropy.id(at: stamp.now), pledge: pledge.id, step: (before, pledge.state),
        reason: event.rawValue, by: stamp.actor, at: stamp.now))
  }
  /// Whether a reward can still be had, under its lock.
  func hasOneLeft(of id: Reward.ID, in campaign: Campaign.ID) throws -> Bool {
    guard let reward = try rewardLocked(id, of: campaign) else { return false }
    return try RewardOnOffer(reward: reward, taken: taken(of: id)).left != 0
  }
}
