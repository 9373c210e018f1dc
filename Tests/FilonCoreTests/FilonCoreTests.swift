// Tests of FilonCore.
