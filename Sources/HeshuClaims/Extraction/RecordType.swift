/// The types of record, in the words of the record contract; `--only` filters by them.
public enum RecordType: String, Sendable, CaseIterable {
  case document, article, claim, entity, unread, finding, error, end
}
