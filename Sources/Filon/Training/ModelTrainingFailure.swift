/// A training file that cannot be used.
public struct ModelTrainingFailure: Error, CustomStringConvertible, Equatable {
  /// The file.
  public let path: String
  /// What is wrong with it, in words.
  public let problem: String
  /// `names/fr.txt: line 3: …`.
  public var description: String { "\(path): \(problem)" }
}
