/// Which claim of the tool answers which claim of the gold: by place, not by value.
///
/// A claim answers when the two spans share at least half of their union; of several the one that shares most, the first
/// among equals. Each claim answers once.
struct ClaimPairing {
  /// For each gold claim the index of its answer.
  private(set) var answers: [Int?] = []
  /// Claims that answer an optional one: they count neither way.
  private(set) var excused = 0
  /// Claims that answer nothing.
  private(set) var spurious: [Int] = []

  init(gold: [Record], claims: [Record]) {
    var isFree = Array(repeating: true, count: claims.count)
    for wanted in gold {
      var best: (index: Int, shared: Int, union: Int)?
      for (index, claim) in claims.enumerated() where isFree[index] {
        let shared = min(claim.end, wanted.end) - max(claim.start, wanted.start)
        if shared <= 0 { continue }
        let union = max(claim.end, wanted.end) - min(claim.start, wanted.start)
        if best == nil || shared * best!.union > best!.shared * union {
          best = (index, shared, union)
        }
      }
      if let found = best, 2 * found.shared >= found.union {
        isFree[found.index] = false
        answers.append(found.index)
        if wanted.isOptional { excused += 1 }
      } else {
        answers.append(nil)
      }
    }
    spurious = isFree.indices.filter { isFree[$0] }
  }
}
