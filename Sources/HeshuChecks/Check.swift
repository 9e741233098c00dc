/// What every check needs besides the facts.
struct CheckContext: Sendable {
  let parameters: CheckParameters
  /// The paper the articles stand in.
  let paper: Paper
  var intervals: SoftIntervals { parameters.intervals }
  var phrases: Phrases { parameters.phrases }
  var text: SourceText { paper.text }
}

/// A check inside one article.
protocol ArticleCheck: Sendable {
  func findings(in article: Article, _ context: CheckContext) -> [Finding]
}

/// A check of facts that share a group, across articles and issues; it compares only facts of different articles, and
/// nothing but what the claim records themselves say, so that a stream of groups gives the same findings as all papers
/// at once.
protocol GroupCheck: Sendable {
  func findings(in group: [Fact], _ parameters: CheckParameters) -> [Finding]
}

/// A check of a paper as a whole: masthead and dates.
protocol PaperCheck: Sendable {
  func findings(in paper: Paper, _ context: CheckContext) -> [Finding]
}
