extension Double {
  /// The nearest point of the grid for positions: 1/1024 pixel.
  package var snappedToPixelGrid: Double { snapped(1024) }

  /// The nearest point of the grid for ratios and scales: 2⁻²⁴.
  package var snappedToRatioGrid: Double { snapped(16_777_216) }

  /// Numbers enter a drawing only from a grid, so that a difference in the last bit between two
  /// machines can't reach a pixel. What is no number becomes zero; what is huge is clamped.
  private func snapped(_ steps: Double) -> Double {
    guard self == self else { return 0 }
    let grid = (Swift.max(-1e8, Swift.min(1e8, self)) * steps).rounded() / steps
    return grid == 0 ? 0 : grid
  }
}
