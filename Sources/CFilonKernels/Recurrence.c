#include "CFilonKernels.h"

#include "Exponential.h"

/// Keeps the variance of the highway at the start of training.
static const float highway = 1.7320508f;

float filon_exponential(float x) { return filon_exp(x); }

static inline __attribute__((always_inline)) float sigmoid(float x) {
  return 1.0f / (1.0f + filon_exp(-x));
}

FILON_DISPATCH
void filon_recurrence_forward(const float *u, ptrdiff_t u_row, const float *skip, ptrdiff_t skip_row,
                              const float *weights, float *restrict memory, float *restrict output,
                              ptrdiff_t output_row, ptrdiff_t steps, ptrdiff_t width,
                              int direction) {
  const float *forget_weight = weights;
  const float *reset_weight = weights + width;
  const float *forget_bias = weights + 2 * width;
  const float *reset_bias = weights + 3 * width;
  const float *before = 0;
  for (ptrdiff_t step = 0; step < steps; step++) {
    const ptrdiff_t t = direction < 0 ? steps - 1 - step : step;
    const float *candidate = u + t * u_row;
    const float *forget_input = candidate + width;
    const float *reset_input = candidate + 2 * width;
    const float *x = skip + t * skip_row;
    float *state = memory + t * 3 * width;
    float *forget = state + width;
    float *reset = state + 2 * width;
    float *out = output + t * output_row;
    for (ptrdiff_t i = 0; i < width; i++) {
      const float old = before ? before[i] : 0;
      const float f = sigmoid(forget_input[i] + forget_weight[i] * old + forget_bias[i]);
      const float r = sigmoid(reset_input[i] + reset_weight[i] * old + reset_bias[i]);
      const float c = f * old + (1 - f) * candidate[i];
      state[i] = c;
      forget[i] = f;
      reset[i] = r;
      out[i] = r * c + (1 - r) * (highway * x[i]);
    }
    before = state;
  }
}

FILON_DISPATCH
void filon_recurrence_backward(const float *u, ptrdiff_t u_row, const float *skip,
                               ptrdiff_t skip_row, const float *weights, const float *memory,
                               const float *d_output, ptrdiff_t output_row, float *restrict d_u,
                               float *restrict d_skip, float *restrict d_weights,
                               float *restrict carry, ptrdiff_t steps, ptrdiff_t width,
                               int direction) {
  const float *forget_weight = weights;
  const float *reset_weight = weights + width;
  for (ptrdiff_t i = 0; i < width; i++) carry[i] = 0;
  for (ptrdiff_t step = steps - 1; step >= 0; step--) {
    const ptrdiff_t t = direction < 0 ? steps - 1 - step : step;
    const float *candidate = u + t * u_row;
    const float *x = skip + t * skip_row;
    const float *state = memory + t * 3 * width;
    const float *forget = state + width;
    const float *reset = state + 2 * width;
    const float *before = step == 0 ? 0 : memory + (direction < 0 ? t + 1 : t - 1) * 3 * width;
    const float *d_out = d_output + t * output_row;
    float *d_candidate = d_u + t * u_row;
    float *d_forget = d_candidate + width;
    float *d_reset = d_candidate + 2 * width;
    float *d_x = d_skip + t * skip_row;
    for (ptrdiff_t i = 0; i < width; i++) {
      const float old = before ? before[i] : 0;
      const float f = forget[i];
      const float r = reset[i];
      const float d_h = d_out[i];
      const float d_c = carry[i] + d_h * r;
      const float d_r = d_h * (state[i] - highway * x[i]) * r * (1 - r);
      const float d_f = d_c * (old - candidate[i]) * f * (1 - f);
      d_x[i] += d_h * (1 - r) * highway;
      d_candidate[i] = d_c * (1 - f);
      d_forget[i] = d_f;
      d_reset[i] = d_r;
      d_weights[i] += d_f * old;
      d_weights[width + i] += d_r * old;
      d_weights[2 * width + i] += d_f;
      d_weights[3 * width + i] += d_r;
      carry[i] = d_c * f + d_f * forget_weight[i] + d_r * reset_weight[i];
    }
  }
}
