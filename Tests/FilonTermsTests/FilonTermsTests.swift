// Tests of FilonTerms.
