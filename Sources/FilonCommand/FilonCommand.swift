/// The commands of Filon.
public enum FilonCommand {
  /// Runs the command line.
  public static func main() async {}
}
