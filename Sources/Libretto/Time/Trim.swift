/// A part of a clip, in its own seconds: `1.0..<5.0`, `2...` or `..<3.5`.
///
/// Not a range of the standard library, which would stop the program where it ends before it begins; here
/// that is an error with its line.
public struct Trim: Hashable, Sendable {
  package var start: Time?
  package var end: Time?
}

/// From one time of a clip to another.
@_disfavoredOverload
public func ..< (start: Time, end: Time) -> Trim { Trim(start: start, end: end) }
/// From one second of a clip to another: `1.0..<5.0`.
@_disfavoredOverload
public func ..< <Number: BinaryFloatingPoint>(start: Number, end: Number) -> Trim {
  Trim(start: Time(seconds: Double(start)), end: Time(seconds: Double(end)))
}

/// From a time of a clip to its end.
@_disfavoredOverload
public postfix func ... (start: Time) -> Trim { Trim(start: start, end: nil) }
/// From a second of a clip to its end: `2...`.
@_disfavoredOverload
public postfix func ... <Number: BinaryFloatingPoint>(start: Number) -> Trim {
  Trim(start: Time(seconds: Double(start)), end: nil)
}

/// From a clip's begin to a time of it.
@_disfavoredOverload
public prefix func ..< (end: Time) -> Trim { Trim(start: nil, end: end) }
/// From a clip's begin to a second of it: `..<3.5`.
@_disfavoredOverload
public prefix func ..< <Number: BinaryFloatingPoint>(end: Number) -> Trim {
  Trim(start: nil, end: Time(seconds: Double(end)))
}
