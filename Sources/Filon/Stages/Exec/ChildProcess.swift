import Glibc

/// A program that is asked line by line, and answers each line with one line.
///
/// Owns the process and both pipes; ends them when it goes.
final class ChildProcess {
  /// Why a program did not answer.
  enum Failure: Error, Equatable {
    case cannotStart(String)
    case ended
    case timeout
  }

  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var received: [UInt8] = []

  /// Starts a program, found in `PATH`, with its standard error left as ours.
  init(_ command: [String]) throws(Failure) {
    var (toChild, fromChild): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else {
      throw .cannotStart(String(cString: strerror(errno)))
    }
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    var identifier = pid_t()
    let status = posix_spawnp(
      &identifier, arguments[0] ?? strdup(""), &actions, nil, arguments, environ)
    for argument in arguments { free(argument) }
    posix_spawn_file_actions_destroy(&actions)
    close(toChild[0])
    close(fromChild[1])
    process = identifier
    input = toChild[1]
    output = fromChild[0]
    guard status == 0 else {
      close(input)
      close(output)
      throw .cannotStart(String(cString: strerror(status)))
    }
  }

  deinit {
    close(input)
    close(output)
    kill(process, SIGTERM)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// Sends a line and waits for the answer.
  ///
  /// - Parameters:
  ///   - line: The line, with its end.
  ///   - milliseconds: How long to wait; nil for ever.
  func ask(_ line: [UInt8], milliseconds: Int?) throws(Failure) -> [UInt8] {
    let deadline = milliseconds.map { ContinuousClock.now + .milliseconds($0) }
    var sent = 0
    while true {
      if let end = received.firstIndex(of: 0x0A) {
        let answer = Array(received[..<end])
        received.removeFirst(end + 1)
        return answer
      }
      var descriptors = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
      if sent < line.count {
        descriptors.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0))
      }
      guard poll(&descriptors, nfds_t(descriptors.count), Self.wait(until: deadline)) > 0 else {
        throw .timeout
      }
      if descriptors.count > 1, descriptors[1].revents != 0 {
        let end = min(line.count, sent + Int(PIPE_BUF))
        let count = line[sent..<end].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
        guard count > 0 else { throw .ended }
        sent += count
      }
      if descriptors[0].revents != 0 { try receive() }
    }
  }

  private func receive() throws(Failure) {
    let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = max(0, read(output, buffer.baseAddress, buffer.count))
    }
    guard !chunk.isEmpty else { throw .ended }
    received += chunk
  }

  private static func wait(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = (deadline - ContinuousClock.now).components
    let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
    return Int32(clamping: max(0, milliseconds))
  }
}
