// The engine of the FilonClaims target.
