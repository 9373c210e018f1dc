// Tests of FilonLanguage.
