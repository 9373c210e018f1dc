// The engine of the FilonIO target.
