import ArgumentParser
import FilonPipeline

/// `filon completions`
struct CompletionsCommand: ParsableCommand {
  /// The shells there is a script for.
  enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Completion script for a shell, with the options of every stage.",
    discussion: """
      EXAMPLES
        source <(filon completions bash)
            completion in this shell; put the line into ~/.bashrc to keep it
        filon completions zsh > ~/.zfunc/_filon
            for zsh, when ~/.zfunc is in fpath
        filon completions fish > ~/.config/fish/completions/filon.fish
            for fish
      """)

  @Argument(help: "The shell: \(Shell.allCases.map(\.rawValue).joined(separator: ", ")).")
  var shell: Shell

  @Option(help: ArgumentHelp("Words to complete with after a command.", visibility: .hidden))
  var words: String?

  func run() throws {
    if let words {
      for word in Self.words(after: words) { print(word) }
      return
    }
    switch shell {
    case .bash: print(Self.bash)
    case .zsh: print("#compdef filon\nautoload -U +X bashcompinit && bashcompinit\n" + Self.bash)
    case .fish: print(Self.fish)
    }
  }

  /// The commands, or the options of a command as its help lists them.
  private static func words(after command: String) -> [String] {
    guard !command.isEmpty, let type = RootCommand.command(named: command) else {
      return RootCommand.commandNames
    }
    return RootCommand.helpMessage(for: type).split(separator: "\n").flatMap { line in
      line.prefix { $0 == " " }.count >= 2 ? Self.flags(in: line) : []
    }
  }

  private static func flags(in line: Substring) -> [String] {
    let words = line.split(separator: " ").prefix { $0.hasPrefix("-") }
    return words.map { word in String(word.prefix { $0 != "," && $0 != "=" }) }
      .filter { $0.hasPrefix("--") }
  }

  private static let bash = """
    _filon() {
      local word="${COMP_WORDS[COMP_CWORD]}" command=""
      [ "$COMP_CWORD" -gt 1 ] && command="${COMP_WORDS[1]}"
      if [ "$COMP_CWORD" -gt 1 ] && [[ "$word" != -* ]]; then
        COMPREPLY=($(compgen -f -- "$word"))
      else
        COMPREPLY=($(compgen -W "$(filon completions bash --words "$command")" -- "$word"))
      fi
    }
    complete -o filenames -F _filon filon
    """

  private static let fish = """
    function __filon_words
      set -l words (commandline -opc)
      filon completions fish --words "$words[2]"
    end
    complete -c filon -n 'test (count (commandline -opc)) -eq 1' -f -a '(__filon_words)'
    complete -c filon -n 'test (count (commandline -opc)) -gt 1' -a '(__filon_words)'
    """
}
