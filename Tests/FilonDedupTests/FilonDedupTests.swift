// Tests of FilonDedup.
