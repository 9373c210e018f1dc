extension Document {
  /// The address of the page: what it says itself, else where it was found.
  public var address: String? { metadata.url ?? source.url }

  /// The host of the address, in lower case.
  public var host: String? {
    guard let address, let scheme = address.firstRange(of: "://") else { return nil }
    let host = address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.isEmpty ? nil : host.lowercased()
  }
}
