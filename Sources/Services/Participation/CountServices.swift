// The use cases of counts, together: what the wiring gives to screens and job.
package import Store

package struct CountServices: Sendable {
  package let read: ReadCounts
  package let order: OrderCount
  package let stop: StopCount
  package let draw: DrawLot
  package let certify: CertifyCount
  package let run: RunCount

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    read = ReadCounts(database: database)
    order = OrderCount(database: database, clock: clock, entropy: entropy)
    stop = StopCount(database: database, clock: clock, entropy: entropy)
    draw = DrawLot(database: database, clock: clock, entropy: entropy)
    certify = CertifyCount(database: database, clock: clock, entropy: entropy)
    run = RunCount(database: database, clock: clock, entropy: entropy)
  }
}
