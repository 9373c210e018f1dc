#include "CFilonKernels.h"

#include <string.h>

typedef int8_t Row4 __attribute__((vector_size(4)));
typedef int8_t Row8 __attribute__((vector_size(8)));
typedef int8_t Row16 __attribute__((vector_size(16)));
typedef int16_t Sum16 __attribute__((vector_size(32)));
typedef int32_t Wide4 __attribute__((vector_size(16)));
typedef int32_t Wide8 __attribute__((vector_size(32)));
typedef int32_t Wide16 __attribute__((vector_size(64)));

// Tables are larger than the second cache: rows are asked for this many features ahead.
enum { ahead = 8 };

void filon_sum_bucketed(const void *rows, uint64_t mask, const uint64_t *features, size_t count,
                        int16_t *sums) {
  Sum16 total;
  memcpy(&total, sums, sizeof total);
  for (size_t i = 0; i < count; i++) {
    if (i + ahead < count) {
      __builtin_prefetch((const char *)rows + (features[i + ahead] & mask) * 64);
    }
    const unsigned char *row = (const unsigned char *)rows + (features[i] & mask) * 64;
    unsigned fingerprint = features[i] >> 56;
    fingerprint = fingerprint == 0 ? 1 : fingerprint;
    for (int way = 0; way < 4; way++, row += 16) {
      if (row[15] == fingerprint) {
        Row16 weights;
        memcpy(&weights, row, sizeof weights);
        total += __builtin_convertvector(weights, Sum16);
        break;
      }
    }
  }
  memcpy(sums, &total, sizeof total);
}

void filon_sum_lined(const void *rows, uint64_t lines, const uint64_t *features, size_t count,
                     int16_t *sums) {
  Sum16 total;
  memcpy(&total, sums, sizeof total);
  for (size_t i = 0; i < count; i++) {
    if (i + ahead < count) {
      __builtin_prefetch((const char *)rows + ((features[i + ahead] >> 32) * lines >> 32) * 64);
    }
    const char *row = (const char *)rows + ((features[i] >> 32) * lines >> 32) * 64;
    uint16_t wanted = (uint16_t)features[i] | 1;
    for (int way = 0; way < 4; way++, row += 16) {
      uint16_t fingerprint;
      memcpy(&fingerprint, row + 14, sizeof fingerprint);
      if (fingerprint == wanted) {
        Row16 weights;
        memcpy(&weights, row, sizeof weights);
        total += __builtin_convertvector(weights, Sum16);
        break;
      }
    }
  }
  memcpy(sums, &total, sizeof total);
}

#define SUM_PLAIN(Row, Wide)                                                            \
  do {                                                                                  \
    Wide total;                                                                         \
    memcpy(&total, sums, sizeof total);                                                 \
    for (size_t i = 0; i < count; i++) {                                                \
      if (i + ahead < count) {                                                          \
        __builtin_prefetch((const char *)rows + (features[i + ahead] >> shift) * stride); \
      }                                                                                 \
      Row weights;                                                                      \
      memcpy(&weights, (const char *)rows + (features[i] >> shift) * stride, sizeof weights); \
      total += __builtin_convertvector(weights, Wide);                                  \
    }                                                                                   \
    memcpy(sums, &total, sizeof total);                                                 \
  } while (0)

void filon_sum_plain(const void *rows, unsigned shift, size_t stride, const uint64_t *features,
                     size_t count, int32_t *sums) {
  if (stride == 4) {
    SUM_PLAIN(Row4, Wide4);
  } else if (stride == 8) {
    SUM_PLAIN(Row8, Wide8);
  } else {
    SUM_PLAIN(Row16, Wide16);
  }
}
