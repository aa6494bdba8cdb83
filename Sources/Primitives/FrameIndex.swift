/// The number of a frame; the first is 0.
package struct FrameIndex: Hashable, Sendable, Strideable {
  package var value: Int

  package init(_ value: Int) { self.value = value }

  package static let zero = FrameIndex(0)

  package func advanced(by count: Int) -> FrameIndex {
    FrameIndex(value.addingReportingOverflow(count).partialValue)
  }
  package func distance(to other: FrameIndex) -> Int { other.value - value }
  package static func < (left: FrameIndex, right: FrameIndex) -> Bool { left.value < right.value }
}

extension FrameIndex: CustomStringConvertible, ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(value) }
  package var description: String { "\(value)" }
}
