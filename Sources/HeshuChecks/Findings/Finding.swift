/// The checks, named as findings and `--ignore` files name them.
public enum CheckID: String, Sendable, CaseIterable {
  case duplicate = "DUP"
  case list = "LIST"
  case sum = "SUM"
  case part = "PART"
  case duplicateAcross = "XDUP"
  case percentage = "PCT"
  case date = "DATE"
  case range = "RANGE"
  case unit = "UNIT"
  case stockFlow = "STOCK-FLOW"
  case plan = "PLAN"
  case ratio = "RATIO"
  case trend = "TREND"
  case rollup = "ROLLUP"
  case name = "NAME"
  case form = "FORM"
}

/// What a check says of the passages it compared.
public enum Verdict: String, Sendable, CaseIterable {
  /// They say the same, or one confirms the other.
  case agrees
  /// Nothing speaks against it.
  case compatible
  /// Under the plain reading no numbers fulfil both.
  case contradicts
  /// What is said does not decide it.
  case undetermined
  /// A figure that it needs is itself in conflict.
  case blocked
}

/// How much a finding asks of the editor, from most to least.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case error, warning, query, hint

  public static func < (a: Severity, b: Severity) -> Bool { a.rank > b.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self)! }
}

/// The result of one check over some passages.
public struct Finding: Sendable {
  /// A passage, half-open, in code points of its document.
  public struct Span: Sendable, Hashable {
    public let document: String
    public let range: Range<Int>
    /// The words there.
    public let text: String

    public init(document: String, range: Range<Int>, text: String) {
      self.document = document
      self.range = range
      self.text = text
    }
  }

  /// A small change of one passage after which everything agrees: 116场 for 113场.
  public struct Repair: Sendable, Hashable {
    public let span: Span
    public let text: String
  }

  public var check: CheckID
  public var verdict: Verdict
  /// Nil where there is nothing to do: the passages agree or are compatible.
  public var severity: Severity?
  /// Errors on the scale of the press inspectors (国新出发〔2020〕10号): 2 in a headline or a date, 1 elsewhere, 0.1 for form.
  public var weight: Weight?
  /// Ids of the claims compared, in the order of the spans.
  public var claims: [String]
  public var spans: [Span]
  public var key: String?
  /// What the other passages ask for, and what stands there.
  public var expected: String?
  public var actual: String?
  public var message: Message
  /// Which context was taken from outside the sentence: `place`, `period`, `actor`.
  public var inferred: [String] = []
  public var repair: Repair?
  /// The claim whose change clears most findings, where several fail.
  public var culprit: String?

  public init(
    _ check: CheckID, _ verdict: Verdict, spans: [Span], claims: [String] = [], key: String? = nil,
    expected: String? = nil, actual: String? = nil, severity: Severity? = nil, weight: Weight? = nil, message: Message
  ) {
    self.check = check
    self.verdict = verdict
    self.spans = spans
    self.claims = claims
    self.key = key
    self.expected = expected
    self.actual = actual
    self.severity = severity
    self.weight = weight
    self.message = message
  }
}

/// A number of errors on the official scale.
public enum Weight: String, Sendable, CaseIterable {
  case double = "2"
  case single = "1"
  case form = "0.1"

  /// In tenths of an error, so that sums stay exact.
  public var tenths: Int {
    switch self {
    case .double: 20
    case .single: 10
    case .form: 1
    }
  }
}

/// What a finding says to people.
public struct Message: Sendable, Hashable {
  public enum Language: String, Sendable, CaseIterable { case zh, en }

  public let chinese: String
  public let english: String

  public init(zh: String, en: String) {
    chinese = zh
    english = en
  }

  public func text(in language: Language) -> String { language == .zh ? chinese : english }
}
