#include "filter.h"

// Colors are taken apart into brightness and two axes of color across it; a key lies along a line from gray. What a
// color has of a key is how far it goes along that line, less a share of how far it strays from it: of a mixture of
// the key and a color that has none of it, that is how much of the key was mixed in (Jack, Keying for Compositors).

typedef struct {
  float along, aside;
} Lean;

static inline Lean lean(float red, float green, float blue, LibrettoKeyHue hue) {
  const float y = luma(red, green, blue);
  const float b = (blue - y) * (1 / 1.8556f), r = (red - y) * (1 / 1.5748f);
  const float across = b * hue.r - r * hue.b;
  return (Lean){b * hue.b + r * hue.r, across < 0 ? -across : across};
}

LibrettoKeyHue libretto_key_hue(const float *color) {
  const float y = luma(color[0], color[1], color[2]);
  const float b = (color[2] - y) * (1 / 1.8556f), r = (color[0] - y) * (1 / 1.5748f);
  const float length = root(b * b + r * r);
  return length > 1e-4f ? (LibrettoKeyHue){b / length, r / length, length} : (LibrettoKeyHue){0, 0, 0};
}

void libretto_key_gather(const float *row, int width, LibrettoKeyHue hue, LibrettoKeyShares *shares) {
  for (int x = 0; x < width; x += 2) {
    const float red = row[x], green = row[width + x], blue = row[2 * width + x];
    const Lean way = lean(red, green, blue, hue);
    // Within 35 degrees of the hue, and more than gray.
    if (!(way.along > 0.03f) || way.aside > 0.7f * way.along || row[3 * width + x] < 0.99f) continue;
    int bin = (int)(way.along * LIBRETTO_KEY_BINS);
    bin = bin < LIBRETTO_KEY_BINS ? bin : LIBRETTO_KEY_BINS - 1;
    shares->counts[bin] += 1;
    shares->sums[bin][0] += (double)red;
    shares->sums[bin][1] += (double)green;
    shares->sums[bin][2] += (double)blue;
  }
}

/// By how much the key's strongest color is stronger than the others let expect: than both, or, where some of the key
/// was mixed in, than their mean. What is yellow stays so before a green screen.
static inline float excess(float most, float first, float second, float share) {
  const float larger = first > second ? first : second, mean = 0.5f * (first + second);
  const float limit = larger + (mean - larger) * unit(8 * share), over = most - limit;
  return over > 0 ? over : 0;
}

KERNEL(libretto_row_key_share, (const float *restrict row, int width, const LibrettoKey *key, float *restrict shares),
       (row, width, key, shares)) {
  const LibrettoKeyHue hue = key->hue;
  const float one_over = 1 / hue.length;
  for (int x = 0; x < width; x++) {
    const Lean way = lean(row[x], row[width + x], row[2 * width + x], hue);
    const float share = (way.along - LIBRETTO_KEY_STRAY * way.aside) * one_over;
    // Where there is nothing nothing is left of anybody: it counts as the key, or an edge would stay behind.
    const float most = row[3 * width + x] > 0 && share < 0.95f ? share : 0.95f;
    shares[x] = most > 0 ? most : 0;
  }
}

void libretto_row_key_share_plain(const float *row, int width, const LibrettoKey *key, float *shares) {
  for (int x = 0; x < width; x++) {
    const Lean way = lean(row[x], row[width + x], row[2 * width + x], key->hue);
    const float share = (way.along - LIBRETTO_KEY_STRAY * way.aside) * (1 / key->hue.length);
    // Where there is nothing nothing is left of anybody: it counts as the key, or an edge would stay behind.
    const float most = row[3 * width + x] > 0 && share < 0.95f ? share : 0.95f;
    shares[x] = most > 0 ? most : 0;
  }
}

KERNEL(libretto_row_key,
       (float *restrict row, int width, const LibrettoKey *key, const float *restrict shares, const float *restrict around),
       (row, width, key, shares, around)) {
  // The planes by their part in the key, so that each is named once.
  float *most = row + key->most * (ptrdiff_t)width, *first = row + key->first * (ptrdiff_t)width;
  float *second = row + key->second * (ptrdiff_t)width, *alpha = row + 3 * (ptrdiff_t)width;
  const float km = key->color[key->most], kf = key->color[key->first], ks = key->color[key->second];
  const float low = key->low, scale = key->scale, last = key->last, steepness = key->steepness, spill = key->spill;
  for (int x = 0; x < width; x++) {
    const float share = shares[x];
    const float mixed = unit((around[x] - low) * scale), gone = unit((around[x] - last) * steepness);
    const float out = mixed > gone ? mixed : gone;
    // At edges the key is taken out of the mixture; elsewhere it is light that fell on what is there.
    const float taken = share * (spill + (1 - spill) * out), rest = 1 / (1 - taken);
    const float m = unit((most[x] - taken * km) * rest), f = unit((first[x] - taken * kf) * rest);
    const float s = unit((second[x] - taken * ks) * rest);
    most[x] = m - spill * excess(m, f, s, share);
    first[x] = f;
    second[x] = s;
    alpha[x] *= 1 - out;
  }
}

void libretto_row_key_plain(float *row, int width, const LibrettoKey *key, const float *shares, const float *around) {
  for (int x = 0; x < width; x++) {
    float *color[3] = {row + x, row + width + x, row + 2 * width + x};
    const float share = shares[x], mixed = unit((around[x] - key->low) * key->scale);
    const float gone = unit((around[x] - key->last) * key->steepness);
    const float out = mixed > gone ? mixed : gone;
    const float taken = share * (key->spill + (1 - key->spill) * out), rest = 1 / (1 - taken);
    for (int c = 0; c < 3; c++) *color[c] = unit((*color[c] - taken * key->color[c]) * rest);
    row[3 * width + x] *= 1 - out;
    float *most = row + key->most * width + x;
    *most -= key->spill * excess(*most, row[key->first * width + x], row[key->second * width + x], share);
  }
}
