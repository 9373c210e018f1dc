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

// Kernels of the networks, in single precision. Wider instructions are used where the processor has
// them; every result is summed in the same order, without fused multiply-add, so that all processors
// give the same bits.

/// Adds the product of `a` (rows x inner) and `b` (inner x columns) to `c`.
///
/// The element (i, k) of `a` is at `a[i * a_row + k * a_inner]`, so that a transposed matrix needs no
/// copy; rows of `b` and `c` lie `b_row` and `c_row` elements apart.
void filon_matrix_multiply_add(const float *_Nonnull a, ptrdiff_t a_row, ptrdiff_t a_inner,
                               const float *_Nonnull b, ptrdiff_t b_row, float *_Nonnull c,
                               ptrdiff_t c_row, ptrdiff_t rows, ptrdiff_t inner, ptrdiff_t columns);

/// One direction of a simple recurrent unit (Lei et al. 2018) over a sequence.
///
/// `u` holds, for each step (`u_row` apart), the linear parts of candidate, forget gate and reset
/// gate, `width` values each; `skip` the input of the highway; `weights` the peephole weights of both
/// gates and their biases. States, forget gates and reset gates go to `memory` (three times `width` a
/// step), outputs to `output`. A negative `direction` runs from the last step to the first.
void filon_recurrence_forward(const float *_Nonnull u, ptrdiff_t u_row, const float *_Nonnull skip,
                              ptrdiff_t skip_row, const float *_Nonnull weights,
                              float *_Nonnull memory, float *_Nonnull output, ptrdiff_t output_row,
                              ptrdiff_t steps, ptrdiff_t width, int direction);

/// The gradients of ``filon_recurrence_forward``: reads those of the outputs from `d_output`, writes
/// those of `u` to `d_u`, adds those of `skip` and `weights`. `carry` is scratch for `width` values.
void filon_recurrence_backward(const float *_Nonnull u, ptrdiff_t u_row, const float *_Nonnull skip,
                               ptrdiff_t skip_row, const float *_Nonnull weights,
                               const float *_Nonnull memory, const float *_Nonnull d_output,
                               ptrdiff_t output_row, float *_Nonnull d_u, float *_Nonnull d_skip,
                               float *_Nonnull d_weights, float *_Nonnull carry, ptrdiff_t steps,
                               ptrdiff_t width, int direction);

/// The exponential function to about 1e-7, the same bits on every processor.
float filon_exponential(float x);

/// Copies up to `capacity` bytes of the build ID that the linker gave to this program, a hash of all
/// its contents (ELF note NT_GNU_BUILD_ID), and returns their number; 0 where there is none.
size_t filon_build_id(uint8_t *_Nonnull id, size_t capacity);
