#pragma once

#include <stddef.h>
#include <stdint.h>

/// The compression function of SHA-256 (FIPS 180-4, section 6.2.2) on `count` blocks of 64 bytes.
/// Uses the SHA instructions of the processor where it has them; the result is the same.
void filon_sha256_compress(uint32_t *_Nonnull state, const void *_Nonnull blocks, size_t count);
