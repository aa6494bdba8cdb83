/// Makes sure that no stored property of a family of types goes unnoticed by what is made of their values.
///
/// For every type there are specimens: values, each with variants of which every one differs from it in one stored
/// property. The walk complains of a variant that makes no difference, of a property without a variant, of a
/// case of an enum without a specimen, and of a type within a specimen that has none itself: a new property
/// can't be forgotten.
package struct PropertyWalk {
  private var complaints: [String] = []
  private var described: Set<String> = []
  private var reached: Set<String> = []
  private var cases: [String: (found: Set<String>, count: Int)] = [:]
  /// Properties that needn't make a difference, as `Type.property`.
  private let exempt: Set<String>
  /// Types that are looked at no further.
  private let leaves: Set<String>

  package init(exempt: Set<String> = [], leaves: Set<String> = []) {
    self.exempt = exempt
    self.leaves = leaves
  }

  /// Looks at a value and its variants, and at what an observer says of them.
  package mutating func look<Value>(
    at value: Value, _ variants: Value..., as observe: (Value) -> String
  ) {
    look(at: value, variants, as: observe)
  }

  package mutating func look<Value>(
    at value: Value, _ variants: [Value], as observe: (Value) -> String
  ) {
    let type = typeName(Value.self)
    described.insert(type)
    noteCase(of: value)
    reach(value)
    var missing = Set(properties(of: value).map(\.name))
    for variant in variants {
      reach(variant)
      guard caseName(of: variant) == caseName(of: value) else {
        complaints.append("a variant of \(type) is another case")
        continue
      }
      let changed = zip(properties(of: value), properties(of: variant)).filter { $0.text != $1.text }
        .map(\.0.name)
      guard changed.count == 1, let name = changed.first else {
        complaints.append("a variant of \(type) differs in \(changed)")
        continue
      }
      missing.remove(name)
      if observe(value) == observe(variant) { complaints.append("\(name) makes no difference") }
    }
    complaints += missing.sorted().map { "\($0) has no variant" }
  }

  /// Looks at values of which each has to make a difference to the others.
  package mutating func look<Value>(atEach values: [Value], as observe: (Value) -> String) {
    described.insert(typeName(Value.self))
    for value in values {
      noteCase(of: value)
      reach(value)
    }
    let seen = values.map(observe)
    for index in values.indices where seen[..<index].contains(seen[index]) {
      complaints.append("\(typeName(Value.self)): \(values[index]) makes no difference")
    }
  }

  /// All that was found, once everything was looked at.
  package var findings: [String] {
    let unknown = reached.subtracting(described).subtracting(leaves).sorted()
    let incomplete = cases.filter { $0.value.found.count < $0.value.count }.sorted { $0.key < $1.key }
    return complaints + unknown.map { "there is no specimen of \($0)" }
      + incomplete.map {
        "\($0.key) has \($0.value.count) cases, and specimens of \($0.value.found.sorted())"
      }
  }

  private mutating func noteCase<Value>(of value: Value) {
    guard let count = enumCaseCount(Value.self) else { return }
    cases[typeName(Value.self), default: ([], count)].found.insert(caseName(of: value) ?? "")
  }

  /// Notes the types of what is in a value, at whatever depth.
  private mutating func reach(_ value: Any) {
    let mirror = Mirror(reflecting: value)
    let type = typeName(Swift.type(of: value))
    switch mirror.displayStyle {
    case .struct, .enum:
      // Numbers and texts have no properties one could set.
      let isPlain = mirror.displayStyle == .struct && mirror.children.isEmpty
      if !isPlain, !type.hasPrefix("Range<") { reached.insert(type) }
      guard !leaves.contains(type) else { return }
    default: break
    }
    for child in mirror.children { reach(child.value) }
  }

  private func properties(of value: Any) -> [(name: String, text: String)] {
    let type = typeName(Swift.type(of: value))
    func named(_ prefix: String, _ children: Mirror.Children) -> [(name: String, text: String)] {
      children.map { ("\(prefix).\($0.label ?? "")", structure(of: $0.value)) }
        .filter { !exempt.contains($0.0) }
    }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .enum else { return named(type, mirror.children) }
    guard let payload = mirror.children.first else { return [] }
    let name = "\(type).\(payload.label ?? "")"
    let parts = Mirror(reflecting: payload.value)
    if parts.displayStyle == .tuple { return named(name, parts.children) }
    return exempt.contains(name) ? [] : [(name, structure(of: payload.value))]
  }
}

/// A value with all that is in it as text.
private func structure(of value: Any) -> String {
  let mirror = Mirror(reflecting: value)
  let parts = mirror.children.map { "\($0.label ?? ""):\(structure(of: $0.value))" }
  return parts.isEmpty
    ? "\(type(of: value)) \(value)" : "\(type(of: value))(\(parts.joined(separator: " ")))"
}

/// Such as `Outline.Step`: with what it is nested in, and without modules.
private func typeName(_ type: Any.Type) -> String {
  String(reflecting: type).replacing(#/\b(Primitives|Timeline|FrameGraph|Libretto|Swift)\./#, with: "")
}

private func caseName<Value>(of value: Value) -> String? {
  guard enumCaseCount(Value.self) != nil else { return nil }
  return nameOfCase(value).map { String(cString: $0) }
}

// The standard library's own, by which it prints cases.
@_silgen_name("swift_EnumCaseName")
private func nameOfCase<Value>(_ value: Value) -> UnsafePointer<CChar>?

/// How many cases an enum has, as its type's metadata says; nil for what is none.
private func enumCaseCount<Value>(_ type: Value.Type) -> Int? {
  let metadata = unsafeBitCast(type as Any.Type, to: UnsafeRawPointer.self)
  // Kinds and layouts are those of Swift's ABI, docs/ABI/TypeMetadata.rst.
  guard metadata.load(as: UInt.self) == 0x201 else { return nil }
  let descriptor = metadata.load(fromByteOffset: 8, as: UnsafeRawPointer.self)
  let withPayload = descriptor.load(fromByteOffset: 20, as: UInt32.self) & 0xFF_FFFF
  return Int(withPayload + descriptor.load(fromByteOffset: 24, as: UInt32.self))
}
