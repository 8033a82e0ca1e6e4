// What libFuzzer calls with bytes of its own making: a file is read or refused, never fatal.

/// Whatever can be read is counted too, under the rules that end quickly.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPabulib(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(VoteFileRefusal) {
    let file = try PabulibFile(bytes)
    let profile = Profile(file)
    for rule in [CountRule.greedyNoSkip, .votesPerCost, .equalShares, .phragmen, .ranking] {
      var parameters = CountParameters(rule)
      parameters.fundsUnsupported = bytes.count % 2 == 0
      do throws(CountRefusal) {
        let outcome = try parameters.count(profile)
        precondition(rule == .ranking || outcome.cost <= profile.budget, "above the budget")
      } catch { continue }
    }
  } catch {
    precondition(error.line >= 1, "a refusal without a line")
  }
  return 0
}
