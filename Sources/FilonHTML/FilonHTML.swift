// The engine of the FilonHTML target.
