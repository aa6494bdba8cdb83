extension Double {
  /// At most three decimals, without zeros at the end: `0.5`, `1080`, `-0.333`.
  package var brief: String {
    guard isFinite, abs(self) < 1e12 else { return "\(self)" }
    let thousandths = Int((abs(self) * 1000).rounded())
    let sign = self < 0 && thousandths > 0 ? "-" : ""
    var fraction = String(thousandths % 1000)
    fraction = String(repeating: "0", count: 3 - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return sign + String(thousandths / 1000) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
