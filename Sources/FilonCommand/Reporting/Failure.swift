import ArgumentParser
import Filon
import FilonCore
import FilonIO
import FilonPipeline
import Glibc

/// The exit codes of the command, after sysexits.
enum ExitStatus: Int32, Error {
  case success = 0
  case someRecordsFailed = 1
  case usage = 64
  case badInput = 65
  case missingInput = 66
  case cannotCreate = 73
  case inputOutput = 74
  case badConfiguration = 78
  case interrupted = 130
  case brokenPipe = 141
}

/// Says what happened and ends the process with the right code.
enum Failure {
  static func exit(_ error: any Error) -> Never {
    switch error {
    case let status as ExitStatus: end(status)
    case let failure as IOFailure:
      end(status(of: failure), failure.code == .brokenPipe ? nil : "\(failure)")
    case let abort as RunAbort: exit(abort)
    case let error as ConfigurationError:
      StandardError.write(error.diagnostics.text(file: "filon", source: nil))
      end(.badConfiguration)
    case is PipelineFile.Fault: end(.badConfiguration)
    case let failure as RecordFailure:
      let line = failure.line.map { ":\($0)" } ?? ""
      end(.badInput, (failure.file.map { "\($0)\(line): " } ?? "") + failure.message)
    case let error as JSONError: end(.badInput, error.description)
    default: RootCommand.exit(withError: error)
    }
  }

  private static func exit(_ abort: RunAbort) -> Never {
    switch abort {
    case .strict(let failure):
      end(.someRecordsFailed, "stopped at the first failed record: \(failure.message)")
    case .tooManyErrors(let errors, let records):
      end(.someRecordsFailed, "stopped: \(errors) of \(records) records failed")
    case .interrupted: end(.interrupted, "interrupted; --resume goes on from here")
    case .cannotResume(let reason): end(.badConfiguration, "cannot resume: \(reason)")
    }
  }

  private static func end(_ status: ExitStatus, _ message: String? = nil) -> Never {
    if let message { StandardError.write("filon: \(message)\n") }
    Glibc.exit(status.rawValue)
  }

  private static func status(of failure: IOFailure) -> ExitStatus {
    switch failure.code {
    case .missing, .unreadable: .missingInput
    case .corrupt, .unsupported: .badInput
    case .brokenPipe: .brokenPipe
    case .cannotCreate: .cannotCreate
    case .io: .inputOutput
    }
  }
}
