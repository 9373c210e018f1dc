#pragma once

#include <stddef.h>
#include <stdint.h>

/// The compression function of SHA-256 (FIPS 180-4, section 6.2.2) on `count` blocks of 64 bytes.
/// Uses the SHA instructions of the processor where it has them; the result is the same.
void filon_sha256_compress(uint32_t *_Nonnull state, const void *_Nonnull blocks, size_t count);

/// Sums of rows of eight-bit weights, the inner loop of every linear model here. All are integer
/// sums, so that every processor gives the same result. `sums` has 16 lanes.

/// Adds the rows of `features` in a table of buckets of four 16-byte rows. A feature's bucket is its
/// low bits under `mask`; the last byte of a row is a fingerprint, the feature's high byte (1 for 0).
void filon_sum_bucketed(const void *_Nonnull rows, uint64_t mask, const uint64_t *_Nonnull features,
                        size_t count, int16_t *_Nonnull sums);

/// Adds the rows of `features` in `lines` cache lines of four 16-byte rows. A feature's line is its
/// high half scaled to `lines`; the last two bytes of a row are a fingerprint, the feature's low 16
/// bits with the lowest set.
void filon_sum_lined(const void *_Nonnull rows, uint64_t lines, const uint64_t *_Nonnull features,
                     size_t count, int16_t *_Nonnull sums);

/// Adds the rows of `features` in a table without fingerprints: a feature's row is `feature >> shift`,
/// `stride` (4, 8 or 16) bytes each.
void filon_sum_plain(const void *_Nonnull rows, unsigned shift, size_t stride,
                     const uint64_t *_Nonnull features, size_t count, int32_t *_Nonnull sums);

/// Copies up to `capacity` bytes of the build ID that the linker gave to this program, a hash of all
/// its contents (ELF note NT_GNU_BUILD_ID), and returns their number; 0 where there is none.
size_t filon_build_id(uint8_t *_Nonnull id, size_t capacity);
