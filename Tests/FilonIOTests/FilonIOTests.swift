// Tests of FilonIO.
