import Primitives

/// A stretch of the film: when something is on stage.
struct Turn {
  var begin: Time
  var end: Time

  var length: Time { end - begin }
}
