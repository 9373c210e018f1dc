import CFilonKernels

/// The linker's hash of all that a program consists of, code and embedded models.
public enum BuildID {
  /// The build ID of the running program in hexadecimal; nil where the linker gave none.
  public static let ofProgram: String? = {
    let bytes = [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
      count = buffer.baseAddress.map { filon_build_id($0, buffer.count) } ?? 0
    }
    return bytes.isEmpty ? nil : SHA256.hexadecimal(bytes)
  }()
}
