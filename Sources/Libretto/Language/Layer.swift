/// What builders gather: an array, so loops and conditions need nothing special.
public typealias Layers = [Layer]

/// One element with all that was asked of it, and the line that made it.
public struct Layer: Sendable {
  /// What it is; it answers for itself.
  var payload: any Payload
  public var directions: StageDirections

  init(_ payload: any Payload, _ directions: StageDirections) {
    self.payload = payload
    self.directions = directions
  }

  init(_ payload: any Payload, at site: Site) { self.init(payload, StageDirections(at: site)) }
}

extension Layer: StagedElement {
  public var layer: Layer { self }
  /// What it is made of.
  package var parts: Layers { payload.cast.members }

  package var site: Site {
    get { directions.site }
    set { directions.site = newValue }
  }
  package var timing: StageDirections.Timing {
    get { directions.timing }
    set { directions.timing = newValue }
  }
  package var entering: StageDirections.Entry? {
    get { directions.entering }
    set { directions.entering = newValue }
  }
  package var exiting: StageDirections.Entry? {
    get { directions.exiting }
    set { directions.exiting = newValue }
  }
  package var overlay: StageDirections.CutOverlay? { directions.overlay }
  var look: LookRequest {
    get { directions.look }
    set { directions.look = newValue }
  }
  package var isDerived: Bool {
    get { directions.isDerived }
    set { directions.isDerived = newValue }
  }
}

extension Layer {
  /// The same as what words and their times make; what this module made by itself, rather than an author,
  /// is at the line that asked for it.
  func adopted(by site: Site) -> Layer {
    var copy = self
    copy.isDerived = true
    if self.site.file.hasPrefix(Layer.house) { copy.site = site }
    copy.payload = payload.recast { $0.adopted(by: site) }
    return copy
  }

  /// The folder of this module's sources.
  private static let house: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    return parts.joined(separator: "/") + "/"
  }()
}
