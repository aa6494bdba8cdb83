/// A part of a clip, in its own seconds: `1.0..<5.0`, `2...` or `..<3.5`.
///
/// Not a range of the standard library, which would stop the program where it ends before it begins; here
/// that is an error with its line.
public struct Trim: Hashable, Sendable {
  package var start: Time?
  package var end: Time?
}

@_disfavoredOverload
public func ..< (start: Time, end: Time) -> Trim { Trim(start: start, end: end) }
@_disfavoredOverload
public func ..< <Number: BinaryFloatingPoint>(start: Number, end: Number) -> Trim {
  Trim(start: Time(seconds: Double(start)), end: Time(seconds: Double(end)))
}

@_disfavoredOverload
public postfix func ... (start: Time) -> Trim { Trim(start: start, end: nil) }
@_disfavoredOverload
public postfix func ... <Number: BinaryFloatingPoint>(start: Number) -> Trim {
  Trim(start: Time(seconds: Double(start)), end: nil)
}

@_disfavoredOverload
public prefix func ..< (end: Time) -> Trim { Trim(start: nil, end: end) }
@_disfavoredOverload
public prefix func ..< <Number: BinaryFloatingPoint>(end: Number) -> Trim {
  Trim(start: nil, end: Time(seconds: Double(end)))
}
