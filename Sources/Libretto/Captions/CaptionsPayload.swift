/// A sheet with what was asked of its showing.
struct CaptionsPayload: Sendable {
  var sheet: LyricSheet
  var style: any CaptionStyle = LineCaptions()
  var sectionStyles: [(label: String, style: any CaptionStyle)] = []
  /// What the screen's shape asks for, if nil.
  var safeArea: SafeArea?
  /// What the style asks for, if nil.
  var change: CaptionChange?
  var paging = CaptionPaging()
  var lead: Length = 0.25
  var hold: Length = 0.6
  var gaps = CaptionGaps.nothing
  var extras = CaptionExtras()
  /// A sheet with what stands under lines in another language.
  var translation: LyricSheet?

  /// Of a section's captions.
  func style(for section: String) -> any CaptionStyle {
    let label = section.lowercased()
    return sectionStyles.last { $0.label.lowercased() == label }?.style ?? style
  }
}
