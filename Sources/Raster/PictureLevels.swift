import FrameGraph
import Primitives

/// Where a painter finds pictures at the scale at which it needs them.
protocol PictureLevels {
  /// The level of a picture to sample when it is shown at a scale, and its number.
  func level(of sample: PictureSample, forScale scale: Double) throws(Problem) -> (PixelPlane, number: Int)
  /// A soft, small copy, and the number of the level it takes the place of.
  func blurred(_ sample: PictureSample) throws(Problem) -> (PixelPlane, number: Int)
}

extension PictureStore: PictureLevels {
  func level(of sample: PictureSample, forScale scale: Double) throws(Problem) -> (PixelPlane, number: Int)
  {
    try level(of: sample.source.digest, forScale: scale, isVector: sample.isVector)
  }

  func blurred(_ sample: PictureSample) throws(Problem) -> (PixelPlane, number: Int) {
    try blurred(sample.source.digest, isVector: sample.isVector)
  }
}

/// All that a painter can show: pictures, which all painters share, and frames of clips, which are its own.
struct MovingPictures: PictureLevels {
  let pictures: PictureStore
  let clips: ClipShelf

  func level(of sample: PictureSample, forScale scale: Double) throws(Problem) -> (PixelPlane, number: Int)
  {
    guard let frame = sample.source.frame else { return try pictures.level(of: sample, forScale: scale) }
    let (plane, number) = try clips.pyramid(of: sample.source, frame).level(forScale: scale)
    return (plane, number)
  }

  func blurred(_ sample: PictureSample) throws(Problem) -> (PixelPlane, number: Int) {
    guard let frame = sample.source.frame else { return try pictures.blurred(sample) }
    let (plane, number) = try clips.pyramid(of: sample.source, frame).blurred()
    return (plane, number)
  }
}
