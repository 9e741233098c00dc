internal import CGrammarImage

extension GrammarImage {
  /// The image inside the program.
  static var builtIn: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: heshu_grammar_image(), count: Int(heshu_grammar_image_length()))
  }
}

extension Grammar {
  /// The grammar inside the program; works from any folder, reads no file.
  ///
  /// Throws `ImageError` when the program was built with the image of another version.
  public static func builtIn() throws(ImageError) -> Grammar {
    try Grammar(image: GrammarImage.builtIn)
  }
}

extension GrammarFiles {
  /// The files of the grammar inside the program, without the examples: `--grammars DIR` adds to them or replaces them.
  public static func builtIn() throws(ImageError) -> GrammarFiles {
    var reader = ImageReader(
      GrammarImage.builtIn, at: try GrammarImage.checkHeader(GrammarImage.builtIn))
    return try GrammarFiles(&reader)
  }
}
