// The engine of the FilonLanguage target.
