#include "EnginePictures.h"

#include <stdlib.h>

#include <lcms2.h>

/// A context of its own, and no plug-ins: lcms's own code is plain C and the same on every processor.
struct LibrettoProfile {
  cmsContext context;
  cmsHPROFILE profile;
  cmsHTRANSFORM transform;
};

LibrettoProfile *libretto_profile_open(const uint8_t *bytes, size_t count) {
  if (count < 128 || count > 64 << 20) return NULL;
  LibrettoProfile *opened = calloc(1, sizeof *opened);
  if (!opened) return NULL;
  opened->context = cmsCreateContext(NULL, NULL);
  if (opened->context) opened->profile = cmsOpenProfileFromMemTHR(opened->context, bytes, (cmsUInt32Number)count);
  if (!opened->profile) {
    libretto_profile_close(opened);
    return NULL;
  }
  return opened;
}

int libretto_profile_inks(const LibrettoProfile *profile) {
  switch (cmsGetColorSpace(profile->profile)) {
  case cmsSigGrayData: return 1;
  case cmsSigRgbData: return 3;
  case cmsSigCmykData: return 4;
  default: return 0;
  }
}

void libretto_profile_name(const LibrettoProfile *profile, char *name, int capacity) {
  name[0] = 0;
  cmsGetProfileInfoASCII(profile->profile, cmsInfoDescription, "en", "US", name, (cmsUInt32Number)capacity);
}

bool libretto_profile_curves(const LibrettoProfile *profile, float *curves, double *matrix) {
  static const cmsTagSignature shapes[] = {cmsSigRedTRCTag, cmsSigGreenTRCTag, cmsSigBlueTRCTag};
  static const cmsTagSignature colors[] = {cmsSigRedColorantTag, cmsSigGreenColorantTag, cmsSigBlueColorantTag};
  const cmsHPROFILE handle = profile->profile;
  // A profile with tables as well means them to be used.
  if (cmsGetPCS(handle) != cmsSigXYZData || !cmsIsMatrixShaper(handle) || cmsIsTag(handle, cmsSigAToB0Tag)
      || cmsIsTag(handle, cmsSigAToB1Tag))
    return false;
  for (int i = 0; i < 3; i++) {
    const cmsToneCurve *curve = cmsReadTag(handle, shapes[i]);
    const cmsCIEXYZ *color = cmsReadTag(handle, colors[i]);
    if (!curve || !color) return false;
    for (int n = 0; n < 65536; n++) curves[i * 65536 + n] = cmsEvalToneCurveFloat(curve, (float)n / 65535.0f);
    matrix[i] = color->X;
    matrix[3 + i] = color->Y;
    matrix[6 + i] = color->Z;
  }
  return true;
}

bool libretto_profile_prepare(LibrettoProfile *profile, bool is_inverted) {
  const int inks = libretto_profile_inks(profile);
  const cmsUInt32Number space = inks == 1 ? PT_GRAY : inks == 3 ? PT_RGB : PT_CMYK;
  const cmsUInt32Number from = COLORSPACE_SH(space) | CHANNELS_SH((cmsUInt32Number)inks) | BYTES_SH(2)
    | PLANAR_SH(1) | (is_inverted ? FLAVOR_SH(1) : 0);
  cmsHPROFILE screen = cmsCreate_sRGBProfileTHR(profile->context);
  if (!inks || !screen) return false;
  // What is whiter than paper stays white and black becomes black, as in every viewer.
  profile->transform = cmsCreateTransformTHR(
    profile->context, profile->profile, from, screen, TYPE_RGB_16_PLANAR, INTENT_RELATIVE_COLORIMETRIC,
    cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_HIGHRESPRECALC | cmsFLAGS_NOCACHE);
  cmsCloseProfile(screen);
  return profile->transform != NULL;
}

void libretto_row_profiled(const LibrettoProfile *profile, int width, uint16_t *row) {
  const cmsUInt32Number plane = (cmsUInt32Number)width * 2;
  cmsDoTransformLineStride(profile->transform, row, row, (cmsUInt32Number)width, 1, plane, plane, plane, plane);
}

void libretto_profile_close(LibrettoProfile *profile) {
  if (!profile) return;
  if (profile->transform) cmsDeleteTransform(profile->transform);
  if (profile->profile) cmsCloseProfile(profile->profile);
  if (profile->context) cmsDeleteContext(profile->context);
  free(profile);
}
