#include <math.h>

#include "filter.h"

// The obvious versions of the kernels of light, a number at a time, for tests: they must agree to the bit.

void libretto_row_bright_plain(const float *row, int width, float threshold, float *light) {
  for (int x = 0; x < width; x++) {
    float most = row[x];
    for (int c = 1; c < 3; c++) most = row[c * width + x] > most ? row[c * width + x] : most;
    const float over = unit((most - threshold) * (1 / (1.05f - threshold)));
    const float share = over * over * (3 - 2 * over);
    for (int c = 0; c < 3; c++) light[c * width + x] = row[c * width + x] * row[c * width + x] * share;
  }
}

static float lit(float value, float light) { return sqrtf(1 - (1 - value * value) * (1 - unit(light))); }

void libretto_row_shine_plain(float *row, int width, const float *light, float strength) {
  for (int x = 0; x < width; x++)
    for (int c = 0; c < 3; c++) {
      const float value = lit(unit(row[c * width + x]), light[c * width + x] * strength);
      row[c * width + x] = value;
      if (value > row[3 * width + x]) row[3 * width + x] = value;
    }
}

void libretto_row_vignette_plain(float *row, int width, LibrettoPath path, float depth, const float *color) {
  for (int x = 0; x < width; x++) {
    const float u = path.u + path.du * (float)x, v = path.v + path.dv * (float)x;
    const float left = 1 / (1 + depth * (u * u + v * v));
    for (int c = 0; c < 3; c++) row[c * width + x] = color[c] + (row[c * width + x] - color[c]) * left;
  }
}

void libretto_row_spot_plain(float *light, int width, LibrettoPath path, const float *color) {
  for (int x = 0; x < width; x++) {
    const float u = path.u + path.du * (float)x, v = path.v + path.dv * (float)x;
    const float near = 1 - (u * u + v * v);
    for (int c = 0; c < 3; c++) light[c * width + x] += near > 0 ? near * near * near * color[c] : 0 * color[c];
  }
}

void libretto_row_leak_plain(float *row, int width, const float *light) {
  for (int i = 0; i < 3 * width; i++) row[i] = lit(unit(row[i]), light[i]);
}

void libretto_row_burn_plain(float *row, int width, const uint16_t *when, float before, float scale, const float *table,
                             int moments) {
  for (int x = 0; x < width; x++) {
    const float place = unit((before - (float)when[x] * (1 / 65535.0f)) * scale) * (float)(moments - 1);
    const int index = (int)place;
    float now[7];
    for (int c = 0; c < 7; c++) {
      const float *plane = table + c * (moments + 1);
      now[c] = plane[index] + (plane[index + 1] - plane[index]) * (place - (float)index);
    }
    for (int c = 0; c < 3; c++) row[c * width + x] = row[c * width + x] * now[c] + now[c + 3];
    row[3 * width + x] *= now[6];
  }
}

static float part_inside(float place, float breadth) {
  const float way = unit((1 - fabsf(place)) / (breadth > 1e-4f ? breadth : 1e-4f));
  return way * way * (3 - 2 * way);
}

void libretto_feather_plain(uint32_t *pixels, int width, LibrettoPath path, float across, float down) {
  for (int x = 0; x < width; x++) {
    const float u = path.u + path.du * (float)x, v = path.v + path.dv * (float)x;
    const uint32_t left = (uint32_t)(part_inside(u, across) * part_inside(v, down) * 256 + 0.5f);
    uint32_t pixel = 0;
    for (int shift = 0; shift < 32; shift += 8) pixel |= ((pixels[x] >> shift & 255) * left + 128) >> 8 << shift;
    pixels[x] = pixel;
  }
}

void libretto_row_spark_plain(const LibrettoSpark *spark, float left, float y, int first, int width, float *row) {
  const float way_x = spark->head_x - spark->tail_x, way_y = spark->head_y - spark->tail_y;
  const float square = way_x * way_x + way_y * way_y;
  for (int x = first; x < first + width; x++) {
    const float right = left + (float)x - spark->tail_x, down = y - spark->tail_y;
    const float part = (right * way_x + down * way_y) * (square > 0 ? 1 / square : 0);
    const float along = unit(part), length = root(square), outer = spark->radius + spark->edge;
    const float core = unit((part * length + outer) * (1 / (length + outer)));
    const float glow = unit((part * length + spark->reach) * (1 / (length + spark->reach)));
    const float faint = 0.96f * unit(length / (2 * outer)), dim = 0.96f * unit(length / spark->reach);
    const float off_x = right - along * way_x, off_y = down - along * way_y;
    const float distance = off_x * off_x + off_y * off_y;
    const float far = unit(1 - distance * (1 / (spark->reach * spark->reach)));
    const float near = unit((outer - root(distance)) * (1 / (2 * spark->edge)));
    const float bright = near * near * (3 - 2 * near) * (1 - faint * (1 - core * core));
    const float shine = spark->glow * (far * far * far) * (1 - dim * (1 - glow * glow));
    row[x] += spark->level * (bright + shine);
  }
}

bool libretto_row_exposed_plain(const float *row, int width, int left, int y, float heat, uint8_t *color,
                                uint8_t *white) {
  bool any = false;
  for (int x = 0; x < width; x++) {
    const float threshold = libretto_thresholds(y)[(left + x) & 63];
    const float share = unit(row[x] * (1 / 1.2f)), over = unit((row[x] - 0.7f) * heat);
    color[x] = (uint8_t)(int32_t)(share * (2 - share) * 255 + threshold);
    white[x] = (uint8_t)(int32_t)(over * (2 - over) * 255 + threshold);
    any = any || white[x] != 0;
  }
  return any;
}
