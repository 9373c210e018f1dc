#include "CFilonKernels.h"

#include "Exponential.h"

typedef float Lanes __attribute__((vector_size(32), aligned(4), may_alias));

// No functions on lanes: their calling convention would depend on the processor.
#define LOAD(p) (*(const Lanes *)(p))
#define STORE(p, value) (*(Lanes *)(p) = (value))

/// Rows of a panel of `b` that are copied next to each other, so that they do not displace each other
/// in the cache.
enum { panel_rows = 256, panel_columns = 16 };

FILON_DISPATCH
void filon_matrix_multiply_add(const float *a, ptrdiff_t a_row, ptrdiff_t a_inner, const float *b,
                               ptrdiff_t b_row, float *c, ptrdiff_t c_row, ptrdiff_t rows,
                               ptrdiff_t inner, ptrdiff_t columns) {
  _Alignas(32) float panel[panel_rows * panel_columns];
  for (ptrdiff_t first = 0; first < inner; first += panel_rows) {
    const ptrdiff_t depth = inner - first < panel_rows ? inner - first : panel_rows;
    for (ptrdiff_t column = 0; column + panel_columns <= columns; column += panel_columns) {
      const float *source = b + first * b_row + column;
      const float *packed = source;
      ptrdiff_t packed_row = b_row;
      if (rows > 4) {
        for (ptrdiff_t k = 0; k < depth; k++, source += b_row) {
          STORE(panel + k * panel_columns, LOAD(source));
          STORE(panel + k * panel_columns + 8, LOAD(source + 8));
        }
        packed = panel;
        packed_row = panel_columns;
      }
      ptrdiff_t row = 0;
      for (; row + 4 <= rows; row += 4) {
        float *target = c + row * c_row + column;
        Lanes s[4][2];
        for (int i = 0; i < 4; i++) {
          s[i][0] = LOAD(target + i * c_row);
          s[i][1] = LOAD(target + i * c_row + 8);
        }
        const float *p = a + row * a_row + first * a_inner;
        const float *q = packed;
        for (ptrdiff_t k = 0; k < depth; k++, p += a_inner, q += packed_row) {
          const Lanes low = LOAD(q);
          const Lanes high = LOAD(q + 8);
          s[0][0] += p[0] * low;
          s[0][1] += p[0] * high;
          s[1][0] += p[a_row] * low;
          s[1][1] += p[a_row] * high;
          s[2][0] += p[2 * a_row] * low;
          s[2][1] += p[2 * a_row] * high;
          s[3][0] += p[3 * a_row] * low;
          s[3][1] += p[3 * a_row] * high;
        }
        for (int i = 0; i < 4; i++) {
          STORE(target + i * c_row, s[i][0]);
          STORE(target + i * c_row + 8, s[i][1]);
        }
      }
      for (; row < rows; row++) {
        float *target = c + row * c_row + column;
        const float *p = a + row * a_row + first * a_inner;
        const float *q = packed;
        Lanes low = LOAD(target);
        Lanes high = LOAD(target + 8);
        for (ptrdiff_t k = 0; k < depth; k++, p += a_inner, q += packed_row) {
          low += *p * LOAD(q);
          high += *p * LOAD(q + 8);
        }
        STORE(target, low);
        STORE(target + 8, high);
      }
    }
    for (ptrdiff_t column = columns - columns % panel_columns; column < columns; column++) {
      for (ptrdiff_t row = 0; row < rows; row++) {
        float sum = c[row * c_row + column];
        for (ptrdiff_t k = first; k < first + depth; k++) {
          sum += a[row * a_row + k * a_inner] * b[k * b_row + column];
        }
        c[row * c_row + column] = sum;
      }
    }
  }
}
