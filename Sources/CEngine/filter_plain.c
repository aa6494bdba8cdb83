#include <math.h>

#include "filter.h"

// The obvious versions of the kernels of filters, a number at a time, for tests: they must agree to the bit.

static uint32_t byte_of(float value, int x, int left, int y) {
  return (uint32_t)(unit(value) * 255 + libretto_thresholds(y)[(left + x) & 63]);
}

void libretto_row_open_plain(const uint32_t *pixels, int width, int planes, float *row) {
  static const int shifts[4] = {16, 8, 0, 24};
  for (int x = 0; x < width; x++)
    for (int c = 0; c < planes; c++) row[c * width + x] = (float)(pixels[x] >> shifts[c] & 255) * (1 / 255.0f);
}

void libretto_row_close_plain(const float *row, int width, int left, int y, uint32_t *pixels) {
  static const int shifts[4] = {16, 8, 0, 24};
  for (int x = 0; x < width; x++) {
    pixels[x] = 0;
    for (int c = 0; c < 4; c++) pixels[x] |= byte_of(row[c * width + x], x, left, y) << shifts[c];
  }
}

void libretto_row_close_opaque_plain(const float *row, int width, int left, int y, uint32_t *pixels) {
  static const int shifts[3] = {16, 8, 0};
  for (int x = 0; x < width; x++) {
    pixels[x] = 0xFF000000;
    for (int c = 0; c < 3; c++) pixels[x] |= byte_of(row[c * width + x], x, left, y) << shifts[c];
  }
}

void libretto_row_open_deep_plain(const uint16_t *deep, int count, float *row) {
  for (int i = 0; i < count; i++) row[i] = (float)deep[i] * (1 / 65535.0f);
}

void libretto_row_close_deep_plain(const float *row, int count, uint16_t *deep) {
  for (int i = 0; i < count; i++) deep[i] = (uint16_t)(unit(row[i]) * 65535 + 0.5f);
}

void libretto_row_straighten_plain(float *row, int width) {
  for (int x = 0; x < width; x++) {
    const float alpha = row[3 * width + x], factor = 1 / (alpha > 1e-5f ? alpha : 1e-5f);
    for (int c = 0; c < 3; c++) row[c * width + x] *= factor;
  }
}

void libretto_row_premultiply_plain(float *row, int width) {
  for (int x = 0; x < width; x++)
    for (int c = 0; c < 3; c++) row[c * width + x] = unit(row[c * width + x]) * row[3 * width + x];
}

void libretto_add_plain(const float *numbers, int count, float *sums) {
  for (int i = 0; i < count; i++) sums[i] += numbers[i];
}

void libretto_shrink_plain(const float *sums, int width, int factor, int rows, float *means) {
  for (int first = 0; first < width; first += factor) {
    const int count = width - first < factor ? width - first : factor;
    float sum = 0;
    for (int k = 0; k < count; k++) sum += sums[first + k];
    means[first / factor] = sum * (1 / ((float)count * (float)rows));
  }
}

void libretto_weigh_across_plain(const float *numbers, int count, const float *weights, int radius, float *result) {
  for (int i = 0; i < count; i++) {
    float sum = weights[0] * numbers[i + radius];
    for (int k = 1; k <= radius; k++) sum += weights[k] * (numbers[i + radius - k] + numbers[i + radius + k]);
    result[i] = sum;
  }
}

void libretto_weigh_down_plain(const float *const *rows, int count, const float *weights, int radius, float *result) {
  for (int i = 0; i < count; i++) {
    float sum = weights[0] * rows[radius][i];
    for (int k = 1; k <= radius; k++) sum += weights[k] * (rows[radius - k][i] + rows[radius + k][i]);
    result[i] = sum;
  }
}

void libretto_mix_four_plain(const float *const *rows, const float *weights, int count, float *result) {
  for (int i = 0; i < count; i++)
    result[i] = rows[0][i] * weights[0] + rows[1][i] * weights[1] + rows[2][i] * weights[2] + rows[3][i] * weights[3];
}

void libretto_grow_plain(const float *numbers, int count, int factor, float *result) {
  for (int i = 0; i < (count + 1) * factor; i++) {
    const float part = ((float)(i % factor) + 0.5f) / (float)factor, rest = 1 - part, square = part * part;
    const float first = rest * rest * rest * (1 / 6.0f), fourth = square * part * (1 / 6.0f);
    const float second = (3 * square * part - 6 * square + 4) * (1 / 6.0f);
    const float *around = numbers + i / factor;
    result[i] = around[0] * first + around[1] * second + around[2] * (1 - first - second - fourth) + around[3] * fourth;
  }
}

void libretto_between_plain(const uint16_t *upper, const uint16_t *lower, float part, int count, float *result) {
  const float above = (1 - part) * (1 / 65535.0f), below = part * (1 / 65535.0f);
  for (int i = 0; i < count; i++) result[i] = (float)upper[i] * above + (float)lower[i] * below;
}

static int inside(int i, int count) { return i < 0 ? 0 : i >= count ? count - 1 : i; }

void libretto_add_moved_plain(const float *numbers, int count, int shift, float part, float gain, float *sums) {
  for (int i = 0; i < count; i++)
    sums[i] += numbers[inside(i + shift, count)] * (gain * (1 - part))
      + numbers[inside(i + shift + 1, count)] * (gain * part);
}

void libretto_add_at_plain(const float *numbers, const int32_t *places, const float *parts, int count, float gain,
                           float *sums) {
  for (int i = 0; i < count; i++) {
    const float here = numbers[places[i]], next = numbers[places[i] + 1];
    sums[i] += (here + (next - here) * parts[i]) * gain;
  }
}

void libretto_most_plain(const float *a, const float *b, const float *c, int count, float *most) {
  for (int i = 0; i < count; i++) {
    most[i] = a[i];
    if (b[i] > most[i]) most[i] = b[i];
    if (c[i] > most[i]) most[i] = c[i];
  }
}

void libretto_approach_plain(const float *others, int count, float share, float *numbers) {
  for (int i = 0; i < count; i++) numbers[i] += (others[i] - numbers[i]) * share;
}

void libretto_row_scale_plain(float *row, int width, float factor) {
  for (int i = 0; i < 3 * width; i++) row[i] *= factor;
}

void libretto_noise_plain(uint64_t seed, int side, float *noise) {
  for (uint64_t i = 0; i < (uint64_t)side * (uint64_t)side; i++) {
    uint64_t bits = seed + i * 0x9E3779B97F4A7C15ULL;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBULL;
    bits ^= bits >> 31;
    int sum = -1020;
    for (; bits; bits >>= 8) sum += (int)(bits & 255);
    noise[i] = (float)sum * (1 / 209.0f);
  }
}

void libretto_row_grain_plain(float *row, int width, const float *noise, int side, int first, float amount) {
  for (int x = 0; x < width; x++) {
    float *red = row + x, *green = red + width, *blue = green + width;
    const float level = unit(0.2126f * *red + 0.7152f * *green + 0.0722f * *blue), rest = 1 - level;
    const float shape = (0.06f + 0.94f * (6.75f * level * rest * rest)) * (1 - level * level * level * level);
    const float grain = noise[(first + x) % side] * amount * shape;
    *red += grain;
    *green += grain;
    *blue += grain;
  }
}

void libretto_row_film_plain(float *row, int width, const float *shared, const float *first, const float *second,
                             float amount) {
  for (int x = 0; x < width; x++) {
    float *red = row + x, *green = red + width, *blue = green + width;
    const float level = unit(0.2126f * *red + 0.7152f * *green + 0.0722f * *blue);
    const float strength = amount * (0.12f + 0.88f * (4 * level * (1 - level)) - 0.12f * level * level);
    const float all = 0.88f * shared[x];
    *red += strength * (all + 0.16f * first[x]);
    *green += strength * (all - 0.08f * first[x] - 0.06f * second[x]);
    *blue += strength * (all + 0.2f * second[x]);
  }
}

void libretto_row_cells_plain(const float *sums, int width, int planes, const int32_t *edges, int cells, int rows,
                              float *row) {
  for (int x = 0; x < width; x++)
    for (int c = 0; c < planes; c++) {
      int cell = 0;
      while (cell + 1 < cells && edges[cell + 1] <= x) cell++;
      float sum = 0;
      for (int i = edges[cell]; i < edges[cell + 1]; i++) sum += sums[c * width + i];
      row[c * width + x] = sum * (1 / ((float)(edges[cell + 1] - edges[cell]) * (float)rows));
    }
}

void libretto_row_matrix_plain(float *row, int width, const float *matrix) {
  for (int x = 0; x < width; x++) {
    const float old[3] = {row[x], row[width + x], row[2 * width + x]};
    for (int c = 0; c < 3; c++)
      row[c * width + x] = matrix[4 * c] * old[0] + matrix[4 * c + 1] * old[1] + matrix[4 * c + 2] * old[2] + matrix[4 * c + 3];
  }
}

static float found(const float *table, int count, float place) {
  const float at = unit(place) * (float)(count - 1);
  const int index = at >= (float)(count - 1) ? count - 2 : (int)at;
  return table[index] + (table[index + 1] - table[index]) * (at - (float)index);
}

void libretto_row_curves_plain(float *row, int width, const float *const *tables, int count) {
  for (int x = 0; x < width; x++)
    for (int c = 0; c < 3; c++) row[c * width + x] = found(tables[c], count, row[c * width + x]);
}

void libretto_row_lines_plain(float *row, int width, const LibrettoLines *lines, float strength) {
  for (int x = 0; x < width; x++)
    for (int c = 0; c < 3; c++) {
      const float value = row[c * width + x];
      const float next = found(lines->entries + c * lines->size, lines->size, (value - lines->start[c]) * lines->scale[c]);
      row[c * width + x] = strength == 1 ? next : value + (next - value) * strength;
    }
}

void libretto_row_cube_plain(float *row, int width, const LibrettoCube *cube, float strength) {
  const float factor = (cube->high - cube->low) * (1 / (65535.0f * 32768.0f));
  const int32_t steps[3] = {1, cube->size, cube->size * cube->size};
  for (int x = 0; x < width; x++) {
    int32_t corner = 0, parts[3], order[3] = {0, 1, 2};
    for (int c = 0; c < 3; c++) {
      const float most = (float)(cube->size - 1) * 32768, scale = cube->scale[c] * most;
      float place = row[c * width + x] * scale - cube->start[c] * scale;
      place = place > 0 ? place : 0;
      place = place < most ? place : most;
      const int32_t whole = (int32_t)(place + 0.5f);
      parts[c] = whole % 32768;
      corner += whole / 32768 * steps[c];
    }
    for (int i = 0; i < 2; i++)
      for (int j = 0; j < 2; j++)
        if (parts[order[j]] < parts[order[j + 1]]) {
          const int32_t other = order[j];
          order[j] = order[j + 1];
          order[j + 1] = other;
        }
    int64_t sums[3] = {0};
    int32_t left = 32768;
    for (int i = 0; i <= 3; i++) {
      const int32_t next = i < 3 ? parts[order[i]] : 0;
      for (int c = 0; c < 3; c++) sums[c] += (int64_t)(left - next) * (cube->entries[4 * corner + c] + 32768);
      left = next;
      if (i < 3) corner += steps[order[i]];
    }
    for (int c = 0; c < 3; c++) {
      const float value = (float)sums[c] * factor + cube->low;
      row[c * width + x] = strength == 1 ? value : row[c * width + x] + (value - row[c * width + x]) * strength;
    }
  }
}

void libretto_row_gradient_plain(const float *table, int count, LibrettoPath path, bool is_radial, int width, float *row) {
  for (int x = 0; x < width; x++) {
    // Places are counted anew from every 64th pixel.
    const float begin = (float)(x / 64 * 64), step = (float)(x % 64);
    const float u = path.u + path.du * begin + path.du * step, v = path.v + path.dv * begin + path.dv * step;
    const float place = unit(is_radial ? sqrtf(u * u + v * v) : u) * (float)(count - 1);
    const int index = (int)place;
    for (int c = 0; c < 4; c++) {
      const float *colors = table + c * (count + 1);
      row[c * width + x] = colors[index] + (colors[index + 1] - colors[index]) * (place - (float)index);
    }
  }
}

void libretto_row_lay_plain(const uint32_t *over, int width, int left, int y, float opacity, uint32_t *under) {
  for (int x = 0; x < width; x++) {
    const float rest = 1 - (float)(over[x] >> 24) * (1 / 255.0f) * opacity;
    uint32_t pixel = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      const float value = (float)(over[x] >> shift & 255) * opacity + (float)(under[x] >> shift & 255) * rest;
      pixel |= (uint32_t)((value < 255 ? value : 255) + libretto_thresholds(y)[(left + x) & 63]) << shift;
    }
    under[x] = pixel;
  }
}
