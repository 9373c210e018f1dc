// Tests of FilonEntities.
