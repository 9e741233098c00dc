import CICU
import Testing

@testable import HeshuGrammar

@Suite struct FoldingTests {
  private static let folding = Result { try Grammar.builtIn().folding }

  @Test(arguments: [
    ("個萬餘", "个万余"), ("３．５％", "3.5%"), ("共12人,其中", "共12人，其中"), ("「工會」", "“工会”"), ("𠀀人", "𠀀人"),
  ])
  func folds(_ text: String, _ folded: String) throws {
    #expect(try Self.folding.get().folded(text) == folded)
  }

  /// A cell a code point, whatever the character.
  @Test func offsetsStay() throws {
    #expect(try Self.folding.get().fold("𠀀萬") == [Folding.astral, 0x4E07])
  }

  /// Where ICU turns a character into a Simplified one, `folding/han.tsv` does as well; it may know
  /// more.
  @Test func agreesWithICU() throws {
    var table = [UInt16](repeating: 0, count: 65536)
    var error: cicu_err = 0
    cicu_simplify_table(&table, &error)
    #expect(error <= 0)
    let ours = try Self.folding.get().table
    let different = (0x3400...0x9FFF).filter { table[$0] != $0 && table[$0] != ours[$0] }
    #expect(different.count < 10, "\(different.map { String(UnicodeScalar($0)!) })")
  }
}
