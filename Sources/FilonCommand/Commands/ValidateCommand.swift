import ArgumentParser
import Filon
import FilonPipeline

/// `filon validate`
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check pipeline files; with --test run the tests in them.",
    discussion: """
      All faults are told at once as file:line:column. The exit code is 78 when there are any.

      EXAMPLES
        filon validate pipelines/*.yaml
        filon validate pipeline.yaml --test
      """)

  @Argument(help: "Pipeline files.")
  var files: [String]

  @Flag(help: "Run the tests in the files.")
  var test = false

  func run() throws {
    var isFine = true
    for path in files {
      do {
        let file = try PipelineFile(path: path, registry: FilonCommand.registry)
        file.tellWarnings()
        if test {
          isFine = run(file, path) && isFine
        } else {
          print("\(path): fine")
        }
      } catch is PipelineFile.Fault {
        isFine = false
      }
    }
    guard isFine else { throw ExitStatus.badConfiguration }
  }

  private func run(_ file: PipelineFile, _ path: String) -> Bool {
    let runner = PipelineTestRunner(plan: file.plan)
    var failed = 0
    for test in file.configuration.tests {
      let failures = runner.run(test)
      print("\(failures.isEmpty ? "passed" : "failed"): \(test.name)")
      for failure in failures {
        let place = failure.position.map { ":\($0.line):\($0.column)" } ?? ""
        print("  \(path)\(place): \(failure.message)")
      }
      failed += failures.isEmpty ? 0 : 1
    }
    print("\(path): \(file.configuration.tests.count - failed) passed, \(failed) failed")
    return failed == 0
  }
}
