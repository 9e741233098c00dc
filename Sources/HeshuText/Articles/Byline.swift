/// Who wrote or photographed, as one line or the beginning of one says it, in cells of the line.
///
/// `■通讯员 罗小明 丁大山 首席记者 雷一山` → three names, all of the line; `本报讯（通讯员 蒲小燕）近日` → one name, seven cells
/// into it.
struct Byline {
  struct Entry {
    var role: Range<Int>?
    var name: Range<Int>
  }
  var entries: [Entry] = []
  var place: Range<Int>?
  /// The cell after it.
  var end = 0
  /// 本报讯 or 新华社…电 stands before.
  var hasSource = false
  /// It credits a picture.
  var isPhoto = false
  /// It takes the whole line.
  var isWhole = false
}

/// A byline as an article keeps it: its names, its place, and where the text after it begins.
struct ReadByline {
  var names: [BylineName]
  var place: Mention?
  /// The code point after it.
  var end: Int

  init(_ byline: Byline, _ view: LineView) {
    names = byline.entries.map { entry in
      var name = view.string(entry.name)
      if entry.name.count > 4 || name.utf8.contains(0x20) {
        name.unicodeScalars.removeAll { $0.properties.isWhitespace }
      }
      return BylineName(
        role: entry.role.map { view.string($0) }, name: name, range: view.points(entry.name))
    }
    place = byline.place.map { view.mention($0) }
    end = view.points(min(byline.end, view.count)..<view.count).lowerBound
  }
}
