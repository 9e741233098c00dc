// The condition goes away once Package.swift has the target CGrammarImage.
#if canImport(CGrammarImage)
  internal import CGrammarImage

  /// The image inside the program.
  private var builtInImage: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: heshu_grammar_image(), count: Int(heshu_grammar_image_length()))
  }

  extension Grammar {
    /// The grammar inside the program; works from any folder, reads no file.
    ///
    /// Throws `ImageError` when the program was built with the image of another version.
    public static func builtIn() throws(ImageError) -> Grammar { try Grammar(image: builtInImage) }
  }

  extension GrammarFiles {
    /// The files of the grammar inside the program, without the examples: `--grammars DIR` adds to them or replaces them.
    public static func builtIn() throws(ImageError) -> GrammarFiles {
      var reader = ImageReader(builtInImage, at: try GrammarImage.checkHeader(builtInImage))
      return try GrammarFiles(&reader)
    }
  }
#endif
