// Tests that drive the command.
