internal import HeshuGrammar
internal import HeshuNumerals
internal import HeshuText

/// What one thread reads at a time: some small documents, or some articles of a large one.
enum Batch: Sendable {
  case inputs([Result<DecodedDocument, InputError>])
  case opening(DecodedDocument, Newsletter)
  case articles(Range<Int>, DecodedDocument, Newsletter)
}

/// Gathers batches on the reading thread.
final class BatchSource: @unchecked Sendable {
  private var reader: InputReader
  /// A large document that is handed out article by article.
  private var open: (document: DecodedDocument, newsletter: Newsletter, next: Int)?
  private var kept: DecodedDocument?

  /// Bytes of text in a batch, and from when on a document is cut.
  private static let size = 1 << 18
  private static let large = 1 << 21

  private let grammar: Grammar
  private lazy var newsletters = ArticleReader(grammar)

  init(_ paths: [String], _ options: InputOptions, _ grammar: Grammar) {
    reader = InputReader(paths, options: options)
    self.grammar = grammar
  }

  func next(_ work: OrderedWork<Batch, Extraction.Part>) -> Batch? {
    if let batch = articles() { return batch }
    if let document = kept {
      kept = nil
      return begin(document)
    }
    var batch: [Result<DecodedDocument, InputError>] = []
    var bytes = 0
    while let result = reader.next() {
      if case .success(let document) = result {
        if document.text.count >= Self.large {
          if batch.isEmpty { return begin(document) }
          kept = document
          return .inputs(batch)
        }
        bytes += document.text.count
      }
      batch.append(result)
      if bytes >= Self.size || batch.count >= 4096 || work.isHungry { break }
    }
    return batch.isEmpty ? nil : .inputs(batch)
  }

  private func begin(_ document: DecodedDocument) -> Batch {
    let newsletter = newsletters.read(document)
    open = (document, newsletter, 0)
    return .opening(document, newsletter)
  }

  private func articles() -> Batch? {
    guard let (document, newsletter, first) = open else { return nil }
    var end = first
    var characters = 0
    while end < newsletter.articles.count, characters < Self.size / 3 {
      characters += newsletter.articles[end].end - newsletter.articles[end].start
      end += 1
    }
    open = end < newsletter.articles.count ? (document, newsletter, end) : nil
    return end > first ? .articles(first..<end, document, newsletter) : nil
  }
}

/// Works batches off; one a thread.
final class BatchWorker {
  private let extractor: Extractor
  private let options: ExtractionOptions
  private var out = RecordWriter(capacity: 1 << 16)

  init(_ grammar: Grammar, _ options: ExtractionOptions) {
    extractor = Extractor(grammar, options: options)
    self.options = options
  }

  /// The records of a batch; what comes before the last ones goes to `emit`.
  func part(_ batch: Batch, emit: (Extraction.Part) -> Void) -> Extraction.Part {
    withoutActuallyEscaping(emit) { emit in
      extractor.spill = { out in
        var part = Extraction.Part()
        part.bytes = out.take()
        emit(part)
      }
      defer { extractor.spill = nil }
      return part(batch)
    }
  }

  private func part(_ batch: Batch) -> Extraction.Part {
    var part = Extraction.Part()
    switch batch {
    case .inputs(let results):
      for result in results {
        switch result {
        case .success(let document):
          part.counts.add(extractor.records(of: document, into: &out))
          part.errors += document.warnings
        case .failure(let error):
          part.counts.errors += 1
          part.errors.append(error)
          part.hasFailures = true
          if options.types.contains(.error) { error.write(to: &out) }
        }
      }
    case .opening(let document, let newsletter):
      part.counts = extractor.opening(of: document, newsletter, into: &out)
      part.errors = document.warnings
    case .articles(let range, let document, let newsletter):
      part.counts = extractor.articles(range, of: document, newsletter, into: &out)
    }
    part.bytes = out.take()
    return part
  }
}
