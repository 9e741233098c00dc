import ArgumentParser
import HeshuClaims
import HeshuGrammar

/// `heshu explain TEXT`: the way from the text to its claims.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how a text becomes claims: words, classes, the rules that matched.",
    discussion: """
      heshu explain '签订1759份集体合同。'
      heshu explain '签订1759份集体合同。' --why-not claims/noun-quantity
      heshu explain '今年我区新增会员5871人。' --date 2024-10-31 --place 武侯区

      On a terminal the parts of each claim are coloured in its sentence; set NO_COLOR to have none.
      """)

  @Argument(help: "The text, in quotation marks.")
  var text: String

  @Option(
    help: ArgumentHelp(
      "Show at which word this rule stops fitting, around each quantity.", valueName: "folder/rule")
  )
  var whyNot: String?

  @Option(help: ArgumentHelp("The day of the document, for 今年 and 截至目前.", valueName: "yyyy-mm-dd"))
  var date: String?
  @Option(help: ArgumentHelp("The area of the document, for 全区 and 我市.", valueName: "name"))
  var place: String?
  @Option(help: ArgumentHelp("The publication.", valueName: "name"))
  var publication: String?

  @OptionGroup var grammar: GrammarChoice

  func run() throws {
    // Only a grammar compiled from its files knows how its patterns are written.
    let grammar = whyNot == nil ? try grammar.load() : try grammar.compile()
    if let whyNot, !Explainer.ruleNames(grammar).contains(whyNot) {
      let near = Explainer.ruleNames(grammar).filter { $0.hasSuffix(whyNot) || $0.contains(whyNot) }
      throw Failure(
        message: "no rule '\(whyNot)' over words; expected one such as claims/quantity-noun"
          + (near.isEmpty ? "" : "; did you mean \(near.prefix(3).joined(separator: ", "))?"))
    }
    let setting = ["date": date, "place": place, "publication": publication].compactMapValues { $0 }
    let explanation = Explainer(grammar).explain(text, setting: setting, whyNot: whyNot)
    var file = try OutputFile(nil)
    file.write(
      Array(ExplanationText(explanation, withAttempts: whyNot != nil, isColoured: Terminal.hasColour).text.utf8))
    file.flush()
  }
}
