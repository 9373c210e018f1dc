// The engine of the FilonDedup target.
