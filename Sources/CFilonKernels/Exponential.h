#pragma once

#include <stdint.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__) && defined(__linux__)
#define FILON_DISPATCH __attribute__((target_clones("avx2", "default")))
#else
#define FILON_DISPATCH
#endif

/// exp(x) as 2^n times a polynomial (Cephes), without branches.
static inline __attribute__((always_inline)) float filon_exp(float x) {
  x = x > 88.0f ? 88.0f : x;
  x = x < -87.0f ? -87.0f : x;
  const float scaled = x * 1.44269504f;
  const int32_t n = (int32_t)(scaled + (scaled < 0 ? -0.5f : 0.5f));
  const float m = (float)n;
  float r = x - m * 0.693359375f;
  r = r - m * -2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  const int32_t bits = (n + 127) << 23;
  float power;
  memcpy(&power, &bits, sizeof power);
  return p * power;
}
