// Filon
