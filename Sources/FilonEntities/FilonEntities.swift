// The engine of the FilonEntities target.
