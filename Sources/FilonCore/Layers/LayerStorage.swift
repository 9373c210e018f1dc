/// The layers of one document, by type.
struct LayerStorage: Sendable {
  private var layers: [ObjectIdentifier: any Sendable] = [:]
  private(set) var names: Set<LayerName> = []

  subscript<A: Annotation>(type: A.Type) -> Layer<A> {
    get { layers[ObjectIdentifier(type)] as? Layer<A> ?? Layer() }
    set {
      layers[ObjectIdentifier(type)] = newValue
      names.insert(A.layer)
    }
  }

  mutating func remove<A: Annotation>(_ type: A.Type) {
    layers[ObjectIdentifier(type)] = nil
    names.remove(A.layer)
  }
}
