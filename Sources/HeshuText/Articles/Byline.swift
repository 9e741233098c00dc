/// Who wrote or photographed, as one line or the beginning of one says it, in cells of the line.
///
/// `■通讯员 俞立 丁钰 首席记者 蒋超` → three names, all of the line; `本报讯（通讯员 于辰倩）近日` → one name, seven cells into it.
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
