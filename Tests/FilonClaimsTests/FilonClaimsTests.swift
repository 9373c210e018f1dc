// Tests of FilonClaims.
