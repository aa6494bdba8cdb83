#include "filter.h"

KERNEL(libretto_row_spark,
       (const LibrettoSpark *spark, float left, float y, int first, int width, float *restrict row),
       (spark, left, y, first, width, row)) {
  const LibrettoSpark light = *spark;
  const float way_x = light.head_x - light.tail_x, way_y = light.head_y - light.tail_y;
  const float square = way_x * way_x + way_y * way_y;
  const float per_square = square > 0 ? 1 / square : 0;
  const float length = root(square), outer = light.radius + light.edge;
  const float faint = 0.96f * unit(length / (2 * outer)), dim = 0.96f * unit(length / light.reach);
  const float per_core = 1 / (length + outer), per_glow = 1 / (length + light.reach);
  const float down = y - light.tail_y;
  const float per_reach = 1 / (light.reach * light.reach), per_edge = 1 / (2 * light.edge);
  for (int x = first; x < first + width; x++) {
    const float right = left + (float)x - light.tail_x;
    const float part = (right * way_x + down * way_y) * per_square;
    const float along = unit(part);
    // What is behind the head is fainter, the longer the way the more.
    const float core = unit((part * length + outer) * per_core);
    const float glow = unit((part * length + light.reach) * per_glow);
    const float off_x = right - along * way_x, off_y = down - along * way_y;
    const float distance = off_x * off_x + off_y * off_y;
    const float far = unit(1 - distance * per_reach);
    const float near = unit((outer - root(distance)) * per_edge);
    const float bright = near * near * (3 - 2 * near) * (1 - faint * (1 - core * core));
    const float shine = light.glow * (far * far * far) * (1 - dim * (1 - glow * glow));
    row[x] += light.level * (bright + shine);
  }
}

static inline uint8_t rounded(float share, float threshold) { return (uint8_t)(int32_t)(share * 255 + threshold); }

ALWAYS_INLINE void expose(const float *restrict row, int width, const float *restrict thresholds, float heat,
                          uint8_t *restrict color, uint8_t *restrict white) {
  for (int x = 0; x < width; x++) {
    const float share = unit(row[x] * (1 / 1.2f)), over = unit((row[x] - 0.7f) * heat);
    color[x] = rounded(share * (2 - share), thresholds[x]);
    white[x] = rounded(over * (2 - over), thresholds[x]);
  }
}

KERNEL(expose_row,
       (const float *row, int width, const float *thresholds, float heat, uint8_t *color, uint8_t *white),
       (row, width, thresholds, heat, color, white)) {
  for (int start = 0; start < width; start += 64)
    expose(row + start, width - start < 64 ? width - start : 64, thresholds, heat, color + start, white + start);
}

bool libretto_row_exposed(const float *row, int width, int left, int y, float heat, uint8_t *color, uint8_t *white) {
  expose_row(row, width, libretto_thresholds(y) + (left & 63), heat, color, white);
  uint8_t any = 0;
  for (int x = 0; x < width; x++) any |= white[x];
  return any != 0;
}
