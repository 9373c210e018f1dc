// The engine of the FilonTerms target.
