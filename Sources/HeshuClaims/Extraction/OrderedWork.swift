public import Foundation

/// Work spread over threads whose results come out in the order of the items.
///
/// One thread takes items, `jobs` threads work on them, the calling thread gets the results. An item may give many results, one
/// after another. No more than `window` items are under way, each with no more than `depth` results that nobody took yet, so
/// memory stays flat however long the stream and however much one item gives. A thread that waits gets the next item at once.
public final class OrderedWork<Item: Sendable, Result: Sendable>: @unchecked Sendable {
  private struct Results {
    var waiting: [Result] = []
    var isComplete = false
  }

  private let condition = NSCondition()
  private let window: Int
  private let depth = 4
  private var waiting: [(number: Int, item: Item)] = []
  private var finished: [Int: Results] = [:]
  private var taken = 0
  private var given = 0
  private var idle = 0
  private var isComplete = false

  private init(window: Int) { self.window = window }

  /// Whether a worker waits for an item: then a small item now is better than a large one later.
  public var isHungry: Bool {
    condition.lock()
    defer { condition.unlock() }
    return idle > waiting.count
  }

  /// Runs until `next` gives nil and all results were handed to `give`.
  ///
  /// `next` runs on a thread of its own, `makeWorker` once on each of `jobs` threads, `give` on the calling thread, with
  /// whether another result is ready already. A worker returns its last result and hands earlier ones to its second argument.
  public static func run(
    jobs: Int, next: @escaping @Sendable (OrderedWork) -> Item?,
    makeWorker: @escaping @Sendable () -> (Item, (Result) -> Void) -> Result,
    give: (Result, _ hasMore: Bool) -> Void
  ) {
    let work = OrderedWork(window: jobs * 4)
    start {
      while let item = next(work) { work.put(item) }
      work.complete()
    }
    for _ in 0..<jobs {
      start {
        let worker = makeWorker()
        while let (number, item) = work.take() {
          let last = worker(item) { work.add($0, to: number, isLast: false) }
          work.add(last, to: number, isLast: true)
        }
      }
    }
    while let (result, hasMore) = work.result() { give(result, hasMore) }
  }

  private static func start(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.stackSize = 8 << 20
    thread.start()
  }

  private func put(_ item: Item) {
    condition.lock()
    while taken - given >= window { condition.wait() }
    waiting.append((taken, item))
    taken += 1
    condition.broadcast()
    condition.unlock()
  }

  private func complete() {
    condition.lock()
    isComplete = true
    condition.broadcast()
    condition.unlock()
  }

  private func take() -> (number: Int, item: Item)? {
    condition.lock()
    defer { condition.unlock() }
    idle += 1
    while waiting.isEmpty {
      if isComplete { return nil }
      condition.wait()
    }
    idle -= 1
    return waiting.removeFirst()
  }

  private func add(_ result: Result, to number: Int, isLast: Bool) {
    condition.lock()
    while finished[number, default: Results()].waiting.count >= depth { condition.wait() }
    finished[number, default: Results()].waiting.append(result)
    finished[number, default: Results()].isComplete = isLast
    condition.broadcast()
    condition.unlock()
  }

  private func result() -> (Result, Bool)? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let results = finished[given] {
        if let result = results.waiting.first {
          finished[given]?.waiting.removeFirst()
          condition.broadcast()
          return (result, results.waiting.count > 1 || finished[given + 1] != nil)
        }
        if results.isComplete {
          finished[given] = nil
          given += 1
          condition.broadcast()
          continue
        }
      }
      if isComplete, given == taken { return nil }
      condition.wait()
    }
  }
}
